// Made by `cargo xtask types`; change the Rust types instead.
import type { Step } from '../deadline/count'

/** From when to when a place is open on one day. */
export type Hours = {
/** When it opens. */
opens: string,
/** When it closes. */
closes: string, };

/** Until when each way of handing over is in time. */
export type LastMoments = {
/** Handed to the post before 24:00 of this day is in time by law. */
post_until_midnight_of: string,
/** When the branch closes for the last time before that; `None` if it isn't open in the month before. */
branch: Moment | null,
/** When the office closes for the last time before that. */
by_hand: Moment | null,
/** Each of them in words. */
steps: Array<Step>, };

/** A day and a time of it. */
export type Moment = {
/** The day. */
day: string,
/** The time. */
time: string, };

/** The places of handing over. Their hours are assumptions of the office: nobody publishes them as law. */
export type Places = {
/** The post branch that the office uses. */
post: Week,
/** The office itself. */
office: Week, };

/**
 * When a place is open in a week, Monday first; `None` is a day on which it is closed.
 *
 * A day from Monday to Friday that the calendar takes off is closed whatever is said here.
 */
export type Week = [Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null];
