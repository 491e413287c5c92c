// Made by `cargo xtask types`; change the Rust types instead.
import type { LetterId } from '../complaint/id'
import type { Money } from '../complaint/money'
import type { Gender } from '../complaint/party'

/** Why an inspection did not take place. */
export type Absence = "did_not_come" | "no_access" | "withheld";

/** What an act records besides the inspection itself. */
export type Act = {
/** Until when, `HH:MM`; empty while unknown. */
until: string,
/** What was seen and found, facts only. */
found: string,
/** What those present remarked; empty leaves lines to write on. */
remarks: string,
/** Whether the complainant attended. */
attended: boolean,
/** Why the inspection did not take place. */
absence: Absence,
/** The reason given for it; empty when none was given. */
reason: string,
/**
 * How the complainant was told of day and place, where no issued
 * invitation says so.
 */
notified: string,
/** Who was present and signs. */
present: Array<Person>, };

/** The office's own claim. */
export type Claim = {
/** Whether a supplier, a carrier or a platform answers for it. */
against: ClaimAgainst,
/** The contract: «поставки № 7». */
contract: string,
/** The day the contract bears. */
contract_on: string | null,
/** The clause or article it rests on. */
ground: string,
/** What is demanded, beginning with the verb. */
demand: string,
/** The sum, where one is named. */
amount: Money | null,
/** The day by which an answer is awaited. */
until: string | null, };

/** Against whom the office's own claim goes. */
export type ClaimAgainst = "supplier" | "carrier" | "platform";

export type Correction = {
/** The issued letter that is mended. */
letter: LetterId | null,
/** The wrong words, as the letter had them. */
said: string,
/** What it should have said. */
right: string,
/** How the mistake came about; may stay empty. */
reason: string,
/** Whether this letter replaces the other one as a whole. */
whole: boolean, };

/** What is said about personal data. */
export type DataAnswer = {
/** Whether the office holds no data of this person. */
none: boolean, categories: string, purposes: string,
/** The legal ground of the processing (152-ФЗ, ст. 6). */
basis: string, source: string,
/** To whom they were given. */
shared: string, kept: string,
/** By what means they are processed. */
ways: string,
/** Who processes them on the office's behalf. */
entrusted: string,
/** Whether and where they are sent abroad. */
abroad: string,
/** How the operator's duties are seen to (152-ФЗ, ст. 18.1). */
measures: string,
/** What was done at the person's wish. */
done: string, };

/** What a state body or a platform asked. */
export type Inquiry = {
/** The number of its request. */
number: string,
/** The date of its request. */
on: string | null,
/** The platform's number of the dispute. */
ticket: string, };

/** An inspection: announced by an invitation, recorded by an act. */
export type Inspection = { purpose: InspectionPurpose,
/** The day it is held; of a request, the day it bears. */
on: string | null,
/** The hour and minute, `HH:MM`; empty while unknown. */
at: string,
/** Town, street, house, room: what follows «Где:». */
place: string,
/** The thing, work or place: what follows «Что осмотрели:». */
object: string,
/** Who carries it out. */
by: string,
/** The day by which the complainant may ask for another time. */
reply_by: string | null, };

export type InspectionPurpose = "inspection" | "quality_check" | "expertise";

/**
 * Everything a writer may say for a letter of some kind. The word is the
 * lawyers': particulars are what a claim states besides the parties and the
 * case. Each kind reads its own part; parts carry over from an earlier letter
 * of the case to a later one.
 */
export type Particulars = {
/** To whom a letter goes that does not go to the complainant. */
recipient: Recipient,
/**
 * On what ground that one may be told who complains: a consent of the complainant, a duty to tell.
 * Empty where there is none; then the letter speaks of the complaint by its number.
 */
disclosure: string,
/** The inspection that a letter invites to or an act records. */
inspection: Inspection, act: Act, correction: Correction,
/** What is offered or agreed. */
settlement: Settlement,
/** What a state body or a platform asked. */
inquiry: Inquiry,
/** The office's own claim. */
claim: Claim, statement: StatementForm,
/** What is said about personal data. */
data: DataAnswer,
/** Why it is for another body to answer. */
forwarding_reason: string, };

/** Somebody who was present and signs. */
export type Person = {
/** Post, or in what capacity: «мастер», «сосед из кв. 14». */
role: string,
/** Full name; empty leaves a blank to sign on. */
name: string, };

export type Recipient = {
/** The body or firm, in the nominative. */
organisation: string,
/** The post of the person addressed, in the nominative: «Руководитель». */
post: string,
/** The person's full name, in the nominative. */
name: string,
/** The person's grammatical gender, when the office overrules the guess. */
gender: Gender,
/** The person's line of the addressee in the dative, when overruled. */
dative: string | null,
/** The salutation, when overruled. */
salutation: string | null,
/** Postal address in one or more lines. */
address: string,
/** Stands in the address where there is no postal one. */
email: string, };

/** What is offered or agreed. */
export type Settlement = {
/** The office's and the complainant's, as typed. */
terms: Array<SettlementTerm>,
/** Until when an offer stands. */
until: string | null, };

export type SettlementTerm = { by: TermBy,
/** What is done, beginning with the verb: «вернуть часть цены». */
text: string, amount: Money | null,
/** The last day for it. */
due: string | null, };

export type StatementBy = "staff" | "witness";

/** A form for somebody's own words. */
export type StatementForm = {
/** Whether one of the staff or a witness writes. */
by: StatementBy,
/** Full name; empty leaves a line. */
name: string,
/** Post of a worker, address or telephone of a witness; empty leaves a line. */
about: string, };

/** Who does what a term says. */
export type TermBy = "office" | "complainant";
