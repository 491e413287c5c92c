// Made by `cargo xtask types`; change the Rust types instead.
import type { Actor } from '../complaint/complaint'
import type { LegalHoldId } from '../complaint/id'

/** On what ground records are erased. The log of deletions holds the word and nothing of the records. */
export type ErasureGround = "trash" | "term_over" | "request" | "consent_withdrawn" | "unlawful";

/** An order that a case be kept, whatever its term and whoever asks: a legal hold. */
export type LegalHold = { id: LegalHoldId, placed_at: string,
/** Who wrote it down. */
placed_by: Actor, lifted_at: string | null, lifted_by: Actor | null,
/** Why: a lawsuit, an inspection, a dispute that may come. */
reason: string,
/** Who ordered it: a court, a body, the head. */
ordered_by: string,
/** The last day it binds; until somebody lifts it when absent. */
until: string | null, };
