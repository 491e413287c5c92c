//! Whether the papers that prove an answer agree with each other: address,
//! name, sheets, dates, tracking number, file. A pack that contradicts itself
//! proves the wrong thing, so this is asked before it is made.

use crate::check::Severity;
use crate::papers::paper_word;
use crate::text::EnclosureLine;
use crate::words::clean_line;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{DeliveryState, DispatchEvent, DispatchWay, InventoryLine, Language};
use russian::requisites::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is known of an answer and of its way, as far as it can contradict itself.
#[derive(Clone, Debug)]
pub struct ProofFacts {
    /// When the letter was issued.
    pub issued: DateTime<FixedOffset>,
    /// Pages of its PDF.
    pub pages: u32,
    /// To whom, as the letter has it: name first, then the address.
    pub letter_address: Vec<String>,
    /// What the letter says it encloses.
    pub enclosures: Vec<EnclosureLine>,
    /// SHA-256 of the letter's file as the register has it.
    pub sha256: String,
    /// SHA-256 of the file as it lies there now; none when it is missing.
    pub file_sha256: Option<String>,
    /// SHA-256 that the journal wrote down when the letter was issued.
    pub journal_sha256: Option<String>,
    /// Whether a later letter replaces it.
    pub superseded: bool,
    /// The addressee's name as the complainant's card gives it now, in the
    /// form of an address; empty when anonymous.
    pub card_name: String,
    /// The postal address on that card.
    pub card_address: String,
    /// The last legal day for the answer.
    pub due: Option<NaiveDate>,
    /// How the letter went, if it did.
    pub dispatch: Option<ProofDispatch>,
}

/// The dispatch that is to prove the answer.
#[derive(Clone, Debug)]
pub struct ProofDispatch {
    /// The way.
    pub way: DispatchWay,
    /// When it left the office.
    pub sent_at: DateTime<FixedOffset>,
    /// Where it was sent to, as written down: name first.
    pub address: Vec<String>,
    /// What stands on the envelope; none where there is none.
    pub envelope: Option<Vec<String>>,
    /// The carrier's number.
    pub tracking: String,
    /// What is wrong with that number.
    pub tracking_problem: Option<Problem>,
    /// What lay in the envelope; empty when no inventory was made.
    pub inventory: Vec<InventoryLine>,
    /// What became of it, by day.
    pub events: Vec<DispatchEvent>,
    /// Whether a receipt, a return receipt or a returned notice is there.
    pub papers: bool,
}

/// One thing that does not agree, or is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofFinding {
    /// The rule's id: «address.envelope».
    pub rule: String,
    /// How much it weighs; `must` is a contradiction, and the pack then needs
    /// a written reason.
    pub severity: Severity,
    /// What, in Russian.
    pub message_ru: String,
    /// What, in English.
    pub message_en: String,
    /// The cure, in Russian.
    pub cure_ru: String,
    /// The cure, in English.
    pub cure_en: String,
}

/// Everything that contradicts or is missing, contradictions first.
pub fn proof_check(facts: &ProofFacts) -> Vec<ProofFinding> {
    let mut found = Vec::new();
    file(facts, &mut found);
    match &facts.dispatch {
        None => found.push(finding(
            "dispatch.none",
            Severity::Must,
            "Письмо выпущено, но нет записи о том, что оно отправлено.",
            "The letter is issued, but nothing says that it was sent.",
            "Запишите отправку: как, когда и куда.",
            "Write the dispatch down: how, when and where to.",
        )),
        Some(dispatch) => {
            addresses(facts, dispatch, &mut found);
            contents(facts, dispatch, &mut found);
            dates(facts, dispatch, &mut found);
            tracking(dispatch, &mut found);
            papers(dispatch, &mut found);
        }
    }
    found.sort_by_key(|f| f.severity);
    found
}

/// Whether these findings hold a contradiction.
pub fn contradicts(findings: &[ProofFinding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Must)
}

fn finding(
    rule: &str,
    severity: Severity,
    message_ru: impl Into<String>,
    message_en: impl Into<String>,
    cure_ru: &str,
    cure_en: &str,
) -> ProofFinding {
    ProofFinding {
        rule: rule.to_owned(),
        severity,
        message_ru: message_ru.into(),
        message_en: message_en.into(),
        cure_ru: cure_ru.to_owned(),
        cure_en: cure_en.to_owned(),
    }
}

fn file(facts: &ProofFacts, found: &mut Vec<ProofFinding>) {
    match &facts.file_sha256 {
        None => found.push(finding(
            "file.missing",
            Severity::Must,
            "Файла выпущенного письма нет на месте.",
            "The file of the issued letter is not there.",
            "Верните записи из копии: без файла доказывать нечем.",
            "Restore the records from a backup: without the file there is no proof.",
        )),
        Some(now) if *now != facts.sha256 => found.push(finding(
            "file.altered",
            Severity::Must,
            "Файл письма изменён: его отпечаток не тот, что был при выпуске.",
            "The letter’s file was altered: its hash is not the one it was issued with.",
            "Верните файл из копии записей.",
            "Restore the file from a backup.",
        )),
        Some(_) => {}
    }
    match &facts.journal_sha256 {
        None => found.push(finding(
            "journal.missing",
            Severity::Must,
            "В журнале действий нет записи о выпуске этого письма.",
            "The journal of actions has no row for the issue of this letter.",
            "Проверьте журнал в настройках.",
            "Verify the journal in Settings.",
        )),
        Some(written) if *written != facts.sha256 => found.push(finding(
            "journal.differs",
            Severity::Must,
            "Отпечаток письма в журнале действий не совпадает с отпечатком файла.",
            "The letter’s hash in the journal is not that of its file.",
            "Проверьте журнал и документы в настройках.",
            "Verify the journal and the documents in Settings.",
        )),
        Some(_) => {}
    }
    if facts.superseded {
        found.push(finding(
            "letter.superseded",
            Severity::Should,
            "Это письмо заменено более поздним.",
            "This letter was replaced by a later one.",
            "Соберите доказательства и для письма, которое его заменило.",
            "Make a proof for the letter that replaced it as well.",
        ));
    }
}

/// What of a line matters when two are compared: letters and digits.
fn bare(text: &str) -> String {
    clean_line(text)
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ё' { 'е' } else { c })
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Name and address apart.
fn parted(lines: &[String]) -> (String, String) {
    let mut lines = lines.iter().filter(|l| !bare(l).is_empty());
    let name = lines.next().map(|l| bare(l)).unwrap_or_default();
    (name, lines.map(|l| bare(l)).collect())
}

fn addresses(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    let (name, address) = parted(&facts.letter_address);
    if dispatch.way.needs_address() {
        if address.is_empty() {
            found.push(finding(
                "address.none",
                Severity::Must,
                "В письме нет почтового адреса, а отправлено оно почтой или курьером.",
                "The letter has no postal address, yet it went by post or courier.",
                "Проверьте, куда ушло письмо. Если адрес был на конверте, выпустите письмо взамен с адресом.",
                "See where it went. If the address was on the envelope, issue a letter with the address in its place.",
            ));
        }
        let written = parted(&dispatch.address);
        if !dispatch.address.is_empty() && !address.is_empty() && written.1 != address {
            found.push(finding(
                "address.dispatch",
                Severity::Must,
                format!(
                    "Адрес в записи об отправке не тот, что в письме: «{}» и «{}».",
                    clean_line(&dispatch.address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                    clean_line(&facts.letter_address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                ),
                format!(
                    "The address of the dispatch is not the letter’s: “{}” and “{}”.",
                    clean_line(&dispatch.address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                    clean_line(&facts.letter_address.iter().skip(1).cloned().collect::<Vec<_>>().join(", ")),
                ),
                "Исправьте запись по квитанции. Если письмо ушло по другому адресу, отправьте его ещё раз.",
                "Put the record right by the receipt. If it went elsewhere, send it again.",
            ));
        }
        if !dispatch.address.is_empty() && written.0 != name {
            found.push(finding(
                "name.dispatch",
                Severity::Must,
                "Имя адресата в записи об отправке не то, что в письме.",
                "The addressee’s name in the dispatch is not the letter’s.",
                "Исправьте запись по квитанции.",
                "Put the record right by the receipt.",
            ));
        }
        if let Some(envelope) = &dispatch.envelope {
            let on = parted(envelope);
            if on.1 != written.1 && !dispatch.address.is_empty() || on.1 != address {
                found.push(finding(
                    "address.envelope",
                    Severity::Must,
                    "Адрес на конверте не тот, что в письме или в записи об отправке.",
                    "The address on the envelope is not that of the letter or of the dispatch.",
                    "Сверьте конверт с письмом и с квитанцией.",
                    "Compare the envelope with the letter and the receipt.",
                ));
            }
            if on.0 != name {
                found.push(finding(
                    "name.envelope",
                    Severity::Must,
                    "Имя на конверте не то, что в письме.",
                    "The name on the envelope is not the letter’s.",
                    "Сверьте конверт с письмом.",
                    "Compare the envelope with the letter.",
                ));
            }
        }
        if !address.is_empty() && bare(&facts.card_address) != address {
            found.push(finding(
                "address.card",
                Severity::Should,
                "Адрес в карточке заявителя теперь другой, чем в письме.",
                "The address on the complainant’s card now differs from the letter’s.",
                "Если заявитель сообщил новый адрес до отправки, отправьте письмо и туда.",
                "If the complainant named a new address before it went, send it there too.",
            ));
        }
    }
    if !name.is_empty() && !facts.card_name.is_empty() && bare(&facts.card_name) != name {
        found.push(finding(
            "name.card",
            Severity::Should,
            "Имя в карточке заявителя теперь другое, чем в письме.",
            "The name on the complainant’s card now differs from the letter’s.",
            "Проверьте, как правильно: по обращению и по документам.",
            "See which is right by the complaint and the documents.",
        ));
    }
}

fn contents(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    if dispatch.inventory.is_empty() {
        if dispatch.way == DispatchWay::PostValued {
            found.push(finding(
                "inventory.none",
                Severity::Should,
                "Ценное письмо отправлено, а описи вложения в записи нет.",
                "An insured letter went, and the record has no inventory.",
                "Добавьте к записи об отправке то, что лежало в конверте.",
                "Add to the dispatch what lay in the envelope.",
            ));
        }
        return;
    }
    let mut lines = dispatch.inventory.iter();
    let letter = lines.next();
    if let Some(sheets) = letter.and_then(|l| l.sheets) {
        // Printed on both sides it takes half as many.
        if sheets != facts.pages && sheets != facts.pages.div_ceil(2) {
            found.push(finding(
                "sheets.letter",
                Severity::Must,
                format!(
                    "В описи у письма листов: {sheets}, а страниц в письме: {}.",
                    facts.pages
                ),
                format!(
                    "The inventory counts {sheets} sheets of the letter, and it has {} pages.",
                    facts.pages
                ),
                "Пересчитайте листы и исправьте опись в записи об отправке.",
                "Count the sheets and put the inventory of the dispatch right.",
            ));
        }
    }
    let rest: Vec<&InventoryLine> = lines.collect();
    for enclosure in &facts.enclosures {
        let named = bare(&enclosure.name);
        if named.is_empty() {
            continue;
        }
        let Some(line) = rest.iter().find(|l| bare(&l.name) == named) else {
            found.push(finding(
                "enclosure.missing",
                Severity::Must,
                format!(
                    "В письме названо приложение «{}», а в описи его нет.",
                    clean_line(&enclosure.name)
                ),
                format!(
                    "The letter names the enclosure “{}”, and the inventory has none.",
                    clean_line(&enclosure.name)
                ),
                "Если приложение вложили, добавьте его в опись; если нет — отправьте его.",
                "If it was enclosed, add it to the inventory; if not, send it.",
            ));
            continue;
        };
        let copies = (enclosure.copies.max(1), line.copies.max(1));
        let sheets = enclosure.pages.zip(line.sheets);
        if copies.0 != copies.1 || sheets.is_some_and(|(a, b)| a != b) {
            found.push(finding(
                "enclosure.sheets",
                Severity::Must,
                format!(
                    "У приложения «{}» в письме и в описи разное число листов или экземпляров.",
                    clean_line(&enclosure.name)
                ),
                format!(
                    "Letter and inventory count the sheets or copies of “{}” differently.",
                    clean_line(&enclosure.name)
                ),
                "Пересчитайте листы и исправьте опись.",
                "Count the sheets and put the inventory right.",
            ));
        }
    }
    for line in rest {
        let known = facts
            .enclosures
            .iter()
            .any(|e| bare(&e.name) == bare(&line.name));
        if !known {
            found.push(finding(
                "enclosure.extra",
                Severity::Should,
                format!(
                    "В описи есть «{}», а письмо такого приложения не называет.",
                    clean_line(&line.name)
                ),
                format!(
                    "The inventory has “{}”, and the letter names no such enclosure.",
                    clean_line(&line.name)
                ),
                "Проверьте, лежало ли это в конверте.",
                "See whether it lay in the envelope.",
            ));
        }
    }
}

fn dates(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    let sent = dispatch.sent_at.date_naive();
    // A minute is typed without its seconds.
    if dispatch.sent_at < facts.issued - chrono::TimeDelta::minutes(1) {
        found.push(finding(
            "date.sent_before_issue",
            Severity::Must,
            "По записям письмо отправлено раньше, чем выпущено.",
            "By the records the letter was sent before it was issued.",
            "Исправьте время отправки по квитанции.",
            "Put the time of dispatch right by the receipt.",
        ));
    }
    for event in &dispatch.events {
        if event.on < sent {
            let (ru, en) = (
                paper_word(Language::Ru, "state", event.state.word()),
                paper_word(Language::En, "state", event.state.word()),
            );
            found.push(finding(
                "date.event_before_sent",
                Severity::Must,
                format!(
                    "Отметка «{ru}» стоит {}, раньше отправки.",
                    russian::date::short(event.on)
                ),
                format!(
                    "The note “{en}” has the day {}, before the dispatch.",
                    russian::date::english(event.on)
                ),
                "Исправьте день отметки или отправки.",
                "Put the day of the note or of the dispatch right.",
            ));
        }
    }
    let settled = dispatch.events.iter().position(|e| e.state.is_settled());
    if let Some(at) = settled
        && at + 1 < dispatch.events.len()
    {
        found.push(finding(
            "delivery.after_end",
            Severity::Should,
            "После вручения или возврата есть ещё отметки: история доставки противоречива.",
            "There are notes after the delivery or return: the history contradicts itself.",
            "Уберите лишние отметки.",
            "Take the wrong notes off.",
        ));
    }
    if let Some(due) = facts.due
        && sent > due
    {
        let days = (sent - due).num_days();
        found.push(finding(
            "term.late",
            Severity::Should,
            format!(
                "Ответ отправлен с опозданием на {days} дн.: срок был {}.",
                russian::date::short(due)
            ),
            format!(
                "The answer went {days} days late: the term ended on {}.",
                russian::date::english(due)
            ),
            "Исправить это нельзя. Приложите промежуточный ответ или объяснение, если они есть.",
            "This can’t be mended. Add an interim reply or an explanation if there is one.",
        ));
    }
}

fn tracking(dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    if !dispatch.way.has_tracking() {
        return;
    }
    if dispatch.tracking.trim().is_empty() {
        found.push(finding(
            "tracking.none",
            Severity::Should,
            "У заказного или ценного письма не записан номер отправления.",
            "The registered or insured letter has no tracking number.",
            "Перепишите его с квитанции.",
            "Copy it from the receipt.",
        ));
    } else if dispatch.tracking_problem.is_some() {
        found.push(finding(
            "tracking.wrong",
            Severity::Must,
            "Номер отправления записан с ошибкой: контрольная цифра или длина не сходятся.",
            "The tracking number is wrong: its check digit or length does not agree.",
            "Сверьте номер с квитанцией.",
            "Compare it with the receipt.",
        ));
    }
}

fn papers(dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    let wanted = matches!(
        dispatch.way,
        DispatchWay::PostRegistered
            | DispatchWay::PostValued
            | DispatchWay::Courier
            | DispatchWay::ByHand
    );
    if wanted && !dispatch.papers {
        let (ru, en) = if dispatch.way == DispatchWay::ByHand {
            (
                "Нет расписки в получении.",
                "There is no receipt signed by the addressee.",
            )
        } else {
            (
                "Нет фотографии квитанции об отправке.",
                "There is no photograph of the carrier’s receipt.",
            )
        };
        found.push(finding(
            "receipt.none",
            Severity::Should,
            ru,
            en,
            "Сфотографируйте её и приложите к отправке.",
            "Photograph it and add it to the dispatch.",
        ));
    }
    match dispatch.events.last().map(|e| e.state) {
        Some(DeliveryState::Returned | DeliveryState::Refused) => found.push(finding(
            "delivery.not_taken",
            Severity::Hint,
            "Письмо не получено адресатом. Если адрес верен, оно всё же считается доставленным (ГК РФ, ст. 165.1).",
            "The addressee did not take the letter. If the address is right, it still counts as delivered (Civil Code, art. 165.1).",
            "Сохраните вернувшийся конверт нераспечатанным.",
            "Keep the returned envelope unopened.",
        )),
        Some(DeliveryState::Lost) => found.push(finding(
            "delivery.lost",
            Severity::Should,
            "Отправление утрачено: вручение не доказать.",
            "The letter was lost on the way: delivery can’t be proved.",
            "Отправьте письмо ещё раз и соберите доказательства по новой отправке.",
            "Send it again and make the proof by the new dispatch.",
        )),
        Some(DeliveryState::Delivered) => {}
        None if dispatch.way == DispatchWay::ByHand => {}
        _ => found.push(finding(
            "delivery.unknown",
            Severity::Hint,
            "Пока не записано, что письмо вручено.",
            "Nothing says yet that the letter was delivered.",
            "Когда узнаете о вручении, запишите и соберите доказательства ещё раз.",
            "When you learn of it, write it down and make the proof again.",
        )),
    }
}
