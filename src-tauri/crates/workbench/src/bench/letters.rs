//! How evenly our prose is set, and what a two-page letter costs: the first one
//! a program sets, and the same after a keystroke, without and with a stamp and
//! a signature, beside hashing the same processor does for sixteen mebibytes.

use super::attach::one_complaint;
use super::ground::{Ground, by, new_office};
use super::timing::{median, millis, ratio};
use super::typesetter::typesetting;
use crate::seeding;
use crate::spacing::{of_prose, spacing};
use crate::specimen::{ENGLISH_PROSE, PROSE_WIDTHS, RUSSIAN_PROSE, SIGNATURE, STAMP};
use complaint::{Decision, DecisionKind, DemandFields, DemandKind, LetterKind};
use office::{
    By, Decide, DemandSave, Failure, LetterDraft, LetterTextSave, NewDemand, Office, reference,
};
use otvet_cli::answer::Outcome;
use press::Language;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::Instant;

const KEYSTROKES: usize = 25;
/// Reasons long enough for a second page.
const REASON: &str = "Товар принят на проверку качества в присутствии покупателя, о чём составлен акт. \
    Проверка показала, что недостаток возник до передачи товара и не связан с нарушением правил \
    использования, хранения или перевозки. Работоспособность проверялась при напряжении сети, \
    указанном в руководстве, в течение двух часов, с осмотром корпуса, уплотнения и шнура. ";

pub fn measured() -> Outcome<Value> {
    let ground = Ground::new("letters")?;
    let office = new_office(&ground.path("office"))?;
    let by = by()?;
    let complaint = office::complaint_add(&office, &by, one_complaint()?)?.id;
    for kind in [DemandKind::Refund, DemandKind::Apology] {
        let values = NewDemand {
            fields: DemandFields {
                kind,
                detail: String::new(),
                amount: kind.asks_money().then(|| "4590.00".parse().ok()).flatten(),
            },
            made_on: None,
        };
        let save = DemandSave {
            complaint,
            demand: None,
            values,
        };
        let card = office::demand_save(&office, &by, save)?;
        let demand = card.demands.last().map(|view| &view.demand);
        let demand = demand.ok_or_else(|| Failure::of("not_found").with("demand"))?;
        let decision = Decision {
            kind: DecisionKind::Satisfy,
            reasons: REASON.repeat(4),
            ground: String::new(),
            amount: demand.fields.amount,
            action: "Деньги поступят на указанный счёт.".into(),
            due: None,
            evidence: Vec::new(),
        };
        let decide = Decide {
            complaint,
            demand: demand.id,
            decision: Some(decision),
        };
        office::decide(&office, &by, decide)?;
    }
    let draft = LetterDraft {
        complaint,
        kind: LetterKind::FinalSatisfied,
        language: None,
    };
    let card = office::letter_draft(&office, &by, draft)?;
    let mut asked = LetterTextSave {
        version: None,
        letter: card.summary.id,
        text: card.text,
    };
    let begun = Instant::now();
    let shown = office::letter_preview(&office, &by, &asked)?;
    let cold_ms = millis(begun);
    let begun = Instant::now();
    office::letter_page(&office, &shown.key, 0, DOTS)?;
    let cold_picture_ms = millis(begun);
    let plain = keystrokes(&office, &by, &mut asked)?;
    let pdf = office::letter_preview_pdf(&office, &by, &asked)?;

    let document = office::workbench::letter_document(&office, &by, &asked)?;
    let mut stroke = 0;
    let set_ms = median(KEYSTROKES, || {
        stroke += 1;
        let mut document = document.clone();
        document.heading = document
            .heading
            .map(|heading| format!("{heading} {stroke}"));
        std::hint::black_box(press::print(&document).map_err(typesetting)?);
        Ok(())
    })?;

    let mut profile = seeding::profile();
    profile.letterhead.stamp = Some(office::image_store(&office, STAMP)?.0);
    profile.letterhead.signature = Some(office::image_store(&office, SIGNATURE)?.0);
    profile.letterhead.use_images = true;
    office::profile_save(&office, &by, &profile)?;
    let begun = Instant::now();
    office::letter_preview(&office, &by, &asked)?;
    let cold_images_ms = millis(begun);
    let stamped = keystrokes(&office, &by, &mut asked)?;
    let stamped_pdf = office::letter_preview_pdf(&office, &by, &asked)?;

    let words: String = asked.text.blocks.iter().map(|b| b.reads() + "\n").collect();
    let check_ms = median(KEYSTROKES, || {
        std::hint::black_box(reference::text_check(&words, Some(draft.kind), &[]));
        Ok(())
    })?;
    let block = vec![7_u8; 16 << 20];
    let yardstick_ms = median(5, || {
        std::hint::black_box(Sha256::digest(std::hint::black_box(&block)));
        Ok(())
    })?;
    Ok(json!({
        "bench": "letters",
        "pages": plain.pages,
        "check_ms": check_ms,
        "pdf_bytes": pdf.len(),
        "stamped_pdf_bytes": stamped_pdf.len(),
        "cold_ms": cold_ms,
        "cold_picture_ms": cold_picture_ms,
        "cold_with_images_ms": cold_images_ms,
        "set_ms": set_ms,
        "warm_ms": plain.setting,
        "warm_with_images_ms": stamped.setting,
        "picture_ms": plain.drawing,
        "picture_with_images_ms": stamped.drawing,
        "yardstick": "sha256 of 16 MiB",
        "yardstick_ms": yardstick_ms,
        "check_to_yardstick": ratio(check_ms, yardstick_ms),
        "cold_to_yardstick": ratio(cold_ms, yardstick_ms),
        "set_to_yardstick": ratio(set_ms, yardstick_ms),
        "warm_to_yardstick": ratio(plain.setting, yardstick_ms),
        "warm_with_images_to_yardstick": ratio(stamped.setting, yardstick_ms),
        "picture_to_yardstick": ratio(plain.drawing, yardstick_ms),
        "spacing": spacing(&pdf).map_err(typesetting)?,
        "prose": {
            "widths_mm": PROSE_WIDTHS,
            "both": prose(&[RUSSIAN, ENGLISH])?,
            "russian": prose(&[RUSSIAN])?,
            "english": prose(&[ENGLISH])?,
        },
    }))
}

/// Picture points a PDF point: 150 dots an inch.
const DOTS: f32 = 150.0 / 72.0;

/// Median times of a keystroke, ms.
struct Keystroke {
    /// The letter set, written, opened and checked.
    setting: f64,
    /// Its first page drawn.
    drawing: f64,
    pages: u32,
}

/// Each keystroke is another text, so nothing is remembered but the words, the
/// fonts and the images.
fn keystrokes(office: &Office, by: &By, asked: &mut LetterTextSave) -> Outcome<Keystroke> {
    let heading = asked.text.heading.clone();
    let mut pages = 0;
    let mut stroke = 0;
    let setting = median(KEYSTROKES, || {
        stroke += 1;
        asked.text.heading = format!("{heading} {stroke}");
        pages = office::letter_preview(office, by, asked)?.pages;
        Ok(())
    })?;
    // The last previews are kept, so each drawing gets a file of its own.
    let mut drawing = Vec::new();
    for stroke in 0..KEYSTROKES {
        asked.text.heading = format!("{heading} {stroke}.");
        let key = office::letter_preview(office, by, asked)?.key;
        let begun = Instant::now();
        office::letter_page(office, &key, 0, DOTS)?;
        drawing.push(millis(begun));
    }
    asked.text.heading = heading;
    drawing.sort_by(f64::total_cmp);
    Ok(Keystroke {
        setting,
        drawing: drawing[drawing.len() / 2],
        pages,
    })
}

/// Height of the sheet, mm.
const A4: f32 = 297.0;

const RUSSIAN: (Language, &str) = (Language::Ru, RUSSIAN_PROSE);
const ENGLISH: (Language, &str) = (Language::En, ENGLISH_PROSE);

fn prose(texts: &[(Language, &str)]) -> Outcome<Value> {
    let measured = of_prose(texts, &PROSE_WIDTHS, A4).map_err(typesetting)?;
    Ok(json!(measured))
}
