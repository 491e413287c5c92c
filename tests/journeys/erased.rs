//! What the trash erases and what the books say of it, and what a row of the journal tells of a change.

use crate::day::{Shop, at, by, decision, kettle, thrown_away};
use complaint::*;
use office::*;
use std::io::Read;
use std::ops::ControlFlow;

fn adds(shop: &Shop, id: ComplaintId, name: &str) -> DocumentId {
    let file = IncomingFile {
        fields: DocumentFields {
            name: name.into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: "принесено".into(),
            },
        },
        content: name.as_bytes(),
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(&shop.office, &by(9, 13), id, vec![file], &on);
    added.expect("stored").remove(0).id
}

fn trashes(shop: &Shop, complaint: ComplaintId, document: DocumentId) {
    let input = DocumentRef {
        complaint,
        document,
    };
    office::document_trash(&shop.office, &by(9, 14), input).expect("in the trash");
}

#[test]
fn the_trash_names_every_document_of_another_case_and_the_book_explains_the_gap() {
    let shop = Shop::founded();
    let living = shop.takes(kettle());
    let gone = shop.takes(kettle());
    let waits = shop.takes(kettle());
    for name in ["чек.txt", "фото.txt"] {
        trashes(&shop, living, adds(&shop, living, name));
    }
    adds(&shop, gone, "чужое.txt");
    let trash = |complaint| {
        let input = thrown_away(complaint);
        office::complaint_trash(&shop.office, &by(9, 15), input).expect("in the trash")
    };
    trash(gone);
    let seen = office::trash_contents(&shop.office, &by(9, 16)).expect("contents");
    assert_eq!(seen.numbers, ["ВХ-2026/0002"]);
    let single: Vec<(&str, &str)> = seen
        .single
        .iter()
        .map(|found| (found.number.as_str(), found.name.as_str()))
        .collect();
    let expected = [("ВХ-2026/0001", "чек.txt"), ("ВХ-2026/0001", "фото.txt")];
    assert_eq!((single.as_slice(), seen.documents), (&expected[..], 3));
    // One that is taken back meanwhile is not erased with what somebody saw.
    let back = DocumentRef {
        complaint: living,
        document: seen.single[0].document,
    };
    office::document_restore(&shop.office, &by(9, 16), back).expect("back");
    let refused = office::trash_empty(&shop.office, &by(9, 17), seen);
    assert_eq!(crate::day::code(refused), "trash_changed");
    let seen = office::trash_contents(&shop.office, &by(9, 17)).expect("contents");
    office::trash_empty(&shop.office, &by(9, 17), seen).expect("erased");
    let card = shop.card(living);
    assert_eq!(
        (
            card.contents.documents.len(),
            card.contents.trashed_documents.len()
        ),
        (1, 0)
    );

    trash(waits);
    let rows = office::journal_page(
        &shop.office,
        &by(9, 18),
        JournalQuery {
            limit: 20,
            ..JournalQuery::default()
        },
    )
    .expect("rows");
    let number = |op: &str| {
        rows.iter()
            .find(|row| row.op.as_str() == op)?
            .number
            .clone()
    };
    assert_eq!(
        number("trash_empty").as_deref(),
        Some("ВХ-2026/0002, ВХ-2026/0001")
    );
    let of_gone = rows.iter().find(|row| row.complaint == Some(gone));
    assert_eq!(
        of_gone.and_then(|row| row.number.as_deref()),
        Some("ВХ-2026/0002")
    );

    let book = Paper::RegisterBook {
        from: at(1, 0).date_naive(),
        to: at(30, 0).date_naive(),
        incoming: true,
        outgoing: false,
    };
    let (_, pdf) = office::paper_make(&shop.office, &by(30, 9), &book).expect("the book");
    let Some(text) = shop.reads(&pdf) else { return };
    for words in ["ВХ-2026/0002", "стёрто", "ВХ-2026/0003", "в корзине с"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(text.matches("Соколова").count(), 1, "{text}");
}

#[test]
fn the_book_holds_the_day_of_the_answer_and_both_days_of_coming() {
    let shop = Shop::founded();
    let mut late = kettle();
    late.fields.backdating_reason = Some("лежало на складе".into());
    let id = office::complaint_add(&shop.office, &by(12, 10), late).expect("taken in");
    let promised = decision(
        DecisionKind::Satisfy,
        "Недостаток подтверждён.",
        Some("4590"),
    );
    shop.decides(id.id, 0, promised);
    let book = Paper::RegisterBook {
        from: at(1, 0).date_naive(),
        to: at(30, 0).date_naive(),
        incoming: true,
        outgoing: false,
    };
    let (_, pdf) = office::paper_make(&shop.office, &by(30, 9), &book).expect("the book");
    let Some(text) = shop.reads(&pdf) else { return };
    // Received on the ninth, recorded on the twelfth, to be answered by the nineteenth, paid by the seventeenth.
    for words in ["09.11.2026", "12.11.2026", "19.11.2026", "Записано"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("17.11.2026"), "{text}");
}

#[test]
fn a_row_of_the_journal_names_the_file_and_the_fields() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    adds(&shop, id, "чек.txt");
    let card = shop.card(id);
    let mut fields = card.contents.complaint.fields.clone();
    fields.matter.subject = "Чайник течёт".into();
    fields.matter.complainant.phone = "+79035557710".into();
    let edit = ComplaintEdit {
        id,
        version: card.contents.complaint.version,
        fields,
        scope: complaint::CardScope::ThisCase,
    };
    office::complaint_edit(&shop.office, &by(10, 9), edit).expect("edited");
    let query = JournalQuery {
        complaint: Some(id),
        before: None,
        limit: 2,
    };
    let rows = office::journal_page(&shop.office, &by(10, 9), query).expect("rows");
    assert_eq!(rows[0].op.as_str(), "complaint_edit");
    for field in ["complaint.subject", "person.phone"] {
        assert!(rows[0].fields.iter().any(|f| f.0 == field), "{rows:?}");
    }
    assert!(!rows[0].fields.iter().any(|f| f.0 == "complaint.body"));
    assert_eq!(rows[1].files, ["чек.txt"]);
}

/// Two gigabytes that nobody is to read.
struct Unread;

impl Read for Unread {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        panic!("it is read")
    }
}

#[test]
fn a_case_that_takes_no_documents_says_so_before_they_are_read() {
    let shop = Shop::founded();
    let complaint = shop.takes(kettle());
    let add = || {
        let file = IncomingFile {
            fields: DocumentFields {
                name: "съёмка.mkv".into(),
                file_time: None,
                provenance: Provenance {
                    side: Side::Complainant,
                    source: String::new(),
                },
            },
            content: Unread,
        };
        let on = |_, _| ControlFlow::Continue(());
        office::documents_add(&shop.office, &by(9, 13), complaint, vec![file], &on)
    };
    let input = thrown_away(complaint);
    office::complaint_trash(&shop.office, &by(9, 15), input).expect("in the trash");
    assert_eq!(crate::day::code(add()), "trashed");
    let seen = office::trash_contents(&shop.office, &by(9, 17)).expect("contents");
    office::trash_empty(&shop.office, &by(9, 17), seen).expect("erased");
    assert_eq!(crate::day::code(add()), "not_found");
}
