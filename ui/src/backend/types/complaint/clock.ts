// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockId, ClockPauseId, DemandId } from '../complaint/id'

export type ClockEnd = "met" | "void";

export type ClockKind = "demand" | "answer" | "acknowledgement" | "interim" | "inspection" | "expertise" | "goods_return" | "payment" | "commitment" | "data_request" | "goal" | "other";

/** A stretch of days in which a clock stands still. */
export type ClockPause = { id: ClockPauseId,
/** The clock that stands still; none for the term of a demand. */
clock: ClockId | null,
/** The demand whose term stands still. */
demand: DemandId | null,
/** The first day that doesn't count. */
from: string,
/** The last day that doesn't count; none while it still stands. */
to: string | null, ground: string,
/** The rule that lets the term stand still. */
citation: string, proof: Proof | null, };

/** The fact from whose next day a term runs. */
export type ClockStart = "received" | "issued" | "dispatched" | "delivered" | "decided" | "handed_over" | "diary" | "day";

export type ClockState = "open" | "paused" | "met" | "late" | "void";

export type Ending = { how: ClockEnd,
/** The day on which it was done, or fell away. */
on: string,
/** Why, in words; empty where the facts say it. */
why: string, proof: Proof | null,
/** It follows from the facts, so nobody takes it back. */
of_facts: boolean, };

/** What proves something, by its kind and id. */
export type Proof = { kind: ProofKind, id: string, };

/** What proves that a clock was met. */
export type ProofKind = "letter" | "dispatch" | "document" | "diary";
