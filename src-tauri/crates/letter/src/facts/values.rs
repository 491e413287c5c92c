//! The values of a case.

use super::known::Facts;
use super::particulars::value as of_particulars;
use super::vocabulary::field::field;
use crate::words::clean::clean_line;
use crate::words::figures::{date, figures};
use crate::words::phrases::phrases;
use crate::words::sentence::{fragment, in_mid_sentence, paragraphs};
use complaint::{Language, LetterKind};
use russian::requisites::phone_readable;

impl Facts<'_> {
    /// A value, or `None` when the case does not know it. Never empty.
    pub fn value(&self, name: &str) -> Option<String> {
        field(name)?;
        self.raw_value(name).filter(|v| !v.trim().is_empty())
    }

    fn raw_value(&self, name: &str) -> Option<String> {
        let case = self.case;
        let day = |d| date(d, self.language);
        let office = &case.office.requisites;
        let optional = |text: &Option<String>| text.as_deref().map(clean_line);
        if let Some(tail) = name.strip_prefix("demand.") {
            return self.demand_value(tail);
        }
        if let Some(tail) = name.strip_prefix("point.") {
            return self.point_value(tail);
        }
        if let Some(form) = name.strip_prefix("message.") {
            let forms = phrases(self.language)
                .message
                .get(case.matter.kind.as_str())?;
            return forms.get(form).cloned();
        }
        match name {
            "number" => Some(clean_line(&case.number)),
            "received" => Some(day(case.received_on)),
            "recorded" => Some(day(case.recorded_on)),
            "today" => Some(day(case.today)),
            "their_number" => Some(clean_line(&case.matter.their_number)),
            "their_date" => case.matter.their_date.map(day),
            "subject" => Some(self.subject()),
            "order" => Some(self.order()),
            "order_aside" => {
                let bare = clean_line(&case.matter.order).to_lowercase();
                let named = clean_line(&case.matter.subject)
                    .to_lowercase()
                    .contains(&bare);
                (!named).then(|| self.order())
            }
            "price" => case.matter.price.map(|p| figures(p, self.language)),
            // Behind it nothing can be promised any more.
            "due" => case.answer_due.filter(|due| *due >= case.today).map(day),
            "expected" => case.writer_words.expected.map(day),
            "reason" => Some(fragment(&clean_line(&case.writer_words.holding_reason))),
            "questions_due" => case.writer_words.answer_by.map(day),
            "findings" => Some(paragraphs(&case.writer_words.findings)),
            "measures" => Some(paragraphs(&case.writer_words.measures)),
            "office" => Some(clean_line(&office.name)),
            "phone" => optional(&office.phone.as_deref().map(phone_readable)),
            "email" => optional(&office.email),
            "website" => optional(&office.website),
            "interim_number" => self.issued(LetterKind::Interim).map(|l| l.0),
            "interim_date" => self.issued(LetterKind::Interim).map(|l| l.1),
            _ => of_particulars(self, name),
        }
    }

    /// What the message is about. An outcry stands in quotation marks, for it
    /// is the complainant's and not ours.
    fn subject(&self) -> String {
        let subject = fragment(&clean_line(&self.case.matter.subject));
        if !subject.ends_with(['!', '?']) {
            // It stands behind a colon, in mid-sentence.
            return match self.language {
                Language::Ru => in_mid_sentence(&subject),
                Language::En => subject,
            };
        }
        match self.language {
            Language::Ru => format!("«{subject}»"),
            Language::En => format!("“{subject}”"),
        }
    }

    /// The order or contract; a bare number gets its sign.
    fn order(&self) -> String {
        let order = fragment(&clean_line(&self.case.matter.order));
        let bare = order.chars().any(|c| c.is_ascii_digit()) && !order.contains([' ', '№']);
        match self.language {
            Language::Ru if bare => format!("№ {order}"),
            Language::En if bare => format!("No. {order}"),
            Language::Ru | Language::En => order,
        }
    }
}
