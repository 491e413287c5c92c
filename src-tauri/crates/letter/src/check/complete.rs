//! The rules about what must be there and agree: read against the case.

use super::figures::{promises, sums_in_words};
use super::seen::folded;
use super::{Finding, Group, Severity};
use crate::text::{LetterText, Span, unresolved};
use crate::words::figures;
use crate::{CaseForLetter, DemandForLetter};
use complaint::{DecisionKind, Language, Regime};
use regex::Regex;
use std::sync::LazyLock;

/// Gathers findings.
pub struct Pen<'a> {
    pub(super) found: &'a mut Vec<Finding>,
}

impl Pen<'_> {
    /// Notes something about a block or the letter as a whole.
    pub fn note(
        &mut self,
        rule: &str,
        severity: Severity,
        block: Option<&str>,
        ru: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.at(rule, severity, Group::Complete, block, (0, 0), ru, en);
    }

    /// Notes something at a place.
    #[allow(clippy::too_many_arguments)]
    pub fn at(
        &mut self,
        rule: &str,
        severity: Severity,
        group: Group,
        block: Option<&str>,
        (start, end): (u32, u32),
        ru: impl Into<String>,
        en: impl Into<String>,
    ) {
        self.found.push(Finding {
            rule: rule.to_owned(),
            severity,
            group,
            block: block.map(str::to_owned),
            start,
            end,
            message_ru: ru.into(),
            message_en: en.into(),
            suggestion: None,
            mend: None,
        });
    }

    /// Gives the finding just noted a better wording for its place.
    pub fn better(&mut self, wording: String) {
        if let Some(last) = self.found.last_mut() {
            last.suggestion = Some(wording);
        }
    }
}

/// What is missing or does not agree.
pub fn findings(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut pen = Pen { found: &mut found };
    open_fields(letter, &mut pen);
    frame(letter, &mut pen);
    enclosures(letter, case, &mut pen);
    super::exhibits::findings(letter, case, &mut pen);
    super::office::findings(letter, case, &mut pen);
    promises(letter, case, &mut pen);
    sums_in_words(letter, &mut pen);
    super::agree::findings(letter, case, &mut pen);
    if letter.kind.is_final() {
        decisions(letter, case, &mut pen);
        rights(letter, case, &mut pen);
    }
    found
}

fn open_fields(letter: &LetterText, pen: &mut Pen<'_>) {
    for block in &letter.blocks {
        let mut at = 0;
        for (n, line) in block.content.lines().into_iter().enumerate() {
            at += u32::from(n > 0);
            for span in line {
                let length = u32::try_from(span.reads().chars().count()).unwrap_or(0);
                if let Span::Field { label, value, .. } = span
                    && value.as_deref().is_none_or(|v| v.trim().is_empty())
                {
                    pen.at(
                        "field.unresolved",
                        Severity::Must,
                        Group::Complete,
                        Some(&block.id),
                        (at, at + length),
                        format!("Не заполнено: {label}."),
                        format!("Not filled in: {label}."),
                    );
                }
                at += length;
            }
        }
    }
    debug_assert_eq!(
        pen.found.len(),
        unresolved(letter).len(),
        "every open field is a finding"
    );
}

fn frame(letter: &LetterText, pen: &mut Pen<'_>) {
    use Severity::{Must, Should};
    let blank = |text: &str| text.trim().is_empty();
    if blank(&letter.heading) {
        pen.note(
            "heading.missing",
            Must,
            Some("heading"),
            "Нет заголовка «О …»: не видно, о чём письмо.",
            "There is no heading: nothing says what the letter is about.",
        );
    }
    // A paper is addressed to nobody.
    let paper = letter.kind.is_paper();
    if blank(&letter.salutation) && !paper {
        pen.note(
            "salutation.missing",
            Must,
            Some("salutation"),
            "Нет обращения.",
            "There is no salutation.",
        );
    }
    match letter.addressee.iter().filter(|l| !blank(l)).count() {
        _ if paper => {}
        0 => pen.note(
            "addressee.missing",
            Must,
            Some("addressee"),
            "Не сказано, кому письмо.",
            "Nothing says to whom the letter goes.",
        ),
        1 => pen.note(
            "addressee.address",
            Should,
            Some("addressee"),
            "У адресата нет ни почтового, ни электронного адреса.",
            "The addressee has neither a postal nor an e-mail address.",
        ),
        _ => {}
    }
    if blank(&letter.signatory.name) || blank(&letter.signatory.post) {
        pen.note(
            "signatory.missing",
            Must,
            Some("signatory"),
            "Нет должности или имени того, кто подписывает.",
            "The signatory's post or name is missing.",
        );
    }
    if blank(&letter.closing) && !paper {
        pen.note(
            "closing.missing",
            Severity::Hint,
            Some("closing"),
            "Нет заключительных слов («С уважением,»).",
            "There are no closing words.",
        );
    }
    if letter.blocks.iter().all(|b| blank(&b.reads())) {
        pen.note(
            "text.missing",
            Must,
            None,
            "В письме нет текста.",
            "The letter has no text.",
        );
    }
}

fn enclosures(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    for line in &letter.enclosures {
        if line.name.trim().is_empty() {
            pen.note(
                "enclosure.unnamed",
                Severity::Must,
                Some("enclosures"),
                "Приложение не названо.",
                "An enclosure has no name.",
            );
        }
        let known = |n| case.enclosures.iter().any(|e| e.exhibit == n);
        if line.exhibit.is_some_and(|n| !known(n)) {
            pen.note(
                "enclosure.unknown",
                Severity::Must,
                Some("enclosures"),
                format!(
                    "Приложения «{}» нет среди документов, выбранных к письму.",
                    line.name
                ),
                format!(
                    "The enclosure “{}” is not among the documents chosen for the letter.",
                    line.name
                ),
            );
        }
    }
    for chosen in &case.enclosures {
        if !letter
            .enclosures
            .iter()
            .any(|l| l.exhibit == Some(chosen.exhibit))
        {
            pen.note(
                "enclosure.unlisted",
                Severity::Must,
                Some("enclosures"),
                format!(
                    "Документ «{}» выбран к письму, но в приложениях не назван.",
                    chosen.name
                ),
                format!(
                    "“{}” is chosen for the letter but not named among its enclosures.",
                    chosen.name
                ),
            );
        }
    }
    if !letter.enclosures.is_empty() {
        return;
    }
    for block in &letter.blocks {
        if let Some(place) = place(&MENTIONS_ENCLOSURE, &block.reads()) {
            pen.at(
                "enclosure.none",
                Severity::Should,
                Group::Complete,
                Some(&block.id),
                place,
                "В тексте сказано о приложении, а приложений нет.",
                "The text speaks of an enclosure, but there is none.",
            );
        }
    }
}

fn decisions(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    use Severity::{Must, Should};
    if !case.demands.is_empty()
        && case.demands.iter().all(|d| d.decision.is_some())
        && case.fitting_final() != letter.kind
    {
        pen.note("kind.mismatch", Must, None, "Вид письма не отвечает решениям по требованиям; составьте письмо подходящего вида.", "The kind of the letter does not match the decisions; compose one of the kind that does.");
    }
    for demand in &case.demands {
        let role = format!("demand:{}", demand.id);
        let own: Vec<String> = letter
            .blocks
            .iter()
            .filter(|b| b.role == role)
            .map(|b| b.reads())
            .collect();
        let text = own.join("\n");
        let what = crate::phrases::phrases(Language::Ru)
            .demand(demand.kind, case.regime, "title")
            .unwrap_or_default();
        let Some(decision) = &demand.decision else {
            pen.note(
                "demand.undecided",
                Must,
                None,
                format!("По требованию «{what}» нет решения."),
                format!("A demand is not decided: {}.", demand.kind.word()),
            );
            continue;
        };
        let block = format!("demand:{}/decision", demand.id);
        if text.trim().is_empty() {
            pen.note(
                "demand.unanswered",
                Must,
                None,
                format!("На требование «{what}» в письме нет ответа."),
                format!(
                    "The letter does not answer a demand: {}.",
                    demand.kind.word()
                ),
            );
        } else if !says_decision(&stated(letter, &block).unwrap_or_else(|| text.clone())) {
            pen.note(
                "demand.unclear",
                Must,
                Some(&block),
                format!("Из ответа на требование «{what}» не видно решения: да, частично или нет."),
                "The answer to a demand does not say yes, in part or no.",
            );
        }
        let granted = decision
            .amount
            .filter(|_| decision.kind != DecisionKind::Refuse && demand.kind.asks_money());
        if let Some(sum) = granted.filter(|_| !text.trim().is_empty())
            && !flat(&text).contains(&flat(&figures(sum, letter.language)))
        {
            pen.note(
                "sum.differs",
                Must,
                Some(&block),
                format!(
                    "Сумма решения, {}, в ответе не названа.",
                    figures(sum, Language::Ru)
                ),
                format!(
                    "The sum decided, {}, is not named in the answer.",
                    figures(sum, Language::En)
                ),
            );
        }
        if matches!(decision.kind, DecisionKind::Refuse | DecisionKind::Partly) {
            if decision.ground.trim().is_empty() {
                pen.note(
                    "refusal.no_ground",
                    Must,
                    Some(&block),
                    "Отказ без основания: назовите пункт договора или статью закона.",
                    "A refusal without its ground: name the clause or the article.",
                );
            }
            if decision.reasons.trim().chars().count() < 30 {
                pen.note("refusal.no_reasons", Should, Some(&block), "Отказ почти не объяснён: напишите, что проверили, кто, когда и что установили.", "The refusal is hardly explained: say what was checked, by whom, when, and what was found.");
            }
        }
    }
    if case.demands.is_empty() && case.kind != complaint::Kind::Gratitude {
        let words: usize = letter
            .blocks
            .iter()
            .map(|b| b.reads().split_whitespace().count())
            .sum();
        if words < 25 {
            pen.note(
                "answer.thin",
                Should,
                None,
                "Ответа по существу не видно: напишите, что проверили и что сделали.",
                "There is no answer by substance: say what was checked and what was done.",
            );
        }
    }
}

/// The words of the block that states the decision, if the letter still has it.
fn stated(letter: &LetterText, id: &str) -> Option<String> {
    letter.blocks.iter().find(|b| b.id == id).map(|b| b.reads())
}

fn rights(letter: &LetterText, case: &CaseForLetter, pen: &mut Pen<'_>) {
    let refuses = |d: &DemandForLetter| {
        d.decision
            .as_ref()
            .is_some_and(|d| matches!(d.kind, DecisionKind::Refuse | DecisionKind::Partly))
    };
    if !case.demands.iter().any(refuses) {
        return;
    }
    let text: String = letter
        .blocks
        .iter()
        .map(|b| folded(&b.reads()) + "\n")
        .collect();
    let has = |ru: &str, en: &str| {
        text.contains(if letter.language == Language::Ru {
            ru
        } else {
            en
        })
    };
    if !has(" суд", "court") {
        pen.note(
            "rights.court",
            Severity::Must,
            None,
            "При отказе надо сказать о праве обратиться в суд.",
            "A refusal must mention the right to go to court.",
        );
    }
    let goods = matches!(
        case.regime,
        Regime::Goods | Regime::PrepaidGoods | Regime::Distance
    );
    let quality = case
        .demands
        .iter()
        .any(|d| refuses(d) && crate::facts::is_about_quality(d));
    if goods
        && quality
        && !has("эксперти", "expert examination")
        && !has("эксперти", "independent examination")
    {
        pen.note("rights.expertise", Severity::Must, None, "При отказе надо сказать о праве присутствовать при экспертизе, оспорить её и провести свою.", "A refusal must mention the right to attend and contest the expert examination and to commission one's own.");
    }
}

/// Whether the text says yes, in part or no.
pub fn says_decision(text: &str) -> bool {
    DECISION.as_ref().is_some_and(|d| d.is_match(&folded(text)))
}

fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn place(pattern: &LazyLock<Option<Regex>>, text: &str) -> Option<(u32, u32)> {
    let low = folded(text);
    let hit = pattern.as_ref()?.find(&low)?;
    let chars = |b: usize| u32::try_from(low[..b].chars().count()).unwrap_or(0);
    Some((chars(hit.start()), chars(hit.end())))
}

static MENTIONS_ENCLOSURE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"\b(?:прилага(?:ем|ю|ется|ются)|приложен[аоы]?\b[^.]{0,20}\b(?:к (?:этому |настоящему )?письму)|в приложении|(?:is|are) enclosed|we enclose)").ok()
});
static DECISION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"удовлетвор|отказ(?:ано|ать|ываем)\b|не можем|не вправе|вынуждены отклонить|отклон(?:яем|ено)|соглас(?:ны|ились|овали)|выплатим|верн[её]м\b|вернули|возместим|заменим|обменяем|отремонтируем|исправим|добровольно|приносим|прекратим|удалим|пересчитаем|принимаем|we accept|unable to accept|we (?:cannot|can not|decline|refuse)|we will (?:\w+ )?(?:refund|pay|replace|repair|transfer|reimburse|deliver|stop|delete|erase|provide|recalculate|correct|fix|reduce|return|send|perform|exchange|give|hand|make|carry|remove|meet|fulfil|compensate|put|remedy|apologi|do|lend|cease|eliminate)|goodwill").ok()
});
