// Made by `cargo xtask types`; change the Rust types instead.
import type { Document } from '../complaint/case'
import type { DeliveryState, Dispatch, DispatchWay, InventoryLine } from '../complaint/dispatch'
import type { ComplaintId, DispatchEventId, DispatchId, DocumentId, LetterId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { WindowFit } from '../letter/papers'
import type { Problem, Tracking } from '../russian/requisites'

/** Names a step of a delivery. */
export type DeliveryRef = { event: DispatchEventId, };

/** Writes down what became of a dispatch. */
export type DeliverySave = { dispatch: DispatchId,
/** How far it had come. */
state: DeliveryState, on: string,
/** The last day it is kept for the addressee, where it waits at an office. */
until: string | null,
/** Why it came back or was refused. */
reason: string,
/** How that is known: the carrier's site, the return receipt. */
source: string,
/** The paper that shows it, a document of the same complaint. */
document: DocumentId | null, };

/** What is to be said of a dispatch; it warns and never stops anything. */
export type DispatchCheck = {
/** Its envelope names another address than the letter. */
elsewhere: boolean,
/** The address of its envelope has no postal index. */
index_missing: boolean,
/** The day by which that way usually delivers. */
expected: string | null, };

/** Asks about a dispatch as it is typed. */
export type DispatchQuestion = { letter: LetterId, way: DispatchWay,
/** The day it leaves, as far as that is known. */
sent_on: string | null,
/** Line by line, name first. */
address: Array<string>, };

export type DispatchRef = { dispatch: DispatchId, };

/** Writes a dispatch down, or puts one right. */
export type DispatchSave = { letter: LetterId,
/** The dispatch to be put right; a new one when absent. */
dispatch: DispatchId | null, values: DispatchValues, };

/** What is written down of a dispatch. */
export type DispatchValues = {
/** The number is kept although its check digit or its shape is wrong. */
tracking_kept: boolean, way: DispatchWay,
/** When it was handed over to the carrier, to the addressee, or sent. */
sent_at: string,
/** The carrier's number, as on the receipt; empty where there is none. */
tracking: string,
/**
 * The address on the envelope, one string a line: name, then address; for
 * other ways where it was sent to.
 */
address: Array<string>, cost: Money | null,
/** The day by which it should be delivered. */
expected: string | null,
/** What lay in the envelope, if an inventory was made. */
inventory: Array<InventoryLine>,
/** Anything else worth knowing. */
note: string,
/** The carrier's receipt, or the copy with the receipt mark: a document of the same complaint. */
receipt: DocumentId | null, };

/** A dispatch as the screen shows it. */
export type DispatchView = { dispatch: Dispatch,
/** How far it has come. */
state: DeliveryState,
/** Days since it should have been delivered, while nothing is known; 0 in time. */
overdue: number,
/** What is wrong with its number. */
tracking: TrackingCheck,
/** Whether it went to another address than the letter names. */
elsewhere: boolean, };

/** All about the posting of one issued letter. */
export type PostingCard = { letter: LetterId, complaint: ComplaintId,
/** Each time it left the office, the earliest first. */
dispatches: Array<DispatchView>,
/** The address as the letter has it, name first. */
address: Array<string>,
/** The address as the complainant's card has it now, where it differs. */
address_now: Array<string> | null,
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
due: string | null,
/** The change just made, for undo; none where the card was only read. */
seq: number | null, };

/** What is to be said of a tracking number. */
export type TrackingCheck = {
/** The number without blanks, letters as capitals. */
number: string,
/** Which numbering it follows, where it is right. */
numbering: Tracking | null, problem: Problem | null,
/** The check digit that would belong to the other digits, where only it is wrong. */
digit: number | null,
/** The check digit that stands there. */
found: number | null, };

/** Asks about a tracking number as it is typed. */
export type TrackingQuestion = { number: string, };

/** What a way of sending brings along. */
export type WayView = { way: DispatchWay,
/** In how many days it is usually delivered, where somebody tells of it. */
days: number | null,
/** Whether an envelope with an address is needed. */
envelope: boolean,
/** Whether it goes somewhere that can be named. */
destination: boolean,
/** Where it goes unless somebody says otherwise: the lines of an address, an e-mail, or nothing. */
to: Array<string>,
/** Whether whoever carries it gives a number. */
number: boolean,
/** Whether that number is the post's, which can be checked. */
tracking: boolean,
/** Whether it goes with an inventory. */
inventory: boolean, };
