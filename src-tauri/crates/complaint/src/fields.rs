//! The fields of a complaint and of a demand: what a person writes down when
//! the complaint is taken in, and puts right later. Whoever takes, keeps or
//! shows them has these values and adds what is its own.

use crate::field::{FieldFault, FieldProblem, LINE, dated, filled, no_longer, one_line};
use crate::subject::{SUBJECT_TYPED, subject_of};
use crate::{Channel, Complainant, DemandKind, Kind, Money, Regime};
use chrono::{DateTime, FixedOffset, Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of the complainant's words; a long letter has some ten thousand.
const TEXT: usize = 2_000_000;
/// Clocks of two machines may differ by this much before a time is in the future.
const CLOCK_SLACK: TimeDelta = TimeDelta::minutes(5);
/// Years before the recording after which nothing can be claimed any more (ст. 196 п. 2 ГК РФ): an earlier day of
/// receipt is mistyped.
const YEARS_TO_CLAIM: u32 = 10;
/// What it is about and whose it is: of a complaint's fields all that a letter may speak of, but for the day of
/// receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Matter {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules that applies.
    pub regime: Regime,
    /// The way it came in.
    pub channel: Channel,
    /// The number on the complainant's own letter, for «На № … от …»; empty when it has none.
    #[serde(default)]
    pub their_number: String,
    /// The date on the complainant's own letter.
    #[serde(default)]
    pub their_date: Option<NaiveDate>,
    pub complainant: Complainant,
    /// What it is about, one line; taken from the first words of the text when empty.
    pub subject: String,
    /// Order, contract, receipt, booking.
    #[serde(default)]
    pub order: String,
    /// Price of the goods or service in dispute.
    #[serde(default)]
    pub price: Option<Money>,
}

/// What is written down of a complaint. Of what stands here beside the matter a letter is told the day of receipt
/// alone; the rest is the office's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintFields {
    #[serde(flatten)]
    pub matter: Matter,
    /// When it reached the office.
    pub received_at: DateTime<FixedOffset>,
    /// Why it is recorded on a later day than it was received; asked for then.
    pub backdating_reason: Option<String>,
    /// The complainant's words, verbatim.
    pub text: String,
}

impl Default for Matter {
    /// A claim of which nothing else is known yet.
    fn default() -> Self {
        Self {
            kind: Kind::Claim,
            regime: Regime::General,
            channel: Channel::Other,
            their_number: String::new(),
            their_date: None,
            complainant: Complainant::default(),
            subject: String::new(),
            order: String::new(),
            price: None,
        }
    }
}

impl ComplaintFields {
    /// A claim that came in at that moment, of which nothing else is known yet.
    pub fn received(received_at: DateTime<FixedOffset>) -> Self {
        Self {
            matter: Matter::default(),
            received_at,
            backdating_reason: None,
            text: String::new(),
        }
    }

    /// Whether they are recorded on a later day than they came, for which a reason is asked.
    pub fn backdated(&self, recorded_at: DateTime<FixedOffset>) -> bool {
        self.received_at.date_naive() < recorded_at.date_naive()
    }

    /// Everything for which they can't be kept, none where they can: a time after the recording, an earlier
    /// day without its reason, more words than fit, no words at all. `recorded_at` is when the complaint was
    /// written into the register, which is now for one that is taken in.
    pub fn faults(&self, recorded_at: DateTime<FixedOffset>) -> Vec<FieldFault> {
        let recorded_on = recorded_at.date_naive();
        let reason = self.backdating_reason.as_deref().unwrap_or_default();
        let mut faults = Vec::new();
        let received_on = self.received_at.date_naive();
        let first = recorded_on.checked_sub_months(Months::new(12 * YEARS_TO_CLAIM));
        if first.is_some_and(|first| received_on < first) {
            faults.push(FieldFault::of("received_at", FieldProblem::TooEarly));
        } else {
            faults.extend(dated("received_at", self.received_at).err());
        }
        let their_date = self.matter.their_date.map(|day| dated("their_date", day));
        faults.extend(their_date.and_then(Result::err));
        let mut found = |is: bool, field: &str, problem: FieldProblem| {
            if is {
                faults.push(FieldFault::of(field, problem));
            }
        };
        let future = self.received_at > recorded_at + CLOCK_SLACK;
        found(future, "received_at", FieldProblem::Future);
        let silent = self.backdated(recorded_at) && reason.trim().is_empty();
        found(silent, "backdating_reason", FieldProblem::Missing);
        let future = self.matter.their_date.is_some_and(|day| day > recorded_on);
        found(future, "their_date", FieldProblem::Future);
        let lines = [
            ("text", self.text.as_str(), TEXT),
            ("backdating_reason", reason.trim(), LINE),
            ("subject", self.matter.subject.trim(), SUBJECT_TYPED),
            ("order", &self.matter.order, LINE),
            ("their_number", &self.matter.their_number, LINE),
        ];
        for (field, words, limit) in lines {
            let long = no_longer(field, words, limit).is_err();
            found(long, field, FieldProblem::TooLong);
        }
        found(
            self.registered_subject().is_empty(),
            "text",
            FieldProblem::Missing,
        );
        let complainant = self.matter.complainant.clone().checked();
        faults.extend(complainant.err().map(|fault| fault.within("complainant")));
        faults
    }

    /// Everything for which they can't take the place of `before`: their own faults, and words of the complainant that
    /// would be gone without a trace.
    pub fn faults_after(
        &self,
        before: &Self,
        recorded_at: DateTime<FixedOffset>,
    ) -> Vec<FieldFault> {
        let mut faults = self.faults(recorded_at);
        let emptied = self.text.trim().is_empty() && !before.text.trim().is_empty();
        if emptied && !faults.iter().any(|fault| fault.field == "text") {
            faults.push(FieldFault::of("text", FieldProblem::Missing));
        }
        faults
    }

    /// Whether the price is one that hardly anybody means: nothing at all. It is kept all the same.
    pub fn price_doubtful(&self) -> bool {
        self.matter.price.is_some_and(|price| price.kopecks() == 0)
    }

    /// The subject they are kept under: as typed, or the first words of the text that say something.
    pub fn registered_subject(&self) -> String {
        subject_of(&self.matter.subject, &self.text)
    }

    /// The fields as they are kept: trimmed, with a subject, without a reason where nothing is late.
    ///
    /// # Errors
    /// The first of [`Self::faults`].
    pub fn checked(self, recorded_at: DateTime<FixedOffset>) -> Result<Self, FieldFault> {
        if let Some(first) = self.faults(recorded_at).into_iter().next() {
            return Err(first);
        }
        let late = self.backdated(recorded_at);
        let matter = self.matter;
        Ok(Self {
            backdating_reason: filled(self.backdating_reason).filter(|_| late),
            text: self.text.trim().to_owned(),
            matter: Matter {
                subject: subject_of(&matter.subject, &self.text),
                complainant: matter
                    .complainant
                    .checked()
                    .map_err(|fault| fault.within("complainant"))?,
                order: one_line(&matter.order),
                their_number: one_line(&matter.their_number),
                ..matter
            },
            ..self
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DemandFields {
    pub kind: DemandKind,
    /// In our own words, where the kind does not say it all.
    #[serde(default)]
    pub detail: String,
    #[serde(default)]
    pub amount: Option<Money>,
}

impl DemandFields {
    /// The fields as they are kept, a sum where the demand is of money alone.
    ///
    /// # Errors
    /// `amount` of nothing where money is asked; `detail` where it is missing though the kind says nothing, or is too long.
    pub fn checked(self) -> Result<Self, FieldFault> {
        let amount = self.amount.filter(|_| self.kind.asks_money());
        if amount == Some(Money::default()) {
            return Err(FieldFault::of("amount", FieldProblem::Zero));
        }
        let detail = self.detail.trim().to_owned();
        if self.kind == DemandKind::Other && detail.is_empty() {
            return Err(FieldFault::of("detail", FieldProblem::Missing));
        }
        no_longer("detail", &detail, LINE)?;
        Ok(Self {
            detail,
            amount,
            ..self
        })
    }

    /// What is given and would not be kept. A form sends what stands in fields that it doesn't show, so there it is
    /// dropped; who names each value by hand is told.
    pub fn out_of_place(&self) -> Option<FieldFault> {
        let stray = self.amount.is_some() && !self.kind.asks_money();
        stray.then(|| FieldFault::of("amount", FieldProblem::OutOfPlace))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_left_over_from_another_kind_is_dropped_and_told_of() {
        let of = |kind| DemandFields {
            kind,
            detail: String::new(),
            amount: Some(Money::default()),
        };
        let fault = |problem| FieldFault::of("amount", problem);
        let (apology, refund) = (of(DemandKind::Apology), of(DemandKind::Refund));
        assert_eq!(
            apology.out_of_place(),
            Some(fault(FieldProblem::OutOfPlace))
        );
        assert_eq!(apology.checked().unwrap().amount, None);
        assert_eq!(refund.out_of_place(), None);
        assert_eq!(refund.checked(), Err(fault(FieldProblem::Zero)));
    }

    fn at(text: &str) -> DateTime<FixedOffset> {
        text.parse().unwrap()
    }

    fn kettle() -> ComplaintFields {
        ComplaintFields {
            text: "Чайник течёт.".into(),
            ..ComplaintFields::received(at("2026-11-09T10:00:00+03:00"))
        }
    }

    fn refused(fields: ComplaintFields, recorded: &str) -> (String, FieldProblem) {
        let fault = fields.checked(at(recorded)).unwrap_err();
        (fault.field, fault.problem)
    }

    #[test]
    fn times_are_looked_at_from_the_moment_of_recording() {
        let noon = "2026-11-09T12:00:00+03:00";
        assert!(kettle().checked(at(noon)).is_ok());
        let soon = ComplaintFields {
            received_at: at("2026-11-09T12:05:00+03:00"),
            ..kettle()
        };
        assert!(soon.clone().checked(at(noon)).is_ok());
        let later = ComplaintFields {
            received_at: at("2026-11-09T12:05:01+03:00"),
            ..kettle()
        };
        let future = ("received_at".to_owned(), FieldProblem::Future);
        assert_eq!(refused(later, noon), future);
        let next_day = "2026-11-10T09:00:00+03:00";
        assert_eq!(
            refused(kettle(), next_day),
            ("backdating_reason".to_owned(), FieldProblem::Missing)
        );
        let explained = ComplaintFields {
            backdating_reason: Some(" выходной ".into()),
            ..kettle()
        };
        let kept = explained.checked(at(next_day)).unwrap();
        assert_eq!(kept.backdating_reason.as_deref(), Some("выходной"));
        let same_day = ComplaintFields {
            backdating_reason: Some("выходной".into()),
            ..kettle()
        };
        assert_eq!(same_day.checked(at(noon)).unwrap().backdating_reason, None);
        let mut dated = kettle();
        dated.matter.their_date = Some("2026-11-10".parse().unwrap());
        assert_eq!(
            refused(dated, noon),
            ("their_date".to_owned(), FieldProblem::Future)
        );
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let mut fields = ComplaintFields {
            text: " ".into(),
            ..kettle()
        };
        fields.matter.their_date = Some("2026-12-01".parse().unwrap());
        let faults = fields.faults(at("2026-11-10T09:00:00+03:00"));
        let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(named, ["backdating_reason", "their_date", "text"]);
        assert!(kettle().faults(at("2026-11-09T12:00:00+03:00")).is_empty());
    }

    #[test]
    fn a_day_of_receipt_beyond_all_claims_is_mistyped() {
        let noon = "2026-11-09T12:00:00+03:00";
        let received = |on: &str| ComplaintFields {
            backdating_reason: Some("нашлось".into()),
            received_at: at(on),
            ..kettle()
        };
        let early = ("received_at".to_owned(), FieldProblem::TooEarly);
        assert_eq!(refused(received("1900-01-01T12:00:00+03:00"), noon), early);
        assert_eq!(refused(received("2016-11-08T12:00:00+03:00"), noon), early);
        let kept = received("2016-11-09T12:00:00+03:00").checked(at(noon));
        assert!(kept.is_ok());
    }

    #[test]
    fn a_subject_too_long_for_its_line_is_said_and_never_cut() {
        let noon = "2026-11-09T12:00:00+03:00";
        let of = |length| {
            let mut fields = kettle();
            fields.matter.subject = "я".repeat(length);
            fields
        };
        let long = ("subject".to_owned(), FieldProblem::TooLong);
        assert_eq!(refused(of(201), noon), long);
        let kept = of(200).checked(at(noon)).unwrap();
        assert_eq!(kept.matter.subject.chars().count(), 200);
    }

    #[test]
    fn words_that_were_recorded_do_not_go_without_a_trace() {
        let noon = at("2026-11-09T12:00:00+03:00");
        let mut subject = kettle();
        subject.matter.subject = "Чайник".into();
        let emptied = ComplaintFields {
            text: " \n".into(),
            ..subject.clone()
        };
        let gone = FieldFault::of("text", FieldProblem::Missing);
        assert_eq!(emptied.faults_after(&subject, noon), [gone]);
        assert!(emptied.faults_after(&emptied, noon).is_empty());
        assert!(subject.faults_after(&emptied, noon).is_empty());
    }

    #[test]
    fn a_price_of_nothing_is_asked_about() {
        let of = |price: Option<Money>| {
            let mut fields = kettle();
            fields.matter.price = price;
            fields
        };
        assert!(of(Some(Money::from_kopecks(0).unwrap())).price_doubtful());
        assert!(!of(None).price_doubtful());
        assert!(!of(Some(Money::from_kopecks(1).unwrap())).price_doubtful());
    }

    #[test]
    fn what_is_pasted_into_the_wrong_field_is_refused_by_name() {
        let noon = "2026-11-09T12:00:00+03:00";
        let said = |field: &str, problem| (field.to_owned(), problem);
        let long = "я".repeat(LINE + 1);
        let mut fields = kettle();
        fields.matter.complainant.email = long.clone();
        assert_eq!(
            refused(fields, noon),
            said("complainant.email", FieldProblem::TooLong)
        );
        let mut fields = kettle();
        fields.matter.order = long;
        assert_eq!(refused(fields, noon), said("order", FieldProblem::TooLong));
        let silent = ComplaintFields {
            text: " \n ".into(),
            ..kettle()
        };
        assert_eq!(refused(silent, noon), said("text", FieldProblem::Missing));
    }

    #[test]
    fn a_demand_of_its_own_kind_needs_its_words() {
        let other = |detail: &str| DemandFields {
            kind: DemandKind::Other,
            detail: detail.into(),
            amount: None,
        };
        assert_eq!(
            other("  ").checked().unwrap_err(),
            FieldFault::of("detail", FieldProblem::Missing)
        );
        assert_eq!(
            other(" забрать вещи ").checked().unwrap().detail,
            "забрать вещи"
        );
    }
}
