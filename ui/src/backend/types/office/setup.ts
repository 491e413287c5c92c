// Made by `cargo xtask types`; change the Rust types instead.
import type { OfficeProfile } from '../complaint/office'
import type { SpellingLack } from '../letter/check'
import type { LostRows } from '../register/journal'
import type { Unwritable } from '../register/register'

/** Asks how letters look on a letterhead that is not kept yet. */
export type LetterheadTry = {
/** The office as the form has it. */
profile: OfficeProfile,
/** Picture points per PDF point: 1.0 is 72 dpi. */
scale: number, };

/** What the numbers of a pattern look like. */
export type NumberExample = {
/** The first number of this year. */
number: string,
/** Whether they start anew each year. */
yearly: boolean, };

/** What the numbers of each pattern look like; none for a pattern that gives no number. */
export type NumberingExamples = { incoming: NumberExample | null, outgoing: NumberExample | null, paper: NumberExample | null, };

/** The open office, as every screen's head shows it. */
export type OfficeInfo = {
/** Name, requisites, letterhead, numbering. */
profile: OfficeProfile,
/** Where the records lie, for showing only. */
folder: string,
/** How many complaints are in the register, the trash not counted. */
complaints: number,
/** How safe the records are. */
safety: Safety,
/** When the copy was made whose records these are, where a copy is looked at. */
copy_of: string | null,
/** The languages whose spelling can't be checked, and why. */
spelling_lacks: Array<SpellingLack>, };

/** One word of the office's own, as it is to be spelt. */
export type OwnWord = {
/** In any of its forms: the others are known by it. */
word: string, };

/**
 * A field of the requisites that does not look right. It warns; it never
 * stops anything.
 */
export type RequisiteWarning = {
/**
 * The field: `name`, `inn`, `kpp`, `ogrn`, `address`, `phone`, `email`, `bank.bic`,
 * `bank.account`, `bank.correspondent`, `signatory.name`, `signatory.post`, `executor.phone`.
 */
field: string,
/** What is off: `missing`, `length`, `digits`, `checksum`, `format`. */
problem: string,
/** Of a wrong length: how many digits it should have, any of these. */
digits: Array<number>, };

/** The one line that says whether records are safe. */
export type Safety = {
/** When the last one was made; one of a day to come is left out. */
last_backup: string | null,
/** Whether a password locks the records. */
locked: boolean,
/** Whether the folder lies on a network share, where a database breaks. */
network_share: boolean,
/** Why nothing can be written, so that the records can only be read, printed and copied elsewhere. */
unwritable: Unwritable | null,
/**
 * Whether another program wrote to the database, or a disk altered it, and no check of the
 * journal has found the records whole since; where rows are lost, that says it.
 */
changed_outside: boolean,
/** When the structure of the database was last checked, which is done once a week. */
structure_checked: string | null,
/**
 * Rows that were seen and are not there: until somebody takes the records
 * as they are, they can only be read.
 */
lost_rows: LostRows | null,
/** When the newest row was written, where the computer's clock stands behind it and nobody said that it is right. */
clock_behind: string | null,
/**
 * Damaged files that were set aside when the records were opened; others
 * were made in their place.
 */
set_aside: Array<string>, };
