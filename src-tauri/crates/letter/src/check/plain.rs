//! Reading a text that is not (yet) a letter of ours.

use super::agree;
use super::complete::{Pen, says_decision};
use super::figures::sums_in_text;
use super::seen::folded;
use super::{Finding, Group, Severity};
use super::{marks, wording};
use complaint::{Goes, Language, LetterKind};
use regex::Regex;
use std::sync::LazyLock;

/// The findings of a bare text. Without a kind it is taken for a final answer.
pub fn findings(text: &str, kind: Option<LetterKind>) -> Vec<Finding> {
    let language = language_of(text);
    let mut found = wording::findings(text, language, None);
    found.extend(marks::cards(text, None));
    let low = folded(text);
    let whole = |rule: &str, severity, ru: &str, en: &str| Finding {
        rule: rule.to_owned(),
        severity,
        group: Group::Complete,
        block: None,
        start: 0,
        end: 0,
        message_ru: ru.to_owned(),
        message_en: en.to_owned(),
        suggestion: None,
        mend: None,
    };
    let is_final = kind.is_none_or(LetterKind::is_final);
    let is_paper = kind.is_some_and(LetterKind::is_paper);
    let hit =
        |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|p| p.is_match(&low));
    // An office or a firm may be greeted without a name.
    let by_name = kind.is_none_or(|k| k.goes() == Goes::ToComplainant);
    if by_name && !hit(&GREETING) {
        found.push(whole(
            "salutation.missing",
            Severity::Must,
            "Нет обращения по имени.",
            "There is no salutation by name.",
        ));
    }
    if is_final && !says_decision(text) {
        found.push(whole(
            "decision.missing",
            Severity::Must,
            "Не видно решения: да, частично или нет.",
            "There is no decision: yes, in part or no.",
        ));
    }
    if !hit(&DATE) {
        found.push(whole(
            "date.missing",
            Severity::Must,
            "Нет ни одной даты: когда обращение поступило, что и когда будет сделано.",
            "There is no date: when the complaint came in, what will be done and when.",
        ));
    }
    if is_final && !hit(&CHECKED) {
        found.push(whole(
            "facts.missing",
            Severity::Should,
            "Не сказано, что и кто проверил и что установлено.",
            "Nothing says what was checked, by whom and what was found.",
        ));
    }
    if !is_paper && !hit(&SIGNED) {
        found.push(whole(
            "signatory.missing",
            Severity::Must,
            "Письмо никем не подписано.",
            "Nobody signs the letter.",
        ));
    }
    let refuses = hit(&REFUSES);
    if is_final && refuses {
        if !hit(&GROUND) {
            found.push(whole(
                "refusal.no_ground",
                Severity::Must,
                "Отказ без основания: назовите пункт договора или статью закона.",
                "A refusal without its ground: name the clause or the article.",
            ));
        }
        if !hit(&COURT) {
            found.push(whole(
                "rights.court",
                Severity::Must,
                "При отказе надо сказать о праве обратиться в суд.",
                "A refusal must mention the right to go to court.",
            ));
        }
    }
    if hit(&OPEN) {
        found.push(whole(
            "field.unresolved",
            Severity::Must,
            "В тексте осталось незаполненное место.",
            "A place in the text is not filled in.",
        ));
    }
    found.extend(agree::thicket(&found));
    let mut pen = Pen { found: &mut found };
    agree::leftovers(text, None, false, &mut pen);
    agree::norms(text, None, None, &mut pen);
    sums_in_text(text, language, None, &mut pen);
    // A form's blanks are what it is for.
    if kind == Some(LetterKind::Statement) {
        found.retain(|f| f.rule != "field.leftover");
    }
    found.sort_by_key(|f| (f.start, f.severity));
    found
}

fn language_of(text: &str) -> Language {
    let cyrillic = text
        .chars()
        .filter(|c| ('а'..='я').contains(c) || ('А'..='Я').contains(c))
        .count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if cyrillic >= latin {
        Language::Ru
    } else {
        Language::En
    }
}

macro_rules! pattern {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($text).ok());
    };
}

pattern!(
    GREETING,
    r"уважаем(?:ый|ая|ые)|здравствуйте, \p{L}|добр(?:ый|ое) (?:день|утро|вечер), \p{L}|\bdear\s+\p{L}"
);
pattern!(
    DATE,
    r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|january|february|march|april|may|june|july|august|september|october|november|december)\b"
);
pattern!(
    CHECKED,
    r"провер|осмотр|установ|изуч|запрос(?:или|ил)|сверили|опросили|экспертиз|заключени|checked|inspect|examin|found|reviewed"
);
pattern!(
    SIGNED,
    r"с уважением|директор|управляющ|руководител|менеджер\b|индивидуальный предприниматель|\bип \p{L}|sincerely|regards|director|manager"
);
pattern!(
    REFUSES,
    r"отказ(?:ано|ать|ываем)\b|(?:удовлетворить|вернуть|выполнить|заменить|возместить)\s+(?:\p{L}+\s+){0,4}не (?:можем|представляется)|не (?:можем|представляется возможным) (?:\p{L}+\s+){0,2}(?:удовлетворить|вернуть|выполнить|заменить|возместить)|не подлежит (?:возврату|удовлетворению|обмену)|unable to accept|we (?:refuse|decline|reject)"
);
pattern!(
    GROUND,
    r"\bст\.|стать(?:я|и|е|ей|ю)\b|\bп\.\s*\d|пункт|закон|договор|оферт|правил|article|clause|contract|act\b"
);
pattern!(COURT, r"\bсуд(?:а|е|у|ом)?\b|\bcourt\b");
pattern!(OPEN, r"\[(?:имя|дата|сумма|фио|срок|причина)[^\]]*\]");
