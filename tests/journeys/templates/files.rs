//! Templates as files.

use super::ground::{beginning, shipped};
use crate::day::{Shop, by, code, kettle};
use complaint::{LetterKind, Regime};
use letter::FaultCode;
use office::{
    ImportFate, LetterChoices, TemplateExport, TemplateImport, TemplateRef, TemplateSave,
    TemplateUndo,
};

#[test]
fn a_file_carries_templates_to_another_office() {
    let shop = Shop::founded();
    let mine = shop.saves(None, shop.standalone("обычный", "Наше начало, № "));
    let mut hotel = shop.standalone("для гостиницы", "Гостю, № ");
    hotel.regimes = vec![Regime::Hotel, Regime::Tourism];
    shop.saves(None, hotel);
    let all = TemplateExport {
        templates: Vec::new(),
    };
    let (name, file) = office::template_export(&shop.office, &by(9, 12), &all).expect("a file");
    assert_eq!(name, "letters.otvet-template.toml");

    let other = Shop::founded();
    let plan = |shop: &Shop, file: &str| {
        office::template_import_plan(&shop.office, &by(9, 12), &name, file.as_bytes())
            .expect("a plan")
    };
    let seen = plan(&other, &file);
    assert_eq!((seen.items.len(), seen.faults.len()), (2, 0));
    assert!(
        seen.items
            .iter()
            .all(|i| i.fate == ImportFate::New && i.faults.is_empty())
    );
    assert!(
        other.records().templates().expect("read").is_empty(),
        "looking changes nothing"
    );
    let take = |items: &[office::TemplateImportItem]| TemplateImport {
        items: items
            .iter()
            .map(|i| TemplateSave {
                template: i.template,
                expected: None,
                choose: true,
                note: "из файла".into(),
                standalone: i.standalone.clone(),
            })
            .collect(),
    };
    let versions = |changed: &office::TemplatesChanged| -> Vec<u32> {
        let heads = changed.groups.iter().flat_map(|group| &group.templates);
        let own = heads.filter(|head| head.template.is_some());
        let mut versions: Vec<u32> = own.map(|head| head.version).collect();
        versions.sort_unstable();
        versions
    };
    let taken =
        office::template_import(&other.office, &by(9, 13), take(&seen.items)).expect("taken");
    assert_eq!(versions(&taken), [1, 1]);
    assert!(
        plan(&other, &file)
            .items
            .iter()
            .all(|i| i.fate == ImportFate::Same)
    );
    let again = office::template_export(&other.office, &by(9, 14), &all).expect("a file");
    let without_notes = |file: &str| -> String {
        file.lines()
            .filter(|l| !l.starts_with("note = "))
            .map(|l| format!("{l}\n"))
            .collect()
    };
    assert_eq!(
        without_notes(&again.1),
        without_notes(&file),
        "the same file but for its notes"
    );
    assert!(beginning(&other.refusal()).starts_with("Наше начало"));

    // A changed file is a new version, and the whole import is undone at once.
    let changed = plan(&other, &file.replace("Наше начало", "Новое начало"));
    assert_eq!(changed.items[0].fate, ImportFate::NewVersion);
    let taken =
        office::template_import(&other.office, &by(9, 15), take(&changed.items)).expect("taken");
    assert_eq!(
        versions(&taken),
        [1, 2],
        "what says the same is not saved again"
    );
    let undo = TemplateUndo {
        seq: taken.seq.expect("a change"),
    };
    office::template_undo(&other.office, &by(9, 16), undo).expect("undone");
    assert!(
        plan(&other, &file)
            .items
            .iter()
            .all(|i| i.fate == ImportFate::Same)
    );

    // One that is refused takes those before it back.
    let mut half = changed.items.clone();
    half[1].standalone.text.closing.clear();
    assert_eq!(
        code(office::template_import(
            &other.office,
            &by(9, 17),
            take(&half)
        )),
        "template"
    );
    assert!(
        plan(&other, &file)
            .items
            .iter()
            .all(|i| i.fate == ImportFate::Same)
    );

    // One template alone, under its own name.
    let one = TemplateExport {
        templates: vec![TemplateRef {
            template: mine.head.template,
            ..shipped()
        }],
    };
    let (name, _) = office::template_export(&shop.office, &by(9, 18), &one).expect("a file");
    assert_eq!(name, "final_refusal.ru обычный.otvet-template.toml");
}

#[test]
fn a_hostile_file_is_told_and_never_believed() {
    let shop = Shop::founded();
    let plan = |bytes: &[u8]| {
        office::template_import_plan(&shop.office, &by(9, 12), "../../чужой.toml", bytes)
            .expect("a plan")
    };
    let bomb = "[[".repeat(400_000);
    for bytes in [
        b"\xff\xfe\x00".as_slice(),
        b"MZ\x90",
        bomb.as_bytes(),
        &vec![b'a'; letter::MOST_BYTES + 1],
    ] {
        let seen = plan(bytes);
        assert!(seen.items.is_empty() && !seen.faults.is_empty());
    }
    let (_, file) = {
        shop.saves(None, shop.standalone("обычный", "Начало, № "));
        office::template_export(
            &shop.office,
            &by(9, 12),
            &TemplateExport {
                templates: Vec::new(),
            },
        )
        .expect("a file")
    };
    let seen = plan(file.replace("{number}", "{password}").as_bytes());
    assert!(
        seen.items[0]
            .faults
            .iter()
            .any(|f| f.code == FaultCode::UnknownField && f.name == "password")
    );

    // Values are put in after the words are taken apart: they are never read as a template.
    let mut odd = kettle();
    odd.fields.matter.subject = "{phone} [[ {>bodies} **жирно** ]] \\{".into();
    let id = shop.takes(odd);
    let card = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    assert!(
        card.text
            .blocks
            .iter()
            .any(|b| b.reads().contains("{phone} [[ {>bodies} **жирно** ]] \\{"))
    );
}
