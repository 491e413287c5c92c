// Made by `cargo xtask types`; change the Rust types instead.
import type { Approval } from '../complaint/approval'
import type { Decision } from '../complaint/decision'
import type { ComplaintId, DemandId, DiaryId, DocumentId, LetterId, NoteId, PersonId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { Money } from '../complaint/money'
import type { Complainant } from '../complaint/party'
import type { Status } from '../complaint/procedure'
import type { Regime } from '../complaint/regime'
import type { Channel, DemandKind, Kind, Language, NoAnswerReason, Side } from '../complaint/words'

export type Complaint = { id: ComplaintId,
/** Its incoming number, given by the register. */
number: string,
/** When it was written into the register. */
recorded_at: string,
/** The complainant's card, which may belong to more complaints. */
person_id: PersonId,
/** Where it stands; follows from the facts. */
status: Status,
/** Why it was closed without an answer, and the words to it. */
no_answer: [NoAnswerReason, string] | null, closed_at: string | null, trashed_at: string | null,
/** Grows by one with each change of the complaint or of anything on it. */
version: number,
/** When it reached the office. */
received_at: string,
/** Why it is recorded on a later day than it was received; asked for then. */
backdating_reason: string | null,
/** The complainant's words, verbatim. */
text: string,
/** What sort of message it is. */
kind: Kind,
/** The body of rules that applies. */
regime: Regime,
/** The way it came in. */
channel: Channel,
/** The number on the complainant's own letter, for «На № … от …»; empty when it has none. */
their_number: string,
/** The date on the complainant's own letter. */
their_date: string | null, complainant: Complainant,
/** What it is about, one line; taken from the first words of the text when empty. */
subject: string,
/** Order, contract, receipt, booking. */
order: string,
/** Price of the goods or service in dispute. */
price: Money | null, };

export type Demand = { id: DemandId,
/** The day the demand was made; the day of receipt unless made later. */
made_on: string, decision: Decision | null,
/** The id of the rule that gives the leading term. */
rule: string | null,
/** The legal last day, moved off holidays. */
due_legal: string | null,
/** The safe last day: the last working day on or before the unmoved date. */
due_safe: string | null, kind: DemandKind,
/** In our own words, where the kind does not say it all. */
detail: string, amount: Money | null, };

/** One entry of the incident diary: what happened, exactly when. */
export type DiaryEntry = { id: DiaryId, at: string,
/** What happened, in neutral words. */
text: string,
/** Who it is known from. */
source: string, };

/** One document; its bytes lie in the document store under their SHA-256. */
export type Document = { id: DocumentId,
/** Exhibit number within the case, from 1, never given twice. */
exhibit: number,
/** Media type by its content where that can be told, else by its name. */
media_type: string, bytes: number,
/** SHA-256 of the content, lower-case hexadecimal. */
sha256: string, added_at: string,
/** The name it came with, made harmless before it is kept; never used as a path. */
name: string,
/** When the file itself was last changed, as its medium said. */
file_time: string | null, side: Side,
/** From where and how: «приложено к письму», «снято камерой зала». */
source: string, };

/** An internal note. It stays in the office: no letter type has room for one. */
export type InternalNote = { id: NoteId, at: string, author: string, text: string, };

/** What freezing a letter fixed. */
export type IssuedFacts = {
/** Outgoing number, by the office's pattern. */
number: string, at: string,
/** SHA-256 of the PDF. */
sha256: string, pages: number, };

export type LetterState = "draft" | "issued" | "superseded";

/** One letter, without its text. */
export type LetterSummary = { id: LetterId, kind: LetterKind, language: Language, state: LetterState, heading: string, changed_at: string,
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
/** Whether it has gone out; none for a draft, and for what another letter has replaced. */
sending: Sending | null,
/** The latest submission for approval, if it was ever submitted. */
approval: Approval | null, };

/** Whether an issued letter has gone out. */
export type Sending = "kept" | "unsent" | "sent";
