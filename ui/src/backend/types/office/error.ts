// Made by `cargo xtask types`; change the Rust types instead.

/**
 * A failure as hosts hand it on: a code to be worded, the field it is about,
 * and a detail that names the thing. Nothing matches on the detail's text.
 */
export type Failure = {
/** The code, snake case. */
code: string, field: string | null,
/** What exactly, where a name or a number says more. */
detail: string | null, };

/** Why bytes are lost. */
export type Loss = "missing" | "altered" | "unreadable";
