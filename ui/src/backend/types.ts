// Made by `cargo xtask types`; change the Rust types instead.

/** Why an inspection did not take place. */
export type Absence = "did_not_come" | "no_access" | "withheld";

/** What an act records besides the inspection itself. */
export type Act = {
/** Until when, `HH:MM`; empty while unknown. */
until: string,
/** What was seen and found, facts only. */
found: string,
/** What those present remarked; empty leaves lines to write on. */
remarks: string,
/** Whether the complainant attended. */
attended: boolean,
/** Why the inspection did not take place. */
absence: Absence,
/** The reason given for it; empty when none was given. */
reason: string,
/**
 * How the complainant was told of day and place, where no issued
 * invitation says so.
 */
notified: string,
/** Who was present and signs. */
present: Array<Person>, };

/** Who does a thing: the name that stands in the journal beside each change. */
export type Actor = string;

/** What taking in gives. */
export type Added = {
/** The new complaint's id. */
id: ComplaintId,
/** Its incoming number. */
number: string, };

/** An answer the office can give, and how it ends. */
export type Answer = "settle_now" | "partly" | "refuse_and_win" | "refuse_and_lose";

/** One submission of a letter for approval, and what became of it. */
export type Approval = {
/** Its id. */
id: ApprovalId,
/** Where it stands. */
state: ApprovalState,
/** When it was submitted. */
asked_at: string,
/** Who submitted it. */
asked_by: Actor,
/** A note to the head. */
note: string,
/** When the head spoke. */
told_at: string | null,
/** Who spoke. */
told_by: Actor | null,
/** Remarks to a letter that was returned. */
remarks: string,
/** The hash of what was approved: text, choices, and facts composed. */
mark: string | null,
/** When the approval became void. */
void_at: string | null,
/** Whose change made it void. */
void_by: Actor | null,
/** What changed. */
void_why: VoidReason | null, };

/** One submission of a letter for approval. */
export type ApprovalId = string;

/** Which letters wait for the head's word before they are issued. */
export type ApprovalRules = {
/** Whether any do. */
required: boolean,
/** The post of who approves. */
post: string,
/** The name of who approves; anybody may where it is empty. */
name: string,
/**
 * Letters that answer for good. Where none of the three limits is set,
 * every letter waits; where some are, a letter waits that one of them means.
 */
finals: boolean,
/** Letters that refuse a demand wholly or in part. */
refusals: boolean,
/** Letters that grant more than this in all. */
above: Money | null,
/** Whether the letter shows who approved it, and when. */
printed: boolean, };

/** Where the approval of a letter stands. */
export type ApprovalState = "waiting" | "approved" | "returned" | "recalled" | "void";

/** Where a letter's approval stands. */
export type ApprovalView = {
/** Whether this letter can be issued only when it is approved. */
needed: boolean,
/** Whether it is approved with exactly the content it has now. */
stands: boolean,
/** Whether the person acting is the one who approves. */
approver_acts: boolean,
/** Who approves, by the office's settings: post and name. */
approver: string,
/** The hash of the content it has now. */
mark: string,
/** Every submission, the latest first. */
history: Array<Approval>,
/** What differs from what was approved last, where it was and differs. */
differences: Array<Difference>, };

/** One attachment of a message. */
export type AttachmentOffer = {
/** Its place in the message, from 0. */
index: number,
/** Its name, made harmless. */
name: string,
/** Its media type. */
media_type: string,
/** Length in bytes. */
bytes: number,
/** SHA-256, lower-case hexadecimal. */
sha256: string, };

/** A backup that was made. */
export type BackupMade = {
/** When. */
at: string,
/** Where it lies, for showing only. */
folder: string,
/** Its size in bytes. */
bytes: number, };

/** A bank account. */
export type Bank = {
/** БИК, nine digits. */
bic: string,
/** Account, twenty digits. */
account: string,
/** The bank's name. */
name: string,
/** Correspondent account, twenty digits. */
correspondent: string | null, };

/** Whom a term binds. */
export type Binds = "office" | "complainant";

/** One block of the body. */
export type Block = {
/**
 * Its id, unique within the letter. Composed blocks have telling ids
 * («intro», «demand:…/decision»); the editor may give any other id to
 * blocks the user adds.
 */
id: string,
/** How far it may be changed. */
lock: Lock,
/**
 * What it is for: «intro», «demand:<id>», «next», «rights» …; empty for
 * the user's own.
 */
role: string,
/** What it holds. */
content: Content, };

/** What a block becomes. */
export type BlockShape = "paragraph" | "demand_list" | "question_list" | "office_terms" | "their_terms" | "persons" | "parties" | "statement_head" | "few_lines" | "many_lines";

/** One block of a template. */
export type BlockTemplate = {
/** Its id. */
id: string,
/** Its role; the id when not said. */
role: string,
/** Its lock. */
lock: Lock,
/** Conditions, all of which must hold. */
when: Array<string>,
/** Whether it is written once for each demand. */
each_demand: boolean,
/** What it becomes. */
shape: BlockShape,
/** The text of a paragraph or of one list item, taken apart. */
text: Array<Piece>, };

/** Bytes that come as they are, not as JSON. */
export type Bytes = ArrayBuffer;

/** Asks for the last days of open cases as a calendar file. */
export type CalendarFile = {
/** Of one case only. */
complaint: ComplaintId | null,
/** The language of its words. */
language: Language, };

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

/** The whole case, as its screen shows it. */
export type Card = {
/** The complaint. */
complaint: Complaint,
/** Demands, in their order. */
demands: Array<DemandView>,
/** Documents by exhibit number. */
documents: Array<Document>,
/** Documents in the trash. */
trashed_documents: Array<Document>,
/** The incident diary, by time. */
diary: Array<DiaryEntry>,
/** Internal notes, by time. */
notes: Array<InternalNote>,
/** Letters, the oldest first. */
letters: Array<LetterSummary>,
/** What to do next. */
next_step: NextStep,
/** Terms that run for the complaint as a whole (the answer itself). */
clocks: Array<ClockView>,
/** Other complaints of the same person. */
same_person: Array<ComplaintRow>,
/** The change that undo would take back, if there is one. */
undo: UndoOffer | null,
/** Whether an issued request for information waits for its answer. */
question_open: boolean,
/** Every clock of the case, the nearest open one first. */
running: Array<RunningClock>,
/** The facts beyond letters and diary that a clock may run from or be proved by. */
dispatches: Array<DispatchFact>,
/** Whether and why an interim reply is worth writing now. */
interim: InterimAdvice | null, };

/** How sure we are of a rule. None of them is a lawyer's opinion. */
export type Certainty = "act" | "secondary" | "other_software" | "memory" | "office_goal";

/** One change. */
export type Change = {
/** A block's id or a part of the frame («heading», «salutation» …). */
place: string,
/** The field, where the change is one of a field. */
field: string | null,
/** What happened. */
kind: ChangeKind,
/** How it read before. */
before: string,
/** How it reads now, or would. */
after: string, };

/** What happened to one place. */
export type ChangeKind = "field" | "rewritten" | "added" | "removed" | "stale" | "conflict";

/** The way a complaint came in. */
export type Channel = "email" | "phone" | "post" | "in_person" | "messenger" | "website" | "platform" | "authority" | "complaint_book" | "other";

/** A folder chosen in the system's dialog. */
export type ChosenFolder = {
/** Names it in [`OfficeCreate`] and [`OfficeOpen`]. */
token: string,
/** The path, for showing only. */
display: string,
/** Whether an office is kept there already, to be opened rather than made. */
holds_office: boolean,
/** Whether it lies on a network share, where a database breaks. */
network_share: boolean,
/** Whether anything can be written there. */
writable: boolean, };

/** The office's own claim. */
export type Claim = {
/** Against whom. */
against: ClaimAgainst,
/** The contract: «поставки № 7». */
contract: string,
/** Its date. */
contract_on: string | null,
/** The clause or article it rests on. */
ground: string,
/** What is demanded, beginning with the verb. */
demand: string,
/** The sum claimed. */
amount: Money | null,
/** The day by which an answer is awaited. */
until: string | null, };

/** Against whom the office's own claim goes. */
export type ClaimAgainst = "supplier" | "carrier" | "platform";

/** What a clock would be counted to. */
export type ClockCounted = {
/** The day of the fact. */
start_on: string,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null,
/** How it is counted. */
steps: Array<ClockStep>,
/** The year whose calendar isn't loaded, where that is why there is no day. */
missing_year: number | null, };

/** How a clock ended. */
export type ClockEnd = "met" | "void";

/** Ends a clock. */
export type ClockEnding = {
/** Which. */
of: ClockRef,
/** How. */
how: ClockEnd,
/** The day on which it was done, or fell away. */
on: string,
/** Why, in words; asked for where nothing proves it. */
why: string,
/** What proves it. */
proof: Proof | null, };

/** One clock of a case. */
export type ClockId = string;

/** What a clock is for. */
export type ClockKind = "demand" | "answer" | "acknowledgement" | "interim" | "inspection" | "expertise" | "goods_return" | "payment" | "commitment" | "data_request" | "goal" | "other";

/** A stretch of days in which a clock stands still. */
export type ClockPause = {
/** Its id. */
id: ClockPauseId,
/** The clock that stands still; none for the term of a demand. */
clock: ClockId | null,
/** The demand whose term stands still. */
demand: DemandId | null,
/** The first day that doesn't count. */
from: string,
/** The last day that doesn't count; none while it still stands. */
to: string | null,
/** What happened. */
ground: string,
/** The rule that lets the term stand still. */
citation: string,
/** What proves it. */
proof: Proof | null, };

/** One stretch of days in which a clock stands still. */
export type ClockPauseId = string;

/** Names a stretch in which a clock stood still. */
export type ClockPauseRef = {
/** The complaint. */
complaint: ComplaintId,
/** The stretch. */
pause: ClockPauseId, };

/** Asks what terms a demand would have. */
export type ClockQuestion = {
/** What sort of message it is. */
kind: Kind,
/** The body of rules. */
regime: Regime,
/** The demands. */
demands: Array<DemandKind>,
/** The day of receipt. */
received: string,
/** The price of the goods or service, for the penalty. */
price: Money | null, };

/** Names a clock: its own id, or the demand whose term it is. */
export type ClockRef = {
/** The complaint. */
complaint: ComplaintId,
/** The clock. */
clock: ClockId | null,
/** The demand. */
demand: DemandId | null, };

/** Lets a clock run on. */
export type ClockResume = {
/** The complaint. */
complaint: ComplaintId,
/** The stretch that ends. */
pause: ClockPauseId,
/** The last day that doesn't count. */
to: string, };

/** Starts a clock, or puts one right. */
export type ClockSave = {
/** The complaint. */
complaint: ComplaintId,
/** The clock to be put right; a new one when absent. */
clock: ClockId | null,
/** What is said of it. */
values: ClockValues, };

/** The fact from whose next day a term runs. */
export type ClockStart = "received" | "issued" | "dispatched" | "delivered" | "decided" | "handed_over" | "diary" | "day";

/** Where a clock stands. */
export type ClockState = "open" | "paused" | "met" | "late" | "void";

/** One step of a count. */
export type ClockStep = {
/** The day the step arrives at. */
date: string,
/** Russian. */
text_ru: string,
/** English. */
text_en: string, };

/** Makes a clock stand still. */
export type ClockStop = {
/** Which. */
of: ClockRef,
/** The first day that doesn't count. */
from: string,
/** The last one; none while it still stands. */
to: string | null,
/** What happened. */
ground: string,
/** What proves it. */
proof: Proof | null, };

/** What is said of a clock. */
export type ClockValues = {
/** What it is for. */
kind: ClockKind,
/** In the office's own words; asked for where the kind is `other`. */
title: string,
/** It binds the office; otherwise the other side. */
ours: boolean,
/** From which fact it runs. */
start: ClockStart,
/** The letter, dispatch, step or entry that is the fact. */
start_ref: string | null,
/** The day of the fact, where it is not read from one. */
start_on: string | null,
/** The term. */
term: Term | null,
/** The last day, where it is named instead. */
day: string | null,
/** What it rests on. */
citation: string,
/** Anything else worth knowing. */
note: string, };

/** One term, with the reason for its date. */
export type ClockView = {
/** The rule's id. */
rule: string,
/** What the term is for, Russian. */
title_ru: string,
/** What the term is for, English. */
title_en: string,
/** Article and clause: «ЗоЗПП ст. 22». */
citation: string,
/** The same for a reader of English. */
citation_en: string,
/** How certain the fact is: `P`, `S`, `G`, `M` of the fact pack, or `office` for the office's own goal. */
certainty: string,
/** The day the rule was last checked against a source. */
checked_on: string,
/** The event's day the term counts from. */
start: string,
/** The last day before it is moved off a holiday. */
unmoved: string | null,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null,
/** How it was counted, step by step. */
steps: Array<ClockStep>,
/** What lateness costs, Russian; empty when nothing is set. */
penalty_ru: string,
/** What lateness costs, English. */
penalty_en: string,
/**
 * Why there is no date: `at_once`, `named_by_complainant`, `by_contract`, `next_delivery`,
 * `needs_event`, `needs_time`, `missing_year`, `too_far`, `paused`, or absent.
 */
undated: string | null,
/** The norm that lets the term stand still; without one it never does. */
pause: string | null,
/** The special case it applies in, which the office must confirm; absent for a plain rule. */
variant: string | null,
/** The law names no term here; the number is borrowed and shown as a caution. */
caution: boolean,
/** It binds the complainant, not the office. */
binds_complainant: boolean,
/** What to do, Russian. */
todo_ru: string,
/** What to do, English. */
todo_en: string,
/** The time of the last day at which a term of hours ends. */
until: string | null,
/**
 * Until when the answer can be posted, handed in at the branch, and handed over; absent without a
 * day and for terms of the other side.
 */
last: LastMoments | null, };

/** Closes a case. */
export type CloseCase = {
/** The complaint. */
complaint: ComplaintId,
/** Why no answer is due, with words to it; absent when a final letter is issued. */
reason: [NoAnswerReason, string] | null, };

/** Who complains and where an answer reaches them. */
export type Complainant = {
/** Person or organisation. */
kind: PartyKind,
/**
 * The name as given, in the nominative: «Соколова Марина Львовна», «ООО «Вектор»».
 * Empty for an anonymous complaint.
 */
name: string,
/** Grammatical gender, when the office overrules the guess. */
gender: Gender,
/** The addressee line in the dative, when the office overrules the program. */
name_dative: string | null,
/** The salutation («Уважаемая Марина Львовна!»), when overruled. */
salutation: string | null,
/** Postal address in one or more lines. */
address: string,
/** E-mail address. */
email: string,
/** Telephone, E.164 where it could be read so. */
phone: string,
/**
 * The representative who acts for the complainant, with the ground of
 * authority, in free words.
 */
representative: string, };

/** One complaint in the register. */
export type Complaint = {
/** Its id. */
id: ComplaintId,
/** Its incoming number, given by the register. */
number: string,
/** What sort of message it is. */
kind: Kind,
/** The body of rules that applies. */
regime: Regime,
/** The way it came in. */
channel: Channel,
/** When it reached the office. */
received_at: string,
/** When it was written into the register. */
recorded_at: string,
/** Why it was recorded on a later day than it was received. */
backdating_reason: string | null,
/** The complainant's card. */
person_id: PersonId,
/** The complainant. */
complainant: Complainant,
/** What it is about, one line. */
subject: string,
/** The complainant's words, verbatim. */
text: string,
/** Order, contract, receipt, booking. */
order: string,
/** The complainant's own number and date of their letter, for «На № от». */
their_number: string,
/** The date on the complainant's letter. */
their_date: string | null,
/** Price of the goods or service in dispute. */
price: Money | null,
/** Where it stands; follows from the facts. */
status: Status,
/** Why it was closed without an answer, and the words to it. */
no_answer: [NoAnswerReason, string] | null,
/** When it was closed. */
closed_at: string | null,
/** When it went to the trash. */
trashed_at: string | null,
/** Grows by one with each change of the complaint or of anything on it. */
version: number, };

/**
 * New values for the fields of a complaint; the demands have commands of
 * their own.
 */
export type ComplaintEdit = {
/** Which complaint. */
id: ComplaintId,
/** The version the screen showed; a newer one in the register refuses the edit. */
version: number,
/** What sort of message it is. */
kind: Kind,
/** The body of rules that applies. */
regime: Regime,
/** The way it came in. */
channel: Channel,
/** When it reached the office. */
received_at: string,
/** Why it was recorded on a later day. */
backdating_reason: string | null,
/** The complainant. */
complainant: Complainant,
/** What it is about. */
subject: string,
/** The complainant's words. */
text: string,
/** Order, contract, receipt, booking. */
order: string,
/** The number on the complainant's letter. */
their_number: string,
/** The date on the complainant's letter. */
their_date: string | null,
/** Price of the goods or service in dispute. */
price: Money | null, };

/** One complaint, whatever its register number. */
export type ComplaintId = string;

/** Names one complaint. */
export type ComplaintRef = {
/** Its id. */
complaint: ComplaintId, };

/** One row of the register on the screen. */
export type ComplaintRow = {
/** Its id. */
id: ComplaintId,
/** Its incoming number. */
number: string,
/** When it reached the office. */
received_at: string,
/** What sort of message it is. */
kind: Kind,
/** The way it came in. */
channel: Channel,
/** The body of rules that applies. */
regime: Regime,
/** The complainant's name; empty when anonymous. */
complainant: string,
/** What it is about. */
subject: string,
/** The demands, in their order. */
demands: Array<DemandKind>,
/** Where it stands. */
status: Status,
/** What to do next. */
next_step: NextStep,
/** The last day of the nearest open clock that binds the office. */
next_due: string | null,
/** The nearest safe last day of an open clock. */
next_due_safe: string | null,
/** What that nearest clock is for. */
next_due_kind: ClockKind | null,
/** The date an interim reply promised, while the final answer is out. */
promised: string | null,
/**
 * The day by which a posted letter should have been delivered, while
 * nothing is known of it.
 */
delivery: string | null,
/** Whether it lies in the trash. */
trashed: boolean, };

/** What stands behind the colon of a condition. */
export type ConditionValues = "nothing" | "regime" | "channel" | "message" | "decision" | "decision_or_none" | "demand" | "letter" | "field" | "count";

/** A family of conditions as the template editor offers it. */
export type ConditionWord = {
/** The word before the colon. */
head: string,
/** What follows it. */
kind: ConditionValues,
/** The values there are; none for a condition of one word. */
values: Array<string>,
/** Whether it speaks of one demand. */
of_demand: boolean,
/** What the Russian screens say after «если»; `{}` is the value. */
ru: string,
/** The same turned round. */
ru_not: string,
/** What the English screens say after "if". */
en: string,
/** The same turned round. */
en_not: string, };

/** What a block holds. */
export type Content = { "type": "paragraph",
/** Its text. */
spans: Array<Span>, } | { "type": "numbered_list",
/** Its items. */
items: Array<Array<Span>>, } | { "type": "dashed_list",
/** Its items. */
items: Array<Array<Span>>, } | { "type": "table",
/** Whether the first row is a head, repeated on each page. */
head: boolean,
/** Rows of cells; rows may differ in length. */
rows: Array<Array<Array<Span>>>, } | { "type": "quote",
/** Its paragraphs. */
paragraphs: Array<Array<Span>>, } | { "type": "figure",
/** Its number within the case. */
exhibit: number,
/** What stands under it, behind its number. */
caption: Array<Span>, };

/** A penalty that the contract itself names for each day of lateness. */
export type ContractPenalty = {
/** Hundredths of a per cent of the sum for each day: 10 is 0.1 % a day. */
basis_points_per_day: number,
/** The most it comes to, in per cent of the sum; none where the contract sets no limit. */
cap_percent: number | null, };

/** What is said about personal data. */
export type DataAnswer = {
/** Whether the office holds no data of this person. */
none: boolean,
/** What data there are. */
categories: string,
/** What for. */
purposes: string,
/** By what right. */
basis: string,
/** Where they came from. */
source: string,
/** To whom they were given. */
shared: string,
/** How long they are kept. */
kept: string,
/** What was done at the person's wish. */
done: string, };

/** The days of a span on which nobody works. */
export type DaysOff = {
/** The days, in order. */
off: Array<string>,
/** Years of the span whose calendar isn't loaded; none of their days is named. */
missing: Array<number>, };

/** A span of days, both ends in it. */
export type DaysQuestion = {
/** The first day. */
from: string,
/** The last day. */
to: string, };

/** Decides on a demand, or takes the decision back. */
export type Decide = {
/** The complaint. */
complaint: ComplaintId,
/** The demand. */
demand: DemandId,
/** The decision; none takes it back. */
decision: Decision | null, };

/**
 * What the office decides on one demand, and why. These words go into the
 * letter, so they are written for the complainant.
 */
export type Decision = {
/** Yes, partly, no, or of good will. */
kind: DecisionKind,
/** What was checked and found, and why it leads to this decision. */
reasons: string,
/** The clause of the contract or the article of law it rests on. */
ground: string,
/** The sum granted, for a demand of money. */
amount: Money | null,
/** What happens next: what the office does, how it pays, where to come. */
action: string,
/** The last day by which the office promises to do it. */
due: string | null,
/**
 * The documents of the case that the finding rests on, in the order they
 * are referred to.
 */
evidence: Array<DocumentId>, };

/** What the office decides on a demand. */
export type DecisionKind = "satisfy" | "partly" | "refuse" | "goodwill";

/** A step of a delivery as a fact that a clock may run from. */
export type DeliveryFact = {
/** The step. */
event: DispatchEventId,
/** How far it had come. */
state: DeliveryState,
/** The day. */
on: string, };

/** Names a step of a delivery. */
export type DeliveryRef = {
/** The step. */
event: DispatchEventId, };

/** Writes down what became of a dispatch. */
export type DeliverySave = {
/** The dispatch. */
dispatch: DispatchId,
/** How far it had come. */
state: DeliveryState,
/** The day. */
on: string,
/** The last day it is kept for the addressee. */
until: string | null,
/** Why it came back or was refused. */
reason: string,
/** How that is known. */
source: string,
/** The paper that shows it, a document of the case. */
document: DocumentId | null, };

/** How far a dispatch has come. */
export type DeliveryState = "handed_over" | "in_transit" | "kept_in_office" | "delivered" | "returned" | "refused" | "lost";

/** One demand. */
export type Demand = {
/** Its id. */
id: DemandId,
/** What is asked. */
kind: DemandKind,
/** In our own words, where the kind does not say it all. */
detail: string,
/** The sum asked. */
amount: Money | null,
/** The day the demand was made; the day of receipt unless made later. */
made_on: string,
/** The decision, once there is one. */
decision: Decision | null,
/** The id of the rule that gives the leading term. */
rule: string | null,
/** The legal last day, moved off holidays. */
due_legal: string | null,
/** The safe last day: the last working day on or before the unmoved date. */
due_safe: string | null, };

/** The terms of one demand, or of the answer as a whole. */
export type DemandClocks = {
/** The demand; absent for the answer as a whole. */
demand: DemandKind | null,
/** Its terms; the first leads. */
clocks: Array<ClockView>, };

/** One demand within a complaint. */
export type DemandId = string;

/** What the complainant asks for. */
export type DemandKind = "refund" | "replacement" | "repair" | "fix_defects" | "exchange" | "price_reduction" | "expenses" | "damages" | "penalty" | "moral_damages" | "delivery" | "loan_item" | "contract_refusal" | "recalculation" | "information" | "erasure" | "apology" | "stop_nuisance" | "stop_charging" | "payment" | "other";

/** Names one demand. */
export type DemandRef = {
/** The complaint. */
complaint: ComplaintId,
/** The demand. */
demand: DemandId, };

/** A new or changed demand. */
export type DemandSave = {
/** The complaint. */
complaint: ComplaintId,
/** The demand to change; a new one when absent. */
demand: DemandId | null,
/** Its values. */
values: NewDemand, };

/** A demand with the terms that run for it. */
export type DemandView = {
/** The demand. */
demand: Demand,
/** Its terms; the first leads. */
clocks: Array<ClockView>, };

/** One entry of the incident diary: what happened, exactly when. */
export type DiaryEntry = {
/** Its id. */
id: DiaryId,
/** When it happened. */
at: string,
/** What happened, in neutral words. */
text: string,
/** Who it is known from. */
source: string, };

/** One entry of the incident diary. */
export type DiaryId = string;

/** Names one diary entry. */
export type DiaryRef = {
/** The complaint. */
complaint: ComplaintId,
/** The entry. */
entry: DiaryId, };

/** A new or changed diary entry. */
export type DiarySave = {
/** The complaint. */
complaint: ComplaintId,
/** The entry to change; a new one when absent. */
entry: DiaryId | null,
/** When it happened. */
at: string,
/** What happened. */
text: string,
/** Who it is known from. */
source: string, };

/** One thing in which two texts of a letter differ. */
export type Difference = {
/** The part: «heading», «addressee», «enclosures», «block» … */
what: string,
/** How it read before; empty for what was added. */
before: string,
/** How it reads now; empty for what is gone. */
after: string, };

/** A letter on its way: one time it left the office. */
export type Dispatch = {
/** Its id. */
id: DispatchId,
/** The letter. */
letter: LetterId,
/** The way. */
way: DispatchWay,
/** When it was handed over to the carrier, to the addressee, or sent. */
sent_at: string,
/** The carrier's number, as on the receipt; empty where there is none. */
tracking: string,
/**
 * The address on the envelope, one string a line: name, then address; for
 * other ways where it was sent to.
 */
address: Array<string>,
/** What it cost. */
cost: Money | null,
/** The day by which it should be delivered. */
expected: string | null,
/** What lay in the envelope, if an inventory was made. */
inventory: Array<InventoryLine>,
/** Anything else worth knowing. */
note: string,
/** The carrier's receipt, or the copy with the receipt mark. */
receipt: DocumentId | null,
/** What became of it, by day. */
events: Array<DispatchEvent>, };

/** One step in the delivery of a dispatch. */
export type DispatchEvent = {
/** Its id. */
id: DispatchEventId,
/** How far it had come. */
state: DeliveryState,
/** The day. */
on: string,
/** The last day it is kept for the addressee, where it waits at an office. */
until: string | null,
/** Why it came back or was refused. */
reason: string,
/** How that is known: the carrier's site, the return receipt. */
source: string,
/** The paper that shows it. */
document: DocumentId | null,
/** When it was written down. */
recorded_at: string, };

/** One step in the delivery of a dispatch. */
export type DispatchEventId = string;

/** A dispatch as a fact that a clock may run from. */
export type DispatchFact = {
/** The dispatch. */
dispatch: DispatchId,
/** Its letter. */
letter: LetterId,
/** The way it went. */
way: DispatchWay,
/** The day it left the office. */
on: string,
/** The carrier's number. */
tracking: string,
/** The steps that count as its delivery. */
delivered: Array<DeliveryFact>, };

/** One dispatch of a letter. */
export type DispatchId = string;

/** Names a dispatch. */
export type DispatchRef = {
/** The dispatch. */
dispatch: DispatchId, };

/** Writes a dispatch down, or puts one right. */
export type DispatchSave = {
/** The letter. */
letter: LetterId,
/** The dispatch to be put right; a new one when absent. */
dispatch: DispatchId | null,
/** What is known of it. */
values: DispatchValues, };

/** What is written down of a dispatch. */
export type DispatchValues = {
/** The way. */
way: DispatchWay,
/** When it was handed over or sent. */
sent_at: string,
/** The carrier's number. */
tracking: string,
/** The number is kept although its check digit or its shape is wrong. */
tracking_kept: boolean,
/** The address on the envelope, or where it was sent to; the letter's own when empty. */
address: Array<string>,
/** What it cost. */
cost: Money | null,
/** The day by which it should be delivered. */
expected: string | null,
/** What lay in the envelope, if an inventory was made. */
inventory: Array<InventoryLine>,
/** Anything else worth knowing. */
note: string,
/** The carrier's receipt, a document of the case. */
receipt: DocumentId | null, };

/** A dispatch as the screen shows it. */
export type DispatchView = {
/** What is kept of it. */
dispatch: Dispatch,
/** How far it has come. */
state: DeliveryState,
/** Days since it should have been delivered, while nothing is known; 0 in time. */
overdue: number,
/** What is wrong with its number. */
tracking: TrackingCheck,
/** Whether it went to another address than the letter names. */
elsewhere: boolean, };

/** The way a letter goes. */
export type DispatchWay = "post_simple" | "post_registered" | "post_valued" | "courier" | "by_hand" | "email" | "messenger" | "platform" | "website" | "other";

/** One document; its bytes lie in the document store under their SHA-256. */
export type Document = {
/** Its id. */
id: DocumentId,
/** The name it came with, made harmless. */
name: string,
/** Exhibit number within the case, from 1, never given twice. */
exhibit: number,
/** Media type by its content where that can be told, else by its name. */
media_type: string,
/** Length in bytes. */
bytes: number,
/** SHA-256 of the content, lower-case hexadecimal. */
sha256: string,
/** When the file itself was last changed, as its medium said. */
file_time: string | null,
/** When it was added. */
added_at: string,
/** From which side it came. */
side: Side,
/** Where it came from and how: «приложено к письму», «снято камерой зала». */
source: string, };

/** Keeps chosen or dropped files with a case. */
export type DocumentAdd = {
/** The case. */
complaint: ComplaintId,
/** The files. */
tokens: Array<string>,
/** From which side they came. */
side: Side,
/** Where they came from and how. */
source: string,
/** A fresh id of the window's own, to cancel by. */
work: string, };

/** What is known of a document, besides its bytes. */
export type DocumentEdit = {
/** The complaint. */
complaint: ComplaintId,
/** The document. */
document: DocumentId,
/** From which side it came. */
side: Side,
/** Where it came from and how. */
source: string, };

/** One document of a complaint (its content is named by SHA-256). */
export type DocumentId = string;

/** Names one document. */
export type DocumentRef = {
/** The complaint. */
complaint: ComplaintId,
/** The document. */
document: DocumentId, };

/** Names a draft of a form. */
export type DraftKey = {
/** Which form. */
key: string, };

/** Keeps a draft of a form. */
export type DraftPut = {
/** Which form. */
key: string,
/** What was typed. */
value: unknown, };

/** Payload of the event `dropped`. */
export type Dropped = {
/** The files, in the order in which they came. What lies in a dropped folder comes too; links are not followed. */
files: Array<DroppedFile>,
/** Where they were let go. */
position: Position | null, };

/** A file that was chosen or dropped; its path stays in the shell. */
export type DroppedFile = {
/** Names it in commands until the program ends. */
token: string,
/** Its name, made safe to show. */
name: string,
/** Length in bytes. */
bytes: number, };

/** A deadline filter, seen from the day of asking. */
export type DueFilter = "overdue" | "today" | "week" | "none";

/** Asks whether a complaint like this is in the register already. */
export type DuplicateQuestion = {
/** Name as typed. */
name: string,
/** E-mail as typed. */
email: string,
/** Phone as typed. */
phone: string,
/** Order or contract as typed. */
order: string,
/** Subject as typed. */
subject: string, };

/** One enclosure as the letter names it. */
export type EnclosureLine = {
/** Exhibit number within the case; absent for one named by hand. */
exhibit: number | null,
/** What it is. */
name: string,
/** Sheets, where known. */
pages: number | null,
/** Copies. */
copies: number, };

/** The end of a clock. */
export type Ending = {
/** How it ended. */
how: ClockEnd,
/** The day on which it was done, or fell away. */
on: string,
/** Why, in words; empty where the facts say it. */
why: string,
/** What proves it. */
proof: Proof | null,
/** It follows from the facts, so nobody takes it back. */
of_facts: boolean, };

/** Sizes of envelopes. */
export type EnvelopeSize = "c6" | "dl" | "dl_window" | "c5" | "c4" | "b4";

/** The person who wrote the letter. */
export type Executor = {
/** Full name. */
name: string,
/** Telephone. */
phone: string, };

/**
 * A failure as hosts hand it on: a code to be worded, the field it is about,
 * and a detail that names the thing. Nothing matches on the detail's text.
 */
export type Failure = {
/** The code, snake case. */
code: string,
/** The field at fault, where there is one. */
field: string | null,
/** What exactly, where a name or a number says more. */
detail: string | null, };

/** What is wrong. `name` and `id` are those of [`TemplateFault`]. */
export type FaultCode = "not_readable" | "newer_format" | "too_large" | "unknown_word" | "unclosed" | "too_deep" | "unknown_field" | "unknown_condition" | "unknown_snippet" | "snippet_loop" | "demand_outside" | "never_taken" | "empty" | "odd_id" | "no_name" | "no_heading" | "no_closing" | "no_demands" | "no_questions" | "no_fact" | "no_legal_block" | "legal_changed" | "legal_unlocked";

/** Whether a template can be used in spite of a fault. */
export type FaultWeight = "error" | "warning";

/** What a field is about; the menus of the template editor follow it. */
export type FieldGroup = "message" | "case" | "demand" | "office" | "wording";

/** What is wrong with a field. */
export type FieldProblem = "missing" | "too_long" | "future" | "too_early" | "needed_for_decision" | "more_than_asked" | "foreign" | "taken" | "doubtful";

/** A field as the template editor offers it. */
export type FieldWord = {
/** Its name in a template. */
name: string,
/** What it is about. */
group: FieldGroup,
/** Whether it is usually put in as words and not as a place to fill. */
as_words: boolean,
/** Languages that have it. */
languages: Array<Language>,
/** What the Russian screens call it. */
ru: string,
/** What the English screens call it. */
en: string, };

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

/** What files are chosen for; decides what the dialog shows. */
export type FilePurpose = "documents" | "mail" | "image";

/** Asks for files in the system's dialog. */
export type FilesChoose = {
/** What for. */
purpose: FilePurpose, };

/** One finding. */
export type Finding = {
/** The rule's id: «admission.guilt». */
rule: string,
/** How much it weighs. */
severity: Severity,
/** What it is about. */
group: Group,
/**
 * Where: a block's id, or «heading», «salutation», «addressee»,
 * «closing», «enclosures», «signatory»; `None` for the letter as a whole.
 */
block: string | null,
/**
 * Start of the place, in `char`s (Unicode scalar values, not bytes and
 * not UTF-16 units) of [`crate::Block::reads`] or of the named part; for
 * [`check_plain`], of the whole text.
 */
start: number,
/** End of the place, exclusive. Equal to `start` where there is no place. */
end: number,
/** Why, in one Russian sentence. */
message_ru: string,
/** Why, in one English sentence. */
message_en: string,
/**
 * A better wording for the place, in the letter's language. An empty one
 * proposes to strike the place out.
 */
suggestion: string | null,
/**
 * The place that the better wording stands for, where that is more than
 * the finding's own: the sentence around a word.
 */
mend: [number, number] | null, };

/** A form of an answer, as its editor holds it. */
export type Form = {
/** What it is. */
kind: FormKind,
/** Its language. */
language: Language,
/** Characters it may have; none where nothing limits it. */
limit: number | null,
/** Its parts: one for a reply and a message, several for a call. */
parts: Array<FormPart>, };

/** A form as its screen shows it. */
export type FormCard = {
/** Its id; none while it is not kept. */
id: FormId | null,
/** Its text. */
form: Form,
/** When it was last changed, where it is kept. */
changed_at: string | null,
/** Where it went out. */
used: Array<FormUse>,
/** What the check found. */
findings: Array<Finding>,
/** How long it is. */
length: FormLength, };

/** Reads a form as it is typed. */
export type FormCheck = {
/** The complaint. */
complaint: ComplaintId,
/** The form. */
form: Form, };

/** What reading a form found. */
export type FormChecked = {
/** What the check found. */
findings: Array<Finding>,
/** How long the form is. */
length: FormLength, };

/** A draft of a form, kept while it is being typed. */
export type FormDraft = {
/** Which form: for example `complaint/new`, `decision/<demand id>`. */
key: string,
/** What was typed, as the form keeps it. */
value: unknown,
/** When it was last typed in. */
at: string, };

/** One form of an answer besides the letter. */
export type FormId = string;

/** Another form of an answer, told from the same decision as the letter. */
export type FormKind = "public" | "call" | "sms";

/** How long a form is. */
export type FormLength = {
/** Characters. */
chars: number,
/** How many text messages it takes; long ones are cut and paid for one by one. */
messages: number,
/** How many more characters the last of them takes. */
room: number, };

/** A part of a form. */
export type FormPart = {
/** Its id: «reply», «opening», «dont» … */
id: string,
/** Its title. */
title: string,
/** Its words. */
text: string, };

/** Names one form. */
export type FormRef = {
/** The form. */
form: FormId, };

/** Keeps a form with the case. */
export type FormSave = {
/** The complaint. */
complaint: ComplaintId,
/** The form to change; a new one when absent. */
id: FormId | null,
/** Its text. */
form: Form, };

/** Where and when a form went out. */
export type FormUse = {
/** When. */
at: string,
/** Where: a platform, a telephone, a messenger. */
place: string,
/** A link to it, or the number that was called; kept as text. */
link: string,
/** The words as they were then. */
text: string, };

/** Notes that a form went out. */
export type FormUsed = {
/** The form. */
form: FormId,
/** When. */
at: string,
/** Where: a platform, a telephone, a messenger. */
place: string,
/** A link to it, kept as text and never opened. */
link: string, };

/** Writes a form from the case as it stands now; nothing is kept. */
export type FormsCompose = {
/** The complaint. */
complaint: ComplaintId,
/** What form. */
kind: FormKind,
/** Its language; the office's own when absent. */
language: Language | null,
/** Characters it may have; what is usual for its kind when absent. */
limit: number | null, };

/** Grammatical gender for the letter's wording. */
export type Gender = "auto" | "m" | "f";

/** The terms that the office sets itself. The law names none for confirming a receipt. */
export type Goals = {
/** To confirm the receipt. */
acknowledge: Term | null,
/** To answer, where the law leaves more time. */
answer: Term | null, };

/** What a finding is about. */
export type Group = "complete" | "safe" | "tone";

/** From when to when a place is open on one day. */
export type Hours = {
/** When it opens. */
opens: string,
/** When it closes. */
closes: string, };

/** Chooses an image in the system's dialog and keeps it in the open office. */
export type ImageChoose = {
/** What for; the dialog's title says it. */
purpose: ImagePlace, };

/** Where an image goes on the letter. */
export type ImagePlace = "logo" | "stamp" | "signature";

/** Asks for the bytes of a kept image. */
export type ImageShow = {
/** From [`StoredImage`] or the letterhead. */
sha256: string, };

/** What taking a template from a file would do. */
export type ImportFate = "new" | "new_version" | "same";

/** What a state body or a platform asked. */
export type Inquiry = {
/** The number of its request. */
number: string,
/** The date of its request. */
on: string | null,
/** The platform's number of the dispute. */
ticket: string, };

/** An inspection: announced by an invitation, recorded by an act. */
export type Inspection = {
/** What it is for. */
purpose: InspectionPurpose,
/** The day. */
on: string | null,
/** The hour and minute, `HH:MM`; empty while unknown. */
at: string,
/** Where. */
place: string,
/** What is inspected. */
object: string,
/** Who carries it out. */
by: string,
/** The day by which the complainant may ask for another time. */
reply_by: string | null, };

/** Makes the file. */
export type InspectionMake = {
/** The complaint. */
complaint: ComplaintId,
/** Documents of the case that go along: signed acts, photographs. */
documents: Array<DocumentId>,
/** The language of the list; the office's own when absent. */
language: Language | null, };

/** A paper that the file would hold. */
export type InspectionPaper = {
/** What it is called, Russian. */
title: string,
/** What it is called, English. */
title_en: string,
/** The document, where it is one of the case. */
document: DocumentId | null, };

/** What an inspection is for. */
export type InspectionPurpose = "inspection" | "quality_check" | "expertise";

/** One step. */
export type InspectionStep = {
/** What. */
what: InspectionStepWhat,
/** How it stands. */
state: InspectionStepState,
/** It belongs to the second invitation. */
again: boolean,
/** The papers are incomplete without it. */
needed: boolean,
/** The letter or paper it is about, also while it is a draft. */
letter: LetterId | null,
/** The day it was done, or will come. */
on: string | null, };

/** How a step stands. */
export type InspectionStepState = "done" | "missing" | "waiting";

/** What is to be done so that the papers speak for themselves. */
export type InspectionStepWhat = "invite" | "send" | "receipt" | "notice" | "day" | "act";

/** What there is of the papers of an inspection. */
export type InspectionView = {
/** The steps, in order. */
steps: Array<InspectionStep>,
/** The papers that the file would hold, without chosen documents. */
papers: Array<InspectionPaper>,
/** Whether the file can be made: an act is there. */
may_make: boolean,
/** Whether nothing is missing that is needed. */
complete: boolean,
/** Whether an inspection took place after all. */
took_place: boolean, };

/** An interim reply is worth writing: a last day is near, and the decision is out. */
export type InterimAdvice = {
/**
 * The demand whose term is the nearest; none where nothing is demanded and the complaint as
 * such is to be answered.
 */
demand: DemandKind | null,
/** Its legal last day: nothing later may be promised without harm. */
legal: string, };

/** Asks what a promised day would lead to. */
export type InterimQuestion = {
/** The complaint. */
complaint: ComplaintId,
/** The day that is to be promised. */
promised: string, };

/** An internal note. It stays in the office: no letter type has room for one. */
export type InternalNote = {
/** Its id. */
id: NoteId,
/** When it was written. */
at: string,
/** Who wrote it. */
author: string,
/** The words. */
text: string, };

/** One line of an inventory of contents. */
export type InventoryLine = {
/** What lies in the envelope. */
name: string,
/** Sheets of one copy, where known. */
sheets: number | null,
/** Copies; 0 counts as 1. */
copies: number,
/** The value declared for it. */
value: Money | null, };

/** What freezing a letter fixed. */
export type IssuedFacts = {
/** Outgoing number. */
number: string,
/** When it was issued. */
at: string,
/** SHA-256 of the PDF. */
sha256: string,
/** Pages of the PDF. */
pages: number, };

/** Which rows of the journal to show. */
export type JournalQuery = {
/** Only this complaint's. */
complaint: ComplaintId | null,
/** Rows before this place; the newest when absent. */
before: number | null,
/** At most so many. */
limit: number, };

/** One row of the journal of actions. */
export type JournalRow = {
/** Its place in the journal, from 1. */
seq: number,
/** When. */
at: string,
/** Who. */
actor: string,
/** The named operation, for example `decide`. */
op: string,
/** The complaint it touched. */
complaint: ComplaintId | null,
/** That complaint's number. */
number: string | null,
/** What changed. */
detail: unknown,
/** The row's hash, lower-case hexadecimal. */
hash: string,
/** Whether it can be undone now. */
undoable: boolean, };

/** A form of a name that the office keeps in the place of the program's own. */
export type KeptNameForm = {
/** Its id. */
id: NameFormId,
/** The name in the nominative. */
name: string,
/** The gender it belongs to. */
gender: Gender,
/** Which form. */
form: NameForm,
/** The language of the letters it serves. */
language: Language,
/** The form itself. */
words: string,
/** When it was kept. */
kept_at: string, };

/** What sort of message it is. */
export type Kind = "claim" | "complaint" | "review" | "request" | "authority" | "gratitude";

/** What the labels are printed on. */
export type LabelForm = "sheet" | "single";

/** A language of letters and of the interface. */
export type Language = "ru" | "en";

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

/** What it costs to answer a demand, or the complaint, on the promised day instead of the legal one. */
export type LatePromise = {
/** What is demanded; none where the complaint as such is to be answered. */
demand: DemandKind | null,
/** Its legal last day. */
legal: string,
/** Act and article of the term. */
citation: string,
/** Days from the legal day to the promised one. */
late_days: number,
/** Act and article of the penalty; none where no penalty is named. */
penalty_citation: string | null,
/** The sum it is reckoned from. */
basis: Money | null,
/** The penalty for each day. */
per_day: Money | null,
/** The penalty up to the promised day, within its limit. */
total: Money | null,
/** All of it in Russian. */
text_ru: string,
/** All of it in English. */
text_en: string, };

/** Approves a draft as it was read. */
export type LetterApprove = {
/** The letter. */
letter: LetterId,
/**
 * [`ApprovalView::mark`] of what the head has read; another content by now
 * refuses the approval.
 */
mark: string, };

/** A letter with its text, as its screen shows it. */
export type LetterCard = {
/** Number, state, dates. */
summary: LetterSummary,
/** The complaint it answers. */
complaint: ComplaintId,
/** That complaint's number. */
complaint_number: string,
/** The text. */
text: LetterText,
/** The writer's choices. */
choices: LetterChoices,
/** Documents of the case that could be enclosed. */
documents: Array<Document>,
/** What the check found. */
findings: Array<Finding>,
/** The nearest legal last day of the case. */
due: string | null,
/** Whether the case has changed since the text was composed from it. */
stale: boolean,
/** A name for the PDF file. */
file_name: string,
/** Where its approval stands. */
approval: ApprovalView,
/** The template a draft was made from; none for an issued letter. */
template: LetterTemplate | null, };

/** What the writer chooses besides the text. */
export type LetterChoices = {
/** Documents to enclose, in this order. */
enclosures: Array<DocumentId>,
/**
 * How many sheets an enclosure has by the writer's own count; the program
 * counts those of the others where it can.
 */
sheets: { [key in DocumentId]: number },
/** Photographs among the documents that the text shows, in this order. */
figures: Array<DocumentId>,
/** Documents that `findings` rests on. */
findings_evidence: Array<DocumentId>,
/** The date an interim reply promises. */
expected: string | null,
/** Why an interim reply holds the matter. */
holding_reason: string,
/** What a request for information asks, a line each. */
questions: Array<string>,
/** The day by which the complainant is asked to answer. */
answer_by: string | null,
/** What was checked and found, where there is no demand to say it at. */
findings: string,
/** What the office has done or will do, where there is no demand to say it at. */
measures: string,
/**
 * What a letter of this kind says besides: to whom it goes, when an
 * inspection is, what is offered, what an act records.
 */
particulars: Particulars, };

/** New choices, with the text as it stands. */
export type LetterChoicesSave = {
/** The letter. */
letter: LetterId,
/** Its text. */
text: LetterText,
/** The choices. */
choices: LetterChoices, };

/** Begins a letter. */
export type LetterDraft = {
/** The complaint it answers. */
complaint: ComplaintId,
/** What it is. */
kind: LetterKind,
/** The language; the office's own when absent. */
language: Language | null, };

/** One letter, draft or issued. */
export type LetterId = string;

/** Issues a letter. */
export type LetterIssue = {
/** The letter. */
letter: LetterId,
/**
 * Why it is issued in spite of findings that would stop it; kept in the
 * journal. An unresolved field can't be overridden.
 */
override_reason: string | null, };

/** What a letter, or a paper made like one, is. */
export type LetterKind = "acknowledgement" | "information_request" | "inspection_invitation" | "interim" | "final_satisfied" | "final_partial" | "final_goodwill" | "final_refusal" | "personal_data_reply" | "thanks" | "settlement_offer" | "settlement_agreement" | "correction" | "forwarding" | "forwarding_notice" | "regulator_reply" | "platform_reply" | "own_claim" | "inspection_act" | "no_show_act" | "statement";

/** Names one letter. */
export type LetterRef = {
/** The letter. */
letter: LetterId, };

/** Returns a draft with remarks. */
export type LetterReturn = {
/** The letter. */
letter: LetterId,
/** What is to be changed. */
remarks: string, };

/** Records that a letter went out. */
export type LetterSent = {
/** The letter. */
letter: LetterId,
/** The way. */
channel: Channel,
/** When. */
at: string, };

/** Where a letter stands. */
export type LetterState = "draft" | "issued" | "superseded";

/** Submits a draft to the head. */
export type LetterSubmit = {
/** The letter. */
letter: LetterId,
/** A note to the head; may be empty. */
note: string, };

/** One letter, without its text. */
export type LetterSummary = {
/** Its id. */
id: LetterId,
/** What it is. */
kind: LetterKind,
/** The language it is in. */
language: Language,
/** Where it stands. */
state: LetterState,
/** Its heading. */
heading: string,
/** When it was last changed. */
changed_at: string,
/** Number, date, hash and pages, once issued. */
issued: IssuedFacts | null,
/** The issued letter that this one replaces. */
supersedes: LetterId | null,
/**
 * The day the letter names: the date an interim reply promises, the day
 * an invitation to an inspection asks to come.
 */
promised: string | null,
/** The way and the time it was handed over or sent, once it was. */
sent: [Channel, string] | null,
/** The latest submission for approval, if it was ever submitted. */
approval: Approval | null, };

/** A letter that was taken over. */
export type LetterTaken = {
/** The letter. */
card: LetterCard,
/** What changed in it, and what of the user's own words stayed. */
changes: Array<Change>, };

/** The template a draft was made from. */
export type LetterTemplate = {
/** The template and version. */
made_from: TemplateOffer,
/** What has taken its place since, if anything has. */
newer: TemplateOffer | null,
/** Every template the letter could be taken over to. */
others: Array<TemplateOffer>, };

/** Takes a draft over to another template or to the present version of its own. */
export type LetterTemplateChange = {
/** The letter. */
letter: LetterId,
/** Its text as it stands. */
text: LetterText,
/** The office's own template; the program's when absent. */
template: TemplateId | null, };

/**
 * A letter's text. It maps onto a ProseMirror document without loss: blocks
 * are top-level nodes, text runs carry marks, fields are atoms.
 */
export type LetterText = {
/** What the letter is. */
kind: LetterKind,
/** The language it is in. */
language: Language,
/** What it is about: «О рассмотрении претензии …». */
heading: string,
/** «Уважаемая Марина Львовна!» */
salutation: string,
/** To whom, one string a line: name in the dative, then the address. */
addressee: Array<string>,
/** The body. */
blocks: Array<Block>,
/** «С уважением,» */
closing: string,
/** What goes with it. */
enclosures: Array<EnclosureLine>,
/** Who signs. */
signatory: Signatory,
/**
 * Who signs a paper, when more than one does or somebody else; empty for
 * a letter.
 */
signers: Array<Signer>,
/** Who wrote it. */
executor: Executor | null,
/** The day by which an interim reply or an acknowledgement promises the answer. */
expected: string | null,
/**
 * What composing wrote, by which [`crate::refresh`] tells the user's words
 * from its own. The editor hands it back as it came.
 */
made: Made, };

/** The text as the editor holds it now. */
export type LetterTextSave = {
/** The letter. */
letter: LetterId,
/** Its text. */
text: LetterText, };

/**
 * The letterhead: its form and the images on it, each named by the SHA-256 of
 * its bytes in the document store.
 */
export type Letterhead = {
/** Corner or longitudinal. */
form: LetterheadForm,
/** Logo, PNG or JPEG. */
logo: string | null,
/** Stamp, PNG or JPEG. */
stamp: string | null,
/** Signature, PNG or JPEG. */
signature: string | null,
/**
 * Whether stamp and signature images go onto letters; else there is room
 * for a wet signature.
 */
use_images: boolean,
/** A line beneath the name, for example what the business does. */
tagline: string,
/**
 * Whether a QR code with number, date and the text's fingerprint stands at
 * the foot of the first page.
 */
code: boolean,
/** Whether there is a line for who receives the letter by hand. */
receipt: boolean,
/** Whether the case goes into the PDF for other programs to read. */
summary: boolean, };

/** Where the sender's details stand on the page. */
export type LetterheadForm = "longitudinal" | "corner";

/** Asks how letters look on a letterhead that is not kept yet. */
export type LetterheadTry = {
/** The office as the form has it. */
profile: OfficeProfile,
/** Picture points per PDF point: 1.0 is 72 dpi. */
scale: number, };

/** How far a block may be changed by hand. */
export type Lock = "locked" | "guided" | "free";

/** The composed state of a letter. */
export type Made = {
/** The template's name: «final_refusal.ru», or what the office calls it. */
template: string,
/** The version of the template the letter was made from. */
version: number,
/**
 * SHA-256 of the template the letter was made from, by which its words are
 * found again; empty in a letter from before templates were kept.
 */
source: string,
/** The office's own template it was made from; none for a shipped one. */
own: TemplateId | null,
/** Heading as composed. */
heading: string,
/** Salutation as composed. */
salutation: string,
/** Addressee as composed. */
addressee: Array<string>,
/** Closing as composed. */
closing: string,
/** Enclosures as composed. */
enclosures: Array<EnclosureLine>,
/** Signatory as composed. */
signatory: Signatory,
/** Executor as composed. */
executor: Executor | null,
/** Id and wording mark of each block as composed. */
blocks: Array<MadeBlock>, };

/** A composed block's id and the mark of its wording. */
export type MadeBlock = {
/** The block's id. */
id: string,
/** [`wording`] of the block as composed. */
wording: string, };

/** A message read into a draft for the user to confirm. */
export type MailProposal = {
/** SHA-256 of the message's bytes, by which it is known again when it is handed over anew. */
sha256: string,
/** The sender's address. */
from_address: string,
/** The sender's name as the message gives it. */
from_name: string,
/** When it was sent. */
sent: string | null,
/** The form, filled in as far as the message allows. */
draft: NewComplaint,
/** Attachments, each to be taken or left. */
attachments: Array<AttachmentOffer>,
/** What was odd about the message: `body_from_html`, `broken_structure`, `unknown_charset` and the like. */
notices: Array<string>,
/** Phones found in the text. */
phones: Array<string>,
/** Complaints in the register that look like the same one. */
duplicates: Array<ComplaintRow>, };

/** Reads a message into a draft. */
export type MailRead = {
/** The file. */
token: string, };

/** Takes a message in as a complaint, itself and the chosen attachments as its documents. */
export type MailTake = {
/** The file. */
token: string,
/** The confirmed form. */
complaint: NewComplaint,
/** Which attachments to keep, by their place in the message. */
attachments: Array<number>, };

/** A stretch of a text that matched, in characters (not bytes). */
export type MatchSpan = {
/** First character. */
start: number,
/** One past the last character. */
end: number, };

/** What a correction mends. */
export type Mending = {
/** The issued letter that is mended. */
letter: LetterId | null,
/** What it said. */
said: string,
/** What it should have said. */
right: string,
/** How the mistake came about; may stay empty. */
reason: string,
/** Whether this letter replaces the other one as a whole. */
whole: boolean, };

/** A day and a time of it. */
export type Moment = {
/** The day. */
day: string,
/** The time. */
time: string, };

/**
 * A non-negative sum in kopecks. On the wire it is a string with two
 * decimals (`"4590.00"`), so that no reader rounds it through a float.
 */
export type Money = string;

/** The last day of a demand or of another clock of an open case that would move. */
export type MovedDate = {
/** The complaint. */
complaint: ComplaintId,
/** Its number. */
number: string,
/** Its subject. */
subject: string,
/** What is demanded, where it is the term of a demand. */
demand: DemandKind | null,
/** What the clock is for, where it is another one. */
clock: ClockKind | null,
/** The last legal day as it was counted. */
was: string | null,
/** The last legal day as it would be. */
becomes: string | null, };

/** A form of a name that a letter needs. */
export type NameForm = "dative" | "salutation";

/** A form of a name that the office put in the program's place. */
export type NameFormId = string;

/** Names a kept form. */
export type NameFormRef = {
/** The form. */
id: NameFormId, };

/** How a letter will address a complainant. */
export type NameForms = {
/** The addressee line in the dative. */
dative: string,
/** The salutation. */
salutation: string,
/** The gender that was told from the name: `m`, `f`, or absent. */
gender: Gender | null, };

/** A complaint as it is taken in. */
export type NewComplaint = {
/** What sort of message it is. */
kind: Kind,
/** The body of rules that applies. */
regime: Regime,
/** The way it came in. */
channel: Channel,
/** When it reached the office. */
received_at: string,
/** Why it is recorded on a later day than it was received; asked for then. */
backdating_reason: string | null,
/** A complainant who has a card already. */
person_id: PersonId | null,
/** The complainant. */
complainant: Complainant,
/** What it is about; taken from the first words of the text when empty. */
subject: string,
/** The complainant's words, verbatim. */
text: string,
/** Order, contract, receipt, booking. */
order: string,
/** The number on the complainant's letter. */
their_number: string,
/** The date on the complainant's letter. */
their_date: string | null,
/** Price of the goods or service in dispute. */
price: Money | null,
/** What is asked. */
demands: Array<NewDemand>, };

/** A demand as it is taken in. */
export type NewDemand = {
/** What is asked. */
kind: DemandKind,
/** In our own words, where the kind does not say it all. */
detail: string,
/** The sum asked. */
amount: Money | null,
/** The day it was made; the day of receipt when absent. */
made_on: string | null, };

/** The next step the procedure leads to; the screens word it and say why. */
export type NextStep = "name_demands" | "acknowledge" | "await_complainant" | "decide" | "draft_final" | "approve" | "revise" | "issue_final" | "send" | "close" | "confirm_delivery" | "nothing";

/** Why a complaint may be closed without an issued answer. */
export type NoAnswerReason = "withdrawn" | "no_address" | "duplicate" | "nothing_asked" | "forwarded" | "answered_orally" | "spam" | "other";

/** A change of what the office counts by. */
export type NormChange = { "what": "rule",
/** The rule as it is to be. */
rule: Rule,
/** The version that was edited into it; none for a new rule. */
instead: RuleRef | null, } | { "what": "rule_reset",
/** Which version. */
of: RuleRef, } | { "what": "pack",
/** The file's text. */
text: string, } | { "what": "pack_reset",
/** Which regime. */
regime: Regime, } | { "what": "year",
/** The year. */
year: CalendarYear, } | { "what": "calendar",
/** The file's text. */
text: string, } | { "what": "year_reset",
/** Which year. */
year: number, } | { "what": "hours",
/** The hours. */
places: Places, } | { "what": "goals",
/** The goals. */
goals: Goals, } | { "what": "stakes",
/** The assumptions. */
stakes: Stakes, };

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
 * `wrong_total`, `hours`, `goal`.
 */
problem: string,
/** The name, the day or the number that the problem is about; for `syntax` what the reader says. */
detail: string, };

/** A file of what the office counts by: the rules of a regime, or without one the calendar. */
export type NormFile = {
/** The regime. */
regime: Regime | null, };

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
moved: Array<MovedDate>,
/** How many there are in all. */
moved_total: number, };

/** A change of norms in the journal. */
export type NormUndo = {
/** Its place. */
seq: number, };

/** What a change did. */
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
/** The hours of the places where papers are handed over. */
places: Places,
/** What is assumed for the price of an answer. */
stakes: Stakes,
/** The terms that the office sets itself. */
goals: Goals, };

/** One internal note. */
export type NoteId = string;

/** Names one internal note. */
export type NoteRef = {
/** The complaint. */
complaint: ComplaintId,
/** The note. */
note: NoteId, };

/** A new or changed internal note. */
export type NoteSave = {
/** The complaint. */
complaint: ComplaintId,
/** The note to change; a new one when absent. */
note: NoteId | null,
/** The words. */
text: string, };

/**
 * Patterns of the register numbers. `{year}` is the year, `{n}` the counting
 * number, `{n:4}` the same padded with zeros to four digits.
 */
export type Numbering = {
/** Incoming complaints. */
incoming: string,
/** Outgoing letters. */
outgoing: string,
/** Papers of the office's own: acts, agreements, statements. */
paper: string, };

/** Makes a new office and opens it. */
export type OfficeCreate = {
/** A chosen folder; the default one when absent. */
folder: string | null,
/** Name, requisites, letterhead, numbering. */
profile: OfficeProfile, };

/** The open office, as every screen's head shows it. */
export type OfficeInfo = {
/** Name, requisites, letterhead, numbering. */
profile: OfficeProfile,
/** Where the records lie, for showing only. */
folder: string,
/** How many complaints are in the register, the trash not counted. */
complaints: number,
/** How safe the records are. */
safety: Safety, };

/** Opens an office that is there. */
export type OfficeOpen = {
/** A chosen folder; the office used last when absent. */
folder: string | null, };

/** All the office says of itself. */
export type OfficeProfile = {
/** What the office is called on the screen. */
name: string,
/** Requisites for letters. */
requisites: Requisites,
/** The letterhead. */
letterhead: Letterhead,
/** Number patterns. */
numbering: Numbering,
/** The language letters are written in unless asked otherwise. */
language: Language,
/** Whether this is the sample office to play in. */
sample: boolean,
/** The regime a new complaint starts with. */
usual_regime: Regime,
/** Which letters the head approves. */
approval: ApprovalRules, };

/** A term that the law leaves without a number. */
export type OpenTerm = "at_once" | "named_by_complainant" | "by_contract" | "next_delivery";

/** Whose a version of a rule is. */
export type Origin = "shipped" | "changed" | "added";

/** Asks for a window onto the register. */
export type PageQuery = {
/** Which rows, in what order. */
query: RegisterQuery,
/** The first row. */
offset: number,
/** At most so many rows. */
limit: number, };

/** Asks for the picture of one page. */
export type PageQuestion = {
/** From [`Preview::key`]. */
key: string,
/** The page, from 0. */
page: number,
/** Picture points per PDF point: 1.0 is 72 dpi. */
scale: number, };

/** A paper to be made. */
export type Paper = { "paper": "envelope",
/** The letter that lies in it. */
letter: LetterId,
/** Its size. */
size: EnvelopeSize,
/** To whom, name first; the letter's own address when empty. */
address: Array<string>,
/** How it goes. */
way: DispatchWay | null, } | { "paper": "window_sheet",
/** The letter it lies on. */
letter: LetterId,
/** To whom; the letter's own address when empty. */
address: Array<string>, } | { "paper": "labels",
/** The letters, a label each. */
letters: Array<LetterId>,
/** To whom, in place of the address of the only letter. */
address: Array<string>,
/** What they are printed on. */
form: LabelForm,
/** The first free label of the sheet, from 1 along the rows. */
start: number,
/** How many of each. */
copies: number, } | { "paper": "inventory",
/** The letter. */
letter: LetterId,
/** To whom; the letter's own address when empty. */
address: Array<string>,
/** What lies in the envelope; told from the letter when empty. */
lines: Array<InventoryLine>,
/** How it goes. */
way: DispatchWay | null,
/** Both copies on one sheet where they fit. */
one_sheet: boolean, } | { "paper": "receipt",
/** The letter. */
letter: LetterId, } | { "paper": "case_index",
/** The complaint. */
complaint: ComplaintId, } | { "paper": "book",
/** Its first day. */
from: string,
/** Its last day. */
to: string,
/** With what came in. */
incoming: boolean,
/** With what went out. */
outgoing: boolean, };

/** A paper as it would be printed. */
export type PaperShown = {
/** Names the rendered file, to ask its pages by. */
key: string,
/** How many pages. */
pages: number,
/** A name for the file. */
file_name: string,
/** Characters no font has, shown as boxes. */
missing_glyphs: string,
/** Whether a text found no room in its place. */
overfull: boolean,
/** Whether an address on it has no index. */
no_index: boolean, };

/** What a figure is. */
export type Part = "principal" | "penalty" | "interest" | "fine" | "moral" | "expertise" | "lawyers" | "court_fee";

/**
 * Everything a writer may say for a letter of some kind. Each kind reads its
 * own part; parts carry over from an earlier letter of the case to a later one.
 */
export type Particulars = {
/** To whom a letter goes that does not go to the complainant. */
recipient: Recipient,
/** The inspection that a letter invites to or an act records. */
inspection: Inspection,
/** What an act records. */
act: Act,
/** What a correction mends. */
correction: Mending,
/** What is offered or agreed. */
settlement: Settlement,
/** What a state body or a platform asked. */
inquiry: Inquiry,
/** The office's own claim. */
claim: Claim,
/** Who gives a statement. */
statement: StatementForm,
/** What is said about personal data. */
data: DataAnswer,
/** Why the matter is another body's. */
forwarding_reason: string, };

/** Whether a person or an organisation complains. */
export type PartyKind = "person" | "organisation";

/** Words pasted from a chat or a letter. */
export type PastedText = {
/** The words. */
text: string, };

/** A penalty for each day of lateness, in force for certain days of the event. */
export type Penalty = {
/** The name by which rules refer to it; several versions may share one. */
id: string,
/** Thousandths of the sum for each day: 10 is one per cent. */
per_mille_per_day: number,
/** The sum it is reckoned from. */
of: Sum,
/** The sum it can't exceed. */
cap: Sum | null,
/** A later law may cap it; whether for earlier events too is not settled, so both figures are shown. */
later_cap: Sum | null,
/** Act and article. */
citation: string,
/** Where it was read, when that isn't where its rules were. */
source: string,
/** How sure we are. */
certainty: Certainty,
/** First day of the event for which this version is vouched for. */
valid_from: string,
/** Last day of the event, if it has one. */
valid_to: string | null,
/** What to know about it, in Russian. */
note_ru: string,
/** The same in English. */
note_en: string, };

/** Somebody who was present and signs. */
export type Person = {
/** Post, or in what capacity: «мастер», «сосед из кв. 14». */
role: string,
/** Full name; empty leaves a blank to sign on. */
name: string, };

/** A card that fits. */
export type PersonHit = {
/** The card. */
id: PersonId,
/** What it says. */
complainant: Complainant,
/** How many complaints the person has in the register. */
complaints: number, };

/** One complainant's card. */
export type PersonId = string;

/** Words of a name, to suggest cards. */
export type PersonQuestion = {
/** The beginning of a name, e-mail or phone. */
text: string, };

/** A piece of a taken-apart text. */
export type Piece = { "type": "words", "of": {
/** The words. */
text: string,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } } | { "type": "value", "of": {
/** Its name. */
name: string,
/** Whether it is put in as words, not as an atom. */
inline: boolean,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } } | { "type": "snippet", "of": string } | { "type": "optional", "of": Array<Piece> };

/** The places of handing over. Their hours are assumptions of the office: nobody publishes them as law. */
export type Places = {
/** The post branch that the office uses. */
post: Week,
/** The office itself. */
office: Week, };

/** A total on a day. */
export type Point = {
/** The day. */
day: string,
/** The total. */
total: Money, };

/** A place in the window, in CSS pixels from its upper left corner. */
export type Position = {
/** To the right. */
x: number,
/** Down. */
y: number, };

/** All about the posting of one issued letter. */
export type PostingCard = {
/** The letter. */
letter: LetterId,
/** Its complaint. */
complaint: ComplaintId,
/** Each time it left the office, the earliest first. */
dispatches: Array<DispatchView>,
/** The address as the letter has it, name first. */
address: Array<string>,
/** The address as the complainant's card has it now, where it differs. */
address_now: Array<string> | null,
/** The complainant's e-mail. */
email: string,
/** The inventory as the letter's enclosures make it. */
inventory: Array<InventoryLine>,
/** The way that suggests itself. */
suggested: DispatchWay,
/** What each way brings along. */
ways: Array<WayView>,
/**
 * Whether the letter's own address would show in the window of a DL
 * envelope when it is folded in three.
 */
window: WindowFit,
/** The documents of the case, for receipts. */
documents: Array<Document>,
/** The last legal day for the answer. */
due: string | null, };

/** What a preview says besides its pictures. */
export type Preview = {
/** Names the rendered file, to ask its pages by. */
key: string,
/** How many pages. */
pages: number,
/** What the check found in this text. */
findings: Array<Finding>,
/** Characters no font has, shown as boxes. */
missing_glyphs: string, };

/** Asks what each answer to a demand may cost. */
export type PriceQuestion = {
/** The complaint. */
complaint: ComplaintId,
/** The demand. */
demand: DemandId,
/** The sum that is disputed, where the demand names none. */
asked: Money | null,
/** The part of it that the office would pay; half when absent. */
offered: Money | null,
/** What was paid under the contract, where that is not the price. */
paid: Money | null,
/** An exception from the fine applies. */
excused: boolean,
/** The penalty that the contract names for each day of lateness. */
contract: ContractPenalty | null,
/** Assumptions other than the office's. */
stakes: Stakes | null, };

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
/** The price was not recorded, so the penalty is reckoned from the sum demanded. */
price_assumed: boolean,
/** The assumptions. */
stakes: Stakes,
/** The answers; empty without a sum. */
answers: Array<Priced>, };

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

/** What is wrong with a requisite. A code for the screen to word, not a text. */
export type Problem = "empty" | "wrong_character" | "wrong_length" | "impossible_part" | "wrong_check_digit";

/** What the person at this computer has chosen; it belongs to the program, not to an office. */
export type ProgramSettings = {
/** Language of the screens. */
language: Language,
/** Colours. */
theme: Theme,
/** Size of the text, 1.0 to 2.0. */
text_scale: number,
/** Who sits here: the name that the journal writes beside each change. */
actor: string,
/** Whether the system says what today holds. */
reminders: boolean, };

/** What the window needs to draw its first screen. */
export type ProgramState = {
/** Whether an office is open; if not, the first-run screen is shown. */
office_open: boolean,
/** Language of the screens. */
language: Language,
/** Colours. */
theme: Theme,
/** Size of the text, 1.0 to 2.0. */
text_scale: number,
/** Who sits here. */
actor: string,
/** Whether the system says what today holds. */
reminders: boolean,
/** The folder of the office used last, for showing only. */
last_folder: string | null,
/** Where a new office is kept unless another folder is chosen, for showing only. */
default_folder: string,
/** The program's version. */
version: string,
/** Whether the open office is the sample. */
sample_open: boolean,
/** Why the office used last could not be opened, if so. */
problem: Failure | null, };

/** How far a long work is. */
export type Progress = {
/** Bytes done. */
done: number,
/** Bytes in all. */
total: number,
/** What is being worked on now. */
name: string, };

/** What proves something, by its kind and id. */
export type Proof = {
/** What it is. */
kind: ProofKind,
/** Its id. */
id: string, };

/** One thing that does not agree, or is missing. */
export type ProofFinding = {
/** The rule's id: «address.envelope». */
rule: string,
/**
 * How much it weighs; `must` is a contradiction, and the pack then needs
 * a written reason.
 */
severity: Severity,
/** What, in Russian. */
message_ru: string,
/** What, in English. */
message_en: string,
/** The cure, in Russian. */
cure_ru: string,
/** The cure, in English. */
cure_en: string, };

/** What proves that a clock was met. */
export type ProofKind = "letter" | "dispatch" | "document" | "diary";

/** Makes the proof of an answer. */
export type ProofMake = {
/** The letter. */
letter: LetterId,
/** The dispatch; as in [`ProofQuestion`] when absent. */
dispatch: DispatchId | null,
/** Why it is made in spite of contradictions. */
reason: string | null,
/** A folder with each paper by itself, beside the one file. */
folder: boolean, };

/** Asks whether the papers that prove an answer agree. */
export type ProofQuestion = {
/** The letter. */
letter: LetterId,
/** The dispatch that proves it; the one delivered, else the latest, when absent. */
dispatch: DispatchId | null, };

/** What the cross-check found. */
export type ProofReport = {
/** The dispatch it is about. */
dispatch: DispatchId | null,
/** Contradictions and gaps, the gravest first. */
findings: Array<ProofFinding>,
/** Whether a written reason is needed. */
contradicts: boolean,
/** What will lie inside, in its order. */
contents: Array<string>, };

/** Who reads. */
export type Reader = "customer" | "inspector" | "judge";

/** A letter as one reader reads it. */
export type Reading = {
/** Who reads. */
reader: Reader,
/** What they look for, in the order of their looking. */
points: Array<ReadingPoint>, };

/** One thing a reader looks for. */
export type ReadingPoint = {
/** Its id: «customer.when». */
id: string,
/** Whether it is there. */
seen: Seen,
/**
 * Where, as in [`Finding::block`]; of what is missing, the place that
 * spoils it or where it belongs, if there is one.
 */
block: string | null,
/** Start of the place in `char`s of the block, as in [`Finding::start`]. */
start: number,
/** End of the place, exclusive; equal to `start` for the block as a whole. */
end: number,
/** What is looked for, in Russian. */
title_ru: string,
/** What is looked for, in English. */
title_en: string,
/** Why this reader looks for it, in one Russian sentence. */
why_ru: string,
/** Why this reader looks for it, in one English sentence. */
why_en: string,
/** What to write where it is missing, in Russian; else empty. */
cure_ru: string,
/** What to write where it is missing, in English; else empty. */
cure_en: string, };

/** Asks how a letter will be read. */
export type ReadingsQuestion = {
/** The letter. */
letter: LetterId,
/** A draft's text as the editor holds it; the kept one when absent. */
text: LetterText | null, };

/** A recipient that is not the complainant. */
export type Recipient = {
/** The body or firm, in the nominative. */
organisation: string,
/** The post of the person addressed, in the nominative: «Руководитель». */
post: string,
/** The person's full name, in the nominative. */
name: string,
/** The person's grammatical gender, when the office overrules the guess. */
gender: Gender,
/** The person's line of the addressee in the dative, when overruled. */
dative: string | null,
/** The salutation, when overruled. */
salutation: string | null,
/** Postal address in one or more lines. */
address: string,
/** E-mail address. */
email: string, };

/** Asks whom earlier letters went to. */
export type RecipientQuestion = {
/** The kind of letter to be written; recipients of such letters come first. */
kind: LetterKind, };

/** The body of rules the relation falls under; it picks the law pack. */
export type Regime = "goods" | "services" | "prepaid_goods" | "distance" | "housing" | "communal" | "medical" | "hotel" | "catering" | "household" | "tourism" | "carriage" | "personal_data" | "b2b" | "platform" | "neighbour" | "general" | "none";

/** The rules of one regime. */
export type RegimeNorms = {
/** The regime. */
regime: Regime,
/** The regime that speaks where this one is silent. */
leans_on: Regime | null,
/** Whether the office has changed something of it. */
own: boolean,
/** Its rules with all their versions, by name and first day. */
rules: Array<RuleView>,
/** Why the office's own changes are not counted by, when they no longer fit what ships. */
fault: NormFault | null, };

/** A window onto a list. */
export type RegisterPage = {
/** Rows from the asked offset on. */
rows: Array<ComplaintRow>,
/** How many rows the whole list has. */
total: number,
/** The offset the rows start at. */
offset: number, };

/** What rows a list wants, and in what order. */
export type RegisterQuery = {
/** Only these statuses; empty for all. */
statuses: Array<Status>,
/** Only these channels; empty for all. */
channels: Array<Channel>,
/** Only these kinds; empty for all. */
kinds: Array<Kind>,
/** Only with this deadline. */
due: DueFilter | null,
/** Words to be found, in any Russian word form. */
text: string,
/** The trash instead of the register. */
trashed: boolean,
/** Column to sort by. */
sort: SortColumn,
/** Whether the largest comes first. */
descending: boolean, };

/**
 * A field of the requisites that does not look right. It warns; it never
 * stops anything.
 */
export type RequisiteWarning = {
/**
 * The field: `name`, `inn`, `kpp`, `ogrn`, `address`, `phone`, `email`, `bank.bic`,
 * `bank.account`, `bank.correspondent`, `signatory.name`, `signatory.post`, `executor.phone`.
 */
field: string,
/** What is off: `missing`, `length`, `digits`, `checksum`, `format`. */
problem: string, };

/** Requisites of the business, as they stand on its letters. */
export type Requisites = {
/** Full or short legal name: «ООО «Север»», «ИП Иванова Анна Петровна». */
name: string,
/** ИНН, 10 or 12 digits. */
inn: string,
/** КПП, nine characters; absent for a sole trader. */
kpp: string | null,
/** ОГРН (13) or ОГРНИП (15 digits). */
ogrn: string | null,
/** Postal address with the index. */
address: string,
/** Telephone. */
phone: string | null,
/** E-mail. */
email: string | null,
/** Web site. */
website: string | null,
/** Bank account, when the letterhead shall show it. */
bank: Bank | null,
/** Who signs. */
signatory: Signatory,
/** Who wrote the letter, bottom left of its last page. */
executor: Executor | null, };

/** One version of one rule. */
export type Rule = {
/** Its name, stable over versions: «goods.replacement». */
id: string,
/** The regime whose file it stands in. */
regime: Regime,
/** The demands it answers. */
demands: Array<DemandKind>,
/** It is a term for answering any demand, and a complaint without one. */
every_demand: boolean,
/** It is the term for answering a complaint that demands nothing. */
answer: boolean,
/** A reference for letters, with no term of its own. */
reference: boolean,
/** The term. */
term: Term | null,
/** What stands instead of a term with a number. */
open: OpenTerm | null,
/** From which event it runs. */
start: StartEvent,
/** Whom it binds. */
binds: Binds,
/** When set, the rule applies only in this case, which the office must confirm: «extra_check». */
variant: string | null,
/** The law names no term here; the number is borrowed and shown as a caution. */
caution: boolean,
/** The penalty for lateness, by its id. */
penalty: string | null,
/**
 * The norm that lets the term stand still, for example while the complainant keeps the thing from
 * an inspection; without one it never does.
 */
pause: string | null,
/** Act and article. */
citation: string,
/** Where it was read. */
source: string,
/** How sure we are. */
certainty: Certainty,
/** First day of the event for which the rule is vouched for; the norm itself may be older. */
valid_from: string,
/** Last day of the event for which it may be used, if it has one. */
valid_to: string | null,
/** When it was last compared with the source. */
checked_on: string,
/** Switched off by the office: it is shown, and never counted by. */
off: boolean,
/** What it is, in Russian. */
title_ru: string,
/** What it is, in English. */
title_en: string,
/** What to do, in Russian. */
todo_ru: string,
/** What to do, in English. */
todo_en: string, };

/** Names one version of a rule. */
export type RuleRef = {
/** The regime. */
regime: Regime,
/** The name of the rule. */
id: string,
/** The case it is for. */
variant: string | null,
/** Its first day. */
valid_from: string, };

/** One version of one rule, and how it stands today. */
export type RuleView = {
/** The rule. */
rule: Rule,
/** How it stands. */
standing: Standing,
/** Whose it is. */
origin: Origin,
/** Nobody has compared it with the act or a good account of it. */
unverified: boolean, };

/**
 * One clock of a case as the screens show it: the term of a demand, what
 * follows from another fact, or what a person started.
 */
export type RunningClock = {
/** Its own id; none for the term of a demand. */
clock: ClockId | null,
/** The demand whose term it is. */
demand: DemandId | null,
/** What it is for. */
kind: ClockKind,
/** In the office's own words; empty where the kind says it all. */
title: string,
/** It binds the office; otherwise the other side. */
ours: boolean,
/** It follows from facts: its days can't be edited and it can't be removed. */
of_facts: boolean,
/** From which fact it runs. */
start: ClockStart,
/** The letter, dispatch, step, entry, demand or document that is the fact. */
start_ref: string | null,
/** The day of the fact. */
start_on: string,
/** The term; none where the last day is named. */
term: Term | null,
/** The last day that is named. */
day: string | null,
/** What it rests on. */
citation: string,
/** The same for a reader of English; an office's own words stay as they are. */
citation_en: string,
/** The legal last day. */
legal: string | null,
/** The safe last day. */
safe: string | null,
/** How it was counted. */
steps: Array<ClockStep>,
/** Until when it can still be handed over; absent for what has ended. */
last: LastMoments | null,
/** Where it stands. */
state: ClockState,
/** How it ended. */
ended: Ending | null,
/** The stretches in which it stood still. */
pauses: Array<ClockPause>,
/** The norm that lets it stand still; without one it never does. */
may_pause: string | null,
/** The same for a reader of English. */
may_pause_en: string | null,
/** Anything else worth knowing. */
note: string, };

/** The one line that says whether records are safe. */
export type Safety = {
/** The last backup, if there is one. */
last_backup: string | null,
/** Whether the folder lies on a network share, where a database breaks. */
network_share: boolean, };

/** Where a file was saved. */
export type SavedFile = {
/** The path, for showing only; none when the dialog was cancelled. */
saved: string | null, };

/** One hit of a search. */
export type SearchHit = {
/** The complaint. */
row: ComplaintRow,
/**
 * The field that matched: `number`, `letter` for the number of a letter or a
 * paper on it, `subject`, `complainant`, `text`.
 */
field: string,
/** A stretch of that field around the match. */
snippet: string,
/** The matches within the snippet. */
spans: Array<MatchSpan>, };

/** Asks for words anywhere in the register. */
export type SearchQuery = {
/** The words. */
text: string,
/** At most so many hits. */
limit: number, };

/** Whether what is looked for is there. */
export type Seen = "found" | "missing" | "not_applicable";

/** What is offered or agreed. */
export type Settlement = {
/** The terms. */
terms: Array<SettlementTerm>,
/** Until when an offer stands. */
until: string | null, };

/** One term of a settlement. */
export type SettlementTerm = {
/** Who does it. */
by: TermBy,
/** What is done, beginning with the verb: «вернуть часть цены». */
text: string,
/** The sum, where there is one. */
amount: Money | null,
/** The last day for it. */
due: string | null, };

/** How much a finding weighs. */
export type Severity = "must" | "should" | "hint";

/** From which side a document came. */
export type Side = "complainant" | "office" | "third_party" | "authority";

/** The person whose signature stands under the letter. */
export type Signatory = {
/** Post in the nominative: «Директор». */
post: string,
/**
 * The post in English letters: «Director»; the Russian one stands there while
 * it is empty.
 */
post_en: string,
/** Full name in the nominative. */
name: string,
/** The paper that gives authority, when it is not the head: «по доверенности № 5 от 01.02.2026». */
authority: string | null, };

/** One who signs a paper. */
export type Signer = {
/** Post, or in what capacity. */
role: string,
/** Full name; empty leaves a blank. */
name: string, };

/** A column to sort by. */
export type SortColumn = "received" | "number" | "due" | "complainant" | "subject" | "status";

/** A piece of a line. */
export type Span = { "type": "text",
/** The words. */
text: string,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } | { "type": "field",
/** Which fact: «received», «demand:<id>.due». */
name: string,
/** What it is called on the screen and in the brackets while unknown. */
label: string,
/**
 * The fact as it stands in the letter; `None` while unknown, which
 * stops issuing.
 */
value: string | null,
/** Whether the user typed the value; such a value is never replaced. */
by_hand: boolean,
/** Bold. */
bold: boolean,
/** Italic. */
italic: boolean, } | { "type": "reference",
/** The document's number within the case. */
exhibit: number,
/** What the document is called. */
name: string, } | { "type": "break" };

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

/** How a version of a rule stands on a day. */
export type Standing = "in_force" | "not_yet" | "expires_soon" | "expired" | "replaced" | "off";

/** The event from whose next day a term runs. */
export type StartEvent = "demand_received" | "demand_sent" | "item_returned" | "item_purchased" | "item_delivered" | "contract_ended";

/** Who gives a statement. */
export type StatementBy = "staff" | "witness";

/** A form for somebody's own words. */
export type StatementForm = {
/** Who gives it. */
by: StatementBy,
/** Full name; empty leaves a line. */
name: string,
/** Post of a worker, address or telephone of a witness; empty leaves a line. */
about: string, };

/** Where a complaint stands. Nobody sets it; it follows from [`CaseFacts`]. */
export type Status = "fresh" | "in_work" | "waiting" | "decided" | "answered" | "closed";

/** One step of the counting. */
export type Step = {
/** The step in Russian. */
text_ru: string,
/** The step in English. */
text_en: string,
/** The day the step arrives at. */
date: string, };

/** An image that is kept. */
export type StoredImage = {
/** Names it in the letterhead and in [`ImageShow`]. */
sha256: string,
/** Picture points across. */
width: number,
/** Picture points down. */
height: number, };

/** What a penalty is reckoned from, or can't exceed. */
export type Sum = "price" | "prepayment" | "service_price" | "paid_under_contract";

/** A template as its editor opens it. */
export type TemplateCard = {
/** Name, version, choice. */
head: TemplateHead,
/** What it says. */
sheet: TemplateSheet,
/** The program's own template of that kind, to compare with and go back to. */
shipped: TemplateSheet,
/** Its versions, the newest first; none for the program's own. */
versions: Array<TemplateVersionHead>,
/** What is wrong with it. */
faults: Array<TemplateFault>,
/** The change just made, to be undone by. */
seq: number | null, };

/** Which templates to write to a file. */
export type TemplateExport = {
/** These; every one that the office made when empty. */
templates: Array<TemplateRef>, };

/** One fault and its place. */
export type TemplateFault = {
/** What is wrong. */
code: FaultCode,
/** Whether the template can be used in spite of it. */
weight: FaultWeight,
/** Where. */
part: TemplatePart,
/**
 * The place among the blocks, the variants of the heading or those of the
 * snippet, from 0.
 */
at: number | null,
/** The block's id or the snippet's name. */
id: string,
/** The word in question. */
name: string,
/** The line of the file, from 1, where it came from one. */
line: number | null, };

/** A template as lists show it. */
export type TemplateHead = {
/** Its id; none for the program's own. */
template: TemplateId | null,
/** What the office calls it; empty for the program's own. */
name: string,
/** The bodies of rules it is meant for; for all when empty. */
regimes: Array<Regime>,
/** The version it uses. */
version: number,
/** Whether new letters are made from it without being asked. */
chosen: boolean,
/** When it was put aside. */
retired_at: string | null,
/** When that version was made; absent for the program's own. */
changed_at: string | null,
/** Who made it. */
actor: string,
/** What was changed in it. */
note: string, };

/** One template of letters that an office made, whatever its versions. */
export type TemplateId = string;

/** Takes templates from a file that was looked at. */
export type TemplateImport = {
/** The ones to take. */
items: Array<TemplateSave>, };

/** One template of a file. */
export type TemplateImportItem = {
/** What it says. */
sheet: TemplateSheet,
/** What taking it would do. */
fate: ImportFate,
/** The template that would get a new version. */
template: TemplateId | null,
/** What that template, or the program's own, says now. */
current: TemplateSheet,
/** What is wrong with it. One with an error can't be taken. */
faults: Array<TemplateFault>, };

/** What a file of templates holds. */
export type TemplateImportPlan = {
/** The file's name. */
file: string,
/** Its templates; none when the file can't be read. */
items: Array<TemplateImportItem>,
/** What is wrong with the file itself. */
faults: Array<TemplateFault>, };

/** A template that a letter could be taken over to. */
export type TemplateOffer = {
/** The office's own; the program's when absent. */
template: TemplateId | null,
/** What the office calls it; empty for the program's own. */
name: string,
/** Its version. */
version: number, };

/** The part of a template that a fault is in. */
export type TemplatePart = "file" | "name" | "heading" | "block" | "snippet" | "closing";

/** A template as a letter. */
export type TemplatePreview = {
/** The very letter, its pages and what the check found in it. */
preview: Preview,
/** What is wrong with the template. */
faults: Array<TemplateFault>,
/** For each block, whether this case makes use of it. */
used: Array<boolean>,
/** The number of the case; empty for the made-up one. */
case_number: string, };

/** Names a template: an office's own, or the program's of that kind. */
export type TemplateRef = {
/** What letter it makes. */
kind: LetterKind,
/** The language of the letter. */
language: Language,
/** The office's own; the program's when absent. */
template: TemplateId | null, };

/** Puts a template aside or takes it back. */
export type TemplateRetire = {
/** The template. */
template: TemplateId,
/** Aside, or back. */
retired: boolean, };

/** Saves a new version, or with its first one a new template. */
export type TemplateSave = {
/** The template; a new one when absent. */
template: TemplateId | null,
/** The version that was changed, so that nobody saves over another's work. */
expected: number | null,
/** Whether new letters shall be made from it without being asked. */
choose: boolean,
/** What was changed, in the office's words. */
note: string,
/** What it says. */
sheet: TemplateSheet, };

/** One template, complete in itself. */
export type TemplateSheet = {
/** What letter it makes. */
kind: LetterKind,
/** The language of the letter. */
language: Language,
/** What the office calls it; empty for a shipped one. */
name: string,
/** The bodies of rules it is meant for; for all when empty. */
regimes: Array<Regime>,
/** Its version where it came from; 0 when not told. */
version: number,
/** What was changed in that version. */
note: string,
/** What it says. */
text: TemplateText, };

/** All templates of one kind of letter in one language, the program's own first. */
export type TemplateShelf = {
/** What letter they make. */
kind: LetterKind,
/** The language of the letter. */
language: Language,
/** The templates. */
templates: Array<TemplateHead>, };

/** What a template says, with all that it draws on. */
export type TemplateText = {
/** Variants of the heading. */
heading: Array<Variant>,
/** Closing words. */
closing: string,
/** Blocks, groups already put in. */
blocks: Array<BlockTemplate>,
/** Snippets by name, variants in order. */
snippets: { [key in string]: Array<Variant> }, };

/** Shows a template as a letter. */
export type TemplateTry = {
/** What it says now. */
sheet: TemplateSheet,
/** The case; a made-up one when absent. */
complaint: ComplaintId | null, };

/** Undoes changes of templates. */
export type TemplateUndo = {
/** From [`TemplatesChanged::seqs`] or [`TemplateCard::seq`]. */
seqs: Array<number>, };

/** One version of a template in its history. */
export type TemplateVersionHead = {
/** Its id. */
id: TemplateVersionId,
/** Its number. */
version: number,
/** What the template was called then. */
name: string,
/** When it was made. */
made_at: string,
/** Who made it. */
actor: string,
/** What was changed. */
note: string,
/** Whether it is the one in use. */
current: boolean, };

/** One version of a template; it never changes. */
export type TemplateVersionId = string;

/** Names one version of a template. */
export type TemplateVersionRef = {
/** The version. */
version: TemplateVersionId, };

/** All words of the template language. */
export type TemplateWords = {
/** The fields. */
fields: Array<FieldWord>,
/** The conditions. */
conditions: Array<ConditionWord>, };

/** All templates after a change, and the changes to be undone by. */
export type TemplatesChanged = {
/** All templates. */
shelves: Array<TemplateShelf>,
/** The changes just made, in their order; none when nothing differed. */
seqs: Array<number>, };

/** A length of time. */
export type Term = {
/** How many units. */
count: number,
/** Of what. */
unit: Unit, };

/** Who does what a term says. */
export type TermBy = "office" | "complainant";

/** Light, dark, or as the system has it. */
export type Theme = "system" | "light" | "dark";

/** A letter that waits for the head's approval. */
export type ToApprove = {
/** The complaint it answers. */
row: ComplaintRow,
/** The letter. */
letter: LetterSummary, };

/** What to do today. A complaint stands in the first section it fits. */
export type Today = {
/** The legal last day has passed. */
overdue: TodaySection,
/** The safe or legal last day is at most three days off, or past. */
due_soon: TodaySection,
/** A date promised in an interim reply is at most three days off, or past. */
promised: TodaySection,
/** A posted letter should have arrived by now and nothing says it did. */
delivery: TodaySection,
/** Recorded and not begun. */
fresh: TodaySection,
/** Every demand decided: the answer is to be written and issued. */
to_answer: TodaySection,
/** Issued and not handed over or sent. */
to_send: TodaySection,
/** The complainant was asked and has not answered. */
waiting: TodaySection,
/** Being looked into, with time left. */
in_work: TodaySection,
/**
 * Letters that wait for the head's approval, beside the section their
 * complaint stands in.
 */
to_approve: Array<ToApprove>, };

/** One group of the Today screen. */
export type TodaySection = {
/** How many complaints belong here. */
total: number,
/** The most pressing of them. */
rows: Array<ComplaintRow>, };

/** Which numbering a tracking number follows. */
export type Tracking = "domestic" | "international";

/** What is to be said of a tracking number. */
export type TrackingCheck = {
/** The number without blanks, letters as capitals. */
number: string,
/** Which numbering it follows, where it is right. */
numbering: Tracking | null,
/** What is wrong with it. */
problem: Problem | null,
/** The check digit that would belong to the other digits, where only it is wrong. */
digit: number | null,
/** The check digit that stands there. */
found: number | null, };

/** Asks about a tracking number as it is typed. */
export type TrackingQuestion = {
/** The number. */
number: string, };

/** Takes a change back. */
export type Undo = {
/** The complaint. */
complaint: ComplaintId,
/** The change's place in the journal. */
seq: number, };

/** The change that undo would take back. */
export type UndoOffer = {
/** Its place in the journal. */
seq: number,
/** The named operation. */
op: string,
/** When. */
at: string, };

/** What a term is measured in. */
export type Unit = "minutes" | "hours" | "calendar_days" | "working_days" | "weeks" | "half_months" | "months" | "years";

/** A term that is usual for clocks of a kind. */
export type Usual = {
/** The kind of clock. */
kind: ClockKind,
/** From which fact it runs. */
start: ClockStart,
/** The term. */
term: Term,
/** Act and article; empty for what no law says. */
citation: string,
/** How sure we are. */
certainty: Certainty,
/** What it is, in Russian. */
title_ru: string,
/** What it is, in English. */
title_en: string, };

/** A text with its conditions. */
export type Variant = {
/** Conditions, all of which must hold. */
when: Array<string>,
/** The text, taken apart. */
text: Array<Piece>, };

/** What a check of the records found. */
export type Verification = {
/** How many things were checked. */
checked: number,
/** What is altered, in words that name it. */
altered: Array<string>,
/** What is missing. */
missing: Array<string>, };

/** What changed so that an approval is void. */
export type VoidReason = "letter" | "case" | "office";

/** What a way of sending brings along. */
export type WayView = {
/** The way. */
way: DispatchWay,
/** In how many days it is usually delivered, where somebody tells of it. */
days: number | null,
/** Whether an envelope with an address is needed. */
envelope: boolean,
/** Whether the post gives a number. */
tracking: boolean, };

/**
 * When a place is open in a week, Monday first; `None` is a day on which it is closed.
 *
 * A day from Monday to Friday that the calendar takes off is closed whatever is said here.
 */
export type Week = [Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null, Hours | null];

/** How a letter's address lies in the window of an envelope. */
export type WindowFit = "fits" | "tight" | "outside" | "no_address";

/** Stops a long work; what it did so far is taken back. A work that is over is none of its concern. */
export type WorkCancel = {
/** The id the work was begun with. */
work: string, };

/** A year of the production calendar. */
export type YearView = {
/** The year. */
entry: CalendarYear,
/** Whether the office has changed or added it. */
own: boolean, };

/** Every command: what it takes and what it gives. */
export interface Commands {
  office_info: { input: null; output: OfficeInfo };
  profile_save: { input: OfficeProfile; output: OfficeInfo };
  requisites_check: { input: Requisites; output: Array<RequisiteWarning> };
  today: { input: null; output: Today };
  register_page: { input: PageQuery; output: RegisterPage };
  search: { input: SearchQuery; output: Array<SearchHit> };
  complaint_add: { input: NewComplaint; output: Added };
  complaint_card: { input: ComplaintRef; output: Card };
  complaint_edit: { input: ComplaintEdit; output: Card };
  complaint_close: { input: CloseCase; output: Card };
  complaint_reopen: { input: ComplaintRef; output: Card };
  complaint_trash: { input: ComplaintRef; output: Card };
  complaint_restore: { input: ComplaintRef; output: Card };
  question_answered: { input: ComplaintRef; output: Card };
  demand_save: { input: DemandSave; output: Card };
  demand_remove: { input: DemandRef; output: Card };
  decide: { input: Decide; output: Card };
  diary_save: { input: DiarySave; output: Card };
  diary_remove: { input: DiaryRef; output: Card };
  note_save: { input: NoteSave; output: Card };
  note_remove: { input: NoteRef; output: Card };
  document_edit: { input: DocumentEdit; output: Card };
  document_trash: { input: DocumentRef; output: Card };
  document_restore: { input: DocumentRef; output: Card };
  undo: { input: Undo; output: Card };
  clocks: { input: ClockQuestion; output: Array<DemandClocks> };
  clocks_usual: { input: null; output: Array<Usual> };
  clock_count: { input: ClockSave; output: ClockCounted };
  clock_save: { input: ClockSave; output: Card };
  clock_remove: { input: ClockRef; output: Card };
  clock_end: { input: ClockEnding; output: Card };
  clock_reopen: { input: ClockRef; output: Card };
  clock_pause: { input: ClockStop; output: Card };
  clock_resume: { input: ClockResume; output: Card };
  clock_pause_remove: { input: ClockPauseRef; output: Card };
  inspection_papers: { input: ComplaintRef; output: InspectionView };
  interim_check: { input: InterimQuestion; output: Array<LatePromise> };
  persons_find: { input: PersonQuestion; output: Array<PersonHit> };
  duplicates: { input: DuplicateQuestion; output: Array<ComplaintRow> };
  name_forms: { input: Complainant; output: NameForms };
  text_read: { input: PastedText; output: NewComplaint };
  norms: { input: null; output: NormsView };
  norm_preview: { input: NormChange; output: NormPreview };
  norm_apply: { input: NormChange; output: NormsChanged };
  norm_undo: { input: NormUndo; output: NormsView };
  days_off: { input: DaysQuestion; output: DaysOff };
  answer_prices: { input: PriceQuestion; output: PriceView };
  journal_page: { input: JournalQuery; output: Array<JournalRow> };
  journal_verify: { input: null; output: Verification };
  documents_verify: { input: null; output: Verification };
  draft_put: { input: DraftPut; output: null };
  draft_get: { input: DraftKey; output: FormDraft | null };
  draft_delete: { input: DraftKey; output: null };
  drafts: { input: null; output: Array<FormDraft> };
  letter_draft: { input: LetterDraft; output: LetterCard };
  letter_card: { input: LetterRef; output: LetterCard };
  letter_text_save: { input: LetterTextSave; output: LetterCard };
  letter_choices_save: { input: LetterChoicesSave; output: LetterCard };
  letter_refresh: { input: LetterTextSave; output: LetterCard };
  letter_preview: { input: LetterTextSave; output: Preview };
  letter_readings: { input: ReadingsQuestion; output: Array<Reading> };
  forms_compose: { input: FormsCompose; output: FormCard };
  forms_check: { input: FormCheck; output: FormChecked };
  forms_kept: { input: ComplaintRef; output: Array<FormCard> };
  form_save: { input: FormSave; output: FormCard };
  form_remove: { input: FormRef; output: Array<FormCard> };
  form_used: { input: FormUsed; output: FormCard };
  letter_submit: { input: LetterSubmit; output: LetterCard };
  letter_recall: { input: LetterRef; output: LetterCard };
  letter_approve: { input: LetterApprove; output: LetterCard };
  letter_return: { input: LetterReturn; output: LetterCard };
  letter_issue: { input: LetterIssue; output: LetterCard };
  letter_supersede: { input: LetterRef; output: LetterCard };
  letter_delete: { input: LetterRef; output: Card };
  letter_sent: { input: LetterSent; output: Card };
  letter_template: { input: LetterTemplateChange; output: LetterTaken };
  templates: { input: null; output: Array<TemplateShelf> };
  template_words: { input: null; output: TemplateWords };
  template_card: { input: TemplateRef; output: TemplateCard };
  template_version: { input: TemplateVersionRef; output: TemplateSheet };
  template_preview: { input: TemplateTry; output: TemplatePreview };
  template_save: { input: TemplateSave; output: TemplateCard };
  template_choose: { input: TemplateRef; output: TemplatesChanged };
  template_retire: { input: TemplateRetire; output: TemplatesChanged };
  template_undo: { input: TemplateUndo; output: TemplatesChanged };
  template_import: { input: TemplateImport; output: TemplatesChanged };
  recipients: { input: RecipientQuestion; output: Array<Recipient> };
  name_forms_kept: { input: null; output: Array<KeptNameForm> };
  name_form_forget: { input: NameFormRef; output: Array<KeptNameForm> };
  posting_card: { input: LetterRef; output: PostingCard };
  dispatch_save: { input: DispatchSave; output: PostingCard };
  dispatch_remove: { input: DispatchRef; output: PostingCard };
  delivery_save: { input: DeliverySave; output: PostingCard };
  delivery_remove: { input: DeliveryRef; output: PostingCard };
  tracking_check: { input: TrackingQuestion; output: TrackingCheck };
  paper_preview: { input: Paper; output: PaperShown };
  proof_check: { input: ProofQuestion; output: ProofReport };
  program_state: { input: null; output: ProgramState };
  program_settings_save: { input: ProgramSettings; output: ProgramState };
  folder_choose: { input: null; output: ChosenFolder | null };
  office_create: { input: OfficeCreate; output: OfficeInfo };
  office_open: { input: OfficeOpen; output: OfficeInfo };
  office_close: { input: null; output: ProgramState };
  sample_open: { input: null; output: OfficeInfo };
  sample_delete: { input: null; output: ProgramState };
  files_choose: { input: FilesChoose; output: Array<DroppedFile> };
  mail_read: { input: MailRead; output: MailProposal };
  mail_take: { input: MailTake; output: Added };
  document_add: { input: DocumentAdd; output: Card };
  work_cancel: { input: WorkCancel; output: null };
  document_open: { input: DocumentRef; output: null };
  image_choose: { input: ImageChoose; output: StoredImage | null };
  image_show: { input: ImageShow; output: Bytes };
  letterhead_picture: { input: LetterheadTry; output: Bytes };
  letter_page: { input: PageQuestion; output: Bytes };
  letter_save_pdf: { input: LetterRef; output: SavedFile };
  letter_save_docx: { input: LetterRef; output: SavedFile };
  letter_open_pdf: { input: LetterRef; output: null };
  letter_print: { input: LetterRef; output: null };
  letter_mail_draft: { input: LetterRef; output: null };
  template_import_look: { input: null; output: TemplateImportPlan | null };
  template_export: { input: TemplateExport; output: SavedFile };
  paper_open: { input: Paper; output: null };
  paper_save: { input: Paper; output: SavedFile };
  proof_save: { input: ProofMake; output: SavedFile };
  backup_create: { input: null; output: BackupMade };
  norm_file_open: { input: NormFile; output: string | null };
  norm_file_save: { input: NormFile; output: SavedFile };
  calendar_file_save: { input: CalendarFile; output: SavedFile };
  inspection_save: { input: InspectionMake; output: SavedFile };
  window_ready: { input: null; output: null };
}
