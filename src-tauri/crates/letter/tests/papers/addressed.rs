//! Envelopes, address sheets and labels.

use super::ground::*;
use complaint::*;
use letter::*;
use proptest::prelude::*;

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
            let name = format!("envelope-{}-{}.pdf", size.name(), language.as_str());
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
    let next = |of, form, start, copies| next_label(of, form, start, copies);
    assert_eq!(next(25, LabelForm::Sheet, 23, 1), Some(24));
    assert_eq!(next(2, LabelForm::Sheet, 20, 2), Some(24));
    assert_eq!(next(2, LabelForm::Sheet, 21, 2), Some(1), "a new sheet");
    // What is out of bounds is printed as the nearest that is not.
    assert_eq!(next(1, LabelForm::Sheet, 0, 0), Some(2));
    assert_eq!(next(1, LabelForm::Single, 9, 1), None);
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
