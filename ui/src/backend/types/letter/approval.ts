// Made by `cargo xtask types`; change the Rust types instead.

/** One thing in which two texts of a letter differ. */
export type Difference = {
/** The part: «heading», «addressee», «enclosures», «block» … */
what: string,
/** How it read before; empty for what was added. */
before: string,
/** How it reads now; empty for what is gone. */
after: string, };
