// Made by `cargo xtask types`; change the Rust types instead.
import type { NameFormId, PersonId } from '../complaint/id'
import type { Complainant, Gender } from '../complaint/party'

/** Names a kept form. */
export type NameFormRef = { id: NameFormId, };

/** How a letter will address a complainant. */
export type NameForms = {
/** The addressee line in the dative. */
dative: string, salutation: string,
/** The gender that was told from the name: `m`, `f`, or absent. */
gender: Gender | null, };

/** A card that fits. */
export type PersonHit = { id: PersonId, complainant: Complainant,
/** How many complaints the person has in the register. */
complaints: number, };

/** Words of a name, to suggest cards. */
export type PersonQuestion = {
/** The beginning of a name, e-mail or phone. */
text: string, };
