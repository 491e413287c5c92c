// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockKind } from '../complaint/clock'
import type { ComplaintId, DemandId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { Regime } from '../complaint/regime'
import type { DemandKind } from '../complaint/words'
import type { CalendarYear } from '../deadline/calendar'
import type { ContractPenalty, CourtAssumptions, Exposure } from '../deadline/exposure'
import type { Goals } from '../deadline/goals'
import type { Origin, Penalty, Rule, Validity } from '../deadline/law'
import type { OpeningHours } from '../deadline/posting'
import type { Retention, RetentionRule } from '../deadline/retention'

/** The days of a span on which nobody works. */
export type DaysOff = {
/** The days, in order. */
off: Array<string>,
/** Years of the span whose calendar isn't loaded; none of their days is named. */
missing: Array<number>, };

/** A span of days, both ends in it. */
export type DaysQuestion = { from: string, to: string, };

/** The last day of a demand or of another clock of an open case that would move. */
export type MovedDate = {
/** What is demanded, where it is the term of a demand. */
demand: DemandKind | null,
/** What the clock is for, where it is another one. */
clock: ClockKind | null,
/** The last legal day as it was counted. */
was: string | null,
/** The last legal day as it would be. */
becomes: string | null, complaint: ComplaintId,
/** Incoming number, by the office's pattern. */
number: string,
/** What it is about, in one line. */
subject: string, };

/** A change of what the office counts by. */
export type NormChange = { "what": "rule", rule: Rule,
/** The version that was edited into it; none for a new rule. */
instead: RuleRef | null, } | { "what": "rule_reset", of: RuleRef, } | { "what": "pack", text: string, } | { "what": "pack_reset", regime: Regime, } | { "what": "year", year: CalendarYear, } | { "what": "calendar", text: string, } | { "what": "year_reset", year: number, } | { "what": "hours", places: OpeningHours, } | { "what": "goals", goals: Goals, } | { "what": "retention", retention: Retention, } | { "what": "assumptions", assumptions: CourtAssumptions, };

/** Why a change is refused: where, and what. */
export type NormFault = {
/** The line of the file, from 1; 0 where there is none. */
line: number,
/** The rule or the year it is about. */
subject: string | null,
/**
 * What is wrong: `syntax`, `unknown_key`, `missing_key`, `bad_value`, `empty_text`, `too_long`,
 * `ends_before_it_begins`, `not_one_outcome`, `covers_nothing`, `reference_covers`,
 * `unknown_penalty`, `two_versions`, `circle`, `too_large`, `not_a_calendar`, `misplaced_day`,
 * `wrong_total`, `hours`, `goal`, `trash_days`, `retention_years`,
 * `retention_short`.
 */
problem: string,
/** The name, the day or the number that the problem is about; for `syntax` what the reader says. */
detail: string, };

/** What a change would do. */
export type NormPreview = {
/** Why it can't be made. */
fault: NormFault | null,
/** The regime whose rules change. */
regime: Regime | null,
/** The years of the calendar that change. */
years: Array<number>,
/** How many versions of rules would be the office's own. */
rules: number,
/** The dates that move, the nearest first, at most two hundred. */
moved: Array<MovedDate>, moved_total: number, };

/** A change of norms in the journal. */
export type NormUndo = {
/** The number of the journal's row. */
seq: number, };

export type NormsChanged = {
/** What the office counts by now. */
norms: NormsView,
/** How many dates of open cases moved. */
moved: number,
/** The change in the journal, to be undone by; none when nothing changed. */
seq: number | null, };

/** Everything the office counts by. */
export type NormsView = {
/** The regimes in the order of the screens. */
regimes: Array<RegimeNorms>,
/** The penalties that rules refer to. */
penalties: Array<Penalty>,
/** The years of the calendar, oldest first. */
years: Array<YearView>,
/** The year behind the last of them, as it is to be added before its own act is known. */
next_year: CalendarYear,
/** The hours of the places where papers are handed over. */
places: OpeningHours,
/** What is assumed for the price of an answer. */
assumptions: CourtAssumptions,
/** The terms that the office sets itself. */
goals: Goals, retention: RetentionView, };

/** Asks what each answer to a demand may cost. */
export type PriceQuestion = { complaint: ComplaintId, demand: DemandId,
/** The sum that is disputed, where the demand names none. */
asked: Money | null,
/** The part of it that the office would pay; half when absent. */
offered: Money | null,
/** What was paid under the contract, where that is not the price. */
paid: Money | null,
/** An exception from the fine applies. */
excused: boolean,
/** The day by the contract, or the new one that the consumer set, from which some penalties run. */
contract_day: string | null,
/** The penalty that the contract names for each day of lateness. */
contract: ContractPenalty | null,
/** Assumptions other than the office's. */
assumptions: CourtAssumptions | null, };

/** What each answer may cost. */
export type PriceView = {
/** The sum that is disputed; none when the demand names none and no price is recorded. */
asked: Money | null,
/** The part that was reckoned with. */
offered: Money,
/** The day of the demand. */
event: string,
/** Its last legal day. */
due: string | null,
/** Its penalty runs from the day by the contract, which the question may name. */
from_contract_day: boolean,
/** The price was not recorded, so the penalty is reckoned from the sum demanded. */
price_assumed: boolean, assumptions: CourtAssumptions,
/** The answers; empty without a sum. */
answers: Array<Exposure>, };

export type RegimeNorms = { regime: Regime,
/** The regime that speaks where this one is silent. */
subsidiary: Regime | null,
/** Whether the office has changed something of it. */
own: boolean,
/** Its rules with all their versions, by name and first day. */
rules: Array<RuleView>,
/** Why the office's own changes are not counted by, when they no longer fit what ships. */
fault: NormFault | null, };

/** For how long the office keeps its records. */
export type RetentionView = {
/** What the office has set. */
chosen: Retention,
/** What ships, one rule of each kind. */
shipped: Array<RetentionRule>,
/** When what ships was last compared with its sources. */
checked_on: string, };

/** Names one version of a rule. */
export type RuleRef = { regime: Regime, id: string,
/** The case it is for. */
variant: string | null,
/** First day the rule is in force; with the id it names one wording. */
valid_from: string, };

/** One version of one rule, and how it stands today. */
export type RuleView = { rule: Rule,
/** Whether it is in force today. */
validity: Validity, origin: Origin,
/** Nobody has compared it with the act or a good account of it. */
unverified: boolean, };

/** A year of the production calendar. */
export type YearView = { entry: CalendarYear,
/** Whether the office has changed or added it. */
own: boolean, };
