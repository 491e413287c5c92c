// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockId, ClockPauseId, DemandId } from '../complaint/id'

/** How a clock ended. */
export type ClockEnd = "met" | "void";

/** What a clock is for. */
export type ClockKind = "demand" | "answer" | "acknowledgement" | "interim" | "inspection" | "expertise" | "goods_return" | "payment" | "commitment" | "data_request" | "goal" | "other";

/** A stretch of days in which a clock stands still. */
export type ClockPause = {
/** Its id. */
id: ClockPauseId,
/** The clock that stands still; none for the term of a demand. */
clock: ClockId | null,
/** The demand whose term stands still. */
demand: DemandId | null,
/** The first day that doesn't count. */
from: string,
/** The last day that doesn't count; none while it still stands. */
to: string | null,
/** What happened. */
ground: string,
/** The rule that lets the term stand still. */
citation: string,
/** What proves it. */
proof: Proof | null, };

/** The fact from whose next day a term runs. */
export type ClockStart = "received" | "issued" | "dispatched" | "delivered" | "decided" | "handed_over" | "diary" | "day";

/** Where a clock stands. */
export type ClockState = "open" | "paused" | "met" | "late" | "void";

/** The end of a clock. */
export type Ending = {
/** How it ended. */
how: ClockEnd,
/** The day on which it was done, or fell away. */
on: string,
/** Why, in words; empty where the facts say it. */
why: string,
/** What proves it. */
proof: Proof | null,
/** It follows from the facts, so nobody takes it back. */
of_facts: boolean, };

/** What proves something, by its kind and id. */
export type Proof = {
/** What it is. */
kind: ProofKind,
/** Its id. */
id: string, };

/** What proves that a clock was met. */
export type ProofKind = "letter" | "dispatch" | "document" | "diary";
