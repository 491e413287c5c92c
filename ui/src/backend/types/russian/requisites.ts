// Made by `cargo xtask types`; change the Rust types instead.

/** What is wrong with a requisite. A code for the screen to word, not a text. */
export type Problem = "empty" | "wrong_character" | "wrong_length" | "impossible_part" | "wrong_check_digit";

/** Which numbering a tracking number follows. */
export type Tracking = "domestic" | "international";
