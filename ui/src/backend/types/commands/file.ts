// Made by `cargo xtask types`; change the Rust types instead.

/** What became of a file that was to be saved. */
export type SavedFile = {
/** The path, for showing only; none when the dialog was cancelled. */
saved: string | null, };
