// Made by `cargo xtask types`; change the Rust types instead.
import type { DispatchWay, InventoryLine } from '../complaint/dispatch'
import type { ComplaintId, DispatchId, DocumentId, LetterId, PersonId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { Language } from '../complaint/words'
import type { EnvelopeSize, LabelForm } from '../letter/papers'
import type { ProofFinding } from '../letter/proof'

export type InspectionMake = { complaint: ComplaintId,
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

export type InspectionStep = { what: InspectionStepWhat, state: InspectionStepState,
/** It belongs to the second invitation. */
again: boolean,
/** The papers are incomplete without it. */
needed: boolean,
/** The letter or paper it is about, also while it is a draft. */
letter: LetterId | null,
/** What is to be written for it where there is none. */
writes: LetterKind,
/** The day it was done, or will come. */
on: string | null, };

export type InspectionStepState = "done" | "missing" | "waiting";

/** What is to be done so that the papers speak for themselves. */
export type InspectionStepWhat = "invite" | "send" | "receipt" | "notice" | "day" | "act";

/** What there is of the papers of an inspection. */
export type InspectionView = { steps: Array<InspectionStep>,
/** The papers that the file would hold, without chosen documents. */
papers: Array<InspectionPaper>,
/** Whether the file can be made: an act is there. */
may_make: boolean,
/** Whether nothing is missing that is needed. */
complete: boolean,
/** Whether an inspection took place after all. */
took_place: boolean, };

export type Paper = { "paper": "envelope", letter: LetterId, size: EnvelopeSize,
/** To whom, name first; the letter's own address when empty. */
address: Array<string>, way: DispatchWay | null, } | { "paper": "window_sheet",
/** The letter it lies on. */
letter: LetterId,
/** To whom; the letter's own address when empty. */
address: Array<string>, } | { "paper": "labels", letters: Array<LetterId>,
/** To whom, in place of the address of the only letter. */
address: Array<string>, form: LabelForm,
/** The first free label of the sheet, from 1 along the rows. */
start: number, copies: number, } | { "paper": "inventory", letter: LetterId,
/** To whom; the letter's own address when empty. */
address: Array<string>,
/** What lies in the envelope; told from the letter when empty. */
lines: Array<InventoryLine>, way: DispatchWay | null,
/** Both copies on one sheet where they fit. */
one_sheet: boolean, } | { "paper": "receipt", letter: LetterId, } | { "paper": "person_data", person: PersonId, } | { "paper": "erasure_act",
/** The place of its row in the journal. */
seq: number, } | { "paper": "case_index", complaint: ComplaintId, } | { "paper": "register_book",
/** The first day it covers. */
from: string,
/** The last day it covers. */
to: string,
/** With what came in. */
incoming: boolean,
/** With what went out. */
outgoing: boolean, };

/** A paper as it would be printed. */
export type PaperShown = {
/** Names the rendered file, to ask its pages by. */
key: string, pages: number, file_name: string,
/** Characters no font has, shown as boxes. */
missing_glyphs: string,
/** Whether a text found no room in its place. */
overfull: boolean,
/** Whether an address on it has no index. */
no_index: boolean,
/** Where the next sheet of labels begins, along the rows from 1; none of another paper. */
next_label: number | null, };

export type ProofMake = { letter: LetterId,
/** The dispatch; as in [`ProofQuestion`] when absent. */
dispatch: DispatchId | null,
/** Why it is made in spite of contradictions. */
reason: string | null,
/** A folder with each paper by itself, beside the one file. */
folder: boolean, };

/** Asks whether the papers that prove an answer agree. */
export type ProofQuestion = { letter: LetterId,
/** The dispatch that proves it; the one delivered, else the latest, when absent. */
dispatch: DispatchId | null, };

/** What the cross-check found. */
export type ProofReport = { dispatch: DispatchId | null,
/** Contradictions and gaps, the gravest first. */
findings: Array<ProofFinding>,
/** Whether a written reason is needed. */
contradicts: boolean,
/** What will lie inside, in its order. */
contents: Array<string>, };
