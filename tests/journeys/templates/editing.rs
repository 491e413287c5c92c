//! What the editor of a template tells and shows.

use crate::day::{Shop, by, code};
use complaint::{Language, LetterKind};
use letter::{FaultCode, StandaloneTemplate};
use office::{TemplateRef, TemplateSave, TemplateTry, TemplateUndo};

#[test]
fn what_is_wrong_with_a_template_is_told_and_nothing_is_kept() {
    let shop = Shop::founded();
    let save = |change: &dyn Fn(&mut StandaloneTemplate)| {
        let mut standalone = shop.standalone("обычный", "Начало, № ");
        change(&mut standalone);
        let save = TemplateSave {
            template: None,
            expected: None,
            choose: true,
            note: String::new(),
            standalone,
        };
        office::template_save(&shop.office, &by(9, 10), save)
    };
    let failure = office::Failure::from(
        save(&|s| s.text.blocks.retain(|b| b.id != "rights")).expect_err("no rights"),
    );
    assert_eq!(failure.code, "template");
    assert!(
        failure
            .detail
            .expect("what")
            .starts_with("no_legal_block rights")
    );
    assert_eq!(code(save(&|s| s.text.closing.clear())), "template");
    assert_eq!(code(save(&|s| s.name.clear())), "template");
    assert!(shop.records().templates().expect("read").is_empty());
    save(&|_| {}).expect("a sound one");
    let again = office::Failure::from(save(&|s| s.name = "Обычный".into()).expect_err("taken"));
    assert_eq!(
        (again.field.as_deref(), again.detail.as_deref()),
        (Some("name"), Some("taken"))
    );
    // Undo of anything but a template does not go this way.
    let undo = TemplateUndo { seq: 1 };
    assert_eq!(
        code(office::template_undo(&shop.office, &by(9, 11), undo)),
        "nothing_to_undo"
    );
}

#[test]
fn a_template_is_shown_on_a_case_and_on_a_made_up_one() {
    let shop = Shop::founded();
    let letter = shop.refusal();
    let mut standalone = shop.standalone("обычный", "Проба, № ");
    let real = TemplateTry {
        standalone: standalone.clone(),
        complaint: Some(letter.complaint),
    };
    let shown = office::template_preview(&shop.office, &by(10, 13), &real).expect("shown");
    assert_eq!(
        (shown.case_number.as_str(), shown.preview.pages),
        ("ВХ-2026/0001", 1)
    );
    assert!(shown.faults.is_empty() && shown.used[0]);
    assert_eq!(shown.used.len(), standalone.text.blocks.len());
    let page = office::letter_page(&shop.office, &shown.preview.key, 0, 1.0).expect("a page");
    assert!(page.starts_with(b"\x89PNG"));
    standalone.text.closing.clear();
    let made_up = TemplateTry {
        standalone,
        complaint: None,
    };
    let shown = office::template_preview(&shop.office, &by(10, 13), &made_up).expect("shown");
    assert!(
        shown.case_number.is_empty() && shown.faults.iter().any(|f| f.code == FaultCode::NoClosing)
    );
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let named = TemplateRef {
                kind,
                language,
                template: None,
            };
            let standalone = office::template_card(&shop.office, &by(10, 13), named)
                .expect("a card")
                .standalone;
            let made_up = TemplateTry {
                standalone,
                complaint: None,
            };
            office::template_preview(&shop.office, &by(10, 13), &made_up).expect("shown");
        }
    }
}
