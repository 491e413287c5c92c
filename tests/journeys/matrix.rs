//! From what the complainant states, point by point, to a letter that holds each finding.

use crate::day::{Shop, at, by, decision, kettle};
use complaint::{
    AllegationFields, ComplaintId, DecisionKind, DocumentId, FieldProblem, GroundKind, LetterKind,
    NextStep, Side, Verdict,
};
use office::{
    AllegationSave, AllegationSplit, AllegationsJoin, AllegationsOrder, AllegationsTake,
    ComplaintRef, Failure, IncomingFile, LetterChoices, LetterIssue, LetterParagraphSettle,
    LetterRef, LetterTextSave, SearchQuery, Undo,
};
use std::ops::ControlFlow;

const TEXT: &str = "Здравствуйте! 24 октября я купила у вас чайник за 4 590 руб. Через неделю он стал протекать у основания. \
    25 октября ваш кассир нагрубил мне по телефону. Чек мне не выдали. Прошу вернуть деньги и извиниться. \
    Иначе обращусь в суд.";

/// The kettle with a text that states four things, and a document of the office.
fn stated(shop: &Shop) -> (ComplaintId, DocumentId) {
    let mut complaint = kettle();
    complaint.fields.text = TEXT.into();
    let id = shop.takes(complaint);
    let act = IncomingFile {
        fields: complaint::DocumentFields {
            name: "Акт осмотра.txt".into(),
            file_time: None,
            provenance: complaint::Provenance {
                side: Side::Office,
                source: "составлен мастером".into(),
            },
        },
        content: "Уплотнение треснуло".as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let stored = office::documents_add(&shop.office, &by(10, 9), id, vec![act], &on);
    (id, stored.expect("stored").remove(0).id)
}

fn take_all(shop: &Shop, complaint: ComplaintId) -> Vec<complaint::Allegation> {
    let asked = ComplaintRef { complaint };
    let offered = office::allegations_suggest(&shop.office, &by(10, 9), asked).expect("offered");
    let allegations = offered
        .into_iter()
        .map(|one| AllegationFields {
            text: one.text,
            phrases: vec![one.phrase],
            demands: one.demands,
            ..AllegationFields::default()
        })
        .collect();
    let take = AllegationsTake {
        complaint,
        allegations,
    };
    let card = office::allegations_take(&shop.office, &by(10, 9), take).expect("taken");
    card.contents.allegations
}

fn establish(
    shop: &Shop,
    complaint: ComplaintId,
    place: usize,
    verdict: Verdict,
    found: &str,
    evidence: Vec<DocumentId>,
) {
    let card = shop.card(complaint);
    let kept = card.contents.allegations[place].clone();
    let save = AllegationSave {
        complaint,
        allegation: Some(kept.id),
        fields: AllegationFields {
            check: "Осмотр и записи звонков".into(),
            checked_by: "мастер Ильин П. С.".into(),
            checked_on: Some(at(10, 0).date_naive()),
            verdict: Some(verdict),
            found: found.into(),
            ground_kind: Some(GroundKind::Contract),
            ground: "пункт 4.2 договора".into(),
            evidence,
            ..kept.fields
        },
    };
    office::allegation_save(&shop.office, &by(10, 10), save).expect("established");
}

#[test]
fn what_the_text_states_is_offered_once() {
    let shop = Shop::founded();
    let (id, _) = stated(&shop);
    let points = take_all(&shop, id);
    let texts: Vec<&str> = points.iter().map(|one| one.fields.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "24 октября я купила у вас чайник за 4 590 руб.",
            "Через неделю он стал протекать у основания.",
            "25 октября ваш кассир нагрубил мне по телефону.",
            "Чек мне не выдали.",
        ]
    );
    let letters: Vec<char> = TEXT.chars().collect();
    for point in &points {
        let phrase = &point.fields.phrases[0];
        let start = usize::try_from(phrase.start).expect("a place");
        let there = letters[start..].iter().take(phrase.words.chars().count());
        assert_eq!(there.collect::<String>(), phrase.words);
    }
    let asked = ComplaintRef { complaint: id };
    let left = office::allegations_suggest(&shop.office, &by(10, 9), asked).expect("offered");
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn points_are_cut_joined_put_in_order_and_all_of_it_is_undone() {
    let shop = Shop::founded();
    let (id, _) = stated(&shop);
    let points = take_all(&shop, id);
    let first = points[0].id;
    let office = &shop.office;
    let before = shop.card(id).contents.allegations;

    let at = u32::try_from("24 октября".chars().count()).expect("a place");
    let split = AllegationSplit {
        complaint: id,
        allegation: first,
        at,
    };
    let cut = office::allegation_split(office, &by(10, 11), split).expect("cut");
    let texts = |card: &office::Card| -> Vec<String> {
        let all = card.contents.allegations.iter();
        all.map(|one| one.fields.text.clone()).collect()
    };
    assert_eq!(
        texts(&cut)[..2],
        ["24 октября", "я купила у вас чайник за 4 590 руб."]
    );
    let second = cut.contents.allegations[1].id;
    let join = AllegationsJoin {
        complaint: id,
        allegation: first,
        with: second,
    };
    let joined = office::allegations_join(office, &by(10, 11), join).expect("joined");
    assert_eq!(joined.contents.allegations.len(), before.len());
    let mut order: Vec<_> = joined
        .contents
        .allegations
        .iter()
        .map(|one| one.id)
        .collect();
    order.reverse();
    let reverse = AllegationsOrder {
        complaint: id,
        order: order.clone(),
    };
    let turned = office::allegations_order(office, &by(10, 11), reverse).expect("turned");
    let now: Vec<_> = turned
        .contents
        .allegations
        .iter()
        .map(|one| one.id)
        .collect();
    assert_eq!(now, order);

    for _ in 0..3 {
        let seq = shop.card(id).undo.expect("an offer").seq;
        let undo = Undo { complaint: id, seq };
        office::undo(office, &by(10, 12), undo).expect("undone");
    }
    assert_eq!(shop.card(id).contents.allegations, before);
    let nowhere = AllegationSplit {
        complaint: id,
        allegation: first,
        at: 0,
    };
    let refused = office::allegation_split(office, &by(10, 12), nowhere).expect_err("refused");
    let wanted = Failure::of("field")
        .at("at")
        .with(FieldProblem::OutOfPlace.as_str());
    assert_eq!(Failure::from(refused), wanted);
}

#[test]
fn the_letter_holds_each_finding_and_waits_for_the_last_one() {
    let shop = Shop::founded();
    let (id, act) = stated(&shop);
    take_all(&shop, id);
    assert_eq!(shop.card(id).next_step, NextStep::Acknowledge);
    let asked = ComplaintRef { complaint: id };
    office::complaint_acknowledge(&shop.office, &by(10, 9), asked).expect("acknowledged");
    assert_eq!(shop.card(id).next_step, NextStep::Establish);

    let found = [
        (Verdict::Confirmed, "покупка значится в журнале кассы"),
        (Verdict::Partly, "Вода проступает у крышки, не у основания"),
        (Verdict::NotConfirmed, "На записи звонка разговор вежливый"),
    ];
    for (place, (verdict, words)) in found.iter().enumerate() {
        let proof = if place == 1 { vec![act] } else { Vec::new() };
        establish(&shop, id, place, *verdict, words, proof);
    }
    let reasons = "Проверка показала, что вода проступает у крышки.";
    let mut granted = decision(DecisionKind::Satisfy, reasons, Some("4590.00"));
    granted.due = Some(at(17, 0).date_naive());
    shop.decides(id, 0, granted);
    shop.decides(id, 1, decision(DecisionKind::Refuse, reasons, None));
    // Everything is decided, and one point still has no finding.
    assert_eq!(shop.card(id).next_step, NextStep::Establish);
    let choices = LetterChoices {
        enclosures: vec![act],
        ..LetterChoices::default()
    };
    let draft = shop.drafts(id, LetterKind::FinalPartial, choices.clone());
    let issue = LetterIssue {
        version: None,
        letter: draft.summary.id,
        override_reason: Some("торопимся".into()),
    };
    let stopped = office::letter_issue(&shop.office, &by(10, 12), issue);
    assert!(stopped.is_err(), "issued without a finding");

    establish(
        &shop,
        id,
        3,
        Verdict::Unestablished,
        "лента кассы за тот день не сохранилась",
        Vec::new(),
    );
    let fresh = LetterTextSave {
        letter: draft.summary.id,
        text: draft.text,
        version: None,
    };
    let draft = office::letter_refresh(&shop.office, &by(10, 12), fresh).expect("refreshed");
    let (_, pdf) = shop.issues(&draft);
    let Some(text) = shop.reads(&pdf) else { return };
    let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    for words in [
        "Довод 1. Вы пишете: «24 октября я купила у вас чайник за 4 590 руб.».",
        "довод подтвердился. Покупка значится в журнале кассы.",
        "довод подтвердился частично. Вода проступает у крышки, не у основания.",
        "Основание: пункт 4.2 договора. Документы, на которых основан вывод: приложение к письму.",
        "Довод 3.",
        "довод не подтвердился. На записи звонка разговор вежливый.",
        "Как проверяли: осмотр и записи звонков (мастер Ильин П. С., 10 ноября 2026 г.).",
        "подтвердить или опровергнуть довод нельзя. Лента кассы за тот день не сохранилась.",
    ] {
        assert!(
            plain(&text).contains(&plain(words)),
            "«{words}» is not in the letter:\n{text}"
        );
    }
    let hit = SearchQuery {
        text: "проступает крышке".into(),
        limit: 5,
    };
    let hits = office::search(&shop.office, &by(10, 13), hit).expect("found");
    assert_eq!(hits.len(), 1, "{hits:?}");
}

#[test]
fn a_paragraph_older_than_its_finding_is_taken_anew_or_kept() {
    let shop = Shop::founded();
    let (id, _) = stated(&shop);
    let points = take_all(&shop, id);
    for place in 0..points.len() {
        establish(
            &shop,
            id,
            place,
            Verdict::Confirmed,
            "так и есть",
            Vec::new(),
        );
    }
    let draft = shop.drafts(id, LetterKind::FinalSatisfied, LetterChoices::default());
    assert!(draft.behind.is_empty(), "{:?}", draft.behind);
    let blocks: Vec<String> = points
        .iter()
        .map(|one| format!("point:{}", one.id))
        .collect();
    let letter = draft.summary.id;
    let own = "Мы проверили и это.";
    let mut text = draft.text;
    for block in text.blocks.iter_mut().filter(|b| b.id == blocks[1]) {
        block.content = letter::Content::Paragraph {
            spans: vec![letter::Span::text(own)],
        };
    }
    let save = LetterTextSave {
        letter,
        text,
        version: None,
    };
    office::letter_text_save(&shop.office, &by(10, 12), save).expect("typed");

    establish(
        &shop,
        id,
        0,
        Verdict::NotConfirmed,
        "покупки в журнале нет",
        Vec::new(),
    );
    establish(&shop, id, 1, Verdict::NotConfirmed, "сухо", Vec::new());
    let read =
        || office::letter_card(&shop.office, &by(10, 13), LetterRef { letter }).expect("a card");
    let card = read();
    let places: Vec<&str> = card.behind.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, [blocks[0].as_str(), blocks[1].as_str()]);
    assert!(card.findings.iter().any(|f| f.rule == "source.newer"));

    // Bringing the letter up to the case leaves what the writer changed for the writer to settle.
    let fresh = LetterTextSave {
        letter,
        text: card.text,
        version: None,
    };
    let card = office::letter_refresh(&shop.office, &by(10, 13), fresh).expect("refreshed");
    let places: Vec<&str> = card.behind.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, [blocks[1].as_str()]);
    let settle = |take: bool| {
        let settle = LetterParagraphSettle {
            letter,
            text: read().text,
            block: blocks[1].clone(),
            take,
            version: None,
        };
        office::letter_paragraph_settle(&shop.office, &by(10, 14), settle)
    };
    let reads = |card: &office::LetterCard| {
        let block = card.text.blocks.iter().find(|b| b.id == blocks[1]);
        block.map(letter::Block::reads).unwrap_or_default()
    };
    let kept = settle(false).expect("kept");
    assert_eq!(reads(&kept), own);
    assert!(kept.behind.is_empty() && !kept.stale);
    let refused = Failure::from(settle(true).expect_err("settled already"));
    assert_eq!(refused.field.as_deref(), Some("block"));

    establish(
        &shop,
        id,
        1,
        Verdict::Partly,
        "капает раз в час",
        Vec::new(),
    );
    assert_eq!(read().behind.len(), 1);
    let taken = settle(true).expect("taken");
    assert!(
        reads(&taken).contains("Капает раз в час."),
        "{}",
        reads(&taken)
    );
    assert!(taken.behind.is_empty() && !taken.stale);
}
