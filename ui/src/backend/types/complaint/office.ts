// Made by `cargo xtask types`; change the Rust types instead.
import type { ApprovalRules } from '../complaint/approval'
import type { Regime } from '../complaint/regime'
import type { Language } from '../complaint/words'

/** In which order an address stands in letters and on envelopes. */
export type AddressOrder = "as_written" | "street_first";

export type Bank = {
/** БИК: nine digits, the bank's code at the Bank of Russia. */
bic: string,
/** Расчётный счёт: twenty digits, checked against the БИК. */
account: string, name: string,
/** Correspondent account, twenty digits. */
correspondent: string | null, };

/** The person who wrote the letter. */
export type Executor = { name: string, phone: string, };

/**
 * The letterhead: its form and the images on it, each named by the SHA-256 of
 * its bytes in the document store.
 */
export type Letterhead = { form: LetterheadForm,
/** Logo, PNG or JPEG. */
logo: string | null,
/** Stamp, PNG or JPEG. */
stamp: string | null,
/** Signature, PNG or JPEG. */
signature: string | null,
/**
 * Whether stamp and signature images go onto letters; else there is room
 * for a wet signature.
 */
use_images: boolean,
/** A line beneath the name, for example what the business does. */
tagline: string,
/**
 * Whether a QR code with number, date and the text's fingerprint stands at
 * the foot of the first page.
 */
code: boolean,
/** Whether there is a line for who receives the letter by hand. */
receipt: boolean,
/** Whether the case goes into the PDF for other programs to read. */
summary: boolean, margins: Margins,
/** How the addressee's address stands. */
address_order: AddressOrder, };

/** Where the sender's details stand on the page. */
export type LetterheadForm = "longitudinal" | "corner";

/**
 * The margins of letters. All keep the least of ГОСТ Р 7.0.97-2025: 20 mm at the left, above
 * and below, 10 mm at the right.
 */
export type Margins = "least" | "wide" | "bound";

/**
 * Patterns of the register numbers. `{year}` is the year, `{n}` the counting
 * number, `{n:4}` the same padded with zeros to four digits.
 */
export type Numbering = {
/** Pattern of the numbers of incoming complaints. */
incoming: string,
/** Pattern of the numbers of outgoing letters. */
outgoing: string,
/** Papers of the office's own: acts, agreements, statements. */
paper: string, };

/** All the office says of itself. */
export type OfficeProfile = {
/** What the office is called on the screen. */
name: string, requisites: Requisites, letterhead: Letterhead, numbering: Numbering,
/** The language letters are written in unless asked otherwise. */
language: Language,
/** Whether this is the sample office to play in. */
sample: boolean,
/** The regime a new complaint starts with. */
usual_regime: Regime,
/** Which letters the head approves. */
approval: ApprovalRules,
/** Words that are spelt right although no dictionary has them, in the order of the alphabet. */
own_words: Array<string>, };

/** Requisites of the business, as they stand on its letters. */
export type Requisites = {
/** Full or short legal name: «ООО «Север»», «ИП Иванова Анна Петровна». */
name: string,
/** ИНН, 10 or 12 digits. */
inn: string,
/** КПП, nine characters; absent for a sole trader. */
kpp: string | null,
/** ОГРН (13) or ОГРНИП (15 digits). */
ogrn: string | null,
/** Postal address with the index. */
address: string, phone: string | null, email: string | null, website: string | null,
/** Bank account, when the letterhead shall show it. */
bank: Bank | null, signatory: Signatory,
/** Who wrote the letter, bottom left of its last page. */
executor: Executor | null, };

/** The person whose signature stands under the letter. */
export type Signatory = {
/** Post in the nominative: «Директор». */
post: string,
/**
 * The post in English letters: «Director»; the Russian one stands there while
 * it is empty.
 */
post_en: string,
/** Full name in the nominative. */
name: string,
/** The paper that gives authority, when it is not the head: «по доверенности № 5 от 01.02.2026». */
authority: string | null, };
