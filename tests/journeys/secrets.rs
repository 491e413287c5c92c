//! What stays in the office.

use crate::day::{Shop, at, by, decision, kettle};
use complaint::{DecisionKind, DiaryFields, LetterId, LetterKind};
use letter::{
    Act, Claim, Correction, DataAnswer, Inquiry, Inspection, Particulars, Person, Recipient,
    Settlement, Term,
};
use office::{DiarySave, LetterChoices, LetterRef, NoteSave};

/// What letters of every kind have to say besides.
fn asked_particulars(kind: LetterKind, earlier: Option<LetterId>) -> Particulars {
    let day = Some(at(17, 0).date_naive());
    Particulars {
        recipient: Recipient {
            organisation: "ООО «Чайная фабрика»".into(),
            address: "300000, Тула, ул. Ткацкая, д. 1".into(),
            ..Recipient::default()
        },
        inspection: Inspection {
            // An invitation is to a day that comes, an act records one that was.
            on: if [LetterKind::InspectionAct, LetterKind::NoShowAct].contains(&kind) {
                Some(at(10, 0).date_naive())
            } else {
                day
            },
            at: "11:00".into(),
            place: "в магазине на Лиговском проспекте, 10".into(),
            object: "чайник".into(),
            by: "мастер Громов".into(),
            ..Inspection::default()
        },
        act: Act {
            until: "11:40".into(),
            present: vec![Person {
                role: "мастер".into(),
                name: "Громов Пётр Ильич".into(),
            }],
            found: "течёт шов у носика".into(),
            ..Act::default()
        },
        correction: Correction {
            letter: earlier,
            said: "4950 рублей".into(),
            right: "4590 рублей".into(),
            ..Correction::default()
        },
        settlement: Settlement {
            terms: vec![Term {
                text: "вернуть часть цены".into(),
                due: day,
                ..Term::default()
            }],
            until: day,
        },
        inquiry: Inquiry {
            number: "78-00-11/45".into(),
            on: Some(at(8, 0).date_naive()),
            ticket: "55-19".into(),
        },
        claim: Claim {
            contract: "поставки № 7".into(),
            contract_on: Some(at(1, 0).date_naive()),
            ground: "пункт 3.2".into(),
            demand: "возместить цену чайника".into(),
            until: day,
            ..Claim::default()
        },
        data: DataAnswer {
            categories: "имя, адрес, телефон".into(),
            purposes: "ответ на претензию".into(),
            basis: "закон о защите прав потребителей".into(),
            source: "письмо покупателя".into(),
            kept: "три года".into(),
            done: "адрес исправлен".into(),
            ..DataAnswer::default()
        },
        forwarding_reason: "вопрос решает другой орган".into(),
        ..Particulars::default()
    }
}

/// A word that stands nowhere but in the note.
const SECRET: &str = "Квазимодозубр";

#[test]
fn an_internal_note_reaches_no_letter_and_no_message() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let note = NoteSave {
        complaint: id,
        note: None,
        text: format!("{SECRET}: поставщик признал брак партии"),
    };
    office::note_save(&shop.office, &by(10, 9), note).expect("noted");
    let entry = DiarySave {
        complaint: id,
        entry: None,
        fields: DiaryFields {
            at: at(9, 15),
            text: "Покупателю позвонили".into(),
            source: "Крылова".into(),
        },
    };
    office::diary_save(&shop.office, &by(10, 9), entry).expect("written down");
    for place in 0..2 {
        shop.decides(
            id,
            place,
            decision(DecisionKind::Goodwill, "Идём навстречу.", Some("4590.00")),
        );
    }
    let mut earlier = None;
    for kind in LetterKind::ALL {
        let choices = LetterChoices {
            writer_words: letter::WriterWords {
                expected: Some(at(18, 0).date_naive()),
                holding_reason: "Ждём заключения завода.".into(),
                questions: vec!["Пришлите чек.".into()],
                answer_by: Some(at(17, 0).date_naive()),
                findings: "Чайник осмотрен, шов у носика пропускает воду.".into(),
                measures: "Партия снята с продажи.".into(),
                particulars: asked_particulars(*kind, earlier),
            },
            ..LetterChoices::default()
        };
        let draft = shop.drafts(id, *kind, choices);
        let text = serde_json::to_string(&draft.text).expect("JSON");
        assert!(!text.contains(SECRET), "{kind:?}");
        let (issued, pdf) = shop.issues(&draft);
        if let Some(text) = shop.reads(&pdf) {
            assert!(!text.contains(SECRET), "{kind:?}");
            assert!(
                text.contains("«Северный дом»"),
                "{kind:?}: the letter was read: {text}"
            );
        }
        let asked = LetterRef {
            letter: issued.summary.id,
        };
        earlier.get_or_insert(issued.summary.id);
        let (_, eml) = office::letter_mail(&shop.office, &by(10, 13), asked).expect("a message");
        let draft = office::reference::mail_read(&eml).expect("our own message is a message");
        assert!(
            !draft.text.contains(SECRET) && !draft.subject.contains(SECRET),
            "{kind:?}"
        );
        assert_eq!(draft.attachments.len(), 1);
        assert_eq!(
            draft.attachments[0].bytes, pdf,
            "the letter itself goes with it"
        );
    }
}
