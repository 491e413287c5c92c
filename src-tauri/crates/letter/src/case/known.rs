//! The case, as far as a letter may know it.
//!
//! This value is the wall between the office's own papers and the outside: it
//! has no field for an internal note, so none can reach a letter.

use super::writer_words::WriterWords;
use chrono::NaiveDate;
use complaint::{
    AllegationFields, AllegationId, ComplaintFields, Decision, DecisionKind, DemandFields,
    DemandId, DemandKind, Language, LetterKind, Matter, Money, NameForm, OfficeProfile,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything a letter may say about a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseForLetter {
    /// Whose requisites and signatory the letter bears.
    pub office: OfficeProfile,
    /// The complaint's incoming number.
    pub number: String,
    #[serde(flatten)]
    pub matter: Matter,
    /// The day it reached the office.
    pub received_on: NaiveDate,
    /// The day it was written into the register.
    pub recorded_on: NaiveDate,
    /// The demands in the order of the case.
    #[serde(default)]
    pub demands: Vec<DemandForLetter>,
    /// What the complainant states, point by point, in the order of the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<AllegationForLetter>,
    #[serde(flatten)]
    pub writer_words: WriterWords,
    /// Documents that the findings rest on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings_evidence: Vec<Exhibit>,
    /// Documents chosen to go with the letter.
    #[serde(default)]
    pub enclosures: Vec<EnclosureChoice>,
    /// Photographs chosen to be shown in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Exhibit>,
    /// Every document of the case, by which a reference is known to lead
    /// somewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Exhibit>,
    /// The day the letter is written.
    pub today: NaiveDate,
    /// The last legal day for the answer, the earliest over the demands.
    #[serde(default)]
    pub answer_due: Option<NaiveDate>,
    /// Letters already issued on this case, the oldest first.
    #[serde(default)]
    pub earlier: Vec<EarlierLetter>,
    /// Forms of names that the office put in the place of the program's own.
    #[serde(default)]
    pub own_name_forms: Vec<OwnNameForm>,
    /// The issued letter that a correction mends.
    #[serde(default)]
    pub corrects: Option<EarlierLetter>,
    /// The issued letter that this one replaces.
    #[serde(default)]
    pub replaces: Option<EarlierLetter>,
}

/// A form of a name that the office put in the place of the program's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnNameForm {
    /// The name as it stands in this case.
    pub name: String,
    /// Whether it stands in the address or in the salutation.
    pub form: NameForm,
    /// The language of the letters it serves.
    pub language: Language,
    /// As it shall stand in the letter.
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandForLetter {
    /// By which blocks about it are told apart.
    pub id: DemandId,
    #[serde(flatten)]
    pub fields: DemandFields,
    #[serde(default)]
    pub decision: Option<Decision>,
    /// Documents that the decision's finding rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Exhibit>,
    /// The last legal day to meet it.
    #[serde(default)]
    pub due_legal: Option<NaiveDate>,
    /// The article that sets that day, in Russian. Only a rule in force on the
    /// day of the event may stand here.
    #[serde(default)]
    pub citation: Option<String>,
    #[serde(default)]
    pub citation_en: Option<String>,
}

/// A point of the complaint, as a letter may speak of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllegationForLetter {
    /// By which the paragraph about it is told from others.
    pub id: AllegationId,
    #[serde(flatten)]
    pub fields: AllegationFields,
    /// Documents that it was established by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exhibits: Vec<Exhibit>,
}

/// A document of the case, as a letter may name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exhibit {
    /// Its number within the case.
    pub exhibit: u32,
    /// What it is called: «Акт осмотра от 20.11.2026».
    pub name: String,
}

/// A document chosen to go with the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnclosureChoice {
    /// Exhibit number within the case.
    pub exhibit: u32,
    /// What it is, as it shall be named: «Акт осмотра от 20.11.2026».
    pub name: String,
    /// Sheets of one copy, where known.
    #[serde(default)]
    pub pages: Option<u32>,
    /// Copies; 0 counts as 1.
    #[serde(default = "one")]
    pub copies: u32,
    /// Whether the complainant brought it into the case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_complainant: bool,
}

fn one() -> u32 {
    1
}

/// A letter issued before on the same case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EarlierLetter {
    /// By which a template may ask for it.
    pub kind: LetterKind,
    /// The number the register gave it.
    pub number: String,
    /// The day it bears.
    pub date: NaiveDate,
    /// Of a letter to somebody else, whether it names the complainant.
    #[serde(default)]
    pub by_name: bool,
}

impl CaseForLetter {
    /// What a letter may know of a complaint by itself: nothing is decided,
    /// chosen or said yet.
    pub fn of(
        office: OfficeProfile,
        number: String,
        fields: &ComplaintFields,
        recorded_on: NaiveDate,
        today: NaiveDate,
    ) -> Self {
        Self {
            office,
            number,
            matter: fields.matter.clone(),
            received_on: fields.received_at.date_naive(),
            recorded_on,
            demands: Vec::new(),
            points: Vec::new(),
            writer_words: WriterWords::default(),
            findings_evidence: Vec::new(),
            enclosures: Vec::new(),
            figures: Vec::new(),
            documents: Vec::new(),
            today,
            answer_due: None,
            earlier: Vec::new(),
            own_name_forms: Vec::new(),
            corrects: None,
            replaces: None,
        }
    }

    /// The decisions taken so far.
    pub fn decisions(&self) -> Vec<DecisionKind> {
        self.demands
            .iter()
            .filter_map(|d| d.decision.as_ref().map(|d| d.kind))
            .collect()
    }

    /// The final letter that fits the decisions.
    pub fn fitting_final(&self) -> LetterKind {
        LetterKind::fitting_final(&self.decisions())
    }
}

impl DemandForLetter {
    pub fn decided(&self) -> Option<DecisionKind> {
        self.decision.as_ref().map(|d| d.kind)
    }

    /// Whether it is refused, wholly or in part.
    pub fn is_refused(&self) -> bool {
        self.decided().is_some_and(DecisionKind::refuses)
    }

    /// The sum granted; for a demand granted in full, the sum asked will do.
    pub fn granted(&self) -> Option<Money> {
        self.decision.as_ref()?.granted(self.fields.amount)
    }

    /// Whether it turns on the quality of goods or work, so that an expert
    /// examination may decide it.
    pub fn turns_on_quality(&self) -> bool {
        match self.fields.kind {
            DemandKind::Refund
            | DemandKind::Replacement
            | DemandKind::Repair
            | DemandKind::FixDefects
            | DemandKind::PriceReduction
            | DemandKind::Expenses
            | DemandKind::Damages => true,
            DemandKind::Exchange
            | DemandKind::Penalty
            | DemandKind::MoralDamages
            | DemandKind::Delivery
            | DemandKind::LoanItem
            | DemandKind::ContractRefusal
            | DemandKind::Recalculation
            | DemandKind::Information
            | DemandKind::Erasure
            | DemandKind::Apology
            | DemandKind::StopNuisance
            | DemandKind::StopCharging
            | DemandKind::Payment
            | DemandKind::Other => false,
        }
    }
}

/// What the id of a block that answers a point begins with.
const OF_POINT: &str = "point:";

/// Whether a block of this id, or a field of this owner, is of a point of the complaint.
pub fn is_of_point(id: &str) -> bool {
    id.starts_with(OF_POINT)
}

impl AllegationForLetter {
    /// The block of a letter that answers it.
    pub fn block(&self) -> String {
        format!("{OF_POINT}{}", self.id)
    }

    /// Whether what is stated stands as the complainant wrote it.
    pub fn is_quoted(&self) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = self
            .fields
            .phrases
            .iter()
            .map(|p| p.words.as_str())
            .collect();
        !words.is_empty() && plain(&words.join(" ")) == plain(&self.fields.text)
    }
}
