//! Templates of letters: an office's own, their versions, and their files.

use crate::day::{Shop, by, code, decision, kettle};
use complaint::{DecisionKind, Language, LetterKind, Regime, TemplateId};
use letter::{Block, Content, FaultCode, Lock, Piece, Span, StandaloneTemplate};
use office::{
    ImportFate, LetterCard, LetterChoices, LetterRef, LetterTemplateChange, LetterTextSave,
    TemplateCard, TemplateExport, TemplateImport, TemplateRef, TemplateRetire, TemplateSave,
    TemplateTry, TemplateUndo,
};

const KIND: LetterKind = LetterKind::FinalRefusal;

fn shipped() -> TemplateRef {
    TemplateRef {
        kind: KIND,
        language: Language::Ru,
        template: None,
    }
}

fn intro(sheet: &mut StandaloneTemplate, words: &str) {
    let block = sheet.text.blocks.iter_mut().find(|b| b.id == "intro");
    block.expect("an introduction").text = vec![
        Piece::Words {
            text: words.into(),
            bold: false,
            italic: false,
        },
        Piece::Value {
            name: "number".into(),
            inline: false,
            bold: false,
            italic: false,
        },
        Piece::Words {
            text: ".".into(),
            bold: false,
            italic: false,
        },
    ];
}

impl Shop {
    /// The program's refusal as the editor would open it, named and with another beginning.
    fn sheet(&self, name: &str, words: &str) -> StandaloneTemplate {
        let card = office::template_card(&self.office, &by(9, 9), shipped()).expect("a card");
        let mut sheet = card.sheet;
        sheet.name = name.into();
        intro(&mut sheet, words);
        sheet
    }

    fn saves(&self, template: Option<TemplateId>, sheet: StandaloneTemplate) -> TemplateCard {
        let save = TemplateSave {
            template,
            expected: None,
            choose: true,
            note: "новое начало".into(),
            sheet,
        };
        office::template_save(&self.office, &by(9, 10), save).expect("saved")
    }

    /// The same records, read as another program would.
    fn records(&self) -> register::Register {
        register::Register::open(self.office.folder(), by(9, 9).now).expect("the office opens")
    }

    /// A refusal of the kettle's two demands.
    fn refusal(&self) -> LetterCard {
        let id = self.takes(kettle());
        for place in 0..2 {
            let refused = decision(DecisionKind::Refuse, "Срок требования прошёл.", None);
            self.decides(id, place, refused);
        }
        self.drafts(id, KIND, LetterChoices::default())
    }
}

fn beginning(card: &LetterCard) -> String {
    let block = card.text.blocks.iter().find(|b| b.id == "intro");
    block.expect("an introduction").reads()
}

fn refreshed(shop: &Shop, card: &LetterCard) -> LetterCard {
    let save = LetterTextSave {
        letter: card.summary.id,
        text: card.text.clone(),
    };
    office::letter_refresh(&shop.office, &by(10, 12), save).expect("refreshed")
}

#[test]
fn a_letter_stays_with_its_version_until_it_is_taken_over() {
    let shop = Shop::founded();
    let first = shop.saves(None, shop.sheet("обычный", "Первая редакция, № "));
    let own = first.head.template.expect("its id");
    assert_eq!((first.head.version, first.head.chosen), (1, true));
    let mut letter = shop.refusal();
    assert!(beginning(&letter).starts_with("Первая редакция, № ВХ-2026/0001"));
    let made = letter.template.clone().expect("its template");
    assert_eq!((made.made_from.version, made.newer), (1, None));

    // The writer's own words.
    let mine = Block {
        id: "own-1".into(),
        lock: Lock::Free,
        role: String::new(),
        content: Content::Paragraph {
            spans: vec![Span::text("Мы помним Ваш звонок.")],
        },
    };
    letter.text.blocks.insert(1, mine.clone());
    let ground = letter
        .text
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with("/reasons"));
    for line in ground.expect("reasons").content.lines_mut() {
        line.push(Span::text(" Мы проверили это дважды."));
    }

    shop.saves(Some(own), shop.sheet("обычный", "Вторая редакция, № "));
    let kept = refreshed(&shop, &letter);
    assert!(
        beginning(&kept).starts_with("Первая редакция"),
        "{}",
        beginning(&kept)
    );
    let offer = kept
        .template
        .clone()
        .and_then(|t| t.newer)
        .expect("a newer version");
    assert_eq!((offer.template, offer.version), (Some(own), 2));

    // Another program, another day: the same words.
    let elsewhere = shop.reopened(11);
    let card = office::letter_card(
        &elsewhere,
        &by(11, 9),
        LetterRef {
            letter: kept.summary.id,
        },
    );
    let save = LetterTextSave {
        letter: kept.summary.id,
        text: card.expect("a card").text,
    };
    let again = office::letter_refresh(&elsewhere, &by(11, 9), save).expect("refreshed");
    assert!(beginning(&again).starts_with("Первая редакция"));
    drop(elsewhere);

    let change = LetterTemplateChange {
        letter: kept.summary.id,
        text: again.text,
        template: offer.template,
    };
    let taken = office::letter_template(&shop.office, &by(11, 10), change).expect("taken over");
    assert!(beginning(&taken.card).starts_with("Вторая редакция"));
    assert!(taken.changes.iter().any(|c| c.place == "intro"));
    assert!(taken.card.text.blocks.contains(&mine));
    let reasons = taken
        .card
        .text
        .blocks
        .iter()
        .find(|b| b.id.ends_with("/reasons"));
    assert!(
        reasons
            .expect("reasons")
            .reads()
            .contains("Мы проверили это дважды.")
    );
    let now = taken.card.template.expect("its template");
    assert_eq!((now.made_from.version, now.newer), (2, None));

    // The letter is issued as it reads, and says no more of templates.
    let issued = shop.issues(
        &office::letter_card(
            &shop.office,
            &by(11, 11),
            LetterRef {
                letter: kept.summary.id,
            },
        )
        .expect("a card"),
    );
    assert_eq!(issued.0.template, None);
    if let Some(text) = shop.reads(&issued.1) {
        assert!(
            text.contains("Вторая редакция") && text.contains("Мы помним Ваш звонок."),
            "{text}"
        );
    }
    assert_eq!(
        office::journal_verify(&shop.office, &by(12, 9))
            .expect("checked")
            .altered
            .len(),
        0
    );
}

#[test]
fn the_programs_own_template_is_kept_with_the_letter_made_from_it() {
    let shop = Shop::founded();
    let letter = shop.refusal();
    let program = letter::shipped(KIND, Language::Ru);
    let made = &letter.text.composed;
    assert_eq!(
        (made.own, made.version, &made.source),
        (None, program.version, &program.source)
    );
    let kept = shop.records().template_by_mark(&made.source).expect("read");
    let (version, source) = kept.expect("kept with the letter");
    assert_eq!(
        (version.template, version.fields.version),
        (None, program.version)
    );
    let sheets = letter::read_templates(&source).expect("its words");
    assert_eq!(sheets[0].text, program.text);

    // A program that ships other words: the letter says which it was made from.
    let mut older = sheets[0].clone();
    intro(&mut older, "Так писала прежняя программа, № ");
    let before = letter::Template::of(older.clone(), 1, None);
    let earlier = register::NewTemplateVersion {
        fields: register::TemplateVersionFields {
            kind: KIND,
            language: Language::Ru,
            name: program.name.clone(),
            version: 1,
            sha256: before.source.clone(),
            note: String::new(),
        },
        source: letter::write_templates(&[older]),
    };
    shop.records()
        .transact(&by(9, 9), register::Op::TemplateKeep, |change| {
            change.template_keep(&earlier)
        })
        .expect("kept");
    let mut old = letter.clone();
    old.text.composed.source = before.source;
    let old = refreshed(&shop, &old);
    assert!(beginning(&old).starts_with("Так писала прежняя программа"));
    let newer = old
        .template
        .expect("its template")
        .newer
        .expect("the program's present one");
    assert_eq!((newer.template, newer.version), (None, program.version));
}

#[test]
fn a_template_meant_for_hotels_is_taken_for_hotels() {
    let shop = Shop::founded();
    shop.saves(None, shop.sheet("обычный", "Для всех, № "));
    let mut hotel = shop.sheet("для гостиницы", "Уважаемый гость, № ");
    hotel.regimes = vec![Regime::Hotel];
    shop.saves(None, hotel);
    assert!(beginning(&shop.refusal()).starts_with("Для всех"));

    let mut stay = kettle();
    stay.fields.regime = Regime::Hotel;
    let id = shop.takes(stay);
    let letter = shop.drafts(id, KIND, LetterChoices::default());
    assert!(beginning(&letter).starts_with("Уважаемый гость"));
    let others = letter.template.expect("its template").others;
    assert_eq!(others.len(), 3, "the program's own and two of the office");

    // Back to the program's own, and undone.
    let back = office::template_choose(&shop.office, &by(9, 11), shipped()).expect("chosen");
    let id = shop.takes(kettle());
    let letter = shop.drafts(id, KIND, LetterChoices::default());
    assert!(beginning(&letter).starts_with("Мы рассмотрели"));
    let undo = TemplateUndo {
        seq: back.seq.expect("a change"),
    };
    let groups = office::template_undo(&shop.office, &by(9, 12), undo)
        .expect("undone")
        .groups;
    let group = groups
        .iter()
        .find(|s| s.kind == KIND && s.language == Language::Ru);
    let chosen: Vec<&str> = group
        .expect("a group")
        .templates
        .iter()
        .filter(|t| t.chosen)
        .map(|t| t.name.as_str())
        .collect();
    assert_eq!(chosen, ["обычный", "для гостиницы"]);
}

#[test]
fn what_is_wrong_with_a_template_is_told_and_nothing_is_kept() {
    let shop = Shop::founded();
    let save = |change: &dyn Fn(&mut StandaloneTemplate)| {
        let mut sheet = shop.sheet("обычный", "Начало, № ");
        change(&mut sheet);
        let save = TemplateSave {
            template: None,
            expected: None,
            choose: true,
            note: String::new(),
            sheet,
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
fn a_file_carries_templates_to_another_office() {
    let shop = Shop::founded();
    let mine = shop.saves(None, shop.sheet("обычный", "Наше начало, № "));
    let mut hotel = shop.sheet("для гостиницы", "Гостю, № ");
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
                sheet: i.sheet.clone(),
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
    let strip = |file: &str| -> String {
        file.lines()
            .filter(|l| !l.starts_with("note = "))
            .map(|l| format!("{l}\n"))
            .collect()
    };
    assert_eq!(
        strip(&again.1),
        strip(&file),
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
    half[1].sheet.text.closing.clear();
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
        shop.saves(None, shop.sheet("обычный", "Начало, № "));
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
    odd.fields.subject = "{phone} [[ {>bodies} **жирно** ]] \\{".into();
    let id = shop.takes(odd);
    let card = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    assert!(
        card.text
            .blocks
            .iter()
            .any(|b| b.reads().contains("{phone} [[ {>bodies} **жирно** ]] \\{"))
    );
}

#[test]
fn a_template_is_shown_on_a_case_and_on_a_made_up_one() {
    let shop = Shop::founded();
    let letter = shop.refusal();
    let mut sheet = shop.sheet("обычный", "Проба, № ");
    let real = TemplateTry {
        sheet: sheet.clone(),
        complaint: Some(letter.complaint),
    };
    let shown = office::template_preview(&shop.office, &by(10, 13), &real).expect("shown");
    assert_eq!(
        (shown.case_number.as_str(), shown.preview.pages),
        ("ВХ-2026/0001", 1)
    );
    assert!(shown.faults.is_empty() && shown.used[0]);
    assert_eq!(shown.used.len(), sheet.text.blocks.len());
    let page = office::letter_page(&shop.office, &shown.preview.key, 0, 1.0).expect("a page");
    assert!(page.starts_with(b"\x89PNG"));
    sheet.text.closing.clear();
    let made_up = TemplateTry {
        sheet,
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
            let sheet = office::template_card(&shop.office, &by(10, 13), named)
                .expect("a card")
                .sheet;
            let made_up = TemplateTry {
                sheet,
                complaint: None,
            };
            office::template_preview(&shop.office, &by(10, 13), &made_up).expect("shown");
        }
    }
}

#[test]
fn a_template_put_aside_is_out_of_use_and_comes_back() {
    let shop = Shop::founded();
    let card = shop.saves(None, shop.sheet("обычный", "Своё, № "));
    let template = card.head.template.expect("its id");
    let letter = shop.refusal();
    let aside = TemplateRetire {
        template,
        retired: true,
    };
    let done = office::template_retire(&shop.office, &by(9, 11), aside).expect("put aside");
    assert!(done.seq.is_some());
    assert!(beginning(&shop.refusal()).starts_with("Мы рассмотрели"));
    assert!(
        beginning(&refreshed(&shop, &letter)).starts_with("Своё"),
        "its letters stay with it"
    );
    // Its name is free for another, which then stands in the way of its return.
    shop.saves(None, shop.sheet("обычный", "Другое, № "));
    let back = TemplateRetire {
        template,
        retired: false,
    };
    assert_eq!(
        code(office::template_retire(&shop.office, &by(9, 12), back)),
        "field"
    );
}
