//! What letters of one kind say besides the case: to whom they go, when an
//! inspection is, what is offered, what an act records.

use crate::words::clean::clean_line;
use chrono::NaiveDate;
use complaint::{Complainant, Gender, LetterId, Money, PartyKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything a writer may say for a letter of some kind. The word is the
/// lawyers': particulars are what a claim states besides the parties and the
/// case. Each kind reads its own part; parts carry over from an earlier letter
/// of the case to a later one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Particulars {
    /// To whom a letter goes that does not go to the complainant.
    pub recipient: Recipient,
    /// On what ground that one may be told who complains: a consent of the complainant, a duty to tell.
    /// Empty where there is none; then the letter speaks of the complaint by its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub disclosure: String,
    /// The inspection that a letter invites to or an act records.
    pub inspection: Inspection,
    pub act: Act,
    pub correction: Correction,
    /// What is offered or agreed.
    pub settlement: Settlement,
    /// What a state body or a platform asked.
    pub inquiry: Inquiry,
    /// The office's own claim.
    pub claim: Claim,
    pub statement: StatementForm,
    /// What is said about personal data.
    pub data: DataAnswer,
    /// Why it is for another body to answer.
    pub forwarding_reason: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Recipient {
    /// The body or firm, in the nominative.
    pub organisation: String,
    /// The post of the person addressed, in the nominative: «Руководитель».
    pub post: String,
    /// The person's full name, in the nominative.
    pub name: String,
    /// The person's grammatical gender, when the office overrules the guess.
    pub gender: Gender,
    /// The person's line of the addressee in the dative, when overruled.
    pub dative: Option<String>,
    /// The salutation, when overruled.
    pub salutation: Option<String>,
    /// Postal address in one or more lines.
    pub address: String,
    /// Stands in the address where there is no postal one.
    pub email: String,
}

impl Recipient {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        self.organisation.trim().is_empty() && self.name.trim().is_empty()
    }

    /// What the recipient is called in a sentence or a file name.
    pub fn called(&self) -> String {
        let organisation = clean_line(&self.organisation);
        if organisation.is_empty() {
            clean_line(&self.name)
        } else {
            organisation
        }
    }

    /// The person addressed, as one who may be greeted by name; nobody when
    /// only an organisation is named.
    pub fn person(&self) -> Option<Complainant> {
        (!self.name.trim().is_empty()).then(|| Complainant {
            kind: PartyKind::Person,
            name: self.name.clone(),
            gender: self.gender,
            name_dative: self.dative.clone(),
            salutation: self.salutation.clone(),
            ..Complainant::default()
        })
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InspectionPurpose {
    /// Looking at a thing, a work or a place.
    #[default]
    Inspection,
    QualityCheck,
    /// By an expert, whom the complainant may challenge.
    Expertise,
}

/// An inspection: announced by an invitation, recorded by an act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Inspection {
    pub purpose: InspectionPurpose,
    /// The day it is held; of a request, the day it bears.
    pub on: Option<NaiveDate>,
    /// The hour and minute, `HH:MM`; empty while unknown.
    pub at: String,
    /// Town, street, house, room: what follows «Где:».
    pub place: String,
    /// The thing, work or place: what follows «Что осмотрели:».
    pub object: String,
    /// Who carries it out.
    pub by: String,
    /// The day by which the complainant may ask for another time.
    pub reply_by: Option<NaiveDate>,
}

/// Somebody who was present and signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Person {
    /// Post, or in what capacity: «мастер», «сосед из кв. 14».
    pub role: String,
    /// Full name; empty leaves a blank to sign on.
    pub name: String,
}

/// Why an inspection did not take place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// The complainant did not come.
    #[default]
    DidNotCome,
    /// No access was given to the place.
    NoAccess,
    /// The thing was not handed over.
    Withheld,
}

/// What an act records besides the inspection itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Act {
    /// Until when, `HH:MM`; empty while unknown.
    pub until: String,
    /// What was seen and found, facts only.
    pub found: String,
    /// What those present remarked; empty leaves lines to write on.
    pub remarks: String,
    /// Whether the complainant attended.
    pub attended: bool,
    /// Why the inspection did not take place.
    pub absence: Absence,
    /// The reason given for it; empty when none was given.
    pub reason: String,
    /// How the complainant was told of day and place, where no issued
    /// invitation says so.
    pub notified: String,
    /// Who was present and signs.
    pub present: Vec<Person>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Correction {
    /// The issued letter that is mended.
    pub letter: Option<LetterId>,
    /// The wrong words, as the letter had them.
    pub said: String,
    /// What it should have said.
    pub right: String,
    /// How the mistake came about; may stay empty.
    pub reason: String,
    /// Whether this letter replaces the other one as a whole.
    pub whole: bool,
}

/// Who does what a term says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TermBy {
    /// The office, which signs first.
    #[default]
    Office,
    Complainant,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "SettlementTerm")]
pub struct Term {
    pub by: TermBy,
    /// What is done, beginning with the verb: «вернуть часть цены».
    pub text: String,
    pub amount: Option<Money>,
    /// The last day for it.
    pub due: Option<NaiveDate>,
}

/// What is offered or agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Settlement {
    /// The office's and the complainant's, as typed.
    pub terms: Vec<Term>,
    /// Until when an offer stands.
    pub until: Option<NaiveDate>,
}

/// What a state body or a platform asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Inquiry {
    /// The number of its request.
    pub number: String,
    /// The date of its request.
    pub on: Option<NaiveDate>,
    /// The platform's number of the dispute.
    pub ticket: String,
}

/// Against whom the office's own claim goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClaimAgainst {
    #[default]
    Supplier,
    /// A carrier: other rules and terms hold.
    Carrier,
    Platform,
}

/// The office's own claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Claim {
    /// Whether a supplier, a carrier or a platform answers for it.
    pub against: ClaimAgainst,
    /// The contract: «поставки № 7».
    pub contract: String,
    /// The day the contract bears.
    pub contract_on: Option<NaiveDate>,
    /// The clause or article it rests on.
    pub ground: String,
    /// What is demanded, beginning with the verb.
    pub demand: String,
    /// The sum, where one is named.
    pub amount: Option<Money>,
    /// The day by which an answer is awaited.
    pub until: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatementBy {
    /// Somebody who works for the office.
    #[default]
    Staff,
    Witness,
}

/// A form for somebody's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct StatementForm {
    /// Whether one of the staff or a witness writes.
    pub by: StatementBy,
    /// Full name; empty leaves a line.
    pub name: String,
    /// Post of a worker, address or telephone of a witness; empty leaves a line.
    pub about: String,
}

/// What is said about personal data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DataAnswer {
    /// Whether the office holds no data of this person.
    pub none: bool,
    pub categories: String,
    pub purposes: String,
    /// The legal ground of the processing (152-ФЗ, ст. 6).
    pub basis: String,
    pub source: String,
    /// To whom they were given.
    pub shared: String,
    pub kept: String,
    /// By what means they are processed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ways: String,
    /// Who processes them on the office's behalf.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entrusted: String,
    /// Whether and where they are sent abroad.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub abroad: String,
    /// How the operator's duties are seen to (152-ФЗ, ст. 18.1).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measures: String,
    /// What was done at the person's wish.
    pub done: String,
}
