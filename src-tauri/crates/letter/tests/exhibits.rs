//! Documents of the case in a letter: what a finding rests on is said with a
//! number and listed, photographs stand in the text, and nothing refers to what
//! the case does not hold.

use crate::cases::{self, case, courier, frame, granted, refund, refused};
use complaint::{Language, LetterKind};
use letter::{
    Block, CaseForLetter, Content, EnclosureChoice, Exhibit, Frame, LetterText, Severity, Span,
    check, compose, document, plain_text, recompose,
};

const PHOTOGRAPH: &[u8] = workbench::specimen::STAMP;

fn exhibit(number: u32, name: &str) -> Exhibit {
    Exhibit {
        exhibit: number,
        name: name.into(),
    }
}

fn enclosed(number: u32, name: &str) -> EnclosureChoice {
    EnclosureChoice {
        exhibit: number,
        name: name.into(),
        pages: None,
        copies: 1,
        of_complainant: false,
    }
}

/// Two demands, of which the first rests on an act and a photograph, the second
/// on a waybill that stays with the office.
fn proven() -> CaseForLetter {
    let act = exhibit(2, "Акт осмотра от 19.11.2026");
    let photograph = exhibit(3, "Фото нагревателя");
    let waybill = exhibit(5, "Накладная № 14");
    let mut first = refund(Some(granted("4590")));
    first.evidence = vec![act.clone(), photograph.clone()];
    let mut second = courier(Some(refused()));
    second.evidence = vec![waybill.clone()];
    CaseForLetter {
        enclosures: vec![
            enclosed(1, "Копия чека"),
            enclosed(2, "Акт осмотра от 19.11.2026"),
        ],
        figures: vec![photograph.clone()],
        documents: vec![exhibit(1, "Копия чека"), act, photograph, waybill],
        ..case(vec![first, second])
    }
}

fn shown<'a>(case: &'a CaseForLetter) -> Frame<'a> {
    let mut frame = frame(case);
    frame.images.figures = vec![(3, PHOTOGRAPH.to_vec())];
    frame
}

fn block<'a>(letter: &'a LetterText, end: &str) -> &'a Block {
    let found = letter.blocks.iter().find(|b| b.id.ends_with(end));
    found.unwrap_or_else(|| panic!("no {end}: {:?}", letter.blocks))
}

/// Every span of the document's body with the note that it rests on.
fn noted(document: &press::Document) -> Vec<(String, String)> {
    let listed = |b: &press::Block| {
        let press::Block::List { items, .. } = b else {
            return vec![b.clone()];
        };
        items.iter().flatten().cloned().collect()
    };
    let spans = document.body.iter().flat_map(listed).filter_map(|b| {
        let press::Block::Paragraph(p) = b else {
            return None;
        };
        Some(p.spans)
    });
    spans
        .flatten()
        .filter_map(|s| Some((s.text, s.note?)))
        .collect()
}

#[test]
fn a_finding_names_what_it_rests_on_and_where_that_is() {
    let case = proven();
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let document = document(&letter, &shown(&case));
    let notes = noted(&document);
    let [(first, act), (second, waybill)] = notes.as_slice() else {
        panic!("{notes:?}");
    };
    assert!(
        first.ends_with("неправильного использования нет"),
        "{first}"
    );
    assert_eq!(
        act,
        "Акт осмотра от 19.11.2026 (приложение 2); Фото нагревателя (снимок в тексте)"
    );
    assert!(second.ends_with("документах нет"), "{second}");
    assert_eq!(waybill, "Накладная № 14 (в материалах обращения, № 5)");
    // The mark stands before the full stop, and the sentence still has one.
    assert!(block(&letter, "/reasons").reads().ends_with("нет."));

    let english = compose(LetterKind::FinalPartial, Language::En, &case);
    let reasons = block(&english, "/reasons");
    let Content::Paragraph { spans } = &reasons.content else {
        panic!("{reasons:?}");
    };
    assert!(
        matches!(spans.last(), Some(Span::Reference { exhibit: 3, .. })),
        "{spans:?}"
    );
}

#[test]
fn a_photograph_stands_behind_the_answer_it_belongs_to() {
    let case = proven();
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let at = |id: &str| {
        letter
            .blocks
            .iter()
            .position(|b| b.id.ends_with(id))
            .unwrap()
    };
    assert_eq!(at("figure:3"), at("/reasons") + 1);
    assert_eq!(
        block(&letter, "figure:3").role,
        block(&letter, "/reasons").role
    );

    let document = document(&letter, &shown(&case));
    let figures = |b: &press::Block| {
        matches!(
            b,
            press::Block::Picture {
                caption: Some(_),
                ..
            }
        )
    };
    assert_eq!(document.body.iter().filter(|b| figures(b)).count(), 1);
    // One whose file is gone says so and never vanishes without a word.
    let says_so = |document: &press::Document| {
        document.body.iter().any(|b| {
            let press::Block::Paragraph(p) = b else {
                return false;
            };
            p.spans.iter().any(|s| s.text.contains("Снимок не показан"))
        })
    };
    let bare = letter::document(&letter, &frame(&case));
    assert!(says_so(&bare), "{:?}", bare.body);
    // Nor is a damaged one shown with a grey half, or stops the letter.
    let mut damaged = shown(&case);
    for (_, bytes) in &mut damaged.images.figures {
        bytes.truncate(bytes.len() / 2);
    }
    let damaged = letter::document(&letter, &damaged);
    assert!(says_so(&damaged), "{:?}", damaged.body);
    assert!(press::print(&damaged).is_ok());
}

#[test]
fn marks_lead_to_notes_and_notes_to_enclosures() {
    let case = proven();
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let document = document(&letter, &shown(&case));
    assert!(!document.enclosed_notes.is_empty());
    let typeset = press::typeset(&document).unwrap();
    let elements = &typeset.structure.elements;
    let led: Vec<_> = elements.iter().filter_map(|e| e.leads_to).collect();
    let roles: Vec<_> = led.iter().map(|to| elements[to.0 as usize].role).collect();
    use press::page::structure::Role;
    assert!(
        roles.iter().any(|r| matches!(r, Role::Note(_))),
        "{roles:?}"
    );
    assert!(
        roles
            .iter()
            .any(|r| matches!(r, Role::Item | Role::Paragraph)),
        "{roles:?}"
    );
    let pdf = press::print(&document).unwrap().pdf;
    assert_eq!(workbench::lint::lint(&pdf).unwrap(), []);
    let file = press::readback::read(&pdf).unwrap().doc;
    let links = file.objects.values().filter(|object| {
        let dict = object.as_dict().ok();
        dict.and_then(|d| d.get(b"Subtype").ok()?.as_name().ok()) == Some(b"Link".as_slice())
    });
    assert_eq!(links.count(), led.len());
}

#[test]
fn plain_text_has_the_numbers_and_the_list_too() {
    let case = proven();
    let text = plain_text(&compose(LetterKind::FinalPartial, Language::Ru, &case));
    assert!(text.contains("использования нет [1]."), "{text}");
    assert!(text.contains("документах нет [2]."), "{text}");
    assert!(text.contains("\n[2] Накладная № 14"), "{text}");
    assert!(text.contains("[Фото нагревателя]"), "{text}");
}

#[test]
fn what_the_findings_of_a_message_without_demands_rest_on_is_said_too() {
    let case = CaseForLetter {
        writer_words: letter::WriterWords {
            findings: "Мы просмотрели запись камеры: кассир ответил вежливо.".into(),
            ..letter::WriterWords::default()
        },
        findings_evidence: vec![exhibit(7, "Запись камеры")],
        documents: vec![exhibit(7, "Запись камеры")],
        ..case(Vec::new())
    };
    let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &case);
    let notes = noted(&document(&letter, &frame(&case)));
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].0.ends_with("вежливо"), "{notes:?}");
}

#[test]
fn a_body_is_told_what_each_decision_rests_on() {
    let mut case = cases::ready_for(LetterKind::RegulatorReply);
    case.documents = vec![exhibit(4, "Акт проверки")];
    case.demands[0].evidence = case.documents.clone();
    let letter = compose(LetterKind::RegulatorReply, Language::Ru, &case);
    let notes = noted(&document(&letter, &frame(&case)));
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].1.contains("Акт проверки"), "{notes:?}");
}

#[test]
fn a_refresh_follows_the_evidence_and_the_photographs() {
    let mut case = proven();
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    assert!(recompose(&letter, &case).changes.is_empty());
    case.demands[0].evidence.clear();
    case.figures.clear();
    // Even a caption that was changed goes with its picture.
    let mut captioned = letter.clone();
    for block in &mut captioned.blocks {
        if let Content::Figure { caption, .. } = &mut block.content {
            *caption = vec![Span::text("Нагревательный элемент")];
        }
    }
    let fresh = recompose(&captioned, &case).letter;
    assert!(!fresh.blocks.iter().any(|b| b.id.contains("figure")));
    let notes = noted(&document(&fresh, &frame(&case)));
    assert_eq!(notes.len(), 1, "{notes:?}");
    // Chosen again, it comes back to its place.
    let again = recompose(&fresh, &proven()).letter;
    assert!(again.blocks.iter().any(|b| b.id.contains("figure:3")));
}

#[test]
fn references_that_lead_nowhere_stop_the_letter() {
    let case = proven();
    let rules = |letter: &LetterText, case: &CaseForLetter| -> Vec<(String, Severity)> {
        let found = check(letter, case).into_iter();
        found
            .filter(|f| f.rule.starts_with("reference.") || f.rule.starts_with("figure."))
            .map(|f| (f.rule, f.severity))
            .collect()
    };
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    assert_eq!(
        rules(&letter, &case),
        [("reference.not_enclosed".to_owned(), Severity::Hint)]
    );
    let mut without = case.clone();
    without.documents.clear();
    without.figures.clear();
    let found = rules(&letter, &without);
    for rule in ["reference.unknown", "figure.unknown"] {
        assert!(
            found.contains(&(rule.to_owned(), Severity::Must)),
            "{found:?}"
        );
    }
}

#[test]
fn the_file_reads_back_with_its_notes_and_is_the_same_twice() {
    let case = proven();
    for language in [Language::Ru, Language::En] {
        let letter = compose(LetterKind::FinalPartial, language, &case);
        let set = document(&letter, &shown(&case));
        let printed = press::print(&set).unwrap();
        assert_eq!(printed.pdf, press::print(&set).unwrap().pdf);
        let faults = workbench::lint::lint(&printed.pdf).unwrap();
        assert!(faults.is_empty(), "{faults:?}");
        if let Some(folder) = std::env::var_os("OTVET_LETTERS") {
            let name = format!("exhibits.{}.pdf", language.as_str());
            std::fs::write(std::path::Path::new(&folder).join(name), &printed.pdf).unwrap();
        }
    }
}
