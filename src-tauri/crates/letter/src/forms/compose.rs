//! Writing a form from a case.

use super::form::{Form, FormPart, LetterBeside};
use super::template::{FormTemplate, LineTemplate, shipped};
use crate::case::CaseForLetter;
use crate::facts::Facts;
use crate::names::latin::latin;
use crate::names::party::{gender, speaks_of_a_person};
use crate::names::signatory::signed;
use crate::template::Piece;
use crate::text::after_stop;
use crate::words::clean::clean_line;
use crate::words::figures::{date, figures};
use complaint::{Complainant, FormKind, Language};
use russian::name::{Case, FullName, decline_firm, decline_party, without_style};

/// What lines are written from.
struct Source<'a> {
    template: &'a FormTemplate,
    facts: Facts<'a>,
    letter: &'a LetterBeside,
}

/// Writes the form. A line that would need what the case does not know is left
/// out, and where the room is short the least needed lines are.
pub fn compose_form(
    kind: FormKind,
    language: Language,
    limit: Option<u32>,
    case: &CaseForLetter,
    letter: &LetterBeside,
) -> Form {
    let template = shipped(kind, language);
    let facts = Facts::of(case, language);
    let source = Source {
        template,
        facts,
        letter,
    };
    let joint = if kind == FormKind::Call { "\n" } else { " " };
    let parts = template
        .parts
        .iter()
        .map(|part| {
            let mut lines = source.lines(&part.lines);
            if let Some(limit) = limit.filter(|_| kind != FormKind::Call) {
                fit(&mut lines, limit as usize, joint);
            }
            FormPart {
                id: part.id.clone(),
                title: part.title.clone(),
                text: joined(&lines, joint),
            }
        })
        .filter(|part| !part.text.is_empty())
        .collect();
    Form {
        kind,
        language,
        limit,
        parts,
    }
}

type Line = (u8, String);

fn joined(lines: &[Line], joint: &str) -> String {
    let texts: Vec<&str> = lines.iter().map(|(_, text)| text.as_str()).collect();
    texts.join(joint)
}

/// Leaves out lines of the highest rank, the last of them first, until the
/// text fits or only what must stay is left.
fn fit(lines: &mut Vec<Line>, limit: usize, joint: &str) {
    while joined(lines, joint).chars().count() > limit {
        let rank = lines.iter().map(|(rank, _)| *rank).max().unwrap_or(0);
        if rank == 0 {
            return;
        }
        if let Some(at) = lines.iter().rposition(|(r, _)| *r == rank) {
            lines.remove(at);
        }
    }
}

impl<'a> Source<'a> {
    fn lines(&self, templates: &[LineTemplate]) -> Vec<Line> {
        let mut out = Vec::new();
        for line in templates {
            if !line.each_demand {
                self.line(line, &mut out);
                continue;
            }
            for (at, demand) in self.facts.case.demands.iter().enumerate() {
                let about = Source {
                    facts: self.facts.about(at + 1, demand),
                    ..*self
                };
                about.line(line, &mut out);
            }
        }
        out
    }

    fn line(&self, line: &LineTemplate, out: &mut Vec<Line>) {
        if !self.hold(&line.when) {
            return;
        }
        let mut text = String::new();
        if self.write(&line.text, &mut text) {
            let text = text.trim().to_owned();
            if !text.is_empty() {
                out.push((line.rank, text));
            }
        }
    }

    fn hold(&self, conditions: &[String]) -> bool {
        conditions.iter().all(|condition| {
            condition
                .split('|')
                .any(|atom| match atom.strip_prefix('!') {
                    Some(atom) => !self.holds(atom),
                    None => self.holds(atom),
                })
        })
    }

    fn holds(&self, atom: &str) -> bool {
        let case = self.facts.case;
        match atom {
            "secret" => case.matter.regime.is_confidential(),
            "decided" => {
                !case.demands.is_empty() && case.demands.iter().all(|d| d.decision.is_some())
            }
            "issued" => self.letter.number.is_some(),
            _ => match atom.split_once(':') {
                Some(("sent", way)) => self.letter.sent.is_some_and(|c| c.as_str() == way),
                Some(("has", name)) => self.value(name).is_some(),
                _ => self.facts.hold(&[atom.to_owned()]),
            },
        }
    }

    /// Writes pieces; `false` when something needed is unknown.
    fn write(&self, pieces: &[Piece], out: &mut String) -> bool {
        for piece in pieces {
            match piece {
                Piece::Words { text, .. } => {
                    let words = after_stop(out, text).to_owned();
                    out.push_str(&words);
                }
                Piece::Value { name, .. } => match self.value(name) {
                    Some(value) => out.push_str(&value),
                    None => return false,
                },
                Piece::Optional(inner) => {
                    let mut within = String::new();
                    if self.write(inner, &mut within) {
                        out.push_str(&within);
                    }
                }
                Piece::Snippet(_) => {}
            }
        }
        true
    }

    fn value(&self, name: &str) -> Option<String> {
        let case = self.facts.case;
        let language = self.facts.language;
        let demand = self.facts.demand.map(|(_, d)| d);
        let found = match name {
            "reach" => {
                let way = match (self.value("phone").is_some(), self.value("email").is_some()) {
                    (true, true) => "both",
                    (true, false) => "phone",
                    (false, true) => "email",
                    (false, false) => return None,
                };
                let mut out = String::new();
                self.write(self.template.reach.get(way)?, &mut out);
                Some(out)
            }
            "outcome" => self.outcome(false),
            "outcome_upper" => self.outcome(true),
            "name" => Some(clean_line(&case.matter.complainant.name)),
            "name_with" => Some(match language {
                Language::Ru => asked_for(&case.matter.complainant),
                Language::En => format!("to {}", latin(&clean_line(&case.matter.complainant.name))),
            }),
            "head" => {
                let who = &case.office.requisites.signatory;
                let name = signed(&who.name, language);
                Some([clean_line(&who.post), name].join(" ").trim().to_owned())
            }
            "letter.number" => self.letter.number.as_deref().map(clean_line),
            "letter.date" => self.letter.date.map(|d| date(d, language)),
            "demand.granted_short" => demand?.granted().map(|sum| figures(sum, language)),
            "demand.due_short" => {
                let due = demand?.decision.as_ref()?.due?;
                Some(match language {
                    Language::Ru => russian::date::short(due),
                    Language::En => russian::date::english(due),
                })
            }
            other => self.facts.value(other),
        };
        found.filter(|v| !v.trim().is_empty())
    }

    /// «Возврат денег — да; неустойка — нет».
    fn outcome(&self, upper: bool) -> Option<String> {
        let case = self.facts.case;
        let dash = match self.facts.language {
            Language::Ru => "—",
            Language::En => "–",
        };
        let mut parts = Vec::new();
        for (at, demand) in case.demands.iter().enumerate() {
            let title = self.facts.about(at + 1, demand).value("demand.title")?;
            let decision = demand.decision.as_ref().map_or("open", |d| d.kind.as_str());
            let word = self.template.words.get(decision)?;
            let title = if upper && at == 0 {
                title
            } else {
                lower_first(&title)
            };
            parts.push(format!("{title} {dash} {word}"));
        }
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// Whom a caller asks to speak with: «с Мариной Львовной», «со Львом Петровичем», «с Управляющей компанией „Уют“».
fn asked_for(who: &Complainant) -> String {
    let name = named_with(who);
    let low = name.to_lowercase();
    let mut letters = low.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_consonant = |c: char| c.is_alphabetic() && !"аеёиоуыэюяйьъ".contains(c);
    let hisses = first.is_some_and(|c| "сзшжщ".contains(c));
    // «со Степаном», «со Жданом», «со Львом», «со Мстиславом».
    let needs_vowel = second.is_some_and(is_consonant) && hisses
        || ["льв", "мст", "вс", "вз", "щ"]
            .iter()
            .any(|start| low.starts_with(start));
    format!("{} {name}", if needs_vowel { "со" } else { "с" })
}

/// The name in the instrumental.
fn named_with(who: &Complainant) -> String {
    let name = clean_line(&who.name);
    if !speaks_of_a_person(who, &name) {
        return decline_firm(&name, gender(who), Case::Instrumental);
    }
    let full = FullName::parse(without_style(&name)).decline(gender(who), Case::Instrumental);
    if full.middle.is_empty() || full.middle.ends_with('.') {
        return decline_party(&name, gender(who), Case::Instrumental);
    }
    format!("{} {}", full.first, full.middle)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => String::new(),
    }
}
