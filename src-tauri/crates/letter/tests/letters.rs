//! Letters written from believable cases, read as a person reads them.

use crate::cases::{self, case, of_kind, ready_for, refund};
use complaint::{
    Channel, DecisionKind, DemandKind, Kind, Language, LetterKind, Matter, PartyKind, Regime,
};
use letter::{
    CaseForLetter, Content, LetterText, Lock, Span, WriterWords, compose, plain_text, unresolved,
};
use std::path::PathBuf;

/// The letter as it reads, from the addressee down.
fn read(letter: &LetterText) -> String {
    format!(
        "{}\n\n{}\n\n{}",
        letter.addressee.join("\n"),
        letter.heading,
        plain_text(letter)
    )
    .replace('\u{a0}', " ")
}

/// Compares with the kept text. `OTVET_GOLDEN=write` keeps the new one: a
/// changed letter is a decision, not an accident.
fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(format!("{name}.txt"));
    if std::env::var_os("OTVET_GOLDEN").is_some_and(|v| v == "write") {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        kept,
        text,
        "{}; if it is meant to have changed, approve it with\n\
         OTVET_GOLDEN=write cargo test -p letter --test integration",
        path.display()
    );
}

#[test]
fn each_kind_reads_as_it_was_approved() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let letter = compose(kind, language, &ready_for(kind));
            let name = format!("{}.{}", kind.as_str(), language.as_str());
            golden(&name, &read(&letter));
        }
    }
}

#[test]
fn a_complete_case_leaves_nothing_open_in_any_kind_language_and_regime() {
    for &kind in LetterKind::ALL {
        for &regime in Regime::ALL {
            for &message in Kind::ALL {
                for &language in Language::ALL {
                    let mut case = ready_for(kind);
                    case.matter.regime = regime;
                    case.matter.kind = message;
                    let letter = compose(kind, language, &case);
                    assert_eq!(unresolved(&letter), [], "{kind:?} {regime:?} {message:?}");
                    let text = read(&letter);
                    for sign in ["{", "}", "[", "]", "**", "  ", " .", " ,", ".."] {
                        assert!(!text.contains(sign), "{sign:?} in {text}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_demand_and_every_decision_reads_well_and_completely() {
    let mut all = String::new();
    for &kind in DemandKind::ALL {
        for &decided in DecisionKind::ALL {
            let mut demand = refund(Some(of_kind(decided)));
            demand.fields.kind = kind;
            if kind == DemandKind::Other {
                demand.fields.detail = "заменить мастера".into();
            }
            let case = case(vec![demand]);
            for &language in Language::ALL {
                let letter = compose(case.fitting_final(), language, &case);
                assert_eq!(unresolved(&letter), [], "{kind:?} {decided:?}");
                let block = letter.blocks.iter().find(|b| b.id.ends_with("/decision"));
                if language == Language::Ru {
                    all.push_str(&block.unwrap().reads().replace('\u{a0}', " "));
                    all.push('\n');
                }
            }
        }
    }
    golden("decisions.ru", &all);
}

#[test]
fn what_the_case_does_not_hold_stays_open() {
    let undecided = case(vec![refund(None)]);
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &undecided);
    let open: Vec<String> = unresolved(&letter).into_iter().map(|u| u.label).collect();
    assert_eq!(open, ["решение по требованию"]);

    let bare = case(vec![refund(Some(cases::bare(DecisionKind::Partly)))]);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &bare);
    let open: Vec<String> = unresolved(&letter).into_iter().map(|u| u.label).collect();
    assert_eq!(
        open,
        [
            "сумма",
            "причины решения",
            "пункт договора или статья закона",
            "срок исполнения",
            "что и как будет сделано",
        ]
    );
    let read = read(&letter);
    assert!(read.contains("не позднее [срок исполнения]"), "{read}");

    let interim = case(vec![refund(None)]);
    let letter = compose(LetterKind::Interim, Language::En, &interim);
    let open: Vec<String> = unresolved(&letter).into_iter().map(|u| u.field).collect();
    assert_eq!(open, ["reason", "expected"]);
}

#[test]
fn a_message_that_demands_nothing_is_answered_too() {
    let asks_nothing = |kind| CaseForLetter {
        matter: Matter {
            kind,
            regime: Regime::None,
            ..case(Vec::new()).matter
        },
        enclosures: Vec::new(),
        answer_due: None,
        ..case(Vec::new())
    };
    let thanks = asks_nothing(Kind::Gratitude);
    let letter = compose(thanks.fitting_final(), Language::Ru, &thanks);
    assert_eq!(unresolved(&letter), []);
    golden("gratitude.ru", &read(&letter));

    let review = CaseForLetter {
        writer_words: WriterWords {
            findings: "Мы посмотрели записи в журнале: Вас действительно обслужили через 40 минут после назначенного времени".into(),
            measures: "С 1 декабря 2026 г. по вечерам работает второй мастер".into(),
            ..WriterWords::default()
        },
        ..asks_nothing(Kind::Review)
    };
    let letter = compose(review.fitting_final(), Language::Ru, &review);
    assert_eq!(unresolved(&letter), []);
    golden("review.ru", &read(&letter));
    let unknown = asks_nothing(Kind::Complaint);
    let letter = compose(unknown.fitting_final(), Language::Ru, &unknown);
    assert_eq!(unresolved(&letter).len(), 2);
}

#[test]
fn the_regime_chooses_the_rights_and_the_advice() {
    let right = |regime, kind| {
        let mut case = ready_for(kind);
        case.matter.regime = regime;
        read(&compose(kind, Language::Ru, &case))
    };
    let refusal = LetterKind::FinalRefusal;
    assert!(right(Regime::Goods, refusal).contains("потребовать экспертизы товара"));
    assert!(right(Regime::Services, refusal).contains("проверке качества работы"));
    assert!(right(Regime::B2b, refusal).contains("арбитражный суд"));
    assert!(!right(Regime::B2b, refusal).contains("Роспотребнадзор"));
    assert!(right(Regime::Housing, refusal).contains("жилищного надзора"));
    let receipt = LetterKind::Acknowledgement;
    assert!(right(Regime::Distance, receipt).contains("отсутствие чека не помешает"));
    assert!(right(Regime::PrepaidGoods, receipt).contains("Документ об оплате"));
    for &regime in Regime::ALL {
        assert!(right(regime, refusal).contains("суд"), "{regime:?}");
    }
}

#[test]
fn an_oral_complaint_and_a_firm_are_spoken_to_as_such() {
    let mut oral = ready_for(LetterKind::Acknowledgement);
    oral.matter.channel = Channel::Phone;
    oral.matter.their_date = None;
    let text = read(&compose(LetterKind::Acknowledgement, Language::Ru, &oral));
    assert!(text.contains("Вы обратились к нам устно"), "{text}");

    let mut firm = ready_for(LetterKind::FinalRefusal);
    firm.matter.complainant.kind = PartyKind::Organisation;
    firm.matter.complainant.name = "ООО «Вектор»".into();
    let text = read(&compose(LetterKind::FinalRefusal, Language::Ru, &firm));
    assert!(text.starts_with("ООО «Вектор»\n190000"), "{text}");
    assert!(text.contains("Уважаемые коллеги!"));
}

#[test]
fn the_letters_json_keeps_everything() {
    for &kind in LetterKind::ALL {
        let letter = compose(kind, Language::Ru, &ready_for(kind));
        let json = serde_json::to_string(&letter).unwrap();
        assert_eq!(serde_json::from_str::<LetterText>(&json).unwrap(), letter);
    }
    // What an editor may leave out is taken as usual.
    let spare = r#"{"kind":"interim","language":"ru","blocks":[
        {"id":"x","content":{"type":"table","rows":[[[{"type":"text","text":"a"}],[]],[]]}},
        {"id":"x","content":{"type":"paragraph","spans":[{"type":"break"},{"type":"field","name":"n","label":"l"}]}}]}"#;
    let letter: LetterText = serde_json::from_str(spare).unwrap();
    assert_eq!(letter.blocks[0].lock, Lock::Free);
    assert_eq!(letter.blocks[1].reads(), "\n[l]");
    assert_eq!(unresolved(&letter).len(), 1);
}

#[test]
fn strangers_signs_are_text_and_nothing_else() {
    for name in [
        "<script>alert(1)</script>",
        "{number} [[x]] **y**",
        "Иван\u{202e}вонавИ\r\nBcc: all@example.com",
        &"Ж".repeat(5000),
        "\u{0}\u{7}\u{feff}",
        "👩‍🦰 Мария ё́",
    ] {
        let mut case = ready_for(LetterKind::FinalPartial);
        case.matter.complainant.name = name.into();
        case.matter.subject = name.into();
        case.demands[0].fields.detail = name.into();
        for &language in Language::ALL {
            let letter = compose(LetterKind::FinalPartial, language, &case);
            let text = read(&letter);
            assert!(
                !text.contains(['\u{202e}', '\r', '\u{0}', '\u{7}']),
                "{text}"
            );
            assert!(letter.addressee.iter().all(|l| !l.contains('\n')));
            if name.starts_with('<') || name.starts_with('{') {
                assert!(text.contains(name), "{text}");
            }
            // The stranger's braces are words, not a field.
            let fields = letter
                .blocks
                .iter()
                .flat_map(|b| b.content.lines())
                .flatten();
            let named =
                fields.filter(|s| matches!(s, Span::Field { name, .. } if name == "number"));
            assert_eq!(named.count(), 2);
        }
    }
}

#[test]
fn reasons_of_several_paragraphs_become_blocks_of_their_own() {
    let case = ready_for(LetterKind::FinalRefusal);
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let reasons: Vec<&str> = letter
        .blocks
        .iter()
        .filter(|b| b.id.contains("/reasons"))
        .map(|b| {
            assert!(matches!(b.content, Content::Paragraph { .. }), "{b:?}");
            b.id.rsplit("reasons").next().unwrap()
        })
        .collect();
    assert_eq!(reasons, ["", "/2"]);
}

#[test]
fn who_is_not_named_is_not_to_be_answered_by_somebody_else() {
    for (language, theirs, ours) in [
        (Language::Ru, "ответить заявителю", "прислать ответ нам"),
        (
            Language::En,
            "reply to the complainant",
            "send your reply to us",
        ),
    ] {
        for enclosed in [true, false] {
            let mut case = ready_for(LetterKind::Forwarding);
            if !enclosed {
                case.enclosures.clear();
            }
            let named = read(&compose(LetterKind::Forwarding, language, &case));
            assert!(named.contains(theirs) && !named.contains(ours), "{named}");
            case.writer_words.particulars.disclosure.clear();
            let hidden = read(&compose(LetterKind::Forwarding, language, &case));
            assert!(
                !hidden.contains(theirs) && hidden.contains(ours),
                "{hidden}"
            );
        }
    }
}
