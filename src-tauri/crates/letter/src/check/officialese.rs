//! Officialese so thick that it needs a word of its own.

use super::finding::{Finding, Findings, Group, Place, Rule};

const RULE: Rule = Rule::should("tone.officialese_dense").about(Group::Tone);

/// Notes a letter in which the word rule for bureaucratic phrases found many.
pub fn check(found: &mut Findings) {
    let heavy: Vec<&Finding> = found
        .list()
        .iter()
        .filter(|f| f.rule == "tone.officialese")
        .collect();
    let Some(first) = heavy.first().filter(|_| heavy.len() > 3) else {
        return;
    };
    let place = Place::chars(first.block.as_deref(), (first.start, first.end));
    found.note(
        RULE,
        place,
        "Казённых оборотов так много, что смысл теряется: перепишите это простыми словами.",
        "So many bureaucratic phrases hide the sense: write it anew in plain words.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn much_officialese_gets_a_finding_of_its_own() {
        let phrases = |count: usize| {
            Findings::of(|found| {
                for at in 0..u32::try_from(count).unwrap() {
                    let rule = Rule::hint("tone.officialese").about(Group::Tone);
                    found.note(rule, Place::chars(Some("x"), (at, at + 1)), "", "");
                }
                check(found);
            })
        };
        assert_eq!(phrases(3).list().len(), 3);
        let found = phrases(4);
        let last = found.list().last().unwrap();
        assert_eq!(last.rule, "tone.officialese_dense");
        assert_eq!(
            (last.block.as_deref(), last.start, last.end),
            (Some("x"), 0, 1)
        );
    }
}
