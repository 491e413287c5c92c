// Made by `cargo xtask types`; change the Rust types instead.
import type { BackupRestored, CopiesHeld, CopyPassword, CopyPlaceShown, CopyRhythm, CopySafety } from '../office/records'
import type { OfficeInfo } from '../office/setup'

/** Asks for the copies in a folder. */
export type CopiesQuestion = {
/** A folder that was chosen; the place of the copies when absent. */
folder: string | null, };

/** The copies and what is known of their place. */
export type CopiesShown = {
/** Where copies are made by themselves. */
place: CopyPlaceShown | null, rhythm: CopyRhythm,
/** None where no office is open, or the sample is. */
safety: CopySafety | null,
/** Why old copies are held back from thinning. */
held: CopiesHeld,
/** The folder that is listed, for showing only. */
folder: string | null,
/** Names that folder in [`CopiesQuestion`], where it is not the place. */
elsewhere: string | null,
/** Those in the folder that is listed, the newest first. */
copies: Array<CopyListed>,
/** Copies that were restored beside the records and did not take their place. */
leftovers: Array<CopyLeftover>,
/** The records that a copy took the place of, the earliest first. */
former_records: Array<CopyLeftover>, };

/** A folder that a copy was restored into and left, or that holds the records of before. */
export type CopyLeftover = {
/** Names it in commands until the program ends. */
leftover: string,
/** For showing only. */
folder: string,
/** Whether it lies in plain text beside records that are locked. */
plain: boolean, };

export type CopyLeftoverRef = {
/** [`CopyLeftover::leftover`] of the one that is meant. */
leftover: string, };

export type CopyListed = {
/** Names it in commands until the program ends. */
copy: string, at: string,
/** Of its database and its documents; documents are shared between copies. */
bytes: number,
/** Those in the trash among them; unknown in copies of earlier programs. */
complaints: number | null,
/** Pieces of content in it. */
documents: number,
/** Pieces of content that it lacks. */
lost: number,
/** When it was last read through and found whole. */
verified: string,
/** Whether its database is not as it was made. */
damaged: boolean,
/** Whether it is of another office than the open one. */
other_office: boolean,
/** Whether it is locked with a password: that of the day it was made. */
locked: boolean, };

/** Makes a copy now. */
export type CopyMake = {
/** An id of the window's own, to stop it by. */
task: string, };

export type CopyRef = {
/** [`CopyListed::copy`] of the copy that is meant. */
copy: string, };

/** Puts a copy in place of the records. */
export type CopyRestore = {
/** [`CopyListed::copy`] of the copy that is meant. */
copy: string,
/** An id of the window's own, to stop it by. */
task: string,
/** Whether it is put there though more is lost than it lacked when it was made. */
lacking: boolean,
/** What it was agreed to that the records will open with. */
password: CopyPassword | null, };

/** What came of a copy that was to take the place of the records. */
export type CopyRestored = { "kind": "in_place", office: OfficeInfo, restored: BackupRestored,
/** Where the records lie that were there before, for showing only. */
former_records: string | null,
/** Whether nobody could read which numbers those gave last: some may be given again. */
numbers_unknown: boolean,
/** Whether nobody could read what those had erased: some of it may be back unseen. */
erasures_unknown: boolean, } | { "kind": "lacking", restored: BackupRestored, } | { "kind": "password", password: CopyPassword, };

/** Chooses how often copies are made by themselves. */
export type CopyRhythmChoice = { rhythm: CopyRhythm, };

/** Does something with a copy that takes a while. */
export type CopyTask = {
/** [`CopyListed::copy`] of the copy that is meant. */
copy: string,
/** An id of the window's own, to stop it by. */
task: string, };
