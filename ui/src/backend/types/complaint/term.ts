// Made by `cargo xtask types`; change the Rust types instead.

/** So many of one unit. */
export type Term = {
/** Nothing is a term too: it ends on the day of the event. */
count: number, unit: Unit, };

/** What a term is measured in. */
export type Unit = "minutes" | "hours" | "calendar_days" | "working_days" | "weeks" | "half_months" | "months" | "years";
