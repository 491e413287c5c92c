// Made by `cargo xtask types`; change the Rust types instead.
import type { DocumentId, LetterId } from '../complaint/id'
import type { FilingRule } from '../deadline/filing'

/** What the papers of a case are put together as. */
export type BundleForm = "one_file" | "folder" | "court" | "registered_mail";

/** One file of a bundle, or a paper that is in none. */
export type BundleLine = {
/** «Приложение 3». */
label: string,
/** What it is called; empty in a redacted bundle. */
title: string,
/** The file's path below the bundle's folder; empty for what goes along separately. */
file: string, sheets: number | null, bytes: number, notes: Array<BundleNote>, };

/** What there is to say of one paper of a bundle. */
export type BundleNote = "as_file" | "separate" | "withheld" | "split" | "too_large" | "signed";

/** A paper that a bundle would hold. */
export type BundlePaper = { document: DocumentId | null, letter: LetterId | null,
/** The exhibit's number, the letter's number. */
number: string, name: string, shown: ExhibitShown,
/** Its sheets, where they can be told. */
sheets: number | null, bytes: number, };

/** What a bundle would hold, and what those who take it ask for. */
export type BundleView = { papers: Array<BundlePaper>, rules: Array<FilingRule>,
/** When the rules were last compared with their sources. */
checked_on: string, };

export type ExhibitRedaction = { document: DocumentId,
/** Whether all of it is closed. */
whole: boolean,
/** The regions that are closed, where it is shown. */
areas: Array<SheetArea>, };

/** How an exhibit can be shown in a bundle. */
export type ExhibitShown = "pictures" | "words" | "file";

/** What is blacked out of a bundle. */
export type Redaction = {
/** The complainant's name in all its forms, address, telephone, e-mail, representative. */
complainant: boolean,
/** Other words, wherever they stand in text. */
words: Array<string>,
/**
 * What of exhibits is closed. A picture or a PDF that is not named here is closed as a whole,
 * for no words can be found in it.
 */
exhibits: Array<ExhibitRedaction>, };

/** A region of a sheet, in parts of the sheet's width and height from its upper left corner. */
export type SheetArea = {
/** From 0. */
sheet: number, x: number, y: number, width: number, height: number, };
