// Made by `cargo xtask types`; change the Rust types instead.
import type { Money } from '../complaint/money'
import type { Certainty } from '../deadline/law'

/** A penalty that the contract itself names for each day of lateness. */
export type ContractPenalty = {
/** Hundredths of a per cent of the sum for each day: 10 is 0.1 % a day. */
basis_points_per_day: number,
/** The most it comes to, in per cent of the sum; none where the contract sets no limit. */
cap_percent: number | null, };

/** What the office assumes of a court case. Nobody publishes these, so the owner edits them. */
export type CourtAssumptions = {
/** Counted from today, days off among them. */
days_to_judgment: number,
/** The fee of an expert. */
expertise: Money,
/** The fee of the office's own lawyer; the loser's side bears its own. */
own_lawyer: Money,
/** The fee of the other side's lawyer, which the loser pays. */
their_lawyer: Money,
/** The state fee, which the loser pays. */
court_fee: Money,
/** What courts of the place award for moral harm. */
moral: Money,
/** The key rate of the Bank of Russia, in hundredths of a per cent a year: 1650 is 16.5 %. */
key_rate: number,
/** Since when the office knows it to be so. */
key_rate_on: string, };

/** What one scenario comes to. */
export type Exposure = { scenario: Scenario,
/** In the order in which a judgment would name them. */
figures: Array<ExposureFigure>,
/** The sum of the figures on the day on which the scenario ends. */
total: Money,
/** The total if the later law covers this event as well, where that differs. */
total_if_later_law: Money | null,
/** Of a part: what comes on top if the complainant sues for the rest and wins. */
at_risk: Money | null,
/** The total over time, from today to the day of the judgment: what it would be on that day. */
curve: Array<ExposurePoint>, };

/** One sum of an estimate, told in words that an owner can check by hand. */
export type ExposureFigure = { head: HeadOfLoss,
/** By the law as it surely stands. */
sum: Money,
/** What it comes to if the later law covers this event as well, where that is not settled. */
if_later_law: Money | null,
/** The multiplication and its limits in Russian, for a reader without the law at hand. */
formula_ru: string,
/** [`Self::formula_ru`] for a reader of English. */
formula_en: string,
/** Act and article; empty for a pure assumption. */
citation: string,
/** [`Self::citation`] as [`in_english`] puts it. */
citation_en: string,
/** `None` for an assumption of the office, which no rule backs. */
certainty: Certainty | null, };

export type ExposurePoint = {
/** The day on which the money would be paid. */
day: string,
/** What would be paid on it in all. */
total: Money, };

/** The head of loss that a figure belongs to, as a statement of claim sorts its sums. */
export type HeadOfLoss = "principal" | "penalty" | "interest" | "fine" | "moral" | "expertise" | "lawyers" | "court_fee";

/** An answer that the office can give, and how it ends. */
export type Scenario = "settle_now" | "partly" | "refuse_and_win" | "refuse_and_lose";
