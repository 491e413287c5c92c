// Made by `cargo xtask types`; change the Rust types instead.
import type { ClockKind, ClockStart } from './complaint/clock'
import type { DeliveryState } from './complaint/dispatch'
import type { AskedDetail, LetterGroup } from './complaint/letter_details'
import type { LetterKind } from './complaint/letter_kind'
import type { Money } from './complaint/money'
import type { Status } from './complaint/procedure'
import type { Regime } from './complaint/regime'
import type { DemandKind, FormKind, Kind, NoAnswerReason } from './complaint/words'

/** What asks for a sum of money. */
export const DEMANDS_FOR_MONEY: Array<DemandKind> = [
  "refund",
  "price_reduction",
  "expenses",
  "damages",
  "penalty",
  "moral_damages",
  "recalculation",
  "payment"
]

/** Demands of which each answer has a price. */
export const DEMANDS_WITH_PRICE: Array<DemandKind> = [
  "refund",
  "replacement",
  "repair",
  "fix_defects",
  "exchange",
  "price_reduction",
  "expenses",
  "damages",
  "penalty",
  "moral_damages",
  "delivery",
  "contract_refusal",
  "recalculation",
  "payment",
  "other"
]

/** What people mostly ask for under a body of rules, the most usual first. */
export const USUAL_DEMANDS: Record<Regime, Array<DemandKind>> = {
  "goods": ["refund","replacement","repair","price_reduction","expenses"],
  "services": ["fix_defects","refund","price_reduction","damages","apology"],
  "prepaid_goods": ["delivery","refund","penalty","damages"],
  "distance": ["refund","replacement","delivery","contract_refusal"],
  "housing": ["recalculation","fix_defects","information","damages"],
  "communal": ["recalculation","fix_defects","information","damages"],
  "medical": ["information","refund","fix_defects","moral_damages"],
  "hotel": ["refund","damages","moral_damages","apology"],
  "catering": ["refund","apology","replacement","damages"],
  "household": ["fix_defects","refund","price_reduction","damages","apology"],
  "tourism": ["refund","damages","moral_damages","apology"],
  "carriage": ["refund","damages","moral_damages","apology"],
  "personal_data": ["erasure","information","stop_nuisance"],
  "b2b": ["payment","delivery","penalty","replacement"],
  "platform": ["refund","delivery","stop_charging","information"],
  "neighbour": ["stop_nuisance","damages","apology"],
  "general": ["refund","information","apology","other"],
  "none": ["refund","information","apology","other"],
}

/** The kinds of letters as they are offered, in the order of the procedure. */
export const LETTER_GROUPS: Record<LetterGroup, Array<LetterKind>> = {
  "first": ["acknowledgement","information_request","inspection_invitation","interim"],
  "final": ["final_satisfied","final_partial","final_goodwill","final_refusal","personal_data_reply","thanks"],
  "peace": ["settlement_offer","settlement_agreement","correction"],
  "others": ["forwarding","forwarding_notice","regulator_reply","platform_reply","own_claim"],
  "papers": ["inspection_act","no_show_act","statement"],
}

/** What the writer of a letter is asked for besides the text. */
export const LETTER_DETAILS: Record<LetterKind, Array<AskedDetail>> = {
  "acknowledgement": [{"detail":"expected","optional":true}],
  "information_request": [{"detail":"questions","optional":false},{"detail":"answer_by","optional":false}],
  "inspection_invitation": [{"detail":"inspection","optional":false},{"detail":"inspection_reply","optional":true}],
  "interim": [{"detail":"expected","optional":false},{"detail":"holding_reason","optional":false}],
  "final_satisfied": [{"detail":"account","optional":false}],
  "final_partial": [{"detail":"account","optional":false}],
  "final_goodwill": [{"detail":"account","optional":false}],
  "final_refusal": [{"detail":"account","optional":false}],
  "personal_data_reply": [{"detail":"data","optional":false}],
  "thanks": [{"detail":"findings","optional":true},{"detail":"measures","optional":true}],
  "settlement_offer": [{"detail":"settlement","optional":false},{"detail":"settlement_until","optional":false}],
  "settlement_agreement": [{"detail":"settlement","optional":false}],
  "correction": [{"detail":"correction","optional":false}],
  "forwarding": [{"detail":"recipient","optional":false},{"detail":"forwarding_reason","optional":false},{"detail":"findings","optional":true}],
  "forwarding_notice": [{"detail":"recipient","optional":false},{"detail":"forwarding_reason","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "regulator_reply": [{"detail":"recipient","optional":false},{"detail":"inquiry","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "platform_reply": [{"detail":"recipient","optional":false},{"detail":"ticket","optional":false},{"detail":"findings","optional":false},{"detail":"measures","optional":true}],
  "own_claim": [{"detail":"recipient","optional":false},{"detail":"claim","optional":false},{"detail":"findings","optional":false}],
  "inspection_act": [{"detail":"inspection","optional":false},{"detail":"act_found","optional":false}],
  "no_show_act": [{"detail":"inspection","optional":false},{"detail":"act_absence","optional":false}],
  "statement": [{"detail":"statement","optional":false},{"detail":"questions","optional":false}],
}

/** Papers: signed by those they name, addressed to nobody, kept and not sent. */
export const PAPERS: Array<LetterKind> = [
  "settlement_agreement",
  "inspection_act",
  "no_show_act",
  "statement"
]

/** Letters that, once issued, answer a message of a kind for good. */
export const ANSWERING_LETTERS: Record<Kind, Array<LetterKind>> = {
  "claim": ["final_satisfied","final_partial","final_goodwill","final_refusal"],
  "complaint": ["final_satisfied","final_partial","final_goodwill","final_refusal"],
  "review": ["final_satisfied","final_partial","final_goodwill","final_refusal","thanks"],
  "request": ["final_satisfied","final_partial","final_goodwill","final_refusal","personal_data_reply"],
  "authority": ["final_satisfied","final_partial","final_goodwill","final_refusal","regulator_reply"],
  "gratitude": ["final_satisfied","final_partial","final_goodwill","final_refusal","thanks"],
}

/** What a letter can show as a picture. */
export const PICTURE_TYPES: Array<string> = [
  "image/png",
  "image/jpeg"
]

/** Clocks that a person may start; the others follow from facts. */
export const STARTABLE_CLOCKS: Array<ClockKind> = [
  "acknowledgement",
  "inspection",
  "expertise",
  "goods_return",
  "payment",
  "data_request",
  "goal",
  "other"
]

/** Starts whose day is read from a fact of the case, which must be named. */
export const STARTS_FROM_FACTS: Array<ClockStart> = [
  "issued",
  "dispatched",
  "delivered",
  "diary"
]

/** Days before its last one from which a term is soon due. */
export const SOON_DAYS: number = 3

/** The most units a term may have. */
export const LONGEST_TERM: number = 3660

/** Days that are off in every year, as the end of an ISO day. */
export const HOLIDAYS: Array<string> = [
  "01-01",
  "01-02",
  "01-03",
  "01-04",
  "01-05",
  "01-06",
  "01-07",
  "01-08",
  "02-23",
  "03-08",
  "05-01",
  "05-09",
  "06-12",
  "11-04"
]

/** Messages that ask for an answer by themselves; the others do so only by a demand. */
export const KINDS_ASKING_ANSWER: Array<Kind> = [
  "claim",
  "complaint",
  "request",
  "authority"
]

/** Where the complainant still waits for the final word. */
export const STATUSES_AWAITING_ANSWER: Array<Status> = [
  "fresh",
  "in_work",
  "waiting",
  "decided"
]

/** Reasons to close without an answer that say too little by themselves. */
export const REASONS_WANTING_WORDS: Array<NoAnswerReason> = [
  "withdrawn",
  "duplicate",
  "forwarded",
  "answered_orally",
  "other"
]

/** After these nothing more is to be expected of a dispatch. */
export const SETTLED_DELIVERIES: Array<DeliveryState> = [
  "delivered",
  "returned",
  "refused",
  "lost"
]

/** A reason belongs to these. */
export const DELIVERIES_WANTING_REASON: Array<DeliveryState> = [
  "returned",
  "refused"
]

/** The lengths in characters that a person chooses among. */
export const FORM_LENGTHS: Record<FormKind, Array<number>> = {
  "public": [300,500,1000],
  "call": [],
  "sms": [70,134,201,1000],
}

/** The largest sum there is. */
export const MOST_MONEY: Money = "9999999999999.99"
