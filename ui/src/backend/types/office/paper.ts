// Made by `cargo xtask types`; change the Rust types instead.
import type { DispatchWay, InventoryLine } from '../complaint/dispatch'
import type { ComplaintId, DispatchId, DocumentId, LetterId } from '../complaint/id'
import type { Language } from '../complaint/words'
import type { EnvelopeSize, LabelForm } from '../letter/papers'
import type { ProofFinding } from '../letter/proof'

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
