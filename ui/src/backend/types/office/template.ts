// Made by `cargo xtask types`; change the Rust types instead.
import type { TemplateId, TemplateVersionId } from '../complaint/id'
import type { LetterKind } from '../complaint/letter_kind'
import type { Regime } from '../complaint/regime'
import type { Language } from '../complaint/words'
import type { StandaloneTemplate, TemplateFault } from '../letter/template'

/** What taking a template from a file would do. */
export type ImportFate = "new" | "new_version" | "same";

/** The template a draft was made from. */
export type LetterTemplate = { made_from: TemplateOffer,
/** What has taken its place since, if anything has. */
newer: TemplateOffer | null,
/** Every template the letter could be taken over to. */
others: Array<TemplateOffer>, };

/** A template as its editor opens it. */
export type TemplateCard = { head: TemplateHead, standalone: StandaloneTemplate,
/** The program's own template of that kind, to compare with and go back to. */
shipped: StandaloneTemplate,
/** Its versions, the newest first; none for the program's own. */
versions: Array<TemplateVersionHead>, faults: Array<TemplateFault>,
/** The change just made, to be undone by. */
seq: number | null, };

/** Which templates to write to a file. */
export type TemplateExport = {
/** These; every one that the office made when empty. */
templates: Array<TemplateRef>, };

/** All templates of one kind of letter in one language, the program's own first. */
export type TemplateGroup = { kind: LetterKind, language: Language, templates: Array<TemplateHead>, };

/** A template as lists show it. */
export type TemplateHead = {
/** Its id; none for the program's own. */
template: TemplateId | null,
/** What the office calls it; empty for the program's own. */
name: string,
/** The bodies of rules it is meant for; for all when empty. */
regimes: Array<Regime>, version: number,
/** Whether new letters are made from it without being asked. */
chosen: boolean,
/** When it was put aside. */
retired_at: string | null,
/** When that version was made; absent for the program's own. */
changed_at: string | null, actor: string, note: string, };

/** Takes templates from a file that was looked at. */
export type TemplateImport = { items: Array<TemplateSave>, };

export type TemplateImportItem = { standalone: StandaloneTemplate,
/** What taking it would do. */
fate: ImportFate,
/** The template that would get a new version. */
template: TemplateId | null,
/** What that template, or the program's own, says now. */
current: StandaloneTemplate,
/** What is wrong with it. One with an error can't be taken. */
faults: Array<TemplateFault>, };

/** What a file of templates holds. */
export type TemplateImportPlan = {
/** Name of the file without its folder. */
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
name: string, version: number, };

/** Names a template: an office's own, or the program's of that kind. */
export type TemplateRef = { kind: LetterKind, language: Language,
/** The office's own; the program's when absent. */
template: TemplateId | null, };

/** Puts a template aside or takes it back. */
export type TemplateRetire = { template: TemplateId,
/** `false` takes it back. */
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
note: string, standalone: StandaloneTemplate, };

/** Undoes a change of templates. */
export type TemplateUndo = {
/** From [`TemplatesChanged::seq`] or [`TemplateCard::seq`]. */
seq: number, };

export type TemplateVersionHead = { id: TemplateVersionId, version: number,
/** What the template was called then. */
name: string, made_at: string, actor: string, note: string,
/** Whether it is the one in use. */
current: boolean, };

export type TemplateVersionRef = { version: TemplateVersionId, };

/** All templates after a change, and the change to be undone by. */
export type TemplatesChanged = { groups: Array<TemplateGroup>,
/** The change just made; none when nothing differed. */
seq: number | null, };
