// Made by `cargo xtask types`; change the Rust types instead.
import type { Step } from '../deadline/counting'

/** Until when each way of handing over is in time. */
export type Cutoffs = {
/** Handed to the post before 24:00 of this day is in time by law. */
post_until_midnight_of: string,
/** When the branch closes for the last time before that; `None` if it isn't open in the month before. */
branch: Moment | null,
/** When the office closes for the last time before that. */
by_hand: Moment | null,
/** Each of them said in words, in this order. */
steps: Array<Step>, };

/** The opening hours of one day. */
export type Hours = {
/** Local time of the place. */
opens: string,
/** Local time of the place, on the same day. */
closes: string, };

/** A cut-off time with its day. */
export type Moment = {
/** The last day on which the place is open. */
day: string,
/** When it closes on that day. */
time: string, };

/**
 * The opening hours of the places where papers are handed over. They are assumptions of the office:
 * nobody publishes them as law.
 */
export type OpeningHours = {
/** The post branch that the office uses. */
post: Week,
/** The office, for papers that are brought to it. */
office: Week, };

/**
 * When a place is open in a week, Monday first; `None` is a day on which it is closed.
 *
 * A day from Monday to Friday that the calendar takes off is closed whatever is said here.
 */
export type Week = [Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null];
