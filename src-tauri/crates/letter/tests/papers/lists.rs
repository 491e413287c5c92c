//! Inventory, receipt, case index and the printed register.

use super::ground::*;
use complaint::*;
use letter::*;
use std::process::Command;

fn lines() -> Vec<InventoryLine> {
    let line = |name: &str, sheets, copies, value: Option<&str>| InventoryLine {
        name: name.into(),
        sheets,
        copies,
        value: value.map(|v| v.parse().unwrap()),
    };
    vec![
        line(
            "Письмо № ИСХ-2026/0007 от 22.11.2026",
            Some(2),
            1,
            Some("1"),
        ),
        line("Акт осмотра", Some(3), 2, Some("100.50")),
    ]
}

fn text_of(pdf: &[u8]) -> String {
    press::text_lines(pdf)
        .unwrap()
        .iter()
        .flat_map(|p| &p.lines)
        .map(|l| l.text.replace('\u{a0}', " "))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_inventory_is_our_own_in_two_copies_and_adds_up() {
    let office = office();
    for (one_sheet, count) in [(false, 2), (true, 1)] {
        let paper = InventoryPaper {
            letter: about(),
            address: address(),
            lines: lines(),
            way: Some(DispatchWay::PostValued),
            one_sheet,
        };
        let pdf = set(
            &format!("inventory-{count}.pdf"),
            &inventory(&paper, &frame(&office, Language::Ru)),
        );
        assert_eq!(press::text_lines(&pdf).unwrap().len(), count);
        let text = text_of(&pdf);
        assert_eq!(text.matches("Опись вложения").count(), 2);
        assert!(text.contains("не бланк почтовой организации"));
        assert!(!text.contains("107"), "no likeness of the post's form");
        assert!(text.contains("(двести два) рубля"), "{text}");
        let bare: String = text.split_whitespace().collect();
        assert!(
            bare.contains("Итого83"),
            "eight sheets in three copies: {text}"
        );
    }
    let unknown = InventoryPaper {
        lines: vec![InventoryLine {
            name: "Фотографии".into(),
            ..InventoryLine::default()
        }],
        ..InventoryPaper::default()
    };
    let text = text_of(&set(
        "inventory-unknown.pdf",
        &inventory(&unknown, &frame(&office, Language::En)),
    ));
    assert!(text.contains("Total"), "{text}");
    assert!(!text.contains("RUB"));
}

#[test]
fn receipt_and_case_index_say_what_they_are_for() {
    let office = office();
    for language in [Language::Ru, Language::En] {
        let paper = Receipt {
            letter: about(),
            address: address(),
            enclosures: true,
        };
        let name = format!("receipt-{}.pdf", language.as_str());
        let text = text_of(&set(&name, &receipt(&paper, &frame(&office, language))));
        assert!(text.contains("ИСХ-2026/0007"));
        let names = |text: &str| {
            let text = text.replace("\u{ad}\n", "").replace('\n', " ");
            text.contains("приложениями") || text.contains("enclosures")
        };
        assert!(names(&text), "{text}");
        let alone = Receipt {
            enclosures: false,
            ..paper
        };
        let file = format!("receipt-alone-{}.pdf", language.as_str());
        let text = text_of(&set(&file, &receipt(&alone, &frame(&office, language))));
        assert!(!names(&text), "{text}");
        let index = CaseIndex {
            number: "ВХ-2026/0003".into(),
            complainant: String::new(),
            subject: "Возврат полки".into(),
            received: day("2026-11-14"),
            channel: Channel::Post,
            entries: (1..=60)
                .map(|n| IndexEntry {
                    name: format!("Документ {n}.pdf"),
                    date: Some(day("2026-11-15")),
                    pages: (n % 2 == 0).then_some(n),
                    exhibit: Some(n),
                    side: Some(Side::Complainant),
                    sha256: "ab".repeat(32),
                })
                .collect(),
            today: day("2026-11-22"),
        };
        let name = format!("case-index-{}.pdf", language.as_str());
        let pdf = set(&name, &case_index(&index, &frame(&office, language)));
        let pages = press::text_lines(&pdf).unwrap();
        assert!(pages.len() > 1);
        assert!(text_of(&pdf).contains("abababababababab"));
    }
}

#[test]
fn the_printed_register_lies_on_its_side_and_repeats_its_head() {
    let office = office();
    let incoming = (1..=70)
        .map(|n| IncomingEntry {
            number: format!("ВХ-2026/{n:04}"),
            received: Some(day("2026-11-01")),
            recorded: day("2026-11-02"),
            gone: (n == 70).then(|| Gone::Erased(day("2026-11-20"))),
            channel: Channel::Email,
            name: if n % 7 == 0 {
                String::new()
            } else {
                "Константинопольская-Преображенская Елизавета Александровна".into()
            },
            subject: "Трещина на столешнице через неделю после доставки".into(),
            due: Some(day("2026-11-11")),
            letters: vec![(format!("ИСХ-2026/{n:04}"), day("2026-11-05"))],
            no_answer: None,
            status: Status::Answered,
        })
        .collect();
    let outgoing = vec![OutgoingEntry {
        number: "ИСХ-2026/0001".into(),
        issued: day("2026-11-05"),
        gone: None,
        name: Some("Соколова Марина Львовна".into()),
        heading: "О рассмотрении претензии".into(),
        complaint: "ВХ-2026/0001".into(),
        pages: 2,
        superseded: false,
        dispatches: vec![(
            DispatchWay::PostRegistered,
            day("2026-11-06"),
            "62009147017544".into(),
            DeliveryState::Delivered,
            Some(day("2026-11-12")),
        )],
    }];
    for language in [Language::Ru, Language::En] {
        let made = RegisterBook {
            from: day("2026-11-01"),
            to: day("2026-11-30"),
            incoming: Some(Clone::clone(&incoming)),
            outgoing: Some(outgoing.clone()),
            today: day("2026-11-22"),
            cut: None,
            head: Some(PrintedHead {
                seq: 71,
                hash: "0123456789abcdef".repeat(4),
            }),
        };
        let name = format!("book-{}.pdf", language.as_str());
        let pdf = set(&name, &register_book(&made, &frame(&office, language)));
        let pages = press::text_lines(&pdf).unwrap();
        let last = pages.last().unwrap();
        let foot: Vec<&str> = last.lines.iter().map(|line| line.text.as_str()).collect();
        let foot = foot.join(" ");
        assert!(foot.contains("71"), "{foot}");
        assert!(foot.contains("0123 4567 89ab cdef 0123"), "{foot}");
        assert!(pages.len() > 3);
        assert!(pages.iter().all(|p| p.width > p.height));
        let text = text_of(&pdf);
        for n in 1..=70 {
            assert!(text.contains(&format!("ВХ-2026/{n:04}")), "{n}");
        }
        assert!(text.contains("62009147017544"));
        let gone = if language == Language::Ru {
            "стёрто 20.11.2026"
        } else {
            "erased on"
        };
        assert!(text.contains(gone), "{text}");
        // The repeated head is an artifact, so another program is asked for it.
        let path = out(&name, &pdf);
        if let Ok(done) = Command::new("pdftotext")
            .args(["-layout", &path.display().to_string(), "-"])
            .output()
        {
            let shown = String::from_utf8(done.stdout).unwrap();
            let head = if language == Language::Ru {
                "Заявитель"
            } else {
                "Complainant"
            };
            assert!(shown.matches(head).count() >= pages.len() - 1, "{shown}");
        } else {
            prerequisites::skip("pdftotext is not installed");
        }
    }
    let empty = RegisterBook {
        from: day("2026-01-01"),
        to: day("2026-01-02"),
        incoming: Some(Vec::new()),
        outgoing: None,
        today: day("2026-11-22"),
        cut: None,
        head: None,
    };
    let text = text_of(&set(
        "book-empty.pdf",
        &register_book(&empty, &frame(&office, Language::Ru)),
    ));
    assert!(text.contains("записей нет"));
}
