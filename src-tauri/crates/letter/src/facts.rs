//! What a template may ask of a case: its conditions and its values.

use crate::names::is_firm;
use crate::phrases::{Phrases, phrases};
use crate::words::{
    begins_a_sentence, clean, clean_line, date, figures, figures_and_words, fragment, sentence,
};
use crate::{CaseForLetter, DemandForLetter};
use crate::{kind_facts, vocabulary};
use complaint::{DecisionKind, Language, LetterKind};
use russian::requisites::phone_readable;

/// The case, the language, and the demand that is spoken of, if one is.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The case.
    pub case: &'a CaseForLetter,
    /// The letter's language.
    pub language: Language,
    /// The demand with its number, counted from 1.
    pub demand: Option<(usize, &'a DemandForLetter)>,
    /// The term of a settlement that is spoken of, if one is.
    pub term: Option<&'a crate::particulars::Term>,
}

impl<'a> Facts<'a> {
    /// The facts of a case.
    pub fn of(case: &'a CaseForLetter, language: Language) -> Self {
        Self {
            case,
            language,
            demand: None,
            term: None,
        }
    }

    /// The same facts, speaking of one demand.
    pub fn about(self, number: usize, demand: &'a DemandForLetter) -> Self {
        Self {
            demand: Some((number, demand)),
            ..self
        }
    }

    fn phrases(&self) -> &'static Phrases {
        phrases(self.language)
    }

    /// Whether all these conditions hold. Alternatives within one are parted
    /// by `|`, and `!` turns one round.
    pub fn hold(&self, conditions: &[String]) -> bool {
        conditions.iter().all(|c| {
            c.split('|').any(|atom| match atom.strip_prefix('!') {
                Some(atom) => !self.holds(atom),
                None => self.holds(atom),
            })
        })
    }

    fn holds(&self, atom: &str) -> bool {
        // What has no name on the screens does not exist.
        if vocabulary::condition(atom).is_none() {
            return false;
        }
        let case = self.case;
        let (head, tail) = atom.split_once(':').unwrap_or((atom, ""));
        let demand = self.demand.map(|(_, d)| d);
        let decided = demand.and_then(|d| d.decision.as_ref());
        match head {
            "regime" => case.regime.word() == tail,
            "channel" => case.channel.word() == tail,
            "message" => case.kind.word() == tail,
            "has" => self.value(tail).is_some(),
            "organisation" => is_firm(&case.complainant),
            "enclosures" => !case.enclosures.is_empty(),
            "questions" => case.questions.iter().any(|q| !q.trim().is_empty()),
            "questions_many" => case.questions.len() > 1,
            "demands" => match tail {
                "none" => case.demands.is_empty(),
                "one" => case.demands.len() == 1,
                _ => case.demands.len() > 1,
            },
            "any" => case.decisions().iter().any(|d| d.word() == tail),
            "all" => {
                !case.demands.is_empty()
                    && case
                        .demands
                        .iter()
                        .all(|d| d.decision.as_ref().is_some_and(|d| d.kind.word() == tail))
            }
            "undecided" => case.demands.iter().any(|d| d.decision.is_none()),
            "quality" => case.demands.iter().any(is_about_quality),
            "expected_in_time" => {
                matches!((case.expected, case.answer_due), (Some(e), Some(d)) if e <= d)
            }
            "earlier" => case.earlier.iter().any(|l| l.kind.word() == tail),
            "demand" => demand.is_some_and(|d| d.kind.word() == tail),
            "decision" => match decided {
                Some(d) => d.kind.word() == tail,
                None => tail == "none",
            },
            "money" => demand.is_some_and(|d| d.kind.asks_money()),
            "in_time" => {
                let due = decided.and_then(|d| d.due);
                matches!((due, demand.and_then(|d| d.due_legal)), (Some(due), Some(legal)) if due <= legal)
            }
            "full" => {
                demand.is_some_and(|d| d.amount.is_some())
                    && demand.and_then(|d| d.amount) == decided.and_then(|d| d.amount)
            }
            head => kind_facts::holds(self, head).unwrap_or(false),
        }
    }

    /// What a value is called on the screen.
    pub fn label(&self, name: &str) -> String {
        self.phrases()
            .labels
            .get(name)
            .cloned()
            .or_else(|| {
                let field = vocabulary::field(name)?;
                Some(match self.language {
                    Language::Ru => field.ru.to_owned(),
                    Language::En => field.en.to_owned(),
                })
            })
            .unwrap_or_else(|| name.to_owned())
    }

    /// The name a field carries in the letter: that of the template, or, for
    /// a demand's fact, one with the demand's id.
    pub fn field_name(&self, name: &str) -> String {
        match (self.demand, name.strip_prefix("demand.")) {
            (Some((_, demand)), Some(tail)) => format!("demand:{}.{tail}", demand.id),
            _ => name.to_owned(),
        }
    }

    /// A value, or `None` when the case does not know it. Never empty.
    pub fn value(&self, name: &str) -> Option<String> {
        vocabulary::field(name)?;
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
        if let Some(form) = name.strip_prefix("message.") {
            let forms = self.phrases().message.get(case.kind.word())?;
            return forms.get(form).cloned();
        }
        match name {
            "number" => Some(clean_line(&case.number)),
            "received" => Some(day(case.received_on)),
            "recorded" => Some(day(case.recorded_on)),
            "today" => Some(day(case.today)),
            "their_number" => Some(clean_line(&case.their_number)),
            "their_date" => case.their_date.map(day),
            "subject" => Some(self.subject()),
            "order" => Some(self.order()),
            "order_aside" => {
                let bare = clean_line(&case.order).to_lowercase();
                let named = clean_line(&case.subject).to_lowercase().contains(&bare);
                (!named).then(|| self.order())
            }
            "price" => case.price.map(|p| figures(p, self.language)),
            "due" => case.answer_due.map(day),
            "expected" => case.expected.map(day),
            "reason" => Some(fragment(&clean_line(&case.interim_reason))),
            "questions_due" => case.questions_due.map(day),
            "findings" => Some(paragraphs(&case.findings)),
            "measures" => Some(paragraphs(&case.measures)),
            "office" => Some(clean_line(&office.name)),
            "phone" => optional(&office.phone.as_deref().map(phone_readable)),
            "email" => optional(&office.email),
            "website" => optional(&office.website),
            "linked" => Some(case.linked.join(", ")),
            "interim_number" => self.earlier(LetterKind::Interim).map(|l| l.0),
            "interim_date" => self.earlier(LetterKind::Interim).map(|l| l.1),
            _ => kind_facts::value(self, name),
        }
    }

    /// What the message is about. An outcry stands in quotation marks, for it
    /// is the complainant's and not ours.
    fn subject(&self) -> String {
        let subject = fragment(&clean_line(&self.case.subject));
        if !subject.ends_with(['!', '?']) {
            return subject;
        }
        match self.language {
            Language::Ru => format!("«{subject}»"),
            Language::En => format!("“{subject}”"),
        }
    }

    /// The order or contract; a bare number gets its sign.
    fn order(&self) -> String {
        let order = fragment(&clean_line(&self.case.order));
        let bare = order.chars().any(|c| c.is_ascii_digit()) && !order.contains([' ', '№']);
        match self.language {
            Language::Ru if bare => format!("№ {order}"),
            Language::En if bare => format!("No. {order}"),
            _ => order,
        }
    }

    fn earlier(&self, kind: LetterKind) -> Option<(String, String)> {
        let found = self.case.earlier.iter().rev().find(|l| l.kind == kind)?;
        Some((clean_line(&found.number), date(found.date, self.language)))
    }

    fn demand_value(&self, name: &str) -> Option<String> {
        let (number, demand) = self.demand?;
        let decision = demand.decision.as_ref();
        let sum = |s| figures(s, self.language);
        let phrases = self.phrases();
        let phrase = |form: &str| phrases.demand(demand.kind, self.case.regime, form);
        match name {
            "no" => Some(number.to_string()),
            "asks" | "title" | "promise" | "title_inline" => phrase(name),
            "detail" => Some(fragment(&clean_line(&demand.detail))),
            "asked" => demand.amount.map(sum),
            "granted" => self
                .granted(demand)
                .map(|s| figures_and_words(s, self.language)),
            "due" => decision?.due.map(|d| date(d, self.language)),
            "reasons" => Some(paragraphs(&decision?.reasons)),
            "ground" => Some(fragment(&clean_line(&decision?.ground))),
            "action" => Some(self.action(demand, &decision?.action)),
            "due_legal" => demand.due_legal.map(|d| date(d, self.language)),
            "citation" => match self.language {
                Language::Ru => demand.citation.as_deref().map(clean_line),
                Language::En => demand.citation_en.as_deref().map(clean_line),
            },
            "decision" => decision.map(|d| phrases.decision(d.kind)),
            _ => None,
        }
    }

    /// The sum granted; for a demand granted in full, the sum asked will do.
    fn granted(&self, demand: &DemandForLetter) -> Option<complaint::Money> {
        let decision = demand.decision.as_ref()?;
        match decision.kind {
            DecisionKind::Refuse => None,
            DecisionKind::Satisfy => decision.amount.or(demand.amount),
            DecisionKind::Partly | DecisionKind::Goodwill => decision.amount,
        }
    }

    /// What happens next, as a sentence. What was typed as a part of one gets
    /// words before it.
    fn action(&self, demand: &DemandForLetter, typed: &str) -> String {
        let typed = clean(typed);
        if typed.is_empty() || begins_a_sentence(&typed) {
            return paragraphs(&typed);
        }
        let lead = if demand.kind.asks_money() {
            "how_paid"
        } else {
            "how_done"
        };
        sentence(&format!("{}{typed}", self.phrases().lead(lead)))
    }
}

/// Prose of one or more paragraphs, each of them ending as a sentence does.
fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = clean(text).lines().map(sentence).collect();
    lines.join("\n")
}

/// Whether the demand turns on the quality of goods or work, so that an
/// examination may decide it.
pub fn is_about_quality(demand: &DemandForLetter) -> bool {
    use complaint::DemandKind::{
        Damages, Expenses, FixDefects, PriceReduction, Refund, Repair, Replacement,
    };
    matches!(
        demand.kind,
        Refund | Replacement | Repair | FixDefects | PriceReduction | Expenses | Damages
    )
}
