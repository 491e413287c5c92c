// Made by `cargo xtask types`; change the Rust types instead.

/** Names a draft of a form. */
export type DraftKey = {
/** Names the form and what it is about, as `letter/<id>`; at most 200 characters. */
key: string, };

/** Keeps a draft of a form. */
export type DraftPut = {
/** Names the form and what it is about, as `letter/<id>`; at most 200 characters. */
key: string, value: unknown, };

/** A draft of a form, kept while it is being typed. */
export type FormDraft = {
/** Which form: for example `complaint/new`, `decision/<demand id>`. */
key: string,
/** What was typed, as the form keeps it. */
value: unknown,
/** When it was last typed in. */
at: string, };
