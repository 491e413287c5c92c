//! The papers around a letter, read back from their finished files.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::*;
use letter::*;
use proptest::prelude::*;
use std::path::PathBuf;
use std::process::Command;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:30:00+03:00").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn office() -> OfficeProfile {
    OfficeProfile {
        name: "Северный дом".into(),
        requisites: Requisites {
            name: "ООО «Северный дом»".into(),
            inn: "7710140679".into(),
            address: "127006, г. Москва, ул. Долгоруковская, д. 9".into(),
            phone: Some("+74951234567".into()),
            signatory: Signatory {
                post: "Директор".into(),
                post_en: "Director".into(),
                name: "Ермакова Ольга Игоревна".into(),
                authority: None,
            },
            executor: Some(Executor {
                name: "Панова Светлана Андреевна".into(),
                phone: "+74951234568".into(),
            }),
            ..Requisites::default()
        },
        letterhead: Letterhead::default(),
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        approval: ApprovalRules::default(),
    }
}

fn frame(office: &OfficeProfile, language: Language) -> PaperFrame<'_> {
    PaperFrame {
        office,
        language,
        created: now(),
        seed: "paper".into(),
    }
}

fn address() -> Vec<String> {
    vec![
        "Тимофееву О. Д.".into(),
        "101000, г. Москва, ул. Мясницкая, д. 1, кв. 5".into(),
    ]
}

fn about() -> PaperLetter {
    PaperLetter {
        number: "ИСХ-2026/0007".into(),
        date: Some(day("2026-11-22")),
        heading: "О рассмотрении претензии".into(),
        pages: 2,
    }
}

fn out(name: &str, pdf: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path
}

fn printed(name: &str, sheets: &press::FixedDocument) -> Vec<u8> {
    let printed = press::Press::new().print_fixed(sheets).unwrap();
    assert!(
        printed.warnings.is_empty(),
        "{name}: {:?}",
        printed.warnings
    );
    assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), [], "{name}");
    out(name, &printed.pdf);
    printed.pdf
}

fn set(name: &str, document: &press::Document) -> Vec<u8> {
    let printed = press::Press::new().print(document).unwrap();
    assert!(
        printed.warnings.is_empty(),
        "{name}: {:?}",
        printed.warnings
    );
    assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), [], "{name}");
    out(name, &printed.pdf);
    printed.pdf
}

/// Words with their boxes in millimetres, as another program finds them.
fn words(name: &str, pdf: &[u8]) -> Option<Vec<(String, [f32; 4])>> {
    let path = out(name, pdf);
    let Ok(done) = Command::new("pdftotext")
        .args(["-bbox", &path.display().to_string(), "-"])
        .output()
    else {
        prerequisites::skip("pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8(done.stdout).unwrap();
    let value = |line: &str, key: &str| -> f32 {
        let at = line.find(&format!("{key}=\"")).unwrap() + key.len() + 2;
        let rest = &line[at..];
        rest[..rest.find('"').unwrap()].parse::<f32>().unwrap() * 25.4 / 72.0
    };
    Some(
        text.lines()
            .filter(|l| l.trim_start().starts_with("<word"))
            .map(|l| {
                let inner = &l[l.find('>').unwrap() + 1..l.rfind("</word>").unwrap()];
                let sides = ["xMin", "yMin", "xMax", "yMax"].map(|k| value(l, k));
                (inner.to_owned(), sides)
            })
            .collect(),
    )
}

fn inside(place: [f32; 4], rect: Rect) -> bool {
    // pdftotext takes the face's tallest ascent, not the letters' own.
    let slack = 1.5;
    place[0] >= rect.x - slack
        && place[1] >= rect.y - slack
        && place[2] <= rect.x + rect.width + slack
        && place[3] <= rect.y + rect.height + slack
}

#[test]
fn every_envelope_has_its_very_size_the_sender_upper_left_and_the_addressee_lower_right() {
    let office = office();
    for &size in EnvelopeSize::ALL {
        for language in [Language::Ru, Language::En] {
            let paper = Envelope {
                size,
                address: address(),
                letter: about(),
                way: Some(DispatchWay::PostRegistered),
            };
            let name = format!("envelope-{}-{}.pdf", size.name(), language.word());
            let pdf = printed(&name, &envelope(&paper, &frame(&office, language)));
            let pages = press::text_lines(&pdf).unwrap();
            let (width, height) = size.size();
            assert!((pages[0].width - width).abs() < 0.1 && (pages[0].height - height).abs() < 0.1);
            let zones = size.zones();
            let Some(found) = words(&name, &pdf) else {
                return;
            };
            let place = |word: &str| {
                found
                    .iter()
                    .find(|(w, _)| w.contains(word))
                    .map(|(_, place)| *place)
            };
            assert!(inside(place("Северный").unwrap(), zones.sender), "{name}");
            assert!(inside(place("Долгоруковская").unwrap(), zones.sender));
            if size == EnvelopeSize::DlWindow {
                assert_eq!(place("Тимофееву"), None, "the window shows the address");
                continue;
            }
            for word in ["Тимофееву", "Мясницкая", "101000"] {
                let place = place(word).unwrap_or_else(|| panic!("{name}: no {word}"));
                assert!(inside(place, zones.addressee), "{name}: {word} {place:?}");
                assert!(place[0] > width / 2.0 - 40.0 && place[1] > height * 0.4);
            }
            let digits: String = found
                .iter()
                .filter(|(w, p)| w.len() == 1 && p[1] > height - 24.0)
                .map(|(w, _)| w.as_str())
                .collect();
            assert_eq!(digits, "101000", "{name}: the index stands in its boxes");
        }
    }
}

#[test]
fn a_long_address_is_made_smaller_and_what_can_not_fit_is_said() {
    let office = office();
    let long = |lines: usize| {
        Envelope {
        size: EnvelopeSize::C6,
        address: std::iter::once("Константинопольской-Преображенской Е. А.".to_owned())
            .chain((0..lines).map(|_| {
                "Ханты-Мансийский автономный округ — Югра, Нефтеюганский район, посёлок Усть-Юган".to_owned()
            }))
            .collect(),
        ..Envelope::default()
    }
    };
    let sheet = |lines| envelope(&long(lines), &frame(&office, Language::Ru));
    let press = press::Press::new();
    assert!(press.print_fixed(&sheet(3)).unwrap().warnings.is_empty());
    let warnings = press.print_fixed(&sheet(14)).unwrap().warnings;
    assert_eq!(warnings, [press::Warning::Overfull { page: 1 }]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_an_address_holds_the_envelope_is_a_valid_file(
        lines in proptest::collection::vec(".{0,60}", 0..6),
        size in 0usize..EnvelopeSize::ALL.len(),
    ) {
        let office = office();
        let paper = Envelope { size: EnvelopeSize::ALL[size], address: lines.clone(), ..Envelope::default() };
        let press = press::Press::new();
        let printed = press.print_fixed(&envelope(&paper, &frame(&office, Language::Ru))).unwrap();
        prop_assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), []);
        let sheets = labels(&[lines], LabelForm::Sheet, 5, 2, &frame(&office, Language::En));
        let printed = press.print_fixed(&sheets).unwrap();
        prop_assert_eq!(workbench::lint::lint(&printed.pdf).unwrap(), []);
    }
}

#[test]
fn the_address_sheet_shows_its_address_in_the_window_however_it_slips() {
    let office = office();
    let pdf = printed(
        "window-sheet.pdf",
        &window_sheet(&address(), &about(), &frame(&office, Language::Ru)),
    );
    let pages = press::text_lines(&pdf).unwrap();
    assert_eq!(window_fit(&pages[0], &address()), WindowFit::Fits);
    let Some(found) = words("window-sheet-words.pdf", &pdf) else {
        return;
    };
    // The sheet is 10 mm narrower and 11 mm lower than the envelope.
    for (across, down) in [(0.0, 0.0), (10.0, 0.0), (0.0, 11.0), (10.0, 11.0)] {
        for word in ["Тимофееву", "Мясницкая,", "101000,"] {
            let place = found.iter().find(|(w, _)| w == word).unwrap().1;
            let slipped = [
                place[0] + across,
                place[1] + down,
                place[2] + across,
                place[3] + down,
            ];
            assert!(inside(slipped, DL_WINDOW), "{word} at {slipped:?}");
        }
    }
}

#[test]
fn the_window_is_judged_by_where_the_address_stands() {
    let line = |text: &str, left: f32, top: f32| press::TextLine {
        text: text.into(),
        left,
        top,
        right: left + 70.0,
        bottom: top + 5.0,
    };
    let page = |left: f32, top: f32| press::TextPage {
        width: 210.0,
        height: 297.0,
        lines: vec![
            line("ООО «Северный дом»", 20.0, 20.0),
            line("Тимофееву О. Д.", left, top),
            line("101000, г. Москва,", left, top + 6.0),
            line("ул. Мясницкая, д. 1, кв. 5", left, top + 12.0),
            line("Уважаемый Олег Дмитриевич!", 60.0, 90.0),
        ],
    };
    assert_eq!(window_fit(&page(125.0, 20.0), &address()), WindowFit::Fits);
    assert_eq!(window_fit(&page(115.0, 20.0), &address()), WindowFit::Tight);
    assert_eq!(
        window_fit(&page(125.0, 60.0), &address()),
        WindowFit::Outside
    );
    assert_eq!(window_fit(&page(125.0, 20.0), &[]), WindowFit::NoAddress);
    let other = vec!["Ивановой А. П.".to_owned()];
    assert_eq!(window_fit(&page(125.0, 20.0), &other), WindowFit::NoAddress);
}

#[test]
fn labels_begin_where_a_used_sheet_stopped() {
    let office = office();
    let many: Vec<Vec<String>> = (0..25).map(|_| address()).collect();
    let sheets = labels(
        &many,
        LabelForm::Sheet,
        23,
        1,
        &frame(&office, Language::Ru),
    );
    let pdf = printed("labels.pdf", &sheets);
    let pages = press::text_lines(&pdf).unwrap();
    let names = |page: &press::TextPage| {
        page.lines
            .iter()
            .filter(|l| l.text.contains("Тимофееву"))
            .map(|l| (l.left, l.top))
            .collect::<Vec<_>>()
    };
    assert_eq!(pages.len(), 2);
    assert_eq!(names(&pages[0]).len(), 2, "labels 23 and 24");
    assert_eq!(names(&pages[1]).len(), 23);
    let (left, top) = names(&pages[0])[0];
    assert!(
        (70.0..140.0).contains(&left),
        "the 23rd is in the middle column"
    );
    assert!(top > 297.0 * 7.0 / 8.0, "and in the last row");
    let single = labels(
        &many[..2],
        LabelForm::Single,
        9,
        1,
        &frame(&office, Language::En),
    );
    let pages = press::text_lines(&printed("label.pdf", &single)).unwrap();
    assert_eq!((pages.len(), pages[0].width.round()), (2, 100.0));
}

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
        assert!(text.contains("двести два рубля"), "{text}");
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
        };
        let name = format!("receipt-{}.pdf", language.word());
        let text = text_of(&set(&name, &receipt(&paper, &frame(&office, language))));
        assert!(text.contains("ИСХ-2026/0007"));
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
        let name = format!("case-index-{}.pdf", language.word());
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
            received: day("2026-11-01"),
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
        name: "Соколова Марина Львовна".into(),
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
        };
        let name = format!("book-{}.pdf", language.word());
        let pdf = set(&name, &register_book(&made, &frame(&office, language)));
        let pages = press::text_lines(&pdf).unwrap();
        assert!(pages.len() > 3);
        assert!(pages.iter().all(|p| p.width > p.height));
        let text = text_of(&pdf);
        for n in 1..=70 {
            assert!(text.contains(&format!("ВХ-2026/{n:04}")), "{n}");
        }
        assert!(text.contains("62009147017544"));
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
    };
    let text = text_of(&set(
        "book-empty.pdf",
        &register_book(&empty, &frame(&office, Language::Ru)),
    ));
    assert!(text.contains("записей нет"));
}
