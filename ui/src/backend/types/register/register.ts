// Made by `cargo xtask types`; change the Rust types instead.

/** Why nothing can be written, so that the records can only be read, printed and copied elsewhere. */
export type Unwritable = "denied" | "disk_full";
