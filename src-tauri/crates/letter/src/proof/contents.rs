//! Whether the inventory holds what the letter says it encloses.

use super::answer::{ProofDispatch, ProofFacts};
use super::finding::{ProofFinding, finding};
use super::line::bare;
use crate::check::Severity;
use crate::words::clean::clean_line;
use complaint::{DispatchWay, InventoryLine};

/// Sheets, copies and enclosures against the inventory.
pub fn contents(facts: &ProofFacts, dispatch: &ProofDispatch, found: &mut Vec<ProofFinding>) {
    if dispatch.inventory.is_empty() {
        if dispatch.way == DispatchWay::PostValued {
            found.push(finding(
                "inventory.none",
                Severity::Should,
                "Ценное письмо отправлено, а описи вложения в записи нет.",
                "An insured letter went, and the record has no inventory.",
                "Добавьте к записи об отправке то, что лежало в конверте.",
                "Add to the dispatch what lay in the envelope.",
            ));
        }
        return;
    }
    let mut lines = dispatch.inventory.iter();
    let letter = lines.next();
    if let Some(sheets) = letter.and_then(|l| l.sheets) {
        // Printed on both sides it takes half as many.
        if sheets != facts.pages && sheets != facts.pages.div_ceil(2) {
            found.push(finding(
                "sheets.letter",
                Severity::Must,
                format!(
                    "В описи у письма листов: {sheets}, а страниц в письме: {}.",
                    facts.pages
                ),
                format!(
                    "The inventory counts {sheets} sheets of the letter, and it has {} pages.",
                    facts.pages
                ),
                "Пересчитайте листы и исправьте опись в записи об отправке.",
                "Count the sheets and put the inventory of the dispatch right.",
            ));
        }
    }
    let rest: Vec<&InventoryLine> = lines.collect();
    for enclosure in &facts.enclosures {
        let named = bare(&enclosure.name);
        if named.is_empty() {
            continue;
        }
        let Some(line) = rest.iter().find(|l| bare(&l.name) == named) else {
            found.push(finding(
                "enclosure.missing",
                Severity::Must,
                format!(
                    "В письме названо приложение «{}», а в описи его нет.",
                    clean_line(&enclosure.name)
                ),
                format!(
                    "The letter names the enclosure “{}”, and the inventory has none.",
                    clean_line(&enclosure.name)
                ),
                "Если приложение вложили, добавьте его в опись; если нет — отправьте его.",
                "If it was enclosed, add it to the inventory; if not, send it.",
            ));
            continue;
        };
        let copies = (enclosure.copies.max(1), line.copies.max(1));
        let sheets = enclosure.pages.zip(line.sheets);
        if copies.0 != copies.1 || sheets.is_some_and(|(a, b)| a != b) {
            found.push(finding(
                "enclosure.sheets",
                Severity::Must,
                format!(
                    "У приложения «{}» в письме и в описи разное число листов или экземпляров.",
                    clean_line(&enclosure.name)
                ),
                format!(
                    "Letter and inventory count the sheets or copies of “{}” differently.",
                    clean_line(&enclosure.name)
                ),
                "Пересчитайте листы и исправьте опись.",
                "Count the sheets and put the inventory right.",
            ));
        }
    }
    for line in rest {
        let known = facts
            .enclosures
            .iter()
            .any(|e| bare(&e.name) == bare(&line.name));
        if !known {
            found.push(finding(
                "enclosure.extra",
                Severity::Should,
                format!(
                    "В описи есть «{}», а письмо такого приложения не называет.",
                    clean_line(&line.name)
                ),
                format!(
                    "The inventory has “{}”, and the letter names no such enclosure.",
                    clean_line(&line.name)
                ),
                "Проверьте, лежало ли это в конверте.",
                "See whether it lay in the envelope.",
            ));
        }
    }
}
