// Made by `cargo xtask types`; change the Rust types instead.

/**
 * For how many days, weeks and months a backup stays, counted over those that
 * have any: an office that rests for a year loses nothing by it.
 */
export type Keep = {
/** So long every one stays, however many a day brings. */
hours: number, days: number, weeks: number, months: number, };
