//! Documents of a case that its decisions rest on and its letters show, through
//! the use cases.

use complaint::*;
use letter::{Content, Span};
use office::*;
use office::{By, Failure, IncomingFile, Office};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const PHOTOGRAPH: &[u8] = ::workbench::specimen::STAMP;

fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: "2026-11-22T10:30:00+03:00".parse().unwrap(),
    }
}

fn add(office: &Office, complaint: ComplaintId, name: &str, bytes: &[u8]) -> Document {
    let file = IncomingFile {
        fields: complaint::DocumentFields {
            name: name.to_owned(),
            file_time: None,
            provenance: complaint::Provenance {
                side: Side::Office,
                source: String::new(),
            },
        },
        content: bytes,
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(office, &by(), complaint, vec![file], &on);
    added.unwrap().remove(0)
}

/// A case of the sample with one demand that is not answered yet.
fn open_case(office: &Office) -> Card {
    let page = PageQuery {
        query: RegisterQuery::default(),
        offset: 0,
        limit: 100,
    };
    let rows = office::register_page(office, &by(), page).unwrap().rows;
    let cards = rows.iter().map(|row| {
        office::complaint_card(office, &by(), ComplaintRef { complaint: row.id }).unwrap()
    });
    let mut fitting = cards.filter(|card| {
        !card.demands.is_empty()
            && card.contents.complaint.closed_at.is_none()
            && !card.contents.letters.iter().any(|l| l.kind.is_final())
    });
    fitting.next().expect("the sample has an open case")
}

fn decide(office: &Office, card: &Card, evidence: Vec<DocumentId>) -> office::Result<Card> {
    let mut last = None;
    for view in &card.demands {
        let decision = Decision {
            kind: DecisionKind::Refuse,
            reasons: "Мастер осмотрел товар 20 ноября и недостатка не нашёл.".into(),
            ground: "п. 5 ст. 18 Закона РФ «О защите прав потребителей»".into(),
            amount: None,
            action: String::new(),
            due: None,
            evidence: evidence.clone(),
        };
        let input = Decide {
            complaint: card.contents.complaint.id,
            demand: view.demand.id,
            decision: Some(decision),
        };
        last = Some(office::decide(office, &by(), input)?);
    }
    Ok(last.unwrap())
}

fn references(card: &LetterCard) -> Vec<u32> {
    let spans = card
        .text
        .blocks
        .iter()
        .flat_map(|b| b.content.lines())
        .flatten();
    spans
        .filter_map(|s| match s {
            Span::Reference { exhibit, .. } => Some(*exhibit),
            Span::Text { .. } | Span::Field { .. } | Span::Break => None,
        })
        .collect()
}

fn shown(card: &LetterCard) -> Vec<u32> {
    let figures = card.text.blocks.iter().filter_map(|b| match b.content {
        Content::Figure { exhibit, .. } => Some(exhibit),
        Content::Paragraph { .. }
        | Content::NumberedList { .. }
        | Content::DashedList { .. }
        | Content::Table { .. }
        | Content::Quote { .. } => None,
    });
    figures.collect()
}

fn has(card: &LetterCard, rule: &str) -> bool {
    card.findings.iter().any(|f| f.rule == rule)
}

#[test]
fn a_decision_keeps_its_evidence_and_the_letter_refers_to_it_and_shows_it() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), by().now).unwrap();
    let case = open_case(&office);
    let complaint = case.contents.complaint.id;
    let act = add(&office, complaint, "Акт осмотра.pdf", b"%PDF-1.4 an act");
    let photograph = add(&office, complaint, "Фото разъёма.png", PHOTOGRAPH);
    let broken = add(&office, complaint, "Не снимок.png", b"no picture at all");

    // A document of another case proves nothing here.
    let failure = Failure::from(decide(&office, &case, vec![DocumentId::new()]).unwrap_err());
    assert_eq!(failure.field.as_deref(), Some("evidence.0"));

    let decided = decide(&office, &case, vec![act.id]).unwrap();
    let kept = decided.demands[0].demand.decision.clone().unwrap();
    assert_eq!(kept.evidence, [act.id]);

    let kind = LetterKind::FinalRefusal;
    let draft = LetterDraft {
        complaint,
        kind,
        language: None,
    };
    let letter = office::letter_draft(&office, &by(), draft).unwrap();
    assert_eq!(references(&letter), vec![act.exhibit; case.demands.len()]);
    assert!(has(&letter, "reference.not_enclosed"));

    let choose = |figures: Vec<DocumentId>, enclosures: Vec<DocumentId>| {
        let card = office::letter_card(
            &office,
            &by(),
            LetterRef {
                letter: letter.summary.id,
            },
        );
        let card = card.unwrap();
        let save = LetterChoicesSave {
            version: None,
            letter: card.summary.id,
            text: card.text,
            choices: LetterChoices {
                figures,
                enclosures,
                ..card.choices
            },
        };
        office::letter_choices_save(&office, &by(), save)
    };
    assert!(choose(vec![broken.id], Vec::new()).is_err());
    let failure = Failure::from(choose(vec![DocumentId::new()], Vec::new()).unwrap_err());
    assert_eq!(failure.field.as_deref(), Some("figures.0"));
    let chosen = choose(vec![photograph.id], vec![act.id]).unwrap();
    assert_eq!(shown(&chosen), [photograph.exhibit]);
    assert!(!has(&chosen, "reference.not_enclosed"));

    // Another document of the case changes nothing in the letter.
    add(&office, complaint, "Ещё один.txt", b"more");
    let this = LetterRef {
        letter: letter.summary.id,
    };
    assert!(!office::letter_card(&office, &by(), this).unwrap().stale);

    // The picture is in the file, and the same in the word processor's.
    let asked = LetterTextSave {
        version: None,
        letter: this.letter,
        text: chosen.text.clone(),
    };
    let with = office::letter_preview_pdf(&office, &by(), &asked).unwrap();
    let without = choose(Vec::new(), vec![act.id]).unwrap();
    let bare = LetterTextSave {
        version: None,
        letter: this.letter,
        text: without.text,
    };
    let bare = office::letter_preview_pdf(&office, &by(), &bare).unwrap();
    assert!(
        with.len() > bare.len() + 10_000,
        "{} {}",
        with.len(),
        bare.len()
    );
    choose(vec![photograph.id], vec![act.id]).unwrap();
    let (_, word) = office::letter_docx(&office, &by(), this).unwrap();
    assert!(word.len() > 10_000);

    // In the trash, the documents prove and show nothing any more; taken out
    // again, they do.
    for id in [act.id, photograph.id] {
        let document = DocumentRef {
            complaint,
            document: id,
        };
        office::document_trash(&office, &by(), document).unwrap();
    }
    let gone = office::letter_card(&office, &by(), this).unwrap();
    assert!(gone.stale && has(&gone, "reference.unknown") && has(&gone, "figure.unknown"));
    let refreshed = office::letter_refresh(
        &office,
        &by(),
        LetterTextSave {
            version: None,
            letter: this.letter,
            text: gone.text,
        },
    );
    // What is gone is let go of; what a decision rests on comes back with it.
    let refreshed = refreshed.unwrap();
    assert!(references(&refreshed).is_empty() && shown(&refreshed).is_empty());
    assert!(refreshed.choices.enclosures.is_empty() && refreshed.text.enclosures.is_empty());
    assert!(!refreshed.stale && !has(&refreshed, "figure.unknown"));
    for id in [act.id, photograph.id] {
        let document = DocumentRef {
            complaint,
            document: id,
        };
        office::document_restore(&office, &by(), document).unwrap();
    }
    let back = LetterTextSave {
        version: None,
        letter: this.letter,
        text: refreshed.text,
    };
    let back = office::letter_refresh(&office, &by(), back).unwrap();
    assert_eq!(references(&back), vec![act.exhibit; case.demands.len()]);
}

#[test]
fn the_evidence_is_undone_with_its_decision() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), by().now).unwrap();
    let case = open_case(&office);
    let act = add(&office, case.contents.complaint.id, "Акт.pdf", b"%PDF-1.4");
    let before = case.demands.last().unwrap().demand.decision.clone();
    let decided = decide(&office, &case, vec![act.id]).unwrap();
    let undo = Undo {
        complaint: case.contents.complaint.id,
        seq: decided.undo.unwrap().seq,
    };
    let undone = office::undo(&office, &by(), undo).unwrap();
    assert_eq!(undone.demands.last().unwrap().demand.decision, before);
}

#[test]
fn sheets_of_enclosures_are_counted_and_a_figure_of_ones_own_stays() {
    let dir = tempfile::tempdir().unwrap();
    let office = office::sample_create(&dir.path().join("office"), by().now).unwrap();
    let case = open_case(&office);
    let complaint = case.contents.complaint.id;
    // An issued letter of the sample is a real PDF of a known number of pages.
    let rows = office::register_page(
        &office,
        &by(),
        PageQuery {
            query: RegisterQuery::default(),
            offset: 0,
            limit: 100,
        },
    );
    let issued = rows.unwrap().rows.iter().find_map(|row| {
        let card = ComplaintRef { complaint: row.id };
        let card = office::complaint_card(&office, &by(), card).unwrap();
        card.contents
            .letters
            .into_iter()
            .find(|l| l.issued.is_some())
    });
    let issued = issued.expect("an issued letter");
    let pages = issued.issued.as_ref().unwrap().pages;
    let letter = LetterRef { letter: issued.id };
    let (_, pdf) = office::letter_pdf(&office, &by(), letter).unwrap();

    let contract = add(&office, complaint, "Договор.pdf", &pdf);
    let photograph = add(&office, complaint, "Фото.png", PHOTOGRAPH);
    let torn = add(&office, complaint, "Обрывок.pdf", &pdf[..pdf.len() / 3]);
    let table = add(&office, complaint, "Смета.txt", b"4590");
    let draft = LetterDraft {
        complaint,
        kind: LetterKind::Acknowledgement,
        language: None,
    };
    let card = office::letter_draft(&office, &by(), draft).unwrap();
    let all = vec![contract.id, photograph.id, torn.id, table.id];
    let mut own = BTreeMap::new();
    let choose = |text, own: &BTreeMap<DocumentId, u32>| {
        let save = LetterChoicesSave {
            version: None,
            letter: card.summary.id,
            text,
            choices: LetterChoices {
                enclosures: all.clone(),
                sheets: own.clone(),
                ..LetterChoices::default()
            },
        };
        office::letter_choices_save(&office, &by(), save).unwrap()
    };
    let chosen = choose(card.text.clone(), &own);
    let sheets = |card: &LetterCard| -> Vec<Option<u32>> {
        card.text.enclosures.iter().map(|line| line.pages).collect()
    };
    assert_eq!(sheets(&chosen), [Some(pages), Some(1), None, None]);

    // The writer counted otherwise: two pages to a sheet.
    own.extend([(contract.id, 40), (torn.id, 2)]);
    let again = choose(chosen.text, &own);
    assert_eq!(sheets(&again), [Some(40), Some(1), Some(2), None]);
    own.remove(&contract.id);
    let back = choose(again.text, &own);
    assert_eq!(sheets(&back), [Some(pages), Some(1), Some(2), None]);
    // So does one that was written into the letter itself.
    let mut text = back.text;
    text.enclosures[3].pages = Some(7);
    let save = LetterTextSave {
        version: None,
        letter: card.summary.id,
        text: text.clone(),
    };
    office::letter_text_save(&office, &by(), save).unwrap();
    let again = choose(text, &own);
    assert_eq!(sheets(&again), [Some(pages), Some(1), Some(2), Some(7)]);
}
