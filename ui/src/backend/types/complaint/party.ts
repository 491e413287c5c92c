// Made by `cargo xtask types`; change the Rust types instead.

/** The cases in which other words about a complainant are to stand. */
export type CardScope = "this_case" | "every_case";

/** Who complains and where an answer reaches them. */
export type Complainant = { kind: PartyKind,
/**
 * The name as given, in the nominative: «Соколова Марина Львовна», «ООО «Вектор»».
 * Empty for an anonymous complaint.
 */
name: string,
/** Grammatical gender, when the office overrules the guess. */
gender: Gender,
/** The addressee line in the dative, when the office overrules the program. */
name_dative: string | null,
/** The salutation («Уважаемая Марина Львовна!»), when overruled. */
salutation: string | null,
/** Postal address in one or more lines. */
address: string, email: string,
/** Telephone, E.164 where it could be read so. */
phone: string,
/** The same number in the groups in which they wrote it, «+7 4822 34-56-78»; empty where they wrote none. */
phone_written: string,
/**
 * The representative who acts for the complainant, with the ground of
 * authority, in free words.
 */
representative: string, };

/** Grammatical gender for the letter's wording. */
export type Gender = "auto" | "m" | "f";

/** Whether a person or an organisation complains. */
export type PartyKind = "person" | "organisation";
