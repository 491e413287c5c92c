// Made by `cargo xtask types`; change the Rust types instead.

/** What happened to one field, block or part of the frame. */
export type Change = {
/** A block's id or a part of the frame («heading», «salutation» …). */
place: string, field: string | null,
/** Whether it was written anew, or only told. */
kind: ChangeKind, before: string,
/** How it reads now, or would. */
after: string, };

/** What happened to one place. */
export type ChangeKind = "field" | "rewritten" | "added" | "removed" | "stale" | "conflict";
