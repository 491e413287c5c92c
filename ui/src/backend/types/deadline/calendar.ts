// Made by `cargo xtask types`; change the Rust types instead.

/** One year of the calendar, as its file and the editor hold it. */
export type CalendarYear = {
/** The year, for example 2027. */
year: number,
/** The act that moved its days. */
act: string,
/** When the entry was last compared with a source. */
checked_on: string,
/** Days from Monday to Friday that are not worked. */
weekday_off: Array<string>,
/** Saturdays and Sundays that are worked. */
working_weekend: Array<string>,
/** How many working days the year has: a check on the two lists. */
working_days: number, };
