// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId, LegalHoldId, PersonId } from '../complaint/id'
import type { ErasureGround, LegalHold } from '../complaint/retention'
import type { Kind } from '../complaint/words'

/** A copy that still holds what is erased, until it goes itself. */
export type CopyHolding = {
/** For showing only. */
folder: string,
/** When it was made; unknown of files that were set aside. */
at: string | null,
/** The last day it is kept while copies go on being made; none where only a person removes it. */
until: string | null, };

/** Something that goes for good on a day, unless somebody keeps it. */
export type DueItem = { complaint: ComplaintId,
/** A document in the trash of a case that stays; the case itself when absent. */
document: DocumentId | null,
/** The number of the case. */
number: string,
/** Of the complainant, or of the document's file; empty where there is none. */
name: string, subject: string,
/** It lies in the trash, or its term is over. */
ground: ErasureGround,
/** The day it was closed; where it was not, or nothing else counts, that on which it was thrown away. */
since: string,
/** Whether it lies in the trash, from where it can be taken back. */
trashed: boolean,
/** The first day on which it may go. */
goes_on: string,
/** Letters issued on the case. */
letters: number, documents: number,
/** The order that keeps it all the same. */
hold: LegalHold | null, };

/** What went for good. */
export type Erasure = {
/** Incoming numbers of the cases; they stay used. */
numbers: Array<string>, letters: number,
/** Those of the cases among them. */
documents: number,
/** Complainants of whom nothing is kept any more. */
persons: number, bytes: number, };

/** A row of the log of deletions. It holds nothing of what was erased but numbers. */
export type ErasureRow = {
/** Its place in the journal. */
seq: number, at: string, actor: string, ground: ErasureGround,
/** Incoming numbers of the cases; they stay used. */
numbers: Array<string>, letters: number,
/** Those of the cases among them. */
documents: number,
/** Complainants of whom nothing is kept any more. */
persons: number, bytes: number, };

export type HoldRef = { complaint: ComplaintId, hold: LegalHoldId, };

/** Writes an order down that a case be kept, or changes one. */
export type HoldSave = { complaint: ComplaintId,
/** The order to change; a new one when absent. */
hold: LegalHoldId | null,
/** Why: a lawsuit, an inspection, a dispute that may come. */
reason: string,
/** Who ordered it: a court, a body, the head. */
ordered_by: string,
/** The last day it binds; until somebody lifts it when absent. */
until: string | null, };

/** Why a case stays though its complainant asks to have it erased. */
export type Keeping = { "why": "open" } | { "why": "hold", hold: LegalHold, } | { "why": "term", until: string, citation: string, };

/** A case of somebody else in which a person's name, e-mail or telephone number stands. */
export type MentionedIn = { complaint: ComplaintId, number: string, subject: string, };

export type PersonCase = { complaint: ComplaintId, number: string, kind: Kind, subject: string, received_on: string, letters: number, documents: number, trashed: boolean, } & ({ "fate": "goes" } | { "fate": "stays", keeping: Keeping, });

/** What is held of one person, and what of it would go. */
export type PersonData = { person: PersonId, name: string,
/** The earliest first, those in the trash among them. */
cases: Array<PersonCase>,
/** Whether nothing of the person is kept afterwards: the card goes with the last case. */
whole: boolean,
/** Other people's cases that tell of the person, and stay. */
mentioned: Array<MentionedIn>,
/** Letters on the person's cases that have left, which nothing here brings back. */
sent: number,
/** Where what goes is held on. */
copies: Array<CopyHolding>, };

/** Erases what may go of one person. */
export type PersonErase = { person: PersonId, ground: ErasureGround,
/** The cases that were shown to go; where others would, nothing is erased. */
complaints: Array<ComplaintId>, };

/** What went of a person, and what is kept. */
export type PersonErased = {
/** The cases that stay, each with the reason. */
stay: Array<PersonCase>, copies: Array<CopyHolding>,
/** Incoming numbers of the cases; they stay used. */
numbers: Array<string>, letters: number,
/** Those of the cases among them. */
documents: number,
/** Complainants of whom nothing is kept any more. */
persons: number, bytes: number, };

export type PersonRef = { person: PersonId, };

/** What is due to be erased, for a person to look through. */
export type RetentionDue = {
/** What may go today, the longest due first; what an order keeps stands among it. */
due: Array<DueItem>,
/** What lies in the trash and is not due yet, the nearest first. */
waiting: Array<DueItem>,
/** Whether more is due than is listed. */
more: boolean,
/** Where what goes is held on. */
copies: Array<CopyHolding>, };

/** What a person chose to erase of what is due. */
export type RetentionErase = { complaints: Array<ComplaintId>,
/** Documents in the trash of cases that stay. */
documents: Array<DocumentId>, };

/** A case, or a document of one that stayed, that was erased and came back with a copy. */
export type UndoneItem = { complaint: ComplaintId,
/** None where all of the case was erased. */
document: DocumentId | null,
/** The number of the case. */
number: string,
/** What the document is called. */
name: string, erased_at: string, ground: ErasureGround,
/** The order that keeps it now. */
hold: LegalHold | null, };
