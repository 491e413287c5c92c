// Made by `cargo xtask types`; change the Rust types instead.
import type { DocumentId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { DecisionKind } from '../complaint/words'

/**
 * What the office decides on one demand, and why. These words go into the
 * letter, so they are written for the complainant.
 */
export type Decision = {
/** Yes, partly, no, or of good will. */
kind: DecisionKind,
/** What was checked and found, and why it leads to this decision. */
reasons: string,
/** The clause of the contract or the article of law it rests on. */
ground: string,
/** The sum granted, for a demand of money. */
amount: Money | null,
/** What happens next: what the office does, how it pays, where to come. */
action: string,
/** The last day by which the office promises to do it. */
due: string | null,
/**
 * The documents of the case that the finding rests on, in the order they
 * are referred to.
 */
evidence: Array<DocumentId>, };
