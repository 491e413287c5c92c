//! What a screen reader goes through, as another program finds it in the finished file.

use crate::cases::{frame, ready_for};
use complaint::{Language, LetterKind};
use letter::{compose, document};
use press::page::structure::Role;
use std::process::Command;

/// The elements of a file and their words, line by line; none where the program is not to be had.
fn elements(pdf: &[u8]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.pdf");
    std::fs::write(&path, pdf).unwrap();
    let mut asked = Command::new("pdfinfo");
    let Ok(ran) = asked.arg("-struct-text").arg(&path).output() else {
        prerequisites::skip("pdfinfo is not installed");
        return None;
    };
    assert!(ran.status.success(), "{ran:?}");
    let text = String::from_utf8(ran.stdout).unwrap();
    Some(text.lines().map(|line| line.trim().to_owned()).collect())
}

fn model(kind: LetterKind) -> press::Document {
    let mut case = ready_for(kind);
    case.office.letterhead.code = true;
    let letter = compose(kind, Language::Ru, &case);
    document(&letter, &frame(&case))
}

fn read(kind: LetterKind) -> Option<Vec<String>> {
    elements(&press::print(&model(kind)).unwrap().pdf)
}

#[test]
fn each_demand_has_its_heading_and_the_code_is_read_last() {
    let Some(lines) = read(LetterKind::FinalPartial) else {
        return;
    };
    let headings: Vec<&str> = lines
        .windows(2)
        .filter(|pair| pair[0].starts_with("H2"))
        .map(|pair| pair[1].trim_matches('"'))
        .collect();
    assert_eq!(headings, ["1. Возврат денег.", "2. Возмещение расходов."]);
    let figure = lines.iter().rposition(|l| l.starts_with("Figure")).unwrap();
    let paragraph = lines.iter().rposition(|l| l.starts_with("P ")).unwrap();
    assert!(figure > paragraph, "{lines:#?}");
    let behind = lines[figure..].join(" ");
    assert!(behind.contains("Caption"), "{behind}");
    assert!(
        behind.contains("Номер, дата и отпечаток текста письма"),
        "{behind}"
    );
}

#[test]
fn a_broken_line_is_a_blank_and_a_form_names_its_rows() {
    let Some(lines) = read(LetterKind::SettlementAgreement) else {
        return;
    };
    let details = lines.join(" ");
    assert!(details.contains("д. 5 ИНН 7827004526 ОГРН"), "{details}");
    let Some(lines) = read(LetterKind::Statement) else {
        return;
    };
    let form = lines.join(" ");
    assert!(
        form.contains("TH") && form.contains("/Scope /Row"),
        "{form}"
    );
}

#[test]
fn words_that_stand_out_say_so() {
    let typeset = press::typeset(&model(LetterKind::InspectionAct)).unwrap();
    let roles = typeset.structure.elements.iter().map(|e| e.role);
    let strong = roles.filter(|role| *role == Role::Strong).count();
    assert!(strong >= 5, "{strong}");
}
