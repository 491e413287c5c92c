//! The procedures that the program brings along.

use crate::procedure::values::{InBoth, StepSpec};
use complaint::Branch;
use packed::{table, unpacked};
use serde::Deserialize;
use std::sync::LazyLock;

/// The file as it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    step: Vec<StepSpec>,
    branch: Vec<BranchOfFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BranchOfFile {
    branch: Branch,
    why: InBoth,
    steps: Vec<String>,
}

/// One branch with its steps.
pub(crate) struct Shipped {
    pub why: InBoth,
    pub steps: Vec<StepSpec>,
}

/// The version of the program's procedures.
pub(crate) fn version() -> u32 {
    FILE.version
}

/// The program's own procedure of a branch.
pub(crate) fn procedure(branch: Branch) -> Shipped {
    let Some(of_file) = FILE.branch.iter().find(|one| one.branch == branch) else {
        return Shipped {
            why: InBoth::default(),
            steps: Vec::new(),
        };
    };
    let step = |key: &String| FILE.step.iter().find(|step| step.key == *key).cloned();
    Shipped {
        why: of_file.why.clone(),
        steps: of_file.steps.iter().filter_map(step).collect(),
    }
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/procedures.toml.zz"));
    let bytes = unpacked(packed).expect("the build script has packed them");
    let text = String::from_utf8(bytes).expect("the file is UTF-8");
    table(&text).expect("the procedures that ship can be read")
});

#[cfg(test)]
mod tests {
    use super::{FILE, procedure};
    use complaint::{Branch, StepFact};
    use std::collections::BTreeSet;

    #[test]
    fn every_branch_has_steps_that_there_are_and_no_step_lies_idle() {
        let mut used = BTreeSet::new();
        for &branch in Branch::ALL {
            let of_file = FILE.branch.iter().find(|one| one.branch == branch);
            let of_file = of_file.unwrap_or_else(|| panic!("{branch:?} is not written down"));
            let steps = procedure(branch).steps;
            assert_eq!(
                steps.len(),
                of_file.steps.len(),
                "{branch:?} names what there is not"
            );
            let keys: BTreeSet<_> = steps.iter().map(|step| step.key.clone()).collect();
            assert_eq!(keys.len(), steps.len(), "{branch:?} names a step twice");
            assert!(
                steps.iter().any(|step| step.done == StepFact::Issued),
                "{branch:?}"
            );
            used.extend(keys);
        }
        let known: BTreeSet<_> = FILE.step.iter().map(|step| step.key.clone()).collect();
        assert_eq!(used, known);
    }

    #[test]
    fn each_step_says_why_in_both_languages_in_one_or_two_sentences() {
        for step in &FILE.step {
            for (title, why) in [
                (&step.title.ru, &step.why.ru),
                (&step.title.en, &step.why.en),
            ] {
                assert!(
                    !title.is_empty() && title.chars().count() <= 60,
                    "{}",
                    step.key
                );
                let sentences = why.matches(['.', '?', '!']).count();
                assert!((1..=2).contains(&sentences), "{}: {why}", step.key);
            }
        }
    }
}
