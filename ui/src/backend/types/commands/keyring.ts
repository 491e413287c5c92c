// Made by `cargo xtask types`; change the Rust types instead.

/** Lets the account on the computer open the records. */
export type KeyringOn = {
/** That of the records. */
password: string, };
