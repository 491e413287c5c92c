// Made by `cargo xtask types`; change the Rust types instead.

/** The journal holds fewer rows than it once had, or others. */
export type LostRows = {
/** The journal's length now. */
found: number,
/** The greatest length it is known to have had. */
seen: number,
/** The folder of the newest backup whose database is whole; a path that is Unicode text, for no other holds one. */
copy: string | null, };
