//! A two-page letter: the first one a program sets, and the same after a
//! keystroke, beside hashing the same processor does for sixteen mebibytes.

use super::attach::one_complaint;
use super::{Ground, by, median, millis, new_office, ratio};
use crate::answer::Outcome;
use complaint::{Decision, DecisionKind, DemandKind, LetterKind};
use office::wire::{Decide, DemandSave, LetterDraft, LetterTextSave, NewDemand};
use office::{Failure, reference};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::time::Instant;

/// Keystrokes that are measured.
const KEYSTROKES: usize = 25;
/// Reasons long enough for a second page.
const REASON: &str = "Товар принят на проверку качества в присутствии покупателя, о чём составлен акт. \
    Проверка показала, что недостаток возник до передачи товара и не связан с нарушением правил \
    использования, хранения или перевозки. Работоспособность проверялась при напряжении сети, \
    указанном в руководстве, в течение двух часов, с осмотром корпуса, уплотнения и шнура. ";

/// The figures.
pub fn measured() -> Outcome<Value> {
    let ground = Ground::new("letters")?;
    let office = new_office(&ground.path("office"))?;
    let by = by()?;
    let complaint = office::complaint_add(&office, &by, one_complaint()?)?.id;
    for kind in [DemandKind::Refund, DemandKind::Apology] {
        let values = NewDemand {
            kind,
            detail: String::new(),
            amount: kind.asks_money().then(|| "4590.00".parse().ok()).flatten(),
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
            amount: demand.amount,
            action: "Деньги поступят на указанный счёт.".into(),
            due: None,
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
        letter: card.summary.id,
        text: card.text,
    };
    let begun = Instant::now();
    let shown = office::letter_preview(&office, &by, &asked)?;
    let cold_ms = millis(begun);
    let begun = Instant::now();
    office::letter_page(&office, &shown.key, 0, 1.5)?;
    let cold_picture_ms = millis(begun);
    // Each keystroke is another text, so nothing is remembered but the words.
    let mut pages = shown.pages;
    let heading = asked.text.heading.clone();
    let mut stroke = 0;
    let warm_ms = median(KEYSTROKES, || {
        stroke += 1;
        asked.text.heading = format!("{heading} {stroke}");
        pages = office::letter_preview(&office, &by, &asked)?.pages;
        Ok(())
    })?;
    let warm_with_picture_ms = median(KEYSTROKES, || {
        stroke += 1;
        asked.text.heading = format!("{heading} {stroke}");
        let shown = office::letter_preview(&office, &by, &asked)?;
        office::letter_page(&office, &shown.key, 0, 1.5)?;
        Ok(())
    })?;
    let block = vec![7_u8; 16 << 20];
    let yardstick_ms = median(5, || {
        std::hint::black_box(Sha256::digest(std::hint::black_box(&block)));
        Ok(())
    })?;
    let pdf = office::letter_preview_pdf(&office, &by, &asked)?;
    let spacing = reference::spacing(&pdf)?;
    Ok(json!({
        "bench": "letters",
        "pages": pages,
        "pdf_bytes": pdf.len(),
        "cold_ms": cold_ms,
        "cold_picture_ms": cold_picture_ms,
        "warm_ms": warm_ms,
        "warm_with_picture_ms": warm_with_picture_ms,
        "yardstick": "sha256 of 16 MiB",
        "yardstick_ms": yardstick_ms,
        "cold_to_yardstick": ratio(cold_ms, yardstick_ms),
        "warm_to_yardstick": ratio(warm_ms, yardstick_ms),
        "warm_with_picture_to_yardstick": ratio(warm_with_picture_ms, yardstick_ms),
        "spacing": spacing,
    }))
}
