// Made by `cargo xtask types`; change the Rust types instead.

/** Who does a thing: the name that stands in the journal beside each change. */
export type Actor = string;
