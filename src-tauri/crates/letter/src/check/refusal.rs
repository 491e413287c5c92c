//! A refusal and what it stands on.

use super::answer::decision_block;
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::{Block, LetterText, Span};

/// Characters of the shortest reasons that explain anything.
const EXPLAINED: usize = 30;

/// Notes refusals, whole or in part, without a ground or hardly explained.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in case.demands.iter().filter(|d| d.is_refused()) {
        let Some(decision) = &demand.decision else {
            continue;
        };
        // What was found against the points it rests on explains it as well, where the letter still says it.
        let points = || {
            let own = case.points.iter().filter(|p| p.fields.refutes(demand.id));
            own.filter_map(|p| {
                let block = letter.blocks.iter().find(|b| b.id == p.block())?;
                Some((p, of_point(&filled(block), &p.fields.text)))
            })
        };
        let block = decision_block(demand);
        let role = format!("demand:{}", demand.id);
        // What the writer put into the letter by hand stands there, whatever the record says.
        let told = |part: &str| {
            let own = letter.blocks.iter().filter(|b| b.role == role);
            let of_part = own.filter(|b| b.id.contains(part));
            of_part.map(filled).collect::<Vec<_>>()
        };
        if decision.ground.trim().is_empty()
            && !told("/ground").iter().any(|t| names_ground(t))
            && !points().any(|(p, said)| {
                names_ground(&p.fields.ground) && keeps(&said, &p.fields.ground)
                    || names_clause(&said)
            })
        {
            found.note(
                Rule::must("refusal.no_ground"),
                Place::of(&block),
                "Отказ без основания: назовите пункт договора или статью закона.",
                "A refusal without its ground: name the clause or the article.",
            );
        }
        let explains = |text: &str| text.trim().chars().count() >= EXPLAINED;
        if !explains(&decision.reasons)
            && !told("/reasons").iter().any(|t| explains(t))
            && !points().any(|(p, said)| explains(&p.fields.found) && keeps(&said, &p.fields.found))
        {
            found.note(
                Rule::should("refusal.no_reasons"),
                Place::of(&block),
                "Отказ почти не объяснён: напишите, что проверили, кто, когда и что установили.",
                "The refusal is hardly explained: say what was checked, by whom, when, and what was found.",
            );
        }
    }
}

/// What a block says without the fields that have no value yet.
fn filled(block: &Block) -> String {
    let lines = block.content.lines();
    let spans = lines.into_iter().flat_map(|line| line.iter());
    let is_open = |span: &&Span| matches!(span, Span::Field { value: None, .. });
    spans.filter(|s| !is_open(s)).map(Span::reads).collect()
}

/// Whether words name a clause or an article: by its number, or as one at least.
fn names_ground(words: &str) -> bool {
    let low = words.to_lowercase();
    let mut words = low.split(|c: char| !c.is_alphanumeric());
    low.contains(|c: char| c.is_ascii_digit())
        || words.any(|w| {
            ["ст", "п", "стать", "пункт", "article", "clause"]
                .iter()
                .any(|&of| w == of || of.len() > 4 && w.starts_with(of))
        })
}

/// What the paragraph of a point says beside the complainant's own statement, as words.
fn of_point(said: &str, stated: &str) -> Vec<String> {
    let (said, stated) = (words_of(said), words_of(stated));
    let at = said
        .windows(stated.len().max(1))
        .position(|part| part == stated.as_slice());
    let mut own = said;
    if let Some(at) = at {
        own.drain(at..at + stated.len());
    }
    own
}

fn words_of(text: &str) -> Vec<String> {
    let low = text.to_lowercase();
    let words = low.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// Whether a paragraph still says what was recorded: every number of it, and half of its words at least.
fn keeps(said: &[String], recorded: &str) -> bool {
    let recorded = words_of(recorded);
    let (kept, lost): (Vec<&String>, Vec<&String>) =
        recorded.iter().partition(|word| said.contains(word));
    let is_number = |word: &&String| word.contains(|c: char| c.is_ascii_digit());
    kept.len() >= lost.len() && !lost.iter().any(is_number)
}

/// Whether a clause or an article is named by its number.
fn names_clause(said: &[String]) -> bool {
    said.windows(2).any(|pair| {
        let (word, number) = (pair[0].as_str(), pair[1].as_str());
        let is_kind = ["ст", "п", "cl", "art"].contains(&word)
            || ["стать", "пункт", "article", "clause"]
                .iter()
                .any(|of| word.starts_with(of));
        is_kind && number.starts_with(|c: char| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{bare, case, of_kind, pointed, ready_letter, refund, reword};
    use crate::compose::compose;
    use crate::text::Content;
    use complaint::{DecisionKind, Language, LetterKind, Verdict};

    #[test]
    fn only_what_was_found_against_a_point_and_is_still_said_carries_a_refusal() {
        let mut case = pointed();
        case.points.remove(2);
        case.points.remove(0);
        case.demands[0].decision = Some(bare(DecisionKind::Refuse));
        case.points[0].fields.found = "По журналу кассы чек пробит и выдан 12 ноября".into();
        let found = |letter: &_, case: &_| -> Vec<String> {
            let found = Findings::of(|found| check(letter, case, found));
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        // The decision's own paragraph would name an article of law.
        let made = |case: &_| {
            let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, case);
            letter.blocks.retain(|b| b.id.starts_with("point:"));
            letter
        };
        assert_eq!(found(&made(&case), &case), [] as [&str; 0]);
        // The writer strikes the ground and the finding out of the paragraph; the record keeps them.
        let (mut letter, point) = (made(&case), case.points[0].block());
        reword(&mut letter, &point, "Довод 1. Вы пишете: чек не выдали.");
        let nothing = ["refusal.no_ground", "refusal.no_reasons"];
        assert_eq!(found(&letter, &case), nothing);
        // The writer names another clause there.
        reword(
            &mut letter,
            &point,
            "Довод 1. Основание: пункт 4.3 договора.",
        );
        assert_eq!(found(&letter, &case), ["refusal.no_reasons"]);
        for speaks_for in [Some(Verdict::Confirmed), Some(Verdict::Unestablished), None] {
            case.points[0].fields.verdict = speaks_for;
            assert_eq!(found(&made(&case), &case), nothing, "{speaks_for:?}");
        }
    }

    #[test]
    fn a_refusal_stands_on_a_ground_and_reasons() {
        let mut case = case(vec![refund(Some(bare(DecisionKind::Refuse)))]);
        let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        letter.blocks.clear();
        let found = |case: &_, letter: &_| -> Vec<String> {
            let found = Findings::of(|found| check(letter, case, found));
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        assert_eq!(
            found(&case, &letter),
            ["refusal.no_ground", "refusal.no_reasons"]
        );
        // What is written in the letter itself is as good.
        let (whole, _) = ready_letter(LetterKind::FinalRefusal);
        letter.blocks = whole.blocks;
        for block in &mut letter.blocks {
            if block.role.starts_with("demand:") {
                block.role = format!("demand:{}", case.demands[0].id);
            }
        }
        assert_eq!(found(&case, &letter), [] as [&str; 0]);
        letter.blocks.clear();
        case.demands[0].decision = Some(bare(DecisionKind::Satisfy));
        assert!(found(&case, &letter).is_empty());
        case.demands[0].decision = Some(of_kind(DecisionKind::Partly));
        assert!(found(&case, &letter).is_empty());
    }

    #[test]
    fn an_open_field_or_a_dash_is_no_ground() {
        let mut case = case(vec![refund(Some(of_kind(DecisionKind::Refuse)))]);
        if let Some(decision) = &mut case.demands[0].decision {
            decision.ground.clear();
        }
        let role = format!("demand:{}", case.demands[0].id);
        let is_ground = |span: Span| {
            let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
            let mut block = letter.blocks[0].clone();
            block.id = format!("{role}/ground");
            block.role.clone_from(&role);
            block.content = Content::Paragraph { spans: vec![span] };
            letter.blocks = vec![block];
            let found = Findings::of(|found| check(&letter, &case, found));
            !found
                .into_list()
                .iter()
                .any(|f| f.rule == "refusal.no_ground")
        };
        for nothing in ["—", "Основание:", ".", ""] {
            assert!(!is_ground(Span::text(nothing)), "{nothing}");
        }
        for ground in [
            "Пункт договора об уходе.",
            "п. 4.2 договора",
            "Статья 18 закона",
            "Clause 4",
        ] {
            assert!(is_ground(Span::text(ground)), "{ground}");
        }
        let (ready, ready_case) = ready_letter(LetterKind::FinalRefusal);
        let spans = ready
            .blocks
            .iter()
            .flat_map(|b| b.content.lines())
            .flatten();
        assert!(!ready_case.demands.is_empty());
        let mut fields = spans.filter(|s| matches!(s, Span::Field { .. }));
        let mut field = fields.next().expect("a field").clone();
        if let Span::Field { value, label, .. } = &mut field {
            *value = None;
            "пункт 4.2".clone_into(label);
        }
        assert!(!is_ground(field));
    }
}
