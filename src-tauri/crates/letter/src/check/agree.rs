//! The rules that hold the text against the case and against itself: what was
//! decided, what was promised, which act was in force, what was left over.

use super::complete::Pen;
use super::seen::folded;
use super::{Finding, Group, Severity};
use crate::CaseForLetter;
use crate::sums::named_sums;
use crate::text::LetterText;
use crate::words::{date, figures, sentence};
use chrono::NaiveDate;
use complaint::{DecisionKind, DemandKind, Goes, Language, Money};
use regex::Regex;
use serde::Deserialize;
use std::sync::LazyLock;

/// Notes what does not agree with the case.
pub fn findings(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        leftovers(text, Some(part), letter.kind.is_paper(), pen);
    }
    for block in &letter.blocks {
        let text = block.reads();
        leftovers(&text, Some(&block.id), letter.kind.is_paper(), pen);
        norms(&text, Some(&block.id), Some(case.received_on), pen);
    }
    if letter.kind.is_final() {
        contradictions(letter, case, pen);
        apology(letter, case, pen);
        duties(letter, case, pen);
    }
}

/// Notes what a form left behind: marks to fill in, sample text.
pub fn leftovers(text: &str, block: Option<&str>, paper: bool, pen: &mut Pen<'_>) {
    let pattern = if paper { &LEFT_IN_PAPER } else { &LEFT };
    for place in places(pattern, text) {
        pen.at(
            "field.leftover",
            Severity::Must,
            Group::Complete,
            block,
            place,
            "Осталось от бланка: здесь должно стоять настоящее слово.",
            "Left over from a form: a real word belongs here.",
        );
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNorms {
    norm: Vec<RawNorm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNorm {
    find: String,
    #[serde(default)]
    valid_from: Option<NaiveDate>,
    #[serde(default)]
    valid_to: Option<NaiveDate>,
    instead_ru: String,
    instead_en: String,
}

/// A test reads the file, so that a broken one can't be shipped.
static NORMS: LazyLock<Vec<(Option<Regex>, RawNorm)>> = LazyLock::new(|| {
    let raw = toml::from_str::<RawNorms>(include_str!("../../rules/norms.toml"));
    let norms = raw.map(|r| r.norm).unwrap_or_default();
    let ready = |n: RawNorm| (Regex::new(&n.find).ok(), n);
    norms.into_iter().map(ready).collect()
});

/// Notes acts that were not in force on a day; without one, the acts that have
/// lapsed by the last day the text names.
pub fn norms(text: &str, block: Option<&str>, on: Option<NaiveDate>, pen: &mut Pen<'_>) {
    let low = folded(text);
    let Some(on) = on.or_else(|| last_day(&low)) else {
        return;
    };
    for (pattern, norm) in NORMS.iter() {
        let Some(hit) = pattern.as_ref().and_then(|p| p.find(&low)) else {
            continue;
        };
        let early = norm.valid_from.is_some_and(|from| on < from);
        let late = norm.valid_to.is_some_and(|to| to < on);
        if early || late {
            pen.at(
                "article.not_in_force",
                Severity::Must,
                Group::Complete,
                block,
                (chars(&low, hit.start()), chars(&low, hit.end())),
                format!(
                    "На {} этот акт не действовал: {}.",
                    date(on, Language::Ru),
                    norm.instead_ru
                ),
                format!(
                    "On {} this act was not in force: {}.",
                    date(on, Language::En),
                    norm.instead_en
                ),
            );
        }
    }
}

fn last_day(low: &str) -> Option<NaiveDate> {
    let pattern = DAY.as_ref()?;
    pattern
        .captures_iter(low)
        .filter_map(|hit| {
            let number = |n: usize| hit.get(n)?.as_str().parse::<u32>().ok();
            let year = i32::try_from(number(3)?).ok()?;
            let month = hit.get(2)?.as_str();
            let month = month.parse().ok().or_else(|| crate::dates::month(month))?;
            NaiveDate::from_ymd_opt(year, month, number(1)?)
        })
        .max()
}

/// Notes answers that say otherwise than was decided.
fn contradictions(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    for demand in &case.demands {
        let Some(decision) = &demand.decision else {
            continue;
        };
        let role = format!("demand:{}", demand.id);
        let own: Vec<(&str, String)> = letter
            .blocks
            .iter()
            .filter(|b| b.role == role)
            .map(|b| (b.id.as_str(), b.reads()))
            .collect();
        let decided = own.iter().filter(|(id, _)| id.ends_with("/decision"));
        for (id, text) in decided {
            let (pattern, ru, en) = match decision.kind {
                DecisionKind::Refuse => (
                    &GRANTS,
                    "Решено отказать, а в ответе обещано исполнить.",
                    "The decision is a refusal, but the answer promises performance.",
                ),
                DecisionKind::Satisfy => (
                    &REFUSES,
                    "Решено удовлетворить, а в ответе отказано.",
                    "The decision is to accept, but the answer refuses.",
                ),
                _ => continue,
            };
            if let Some(place) = places(pattern, text).first() {
                pen.at(
                    "demand.contradicts",
                    Severity::Must,
                    Group::Complete,
                    Some(id),
                    *place,
                    ru,
                    en,
                );
            }
        }
        let Some(granted) = decision
            .amount
            .or(demand.amount)
            .filter(|_| demand.kind.asks_money())
        else {
            continue;
        };
        for (id, text) in &own {
            for (sum, place) in paid_sums(text) {
                if sum != granted {
                    pen.at(
                        "sum.other",
                        Severity::Must,
                        Group::Complete,
                        Some(id),
                        place,
                        sentence(&format!(
                            "Обещана другая сумма, чем решено: {}",
                            figures(granted, Language::Ru)
                        )),
                        format!(
                            "Another sum is promised than was decided: {}.",
                            figures(granted, Language::En)
                        ),
                    );
                    pen.better(figures(granted, letter.language));
                }
            }
        }
    }
}

/// Sums that the text promises to pay, with their places.
fn paid_sums(text: &str) -> Vec<(Money, (u32, u32))> {
    let Some(pattern) = PAYS.as_ref() else {
        return Vec::new();
    };
    named_sums(text)
        .into_iter()
        .filter(|named| pattern.is_match(&folded(&text[..named.place.start])))
        .map(|named| {
            let (from, to) = (named.place.start, named.place.end);
            (named.sum, (chars(text, from), chars(text, to)))
        })
        .collect()
}

/// An apology given where the demand for one was refused. Regret is no apology.
fn apology(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    let refused = case.demands.iter().any(|d| {
        d.kind == DemandKind::Apology
            && d.decision
                .as_ref()
                .is_some_and(|given| given.kind == DecisionKind::Refuse)
    });
    if !refused {
        return;
    }
    for block in &letter.blocks {
        if let Some(place) = places(&APOLOGISES, &block.reads()).first() {
            pen.at(
                "apology.contradicts",
                Severity::Hint,
                Group::Complete,
                Some(&block.id),
                *place,
                "В извинениях отказано, а письмо извиняется: оставьте сожаление («Нам жаль…») или измените решение.",
                "The apology was refused, and yet the letter apologises: keep to regret, or change the decision.",
            );
        }
    }
}

/// What every final answer owes beyond its decisions.
fn duties(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    if letter.kind.goes() != Goes::ToComplainant || case.demands.is_empty() {
        return;
    }
    let text: String = letter.blocks.iter().map(|b| b.reads() + "\n").collect();
    let low = folded(&text);
    let has =
        |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|p| p.is_match(&low));
    let says = |day: NaiveDate| low.contains(&folded(&date(day, letter.language)));
    let mut should = |rule: &str, ru: &str, en: &str| {
        pen.note(rule, Severity::Should, None, ru, en);
    };
    if !says(case.received_on)
        && !low.contains(&folded(&case.received_on.format("%d.%m.%Y").to_string()))
    {
        should(
            "received.missing",
            "Не сказано, какого числа обращение поступило: от этого дня считают срок.",
            "The day of receipt is not named: the term runs from it.",
        );
    }
    if !has(&CHECKED) {
        should(
            "facts.missing",
            "Не сказано, что и кто проверил и что установлено.",
            "Nothing says what was checked, by whom and what was found.",
        );
    }
    if !has(&CONTACT) {
        should(
            "contact.missing",
            "Нет ни телефона, ни почты для вопросов.",
            "There is neither a telephone number nor an address for questions.",
        );
    }
    let money = case.demands.iter().any(|d| {
        d.kind.asks_money()
            && d.decision
                .as_ref()
                .is_some_and(|given| given.kind != DecisionKind::Refuse)
    });
    if money && !has(&DAY) {
        should(
            "promise.none",
            "Обещаны деньги, а день не назван.",
            "Money is promised without a day.",
        );
    }
}

/// Officialese so thick that it needs a word of its own.
pub fn thicket(found: &[Finding]) -> Option<Finding> {
    let heavy: Vec<&Finding> = found
        .iter()
        .filter(|f| f.rule == "tone.officialese")
        .collect();
    let first = heavy.first().filter(|_| heavy.len() > 3)?;
    Some(Finding {
        rule: "tone.thicket".into(),
        severity: Severity::Should,
        group: Group::Tone,
        block: first.block.clone(),
        start: first.start,
        end: first.end,
        message_ru:
            "Казённых оборотов так много, что смысл теряется: перепишите это простыми словами."
                .into(),
        message_en: "So many bureaucratic phrases hide the sense: write it anew in plain words."
            .into(),
        suggestion: None,
        mend: None,
    })
}

fn chars(text: &str, bytes: usize) -> u32 {
    u32::try_from(text[..bytes].chars().count()).unwrap_or(u32::MAX)
}

fn places(pattern: &LazyLock<Option<Regex>>, text: &str) -> Vec<(u32, u32)> {
    let low = folded(text);
    let Some(pattern) = pattern.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(&low)
        .map(|hit| (chars(&low, hit.start()), chars(&low, hit.end())))
        .collect()
}

macro_rules! pattern {
    ($name:ident, $text:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

const MARKS: &str = r"\{\{[^}]*\}?\}?|\}\}|\$\{\w+\}|%[a-z_]{3,}%|<<[^>]*>>|<(?:имя|дата|сумма|фио|name|date|sum|amount)>|\blorem ipsum\b|\bфио\b|\bф\. ?и\. ?о\.|\bххх+\b|\bxxx+\b|\btodo\b|\btbd\b|\[(?:вставить|указать|insert|your name)[^\]]*\]|\b(?:вставить|указать) (?:сумму|дату|имя|номер|причину)\b";

pattern!(LEFT, &format!("{MARKS}|_{{3,}}"));
pattern!(LEFT_IN_PAPER, MARKS);
pattern!(
    GRANTS,
    r"(?:мы |полностью |^)удовлетворяем|(?:вернем|выплатим|возместим|заменим|отремонтируем|перечислим) вам|we accept (?:this|your)|we will (?:refund|pay|replace|repair)"
);
pattern!(
    REFUSES,
    r"удовлетворить [^.]{0,40}не можем|отказываем (?:вам|в удовлетворении)|в удовлетворении [^.]{0,30}отказ|мы отклоняем|unable to accept|we (?:decline|refuse|reject)"
);
pattern!(
    PAYS,
    r"(?:вернем|выплатим|возместим|перечислим|переведем|компенсируем)(?: вам)? $|we will (?:refund|pay|transfer|reimburse)(?: you)? $"
);
pattern!(
    APOLOGISES,
    r"(?:приносим|примите|просим принять)(?: вам)?(?: наши| свои| искренние)* извинени\p{L}+|(?:просим|прошу)(?: у вас)? прощения|извините|простите|we apologi[sz]e|our apologies|please accept (?:our )?apolog"
);
pattern!(
    CHECKED,
    r"провер|осмотр|осматрив|установ|изуч|запрос|сверили|опросили|поговорили|посмотрели|экспертиз|заключени|обнаруж|выясни|рассмотрел|checked|inspect|examin|found|reviewed|considered|compared"
);
pattern!(
    CONTACT,
    r"\+?\d[\d ()-]{8,}\d|\w@\w|позвоните|напишите нам|call us|write to us"
);
pattern!(
    DAY,
    r"\b(\d{1,2})[. ](\d{1,2}|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|january|february|march|april|may|june|july|august|september|october|november|december)[. ](\d{4})\b"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_acts_reads() {
        assert!(NORMS.len() >= 9);
        assert!(NORMS.iter().all(|(p, n)| p.is_some()
            && (n.valid_from.is_some() || n.valid_to.is_some())
            && !n.instead_ru.is_empty()
            && !n.instead_en.is_empty()));
    }
}
