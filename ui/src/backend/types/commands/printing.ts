// Made by `cargo xtask types`; change the Rust types instead.

/** What became of something that was to be printed. */
export type Printed = {
/** Whether it went to a printer; not when the dialog was closed. */
printed: boolean, };
