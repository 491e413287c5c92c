//! Learning what clues weigh from labelled sentences: logistic regression, one
//! column for a fault at all and one for each label.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

/// A sentence to learn from.
pub struct Example {
    /// A rule's id, or `-`.
    pub label: String,
    pub clues: Vec<String>,
    /// How much it counts.
    pub counts: f32,
}

const ROUNDS: usize = 40;
const STEP: f32 = 0.12;
/// How strongly weights are held near nothing.
const HOLD: f32 = 0.004;
/// A clue that shows in fewer sentences teaches nothing.
const LEAST: usize = 2;
/// Weights under this, in hundredths, are left out of the file.
const SMALLEST: f32 = 6.0;

/// The file of weights that the examples teach, the same for the same examples.
pub fn learnt(examples: &[Example]) -> String {
    let labels: Vec<&str> = examples
        .iter()
        .map(|e| e.label.as_str())
        .filter(|l| *l != "-")
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for clue in examples.iter().flat_map(|e| &e.clues) {
        *seen.entry(clue).or_default() += 1;
    }
    seen.retain(|_, count| *count >= LEAST);
    let mut names: Vec<&str> = seen.into_keys().collect();
    names.push("always");
    let index: HashMap<&str, usize> = names.iter().enumerate().map(|(n, c)| (*c, n)).collect();
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| {
            let known = e
                .clues
                .iter()
                .filter_map(|c| index.get(c.as_str()).copied());
            known.chain([names.len() - 1]).collect()
        })
        .collect();
    let mut columns = vec![column(examples, &rows, names.len(), |e| {
        Some(e.label != "-")
    })];
    for label in &labels {
        let is = |e: &Example| (e.label != "-").then_some(e.label == *label);
        columns.push(column(examples, &rows, names.len(), is));
    }
    let mut out = labels.join("\t") + "\n";
    for (n, name) in names.iter().enumerate() {
        let mut line = String::new();
        for (column, weights) in columns.iter().enumerate() {
            let weight = (weights[n] * 100.0).round();
            let least = if column == 0 {
                SMALLEST
            } else {
                3.0 * SMALLEST
            };
            if weight.abs() >= least {
                let _ = write!(
                    line,
                    "{}{column}:{weight}",
                    if line.is_empty() { "" } else { " " }
                );
            }
        }
        if !line.is_empty() {
            let _ = writeln!(out, "{name}\t{line}");
        }
    }
    out
}

/// Weights that tell the examples that are from those that are not.
fn column(
    examples: &[Example],
    rows: &[Vec<usize>],
    width: usize,
    is: impl Fn(&Example) -> Option<bool>,
) -> Vec<f32> {
    let mut weights = vec![0.0f32; width];
    let mut slopes = vec![1e-6f32; width];
    // A fixed stride goes through the examples in a mixed order.
    const STRIDE: usize = 7919;
    for _ in 0..ROUNDS {
        for n in 0..examples.len() {
            let at = n * STRIDE % examples.len();
            let Some(truth) = is(&examples[at]) else {
                continue;
            };
            let sum: f32 = rows[at].iter().map(|&c| weights[c]).sum();
            let wrong =
                (1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(truth))) * examples[at].counts;
            for &c in &rows[at] {
                let slope = wrong + HOLD * weights[c];
                slopes[c] += slope * slope;
                weights[c] -= STEP * slope / slopes[c].sqrt();
            }
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::wording::clues;
    use complaint::Language;
    use std::path::{Path, PathBuf};

    /// How much more a sentence of the blind batches counts: they are written
    /// as people write.
    const BLIND: f32 = 3.0;

    fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(folder) else {
            return Vec::new();
        };
        let paths = entries.map(|e| e.expect("an entry").path());
        let mut files: Vec<_> = paths
            .filter(|p| p.to_string_lossy().ends_with(ending))
            .collect();
        files.sort();
        files
    }

    fn sentences(file: &Path, language: Language, counts: f32, out: &mut Vec<Example>) {
        let text = std::fs::read_to_string(file).expect("a set");
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            if let Some((label, sentence)) = line.split_once('\t') {
                let all = clues(sentence, language).into_iter().flat_map(|c| c.2);
                let clues: BTreeSet<String> = all.collect();
                out.push(Example {
                    label: label.to_owned(),
                    clues: clues.into_iter().collect(),
                    counts,
                });
            }
        }
    }

    /// Each sentence of a letter, with the fault that the letter's foot names.
    fn letter(file: &Path, language: Language, counts: f32, out: &mut Vec<Example>) {
        let text = std::fs::read_to_string(file).expect("a letter");
        let body = if text.starts_with("expect") {
            text.split_once('\n').map_or("", |t| t.1)
        } else {
            &text
        };
        let (body, foot) = body.split_once("\n---").unwrap_or((body, ""));
        let length = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let faults: Vec<(&str, u32, u32)> = foot
            .lines()
            .filter_map(|line| {
                let (label, words) = line.split_once('\t')?;
                let at = length(&body[..body.find(words.trim())?]);
                Some((label, at, at + length(words.trim())))
            })
            .collect();
        for (from, to, clues) in clues(body, language) {
            let within = faults
                .iter()
                .filter(|f| f.1 < to && from < f.2)
                .map(|f| f.0);
            let mut labels: Vec<&str> = within.collect();
            if labels.is_empty() {
                labels.push("-");
            }
            for label in labels {
                out.push(Example {
                    label: label.to_owned(),
                    clues: clues.clone(),
                    counts,
                });
            }
        }
    }

    /// What the letters say by themselves.
    fn templates(folder: &Path, name: &str, language: Language, out: &mut Vec<Example>) {
        for file in files(folder, &format!(".{name}.toml")) {
            let text = std::fs::read_to_string(&file).expect("a template");
            for said in text.lines().filter_map(|l| l.strip_prefix("text = \"")) {
                let parts = said.trim_end_matches('"').split("{{");
                let said: Vec<&str> = parts
                    .map(|p| p.split_once("}}").map_or(p, |p| p.1))
                    .collect();
                for (.., clues) in clues(&said.join("5"), language) {
                    out.push(Example {
                        label: "-".to_owned(),
                        clues,
                        counts: 1.0,
                    });
                }
            }
        }
        let entries = std::fs::read_dir(folder).expect("the templates");
        for folder in entries
            .map(|e| e.expect("an entry").path())
            .filter(|p| p.is_dir())
        {
            templates(&folder, name, language, out);
        }
    }

    #[test]
    #[ignore = "writes the weights; run with OTVET_WRITE_WEIGHTS=1 when sets, words or patterns have changed"]
    fn weights_are_learnt_from_the_sets() {
        if std::env::var_os("OTVET_WRITE_WEIGHTS").is_none() {
            return;
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (name, language) in [("ru", Language::Ru), ("en", Language::En)] {
            let mut examples = Vec::new();
            for file in files(&root.join("tests"), &format!(".{name}.tsv")) {
                sentences(&file, language, 1.0, &mut examples);
            }
            for file in files(&root.join("tests/golden"), &format!(".{name}.txt")) {
                letter(&file, language, 1.0, &mut examples);
            }
            templates(&root.join("templates"), name, language, &mut examples);
            for batch in ["own", "R1", "R2", "R3"] {
                let folder = root.join("tests/blind").join(batch);
                sentences(
                    &folder.join(format!("{name}.tsv")),
                    language,
                    BLIND,
                    &mut examples,
                );
                for file in files(&folder.join("letters"), &format!(".{name}.txt")) {
                    letter(&file, language, BLIND, &mut examples);
                }
            }
            // What other checks tell, by capitals or figures, words don't teach.
            let known = |e: &Example| !["data.card", "tone.shouting"].contains(&e.label.as_str());
            examples.retain(known);
            let file = root.join(format!("src/check/clause/weights.{name}.tsv"));
            std::fs::write(file, learnt(&examples)).expect("the weights");
        }
    }

    #[test]
    fn a_clue_that_only_faults_show_weighs_for_them() {
        let example = |label: &str, clue: &str| Example {
            label: label.to_owned(),
            clues: vec![clue.to_owned(), "both".to_owned()],
            counts: 1.0,
        };
        let examples: Vec<Example> = (0..20)
            .map(|n| {
                if n % 2 == 0 {
                    example("threat", "w суд")
                } else {
                    example("-", "w чек")
                }
            })
            .collect();
        let file = learnt(&examples);
        let weights = crate::check::clause::Weights::read(&file);
        assert!(
            weights.of("w суд") > 0.5 && weights.of("w чек") < -0.5,
            "{file}"
        );
        assert_eq!(weights.labels, ["threat"]);
    }
}
