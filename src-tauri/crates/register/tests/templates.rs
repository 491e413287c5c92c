//! Templates of letters: versions that stay, and pointers that move.

use crate::office::{Office, SingleSteps, by};
use complaint::{Language, LetterKind, Regime, TemplateId};
use register::{NewTemplateVersion, RegisterError, TemplateVersionFields};

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn words(source: &str) -> NewTemplateVersion {
    NewTemplateVersion {
        fields: TemplateVersionFields {
            kind: LetterKind::FinalRefusal,
            language: Language::Ru,
            name: "обычный".into(),
            version: 1,
            sha256: format!("{:0>64}", source.len()),
            note: format!("стало: {source}"),
        },
        source: source.into(),
    }
}

fn saved(office: &Office, id: Option<TemplateId>, source: &str) -> TemplateId {
    let added = office
        .template_save(&by(NOW), id, None, &[], true, &words(source))
        .unwrap();
    added.id
}

#[test]
fn versions_are_counted_and_stay_whatever_is_undone() {
    let office = Office::new();
    let id = saved(&office, None, "а");
    assert_eq!(saved(&office, Some(id), "бб"), id);
    let second = office.template(id).unwrap();
    assert_eq!(second.current.fields.version, 2);
    let first = office.template_versions(id).unwrap().pop().unwrap();
    assert_eq!(office.template_version(first.id).unwrap().1, "а");
    assert_eq!(first.actor.0, "Анна");

    // The same words are no new version.
    let again = office
        .template_save(&by(NOW), Some(id), Some(2), &[], true, &words("бб"))
        .unwrap();
    assert_eq!(again.done.seq, None);

    let third = office
        .template_save(&by(NOW), Some(id), Some(2), &[], true, &words("ввв"))
        .unwrap();
    office.undo(&by(NOW), third.done.seq.unwrap()).unwrap();
    assert_eq!(office.template(id).unwrap(), second);
    assert_eq!(office.template_versions(id).unwrap().len(), 3);
    assert!(
        office
            .template_by_hash(&words("ввв").fields.sha256)
            .unwrap()
            .is_some()
    );
    // What was undone keeps its number; the next one gets a number of its own.
    saved(&office, Some(id), "гггг");
    assert_eq!(office.template(id).unwrap().current.fields.version, 4);
    assert!(office.journal_verify().unwrap().broken.is_none());
}

#[test]
fn undoing_the_first_save_takes_the_template_and_leaves_its_words() {
    let office = Office::new();
    let made = office
        .template_save(&by(NOW), None, None, &[], true, &words("а"))
        .unwrap();
    let undone = office.undo(&by(NOW), made.done.seq.unwrap()).unwrap();
    assert!(office.templates().unwrap().is_empty());
    assert!(
        office
            .template_by_hash(&words("а").fields.sha256)
            .unwrap()
            .is_some()
    );
    office.undo(&by(NOW), undone.seq.unwrap()).unwrap();
    assert_eq!(office.templates().unwrap()[0].id, made.id);
}

#[test]
fn nobody_saves_over_what_another_saved() {
    let office = Office::new();
    let id = saved(&office, None, "а");
    saved(&office, Some(id), "бб");
    let late = office.template_save(&by(NOW), Some(id), Some(1), &[], false, &words("ввв"));
    assert!(matches!(
        late,
        Err(RegisterError::Conflict {
            expected: 1,
            found: 2
        })
    ));
    assert!(
        office
            .template_by_hash(&words("ввв").fields.sha256)
            .unwrap()
            .is_none()
    );
}

#[test]
fn one_template_is_chosen_for_each_case() {
    let office = Office::new();
    let chosen = || -> Vec<TemplateId> {
        let all = office.templates().unwrap();
        all.iter().filter(|t| t.chosen).map(|t| t.id).collect()
    };
    let usual = saved(&office, None, "а");
    let hotel = [Regime::Hotel, Regime::Tourism];
    let hotel = office
        .template_save(&by(NOW), None, None, &hotel, true, &words("бб"))
        .unwrap()
        .id;
    assert_eq!(chosen(), [usual, hotel], "one for all, one for hotels");
    let other = saved(&office, None, "ввв");
    assert_eq!(chosen(), [hotel, other]);
    let tours = office
        .template_save(
            &by(NOW),
            None,
            None,
            &[Regime::Tourism],
            true,
            &words("гггг"),
        )
        .unwrap();
    assert_eq!(chosen(), [other, tours.id]);
    office.undo(&by(NOW), tours.done.seq.unwrap()).unwrap();
    assert_eq!(chosen(), [hotel, other], "undoing gives the choice back");

    let (kind, language) = (LetterKind::FinalRefusal, Language::Ru);
    let back = office
        .template_choose(&by(NOW), kind, language, None)
        .unwrap();
    assert_eq!(chosen(), [hotel]);
    office.undo(&by(NOW), back.seq.unwrap()).unwrap();
    assert_eq!(chosen(), [hotel, other]);
    office
        .template_choose(&by(NOW), kind, language, Some(usual))
        .unwrap();
    assert_eq!(chosen(), [usual, hotel]);

    let retired = office.template_retire(&by(NOW), usual, true).unwrap();
    assert_eq!(chosen(), [hotel]);
    let refused = office.template_choose(&by(NOW), kind, language, Some(usual));
    assert!(matches!(refused, Err(RegisterError::NotFound("template"))));
    office.undo(&by(NOW), retired.seq.unwrap()).unwrap();
    assert_eq!(chosen(), [usual, hotel]);
    let other_kind = office.template_choose(&by(NOW), LetterKind::Interim, language, Some(usual));
    assert!(other_kind.is_err());
}

#[test]
fn the_programs_own_template_is_kept_once() {
    let office = Office::new();
    let mut own = words("от программы");
    own.fields.name = String::new();
    own.fields.version = 7;
    assert!(office.template_keep(&by(NOW), &own).unwrap().seq.is_some());
    assert_eq!(office.template_keep(&by(NOW), &own).unwrap().seq, None);
    let (kept, source) = office
        .template_by_hash(&own.fields.sha256)
        .unwrap()
        .unwrap();
    assert_eq!(
        (kept.template, kept.fields.version, source.as_str()),
        (None, 7, "от программы")
    );
    assert!(office.templates().unwrap().is_empty());
}
