// Made by `cargo xtask types`; change the Rust types instead.
import type { Actor } from '../complaint/complaint'
import type { ApprovalId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { ApprovalState, VoidReason } from '../complaint/words'

/** One submission of a letter for approval, and what became of it. */
export type Approval = { id: ApprovalId, state: ApprovalState, asked_at: string, asked_by: Actor,
/** A note to the head. */
note: string,
/** When it was approved or returned. */
told_at: string | null,
/** Who approved or returned it. */
told_by: Actor | null,
/** Remarks to a letter that was returned. */
remarks: string,
/** SHA-256 of what was approved, lower-case hexadecimal: text, choices, and facts composed. */
mark: string | null, void_at: string | null,
/** Whose change made it void. */
void_by: Actor | null, void_why: VoidReason | null, };

/** Which letters wait for the head's word before they are issued. */
export type ApprovalRules = {
/** Off, none waits, whatever the rest says. */
required: boolean, post: string,
/** The name of who approves; anybody may where it is empty. */
name: string,
/**
 * Letters that answer for good. Where none of the three limits is set,
 * every letter waits; where some are, a letter waits that one of them means.
 */
finals: boolean,
/** Letters that refuse a demand wholly or in part. */
refusals: boolean,
/** Letters that grant more than this in all. */
above: Money | null,
/** Whether the letter shows who approved it, and when. */
printed: boolean, };
