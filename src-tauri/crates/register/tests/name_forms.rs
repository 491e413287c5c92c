//! Forms of names an office keeps, and which letters answer a complaint.

use crate::office::{Office, SingleSteps, at, by, kettle, no_error, pdf};
use complaint::{Channel, Gender, Kind, Language, LetterKind, NameForm, NameFormFields, Status};
use register::NewLetter;

const NOW: &str = "2026-11-23T10:00:00+03:00";

fn form(name: &str, words: &str) -> NameFormFields {
    NameFormFields {
        name: name.into(),
        gender: Gender::M,
        form: NameForm::Dative,
        language: Language::Ru,
        words: words.into(),
    }
}

#[test]
fn a_form_is_found_again_however_the_name_is_written_and_can_be_undone() {
    let office = Office::new();
    let kept = office
        .name_form_keep(&by(NOW), &form("Дюма Александр", "Дюма Александру"))
        .unwrap()
        .unwrap();
    let words = |name: &str, gender| -> Vec<String> {
        let found = office.name_forms_of(name, gender).unwrap();
        found.into_iter().map(|f| f.fields.words).collect()
    };
    assert_eq!(words("  дюма  АЛЕКСАНДР ", Gender::M), ["Дюма Александру"]);
    // A woman of that name is another matter.
    assert!(words("Дюма Александр", Gender::F).is_empty());
    // The same again is no change; other words take its place.
    let same = office.name_form_keep(&by(NOW), &form("Дюма Александр", "Дюма Александру"));
    assert_eq!(same.unwrap(), None);
    office
        .name_form_keep(&by(NOW), &form("Дюма Александр", "Дюме Александру"))
        .unwrap()
        .unwrap();
    assert_eq!(words("Дюма Александр", Gender::M), ["Дюме Александру"]);
    assert!(kept.seq.is_some());

    let all = office.name_forms().unwrap();
    let gone = office.name_form_forget(&by(NOW), all[0].id).unwrap();
    assert!(office.name_forms().unwrap().is_empty());
    office.undo(&by(NOW), gone.seq.unwrap()).unwrap();
    assert_eq!(office.name_forms().unwrap(), all);
    // No words at all forget as well.
    office
        .name_form_keep(&by(NOW), &form("Дюма Александр", " "))
        .unwrap()
        .unwrap();
    assert!(office.name_forms().unwrap().is_empty());
}

#[test]
fn the_register_answers_as_the_domain_says() {
    let office = Office::new();
    let who = by(NOW);
    for &message in Kind::ALL {
        for &kind in LetterKind::ALL {
            let mut new = kettle();
            new.fields.matter.kind = message;
            new.fields.received_at = at(NOW);
            let id = office.complaint_add(&who, &new).unwrap().id;
            let letter = NewLetter {
                kind,
                language: Language::Ru,
                heading: "О деле".into(),
                content: serde_json::json!({}),
                promised: None,
            };
            let draft = office.letter_draft_add(&who, id, &letter).unwrap().id;
            let (issued, _) = office
                .letter_issue(&who, draft, |n, _| no_error(pdf(n)))
                .unwrap();
            assert_eq!(
                issued.number.starts_with("ВД-"),
                kind.is_paper(),
                "{kind:?}"
            );
            let today = office.today(who.now.date_naive(), 3, 1_000).unwrap();
            let to_send = today.to_send.rows.iter().any(|row| row.id == id);
            assert_eq!(to_send, !kind.is_paper(), "{kind:?} for {message:?}");
            office
                .letter_sent(&who, draft, Channel::Email, who.now)
                .unwrap();
            let answered = office.case(id).unwrap().contents.complaint.status == Status::Answered;
            assert_eq!(answered, kind.answers(message), "{kind:?} for {message:?}");
        }
    }
}
