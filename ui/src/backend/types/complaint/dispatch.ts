// Made by `cargo xtask types`; change the Rust types instead.
import type { DispatchEventId, DispatchId, DocumentId, LetterId } from '../complaint/id'
import type { Money } from '../complaint/money'

/** How far a dispatch has come. */
export type DeliveryState = "handed_over" | "in_transit" | "kept_in_office" | "delivered" | "returned" | "refused" | "lost";

/** A letter on its way: one time it left the office. */
export type Dispatch = { id: DispatchId, letter: LetterId,
/** What became of it, by day. */
events: Array<DispatchEvent>, way: DispatchWay,
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

/** One step in the delivery of a dispatch. */
export type DispatchEvent = { id: DispatchEventId,
/** When it was written down. */
recorded_at: string,
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

/** The way a letter goes. */
export type DispatchWay = "post_simple" | "post_registered" | "post_valued" | "courier" | "by_hand" | "email" | "messenger" | "platform" | "website" | "other";

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
