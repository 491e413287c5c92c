//! Whether the letter's file is the one that was issued.

use super::answer::ProofFacts;
use super::finding::{ProofFinding, finding};
use crate::check::Severity;

/// The file against the register and the journal.
pub fn file(facts: &ProofFacts, found: &mut Vec<ProofFinding>) {
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
