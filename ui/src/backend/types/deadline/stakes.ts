// Made by `cargo xtask types`; change the Rust types instead.
import type { Money } from '../complaint/money'
import type { Certainty } from '../deadline/law'

/** An answer the office can give, and how it ends. */
export type Answer = "settle_now" | "partly" | "refuse_and_win" | "refuse_and_lose";

/** A penalty that the contract itself names for each day of lateness. */
export type ContractPenalty = {
/** Hundredths of a per cent of the sum for each day: 10 is 0.1 % a day. */
basis_points_per_day: number,
/** The most it comes to, in per cent of the sum; none where the contract sets no limit. */
cap_percent: number | null, };

/** One figure. */
export type Figure = {
/** What it is. */
part: Part,
/** How much. */
sum: Money,
/** How much if the later law covers this event as well, where that is not settled. */
if_later_law: Money | null,
/** How it is reckoned, in Russian. */
formula_ru: string,
/** How it is reckoned, in English. */
formula_en: string,
/** Act and article; empty for a pure assumption. */
citation: string,
/** The same for a reader of English. */
citation_en: string,
/** How sure we are of the rule; `None` for an assumption of the office. */
certainty: Certainty | null, };

/** What a figure is. */
export type Part = "principal" | "penalty" | "interest" | "fine" | "moral" | "expertise" | "lawyers" | "court_fee";

/** A total on a day. */
export type Point = {
/** The day. */
day: string,
/** The total. */
total: Money, };

/** The price of one answer. */
export type Priced = {
/** The answer. */
answer: Answer,
/** Its figures. */
figures: Array<Figure>,
/** Their sum. */
total: Money,
/** Their sum if the later law covers this event as well, where that differs. */
total_if_later_law: Money | null,
/** Of a part: what comes on top if the complainant sues for the rest and wins. */
at_risk: Money | null,
/** The total over time, from today to the day of the judgment: what it would be on that day. */
curve: Array<Point>, };

/** What the office assumes of a court case. Nobody publishes these; they are to be edited. */
export type Stakes = {
/** Days from today until a court decides. */
days_to_judgment: number,
/** An expertise. */
expertise: Money,
/** The office's own lawyer. */
own_lawyer: Money,
/** The other side's lawyer, whom the loser pays. */
their_lawyer: Money,
/** The court's fee, which the loser pays. */
court_fee: Money,
/** Moral harm, as courts of the place award it. */
moral: Money,
/** The key rate of the Bank of Russia, in hundredths of a per cent a year: 1650 is 16.5 %. */
key_rate: number,
/** Since when the office knows it to be so. */
key_rate_on: string, };
