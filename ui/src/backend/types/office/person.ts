// Made by `cargo xtask types`; change the Rust types instead.
import type { NameFormId, PersonId } from '../complaint/id'
import type { Complainant, Gender } from '../complaint/party'
import type { Language, NameForm } from '../complaint/words'

/** A form of a name that the office keeps in the place of the program's own. */
export type KeptNameForm = {
/** Its id. */
id: NameFormId,
/** The name in the nominative. */
name: string,
/** The gender it belongs to. */
gender: Gender,
/** Which form. */
form: NameForm,
/** The language of the letters it serves. */
language: Language,
/** The form itself. */
words: string,
/** When it was kept. */
kept_at: string, };

/** Names a kept form. */
export type NameFormRef = {
/** The form. */
id: NameFormId, };

/** How a letter will address a complainant. */
export type NameForms = {
/** The addressee line in the dative. */
dative: string,
/** The salutation. */
salutation: string,
/** The gender that was told from the name: `m`, `f`, or absent. */
gender: Gender | null, };

/** A card that fits. */
export type PersonHit = {
/** The card. */
id: PersonId,
/** What it says. */
complainant: Complainant,
/** How many complaints the person has in the register. */
complaints: number, };

/** Words of a name, to suggest cards. */
export type PersonQuestion = {
/** The beginning of a name, e-mail or phone. */
text: string, };
