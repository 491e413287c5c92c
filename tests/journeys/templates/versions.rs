//! Which words a letter is made from.

use super::ground::{KIND, beginning, intro, refreshed, shipped};
use crate::day::{Shop, by, code, kettle};
use complaint::{Language, Regime};
use letter::{Block, Content, Lock, Span};
use office::{
    LetterChoices, LetterRef, LetterTemplateChange, LetterTextSave, TemplateRetire, TemplateUndo,
};

#[test]
fn a_letter_stays_with_its_version_until_it_is_taken_over() {
    let shop = Shop::founded();
    let first = shop.saves(None, shop.standalone("обычный", "Первая редакция, № "));
    let own = first.head.template.expect("its id");
    assert_eq!((first.head.version, first.head.chosen), (1, true));
    let mut letter = shop.refusal();
    assert!(beginning(&letter).starts_with("Первая редакция, № ВХ-2026/0001"));
    let made = letter.template.clone().expect("its template");
    assert_eq!((made.made_from.version, made.newer), (1, None));

    // The writer's own words.
    let mine = Block {
        id: "own-1".into(),
        lock: Lock::Free,
        role: String::new(),
        content: Content::Paragraph {
            spans: vec![Span::text("Мы помним Ваш звонок.")],
        },
    };
    letter.text.blocks.insert(1, mine.clone());
    let ground = letter
        .text
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with("/reasons"));
    for line in ground.expect("reasons").content.lines_mut() {
        line.push(Span::text(" Мы проверили это дважды."));
    }

    shop.saves(Some(own), shop.standalone("обычный", "Вторая редакция, № "));
    let kept = refreshed(&shop, &letter);
    assert!(
        beginning(&kept).starts_with("Первая редакция"),
        "{}",
        beginning(&kept)
    );
    let offer = kept
        .template
        .clone()
        .and_then(|t| t.newer)
        .expect("a newer version");
    assert_eq!((offer.template, offer.version), (Some(own), 2));

    // Another program, another day: the same words.
    let elsewhere = shop.reopened(11);
    let card = office::letter_card(
        &elsewhere,
        &by(11, 9),
        LetterRef {
            letter: kept.summary.id,
        },
    );
    let save = LetterTextSave {
        version: None,
        letter: kept.summary.id,
        text: card.expect("a card").text,
    };
    let again = office::letter_refresh(&elsewhere, &by(11, 9), save).expect("refreshed");
    assert!(beginning(&again).starts_with("Первая редакция"));
    drop(elsewhere);

    let change = LetterTemplateChange {
        version: None,
        letter: kept.summary.id,
        text: again.text,
        template: offer.template,
    };
    let taken = office::letter_template(&shop.office, &by(11, 10), change).expect("taken over");
    assert!(beginning(&taken.card).starts_with("Вторая редакция"));
    assert!(taken.changes.iter().any(|c| c.place == "intro"));
    assert!(taken.card.text.blocks.contains(&mine));
    let reasons = taken
        .card
        .text
        .blocks
        .iter()
        .find(|b| b.id.ends_with("/reasons"));
    assert!(
        reasons
            .expect("reasons")
            .reads()
            .contains("Мы проверили это дважды.")
    );
    let now = taken.card.template.expect("its template");
    assert_eq!((now.made_from.version, now.newer), (2, None));

    // The letter is issued as it reads, and says no more of templates.
    let issued = shop.issues(
        &office::letter_card(
            &shop.office,
            &by(11, 11),
            LetterRef {
                letter: kept.summary.id,
            },
        )
        .expect("a card"),
    );
    assert_eq!(issued.0.template, None);
    if let Some(text) = shop.reads(&issued.1) {
        assert!(
            text.contains("Вторая редакция") && text.contains("Мы помним Ваш звонок."),
            "{text}"
        );
    }
    let check = office::journal_verify(&shop.office, &by(12, 9)).expect("checked");
    assert!(check.is_whole(), "{check:?}");
}

#[test]
fn the_programs_own_template_is_kept_with_the_letter_made_from_it() {
    let shop = Shop::founded();
    let letter = shop.refusal();
    let program = letter::shipped(KIND, Language::Ru);
    let made = &letter.text.composed;
    assert_eq!(
        (made.own, made.version, &made.source),
        (None, program.version, &program.source)
    );
    let kept = shop.records().template_by_hash(&made.source).expect("read");
    let (version, source) = kept.expect("kept with the letter");
    assert_eq!(
        (version.template, version.fields.version),
        (None, program.version)
    );
    let templates = letter::read_templates(&source).expect("its words");
    assert_eq!(templates[0].text, program.text);

    // A program that ships other words: the letter says which it was made from.
    let mut older = templates[0].clone();
    intro(&mut older, "Так писала прежняя программа, № ");
    let before = letter::Template::of(older.clone(), 1, None);
    let earlier = register::NewTemplateVersion {
        fields: register::TemplateVersionFields {
            kind: KIND,
            language: Language::Ru,
            name: program.name.clone(),
            version: 1,
            sha256: before.source.clone(),
            note: String::new(),
        },
        source: letter::write_templates(&[older]),
    };
    shop.records()
        .transact(&by(9, 9), register::Op::TemplateKeep, |change| {
            change.template_keep(&earlier)
        })
        .expect("kept");
    let mut old = letter.clone();
    old.text.composed.source = before.source;
    let old = refreshed(&shop, &old);
    assert!(beginning(&old).starts_with("Так писала прежняя программа"));
    let newer = old
        .template
        .expect("its template")
        .newer
        .expect("the program's present one");
    assert_eq!((newer.template, newer.version), (None, program.version));
}

#[test]
fn a_template_meant_for_hotels_is_taken_for_hotels() {
    let shop = Shop::founded();
    shop.saves(None, shop.standalone("обычный", "Для всех, № "));
    let mut hotel = shop.standalone("для гостиницы", "Уважаемый гость, № ");
    hotel.regimes = vec![Regime::Hotel];
    shop.saves(None, hotel);
    assert!(beginning(&shop.refusal()).starts_with("Для всех"));

    let mut stay = kettle();
    stay.fields.matter.regime = Regime::Hotel;
    let id = shop.takes(stay);
    let letter = shop.drafts(id, KIND, LetterChoices::default());
    assert!(beginning(&letter).starts_with("Уважаемый гость"));
    let others = letter.template.expect("its template").others;
    assert_eq!(others.len(), 3, "the program's own and two of the office");

    // Back to the program's own, and undone.
    let back = office::template_choose(&shop.office, &by(9, 11), shipped()).expect("chosen");
    let id = shop.takes(kettle());
    let letter = shop.drafts(id, KIND, LetterChoices::default());
    assert!(beginning(&letter).starts_with("Мы рассмотрели"));
    let undo = TemplateUndo {
        seq: back.seq.expect("a change"),
    };
    let groups = office::template_undo(&shop.office, &by(9, 12), undo)
        .expect("undone")
        .groups;
    let group = groups
        .iter()
        .find(|s| s.kind == KIND && s.language == Language::Ru);
    let chosen: Vec<&str> = group
        .expect("a group")
        .templates
        .iter()
        .filter(|t| t.chosen)
        .map(|t| t.name.as_str())
        .collect();
    assert_eq!(chosen, ["обычный", "для гостиницы"]);
}

#[test]
fn a_template_put_aside_is_out_of_use_and_comes_back() {
    let shop = Shop::founded();
    let card = shop.saves(None, shop.standalone("обычный", "Своё, № "));
    let template = card.head.template.expect("its id");
    let letter = shop.refusal();
    let aside = TemplateRetire {
        template,
        retired: true,
    };
    let done = office::template_retire(&shop.office, &by(9, 11), aside).expect("put aside");
    assert!(done.seq.is_some());
    assert!(beginning(&shop.refusal()).starts_with("Мы рассмотрели"));
    assert!(
        beginning(&refreshed(&shop, &letter)).starts_with("Своё"),
        "its letters stay with it"
    );
    // Its name is free for another, which then stands in the way of its return.
    shop.saves(None, shop.standalone("обычный", "Другое, № "));
    let back = TemplateRetire {
        template,
        retired: false,
    };
    assert_eq!(
        code(office::template_retire(&shop.office, &by(9, 12), back)),
        "field"
    );
}
