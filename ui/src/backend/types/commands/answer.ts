// Made by `cargo xtask types`; change the Rust types instead.

/** An output that is answered as it is. */
export type Bytes = ArrayBuffer;
