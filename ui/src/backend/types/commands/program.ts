// Made by `cargo xtask types`; change the Rust types instead.
import type { OfficeProfile } from '../complaint/office'
import type { Language } from '../complaint/words'
import type { Failure } from '../office/error'

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

/** Payload of the event `dropped`. */
export type Dropped = {
/** The files, in the order in which they came. What lies in a dropped folder comes too; links are not followed. */
files: Array<DroppedFile>,
/** The names of those that are not there any more, or can't be looked at. */
gone: Array<string>,
/** Where they were let go. */
position: Position | null, };

/** A file that was chosen or dropped; its path stays in the shell. */
export type DroppedFile = {
/** Names it in commands, also after the program was left. */
token: string,
/** The same for the same file handed over anew, for which there is a new token. */
place: string,
/** Its name, made safe to show. */
name: string, bytes: number, };

/** Asks for a folder in the system's dialog. */
export type FolderChoose = { purpose: FolderPurpose, };

/** What a folder is chosen for; decides what the dialog says. */
export type FolderPurpose = "new" | "existing";

/** An office of the person's own that can be opened. */
export type KnownOffice = {
/** Names it in [`OfficeOpen`]. */
token: string,
/** What it was called when it was opened last; empty when it never was. */
name: string,
/** The path, for showing only. */
folder: string,
/** Whether it is the one that is open. */
open: boolean, };

/** Makes a new office and opens it. */
export type OfficeCreate = {
/** A chosen folder; the default one when absent. */
folder: string | null,
/** Name, requisites, letterhead, numbering. */
profile: OfficeProfile, };

export type OfficeOpen = {
/** A chosen folder; the office used last when absent. */
folder: string | null, };

/** A place in the window, in CSS pixels from its upper left corner. */
export type Position = {
/** From the left edge. */
x: number,
/** From the upper edge. */
y: number, };

/** What the person at this computer has chosen; it belongs to the program, not to an office. */
export type ProgramSettings = { language: Language, theme: Theme,
/** Size of the text, 1.0 to 2.0. */
text_scale: number,
/** Who sits here: the name that the journal writes beside each change. */
actor: string,
/** Whether the system says what today holds. */
reminders: boolean,
/** Minutes without a key or a pointer after which an office with a password is shut; 0 for never. */
lock_after: number, };

/** What the window needs to draw its first screen. */
export type ProgramState = {
/** Whether an office is open; if not, the first-run screen is shown. */
office_open: boolean,
/** Whether the office used last waits for its password. */
locked: boolean,
/** Whether a secret in the keyring of the person's account opens the office used last. */
keyring: boolean, language: Language, theme: Theme,
/** Size of the text, 1.0 to 2.0. */
text_scale: number, actor: string,
/** Whether the system says what today holds. */
reminders: boolean,
/** Minutes without a key or a pointer after which a locked office is shut; 0 for never. */
lock_after: number,
/** The folder of the office used last, for showing only. */
last_folder: string | null,
/** Where a new office is kept unless another folder is chosen, for showing only. */
default_folder: string, version: string,
/** Whether the open office is the sample. */
sample_open: boolean,
/** Why the office used last could not be opened, if so. */
problem: Failure | null,
/** The person's own offices, the one used last first; those whose folder is there. */
offices: Array<KnownOffice>, };

/** How far a long task is. */
export type Progress = {
/** Bytes done; files, where records are copied or restored. */
done: number,
/** So many in all. */
total: number,
/** What is being worked on now. */
name: string, };

/** Stops a long task; what it did so far is taken back. A task that is over is none of its concern. */
export type TaskCancel = {
/** The id the task was begun with. */
task: string, };

/** Light, dark, or as the system has it. */
export type Theme = "system" | "light" | "dark";
