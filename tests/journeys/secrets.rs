//! What stays in the office.

use crate::day::{Shop, at, by, decision, kettle};
use crate::said::asked_particulars;
use complaint::{DecisionKind, DiaryFields, LetterKind};
use office::{DiarySave, LetterChoices, LetterRef, NoteSave};

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
