//! Parts of letters and papers that are no prose: terms, those present, both
//! parties' details, lines to write on, and who signs.

use crate::CaseForLetter;
use crate::facts::Facts;
use crate::kind_facts::within_a_sentence;
use crate::names;
use crate::particulars::{StatementBy, TermBy};
use crate::phrases::phrases;
use crate::template::Shape;
use crate::text::{Content, Line, Signer, Span};
use crate::words::clean_line;
use complaint::{Language, LetterKind};
use russian::requisites::phone_readable;

/// Lines for remarks.
const FEW: usize = 3;
/// Lines for a whole statement.
const MANY: usize = 10;

/// What stands in the place of such a shape; `None` for a shape of prose.
/// `item` writes the block's text about one term.
pub fn content(
    shape: Shape,
    facts: Facts<'_>,
    mut item: impl FnMut(Facts<'_>) -> Line,
) -> Option<Content> {
    let mut terms = |by| {
        let all = crate::kind_facts::terms(&facts, by);
        let mut items: Vec<Line> = all
            .map(|term| {
                item(Facts {
                    term: Some(term),
                    ..facts
                })
            })
            .collect();
        if items.is_empty() {
            let label = facts.label("term_text");
            items.push(vec![Span::field("term_text", label, None)]);
        }
        stops(&mut items, facts.language);
        Content::DashedList { items }
    };
    Some(match shape {
        Shape::OfficeTerms => terms(TermBy::Office),
        Shape::TheirTerms => terms(TermBy::Complainant),
        Shape::Persons => {
            let mut items = persons(facts);
            stops(&mut items, facts.language);
            Content::DashedList { items }
        }
        Shape::Parties => parties(facts),
        Shape::StatementHead => statement_head(facts),
        Shape::FewLines => blank_lines(FEW),
        Shape::ManyLines => blank_lines(MANY),
        Shape::Paragraph | Shape::DemandList | Shape::QuestionList => return None,
    })
}

/// Puts the sign behind each item that the language wants there.
fn stops(items: &mut [Line], language: Language) {
    let last = items.len().saturating_sub(1);
    for (at, item) in items.iter_mut().enumerate() {
        let stop = match (language, at == last) {
            (_, true) => ".",
            (Language::Ru, false) => ";",
            (Language::En, false) => continue,
        };
        let reads = crate::text::line_text(item);
        if !(stop == "." && reads.ends_with('.')) {
            item.push(Span::text(stop));
        }
    }
}

fn persons(facts: Facts<'_>) -> Vec<Line> {
    let mut items: Vec<Line> = Vec::new();
    for person in &facts.case.particulars.act.present {
        let (role, name) = (
            within_a_sentence(&clean_line(&person.role)),
            shown(&person.name, facts.language),
        );
        let both = [name, role]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        if !both.is_empty() {
            items.push(vec![Span::text(both.join(", "))]);
        }
    }
    if facts.case.particulars.act.attended {
        let who = facts.value("who.nom").unwrap_or_default();
        let name = shown(&facts.case.complainant.name, facts.language);
        items.push(vec![Span::text(if name.is_empty() {
            who
        } else {
            format!("{name}, {who}")
        })]);
    }
    if items.is_empty() {
        let label = phrases(facts.language).frame("present").to_owned();
        items.push(vec![Span::field("present", label, None)]);
    }
    items
}

fn shown(name: &str, language: Language) -> String {
    let name = clean_line(name);
    match language {
        Language::Ru => name,
        Language::En => names::latin(&name),
    }
}

fn words(text: impl Into<String>) -> Line {
    vec![Span::text(text.into())]
}

/// Lines of one party, each a line of its own within the cell.
fn cell(lines: Vec<String>) -> Line {
    let mut cell = Line::new();
    for (at, line) in lines.into_iter().filter(|l| !l.is_empty()).enumerate() {
        if at > 0 {
            cell.push(Span::Break);
        }
        cell.push(Span::text(line));
    }
    cell
}

fn parties(facts: Facts<'_>) -> Content {
    let phrases = phrases(facts.language);
    let ours = &facts.case.office.requisites;
    let them = &facts.case.complainant;
    let with = |label: &str, value: Option<&str>| {
        let value = clean_line(value.unwrap_or_default());
        if value.is_empty() {
            value
        } else {
            format!("{}{value}", phrases.frame(label))
        }
    };
    let bank = ours.bank.as_ref();
    let office = cell(vec![
        clean_line(&ours.name),
        clean_line(&ours.address),
        with("inn", Some(&ours.inn)),
        with("ogrn", ours.ogrn.as_deref()),
        with("account", bank.map(|b| b.account.as_str())),
        with("bank", bank.map(|b| b.name.as_str())),
        with("bic", bank.map(|b| b.bic.as_str())),
        with(
            "phone",
            ours.phone.as_deref().map(phone_readable).as_deref(),
        ),
        with("email", ours.email.as_deref()),
    ]);
    let theirs = cell(vec![
        shown(&them.name, facts.language),
        clean_line(&them.address),
        with("phone", Some(&phone_readable(&them.phone))),
        with("email", Some(&them.email)),
        with("representative", Some(&them.representative)),
    ]);
    let head = |name: &str| words(facts.value(name).unwrap_or_default());
    Content::Table {
        head: true,
        rows: vec![
            vec![head("we.cap_nom"), head("who.cap_nom")],
            vec![office, theirs],
        ],
    }
}

fn statement_head(facts: Facts<'_>) -> Content {
    let phrases = phrases(facts.language);
    let form = &facts.case.particulars.statement;
    let about = match form.by {
        StatementBy::Staff => "statement_post",
        StatementBy::Witness => "statement_contact",
    };
    let row = |label: &str, value: &str| {
        let value = clean_line(value);
        let filled = if value.is_empty() {
            Line::new()
        } else {
            words(value)
        };
        vec![words(phrases.frame(label)), filled]
    };
    Content::Table {
        head: false,
        rows: vec![
            row("statement_name", &shown(&form.name, facts.language)),
            row(about, &form.about),
            row("statement_when", ""),
            row("statement_where", ""),
        ],
    }
}

fn blank_lines(count: usize) -> Content {
    Content::Table {
        head: false,
        rows: vec![vec![Line::new()]; count],
    }
}

/// Who signs a paper; nobody in particular for a letter, which its signatory signs.
pub fn signers(kind: LetterKind, case: &CaseForLetter, language: Language) -> Vec<Signer> {
    let facts = Facts::of(case, language);
    let office = || Signer {
        role: clean_line(&names::signatory(&case.office.requisites.signatory, language).post),
        name: clean_line(&case.office.requisites.signatory.name),
    };
    let complainant = || Signer {
        role: facts.value("who.cap_nom").unwrap_or_default(),
        name: clean_line(&case.complainant.name),
    };
    match kind {
        LetterKind::SettlementAgreement => vec![office(), complainant()],
        LetterKind::InspectionAct | LetterKind::NoShowAct => {
            let mut all: Vec<Signer> = case
                .particulars
                .act
                .present
                .iter()
                .filter(|p| !(p.name.trim().is_empty() && p.role.trim().is_empty()))
                .map(|p| Signer {
                    role: russian::amount::capitalised(&clean_line(&p.role)),
                    name: clean_line(&p.name),
                })
                .collect();
            if all.is_empty() {
                all.push(office());
            }
            if kind == LetterKind::InspectionAct && case.particulars.act.attended {
                all.push(complainant());
            }
            all
        }
        LetterKind::Statement => vec![Signer {
            role: phrases(language).frame("statement_date").to_owned(),
            name: clean_line(&case.particulars.statement.name),
        }],
        _ => Vec::new(),
    }
}
