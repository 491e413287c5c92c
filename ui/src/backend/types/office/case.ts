// Made by `cargo xtask types`; change the Rust types instead.
import type { Allegation } from '../complaint/allegation'
import type { Complaint, Demand, DiaryEntry, Document, InternalNote, LetterSummary } from '../complaint/case'
import type { Decision } from '../complaint/decision'
import type { ComplaintId, DemandId, DiaryId, DocumentId, LetterId, NoteId, PersonId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { ComplaintRow, RegisterQuery } from '../complaint/list'
import type { Money } from '../complaint/money'
import type { CardScope, Complainant } from '../complaint/party'
import type { NextStep } from '../complaint/procedure'
import type { Regime } from '../complaint/regime'
import type { LegalHold } from '../complaint/retention'
import type { Channel, DemandKind, Kind, NoAnswerReason } from '../complaint/words'
import type { RefusalGround } from '../deadline/grounds'
import type { CharsetReading, MailNotice } from '../intake/draft'
import type { CaseClockView, ChosenTerm, DispatchFact, InterimAdvice, NoTermReason, OwedClock, TermView } from '../office/clock'
import type { Failure } from '../office/error'
import type { ProcedureView } from '../office/procedure'
import type { Op } from '../register/journal'

/** What taking in gives. */
export type Added = {
/** The new complaint's id. */
id: ComplaintId, number: string, };

export type AttachmentOffer = {
/** Its place in the message, from 0. */
index: number,
/** Its name, made harmless. */
name: string, media_type: string, bytes: number,
/** SHA-256 of the content, lower-case hexadecimal. */
sha256: string, };

/** The whole case, as its screen shows it. */
export type Card = { demands: Array<DemandView>,
/** As of today. */
next_step: NextStep,
/** The letter to write first. */
suggested_letter: LetterKind,
/** The final letter that fits the decisions taken so far. */
final_letter: LetterKind,
/** The issued letter that answers it. */
answer: LetterId | null,
/** The letter that the next step is about: a draft to be finished, or an issued one on its way. */
next_letter: LetterId | null,
/** The reason that suggests itself to close it without an answer. */
reason_unanswered: NoAnswerReason | null,
/**
 * The last legal day by which the office must act next: that of the clock that leads, or of the answer
 * as a whole. None where nothing binds the office any more.
 */
due: string | null,
/** Orders to keep it, the earliest first, lifted ones too. */
holds: Array<LegalHold>,
/** Terms that run for the complaint as a whole (the answer itself). */
clocks: Array<TermView>,
/** Why no day binds the answer of a case that demands nothing and waits for one. */
no_term: NoTermReason | null, same_person: Array<ComplaintRow>,
/** The change that undo would take back, if there is one. */
undo: UndoOffer | null,
/** The undoing that redo would take back, while nothing else was changed since. */
redo: UndoOffer | null,
/**
 * Every clock of the case, the nearest open one first and the ended ones last. So named in what
 * the command line prints.
 */
running: Array<CaseClockView>,
/** What the office has still to do besides answering, the nearest first; closing the case ends none of it. */
owed: Array<OwedClock>,
/** The facts beyond letters and diary that a clock may run from or be proved by. */
dispatches: Array<DispatchFact>,
/** The documents that something recorded rests on, by what does. */
relied_on: Array<ReliedOn>,
/** Whether and why an interim reply is worth writing now. */
interim: InterimAdvice | null,
/** What is to be asked about the rules it was taken in under. */
regime_question: RegimeQuestion | null,
/** The way it goes, and the steps on it. */
procedure: ProcedureView,
/** Its fields, with the complainant as the card has them now. */
complaint: Complaint,
/** By exhibit number, without those in the trash. */
documents: Array<Document>, trashed_documents: Array<Document>,
/** What the complainant states, in the order of the letter. */
allegations: Array<Allegation>,
/** The incident diary, by time. */
diary: Array<DiaryEntry>,
/** By time; they go into no letter. */
notes: Array<InternalNote>,
/** Drafts and issued ones, the one begun first in front. */
letters: Array<LetterSummary>,
/** Whether an issued request for information waits for its answer. */
question_open: boolean, };

export type CloseCase = { complaint: ComplaintId,
/** Why no answer is due, with words to it; absent when a final letter is issued. */
reason: [NoAnswerReason, string] | null, };

/** What is to be said of a complaint that is being typed. */
export type ComplaintChecked = {
/** All that would refuse it now, by field. */
faults: Array<Failure>,
/** The subject it would be kept under. */
subject: string,
/** It is recorded on a later day than it came, for which a reason is asked. */
backdated: boolean,
/** Nothing could be sent to its e-mail; it is kept all the same. */
email_doubtful: boolean,
/** Digits seem to be missing from its telephone; it is kept all the same. */
phone_doubtful: boolean,
/** What is to be asked about the body of rules. */
regime_question: RegimeQuestion | null,
/** Its price is one that hardly anybody means; it is kept all the same. */
price_doubtful: boolean,
/** What is said of the complainant contradicts the card that was chosen: the complaint gets one of its own. */
own_card: boolean, };

/**
 * New values for the fields of a complaint; the demands have commands of
 * their own.
 */
export type ComplaintEdit = { id: ComplaintId,
/** The version the screen showed; a newer one in the register refuses the edit. */
version: number,
/** Where else what is said of the complainant is to stand. */
scope?: CardScope,
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

export type ComplaintRef = { complaint: ComplaintId, };

/** Puts a case into the trash. */
export type ComplaintTrash = { complaint: ComplaintId,
/** Why it may go though an act has it kept; without, such a case is refused. */
reason: string, };

/** Decides on a demand, or takes the decision back. */
export type Decide = { complaint: ComplaintId, demand: DemandId,
/** The decision; none takes it back. */
decision: Decision | null, };

/** What is to be said of a decision as it is typed. */
export type DecisionCheck = {
/** What keeps it from being taken. */
faults: Array<Failure>, warnings: Array<DecisionWarning>, };

/** What looks odd in a decision; nothing is stopped by it. */
export type DecisionOddity = "amount_whole" | "amount_more" | "reasons_short" | "ground_missing" | "ground_unread" | "action_missing" | "due_missing" | "due_past" | "due_late";

/** What looks odd, at its field. */
export type DecisionWarning = {
/** The name it has in the JSON of [`Decision`]. */
field: string, oddity: DecisionOddity, };

export type DemandRef = { complaint: ComplaintId, demand: DemandId, };

/** A new or changed demand. */
export type DemandSave = { complaint: ComplaintId,
/** The demand to change; a new one when absent. */
demand: DemandId | null, values: NewDemand, };

/** A demand with the terms that run for it. */
export type DemandView = { demand: Demand,
/** Its terms; the first leads. */
clocks: Array<TermView>,
/** Its leading legal last day. */
due: string | null,
/** What it may be refused on, where the facts are so: for a person to choose from. */
grounds: Array<RefusalGround>, };

export type DiaryRef = { complaint: ComplaintId, entry: DiaryId, };

/** A new or changed diary entry. */
export type DiarySave = { complaint: ComplaintId,
/** The entry to change; a new one when absent. */
entry: DiaryId | null, at: string,
/** What happened, in neutral words. */
text: string,
/** Who it is known from. */
source: string, };

/** Asks whether a complaint like this is in the register already. */
export type DuplicateQuestion = { name: string, email: string,
/** In any spelling: only the digits count. */
phone: string,
/** Order or contract as typed. */
order: string, subject: string, };

/** A message read into a draft for the user to confirm. */
export type MailProposal = {
/** SHA-256 of the message's bytes, by which it is known again when it is handed over anew. */
sha256: string, from_address: string,
/** The name of whoever wrote the letter, as the message gives it. */
from_name: string,
/** Who passed the letter on, or the program of the form; empty where nobody did. */
sent_by: string, sent: string | null,
/** Every time at which it may have been received, the one proposed among them; none where there is no doubt. */
receipts: Array<Receipt>,
/** How the text reads in other charsets, where its own is in doubt. */
readings: Array<CharsetReading>,
/** How many messages the file holds, and which of them this is, from 0. */
messages: number, message: number,
/** Complaints that this very message was taken in as. */
taken: Array<ComplaintRow>,
/** The form, filled in as far as the message allows. */
draft: NewComplaint,
/** Attachments, each to be taken or left. */
attachments: Array<AttachmentOffer>,
/** What was odd about the message. */
notices: Array<MailNotice>,
/** Phones found in the text. */
phones: Array<string>,
/** Complaints in the register that look like the same one. */
duplicates: Array<ComplaintRow>, };

/** A complaint as it is taken in. */
export type NewComplaint = {
/** The id it is to have. Whoever may have to hand it in again chooses one; else it gets a new one. */
id?: ComplaintId,
/**
 * A complainant who has a card already. What the fields say is added to it; where they contradict it, the
 * complaint gets another card, so that no older case says otherwise than it did.
 */
person_id: PersonId | null, demands: Array<NewDemand>,
/** What the office says of its terms besides: the special case of the rules, the day that the request names. */
terms?: Array<ChosenTerm>,
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

/** A demand as it is taken in. */
export type NewDemand = {
/** The day it was made; the day of receipt when absent. */
made_on: string | null, kind: DemandKind,
/** In our own words, where the kind does not say it all. */
detail: string, amount: Money | null, };

export type NoteRef = { complaint: ComplaintId, note: NoteId, };

/** A new or changed internal note. */
export type NoteSave = { complaint: ComplaintId,
/** The note to change; a new one when absent. */
note: NoteId | null, text: string, };

/** Asks for a window onto the register. */
export type PageQuery = {
/** Which rows, in what order. */
query: RegisterQuery, offset: number,
/** At most so many rows. */
limit: number, };

/** Words pasted from a chat or a letter. */
export type PastedText = { text: string, };

/** A time at which a message may have been received. */
export type Receipt = { at: string, by: ReceiptBy, };

/** Whose clock says so. */
export type ReceiptBy = "server" | "sender" | "first_letter" | "now";

/** Why the rules may be the wrong ones. */
export type RegimeDoubt = "buyer_of_platform" | "firm_as_consumer";

/** A doubt about the rules of a case, and the rules to go by instead. */
export type RegimeQuestion = { doubt: RegimeDoubt, instead: Regime, };

/** What rests on a document of the case. */
export type Reliance = "decision" | "finding" | "dispatch";

/** A document that something recorded rests on. It may go to the trash all the same, once it is asked. */
export type ReliedOn = { document: DocumentId, by: Reliance, };

/** Asks for words anywhere in the register. */
export type SearchQuery = { text: string,
/** At most so many hits. */
limit: number, };

/** Takes a change back. */
export type Undo = { complaint: ComplaintId,
/** The change's place in the journal. */
seq: number, };

/** A change that undo or redo would take back. */
export type UndoOffer = {
/** Its place in the journal. */
seq: number, op: Op,
/** Of an undoing, the change that is made again with its taking back. */
undoes: Op | null,
/** Whether somebody else relies on it by now, so that it is asked about before it is undone. */
weighty: boolean, at: string, };
