//! Learning what features weigh from labelled sentences: support vectors, one
//! column for a fault at all and one for each label.

use super::clause::{Feature, NUMBERS, values};
use std::collections::BTreeSet;

/// A sentence to learn from.
pub struct Example {
    /// A rule's id, or `-`.
    pub label: String,
    pub features: Vec<Feature>,
    /// How much it counts.
    pub counts: f32,
}

/// What is learnt of one question.
#[derive(Default)]
struct Column {
    always: f32,
    /// By a feature's number.
    weights: Vec<(u32, f32)>,
}

const ROUNDS: usize = 25;
/// A feature that shows in fewer sentences teaches nothing.
const LEAST: u32 = 2;
/// How many features are kept, of a fault at all and of each label.
const MOST_OF_FAULT: usize = 30_000;
const MOST_OF_LABEL: usize = 1_600;
/// What an example costs at most, for each.
const COST_OF_FAULT: f32 = 1.0;
const COST_OF_LABEL: f32 = 0.2;

/// The file of weights that the examples teach, the same for the same examples.
/// `sure` is where finds begin to be right as often as they have to be.
pub fn learnt(examples: &[&Example], sure: f32) -> Vec<u8> {
    let labels: Vec<&str> = examples
        .iter()
        .map(|e| e.label.as_str())
        .filter(|l| *l != "-")
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut out = labels.join("\t").into_bytes();
    out.push(b'\n');
    let all: Vec<(&Example, bool)> = examples.iter().map(|e| (*e, e.label != "-")).collect();
    let mut fault = column(&all, COST_OF_FAULT, MOST_OF_FAULT);
    fault.always -= sure;
    written(fault, &mut out);
    for label in &labels {
        let one: Vec<_> = examples.iter().map(|e| (*e, e.label == *label)).collect();
        written(column(&one, COST_OF_LABEL, MOST_OF_LABEL), &mut out);
    }
    out
}

/// Weights that tell the examples that are from those that are not: first by
/// all features, then once more by those that weighed most.
fn column(examples: &[(&Example, bool)], cost: f32, most: usize) -> Column {
    let mut seen = vec![0u32; NUMBERS];
    for feature in examples.iter().flat_map(|e| &e.0.features) {
        seen[feature.number as usize] += 1;
    }
    let mut scales: Vec<f32> = seen
        .iter()
        .map(|&count| {
            if count < LEAST {
                0.0
            } else {
                rarity(examples.len(), count)
            }
        })
        .collect();
    let first = fitted(examples, &scales, cost);
    let mut order: Vec<usize> = (0..NUMBERS).filter(|&n| first.1[n] != 0.0).collect();
    if order.len() > most {
        // A common feature's weight tells more than a rare one's.
        let told = |n: usize| (first.1[n] * scales[n]).abs() * as_float(seen[n]).sqrt();
        order.sort_by(|&a, &b| told(b).total_cmp(&told(a)).then(a.cmp(&b)));
        for &n in &order[most..] {
            scales[n] = 0.0;
        }
    }
    let (always, weights) = fitted(examples, &scales, cost);
    let weights = weights.iter().zip(&scales).enumerate();
    Column {
        always,
        weights: weights
            .filter(|(_, (weight, _))| **weight != 0.0)
            .map(|(n, (weight, scale))| (u32::try_from(n).unwrap_or(0), weight * scale))
            .collect(),
    }
}

#[allow(clippy::cast_precision_loss)]
fn as_float(count: u32) -> f32 {
    count as f32
}

/// What is seen in few sentences tells more of each.
fn rarity(sentences: usize, count: u32) -> f32 {
    let sentences = as_float(u32::try_from(sentences).unwrap_or(u32::MAX));
    (((1.0 + sentences) / (1.0 + as_float(count))).ln() + 1.0) / 4.0
}

/// Coordinate descent on the dual of a support vector machine with squared loss
/// (Hsieh and others, 2008), in a fixed order.
fn fitted(examples: &[(&Example, bool)], scales: &[f32], cost: f32) -> (f32, Vec<f32>) {
    const ALWAYS: f32 = 0.5;
    let rows: Vec<Vec<(u32, f32)>> = examples
        .iter()
        .map(|(example, _)| {
            let values = values(&example.features);
            let features = example.features.iter();
            features
                .map(|f| {
                    (
                        f.number,
                        values[f.kind as usize] * scales[f.number as usize],
                    )
                })
                .filter(|f| f.1 != 0.0)
                .collect()
        })
        .collect();
    let squares: Vec<f32> = rows
        .iter()
        .map(|row| ALWAYS * ALWAYS + row.iter().map(|f| f.1 * f.1).sum::<f32>())
        .collect();
    let mut weights = vec![0.0f32; scales.len()];
    let mut always = 0.0f32;
    let mut alphas = vec![0.0f32; rows.len()];
    // Another stride each round goes through the examples in another order.
    const STRIDES: [usize; 5] = [7919, 104_729, 1_299_709, 15_485_863, 86_028_121];
    for round in 0..ROUNDS {
        for n in 0..rows.len() {
            let at = (n * STRIDES[round % STRIDES.len()] + round) % rows.len();
            let (example, truth) = examples[at];
            let side = if truth { 1.0 } else { -1.0 };
            let sum: f32 = rows[at].iter().map(|f| weights[f.0 as usize] * f.1).sum();
            let slack = 0.5 / (cost * example.counts);
            let slope = side * (sum + always * ALWAYS) - 1.0 + slack * alphas[at];
            let next = (alphas[at] - slope / (squares[at] + slack)).max(0.0);
            let step = (next - alphas[at]) * side;
            alphas[at] = next;
            if step != 0.0 {
                always += step * ALWAYS;
                for f in &rows[at] {
                    weights[f.0 as usize] += step * f.1;
                }
            }
        }
    }
    (always * ALWAYS, weights)
}

/// As `clause::Weights` reads it.
fn written(column: Column, out: &mut Vec<u8>) {
    let heaviest = column.weights.iter().map(|w| w.1.abs()).fold(0.0, f32::max);
    let least = if heaviest > 0.0 {
        heaviest / FINEST
    } else {
        1.0
    };
    #[allow(clippy::cast_possible_truncation)]
    let kept: Vec<(u32, i8)> = column
        .weights
        .iter()
        .map(|w| (w.0, (w.1 / least).round() as i8))
        .filter(|w| w.1 != 0)
        .collect();
    out.extend(u32::try_from(kept.len()).unwrap_or(0).to_le_bytes());
    out.extend(column.always.to_le_bytes());
    out.extend(least.to_le_bytes());
    let mut last = 0;
    for &(number, _) in &kept {
        let step = number - last;
        last = number;
        for shift in [14, 7] {
            if step >> shift > 0 {
                out.push(u8::try_from(step >> shift & 0x7f).unwrap_or(0) | 0x80);
            }
        }
        out.push(u8::try_from(step & 0x7f).unwrap_or(0));
    }
    out.extend(kept.iter().map(|w| w.1.cast_unsigned()));
}

/// The heaviest weight is this often the least.
const FINEST: f32 = 31.0;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::clause::Weights;
    use crate::check::wording::{check_by, features};
    use complaint::Language;
    use std::path::{Path, PathBuf};

    /// Where finds begin to be right as often as they have to be, by the
    /// figures with each batch left out.
    const SURE: f32 = 0.3;
    /// How much more a sentence of the blind batches counts: they are written
    /// as people write.
    const BLIND: f32 = 3.0;
    /// What has been learnt from.
    const BATCHES: [&str; 15] = [
        "R1", "R2", "R3", "R4", "R5", "R6", "R7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
    ];

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
                let parts = features(sentence, language).into_iter().map(|f| f.2);
                let mut put = |features| {
                    out.push(Example {
                        label: label.to_owned(),
                        features,
                        counts,
                    });
                };
                if label == "-" {
                    parts.for_each(put);
                } else {
                    // Which of two sentences holds the fault is not told.
                    let mut all: Vec<Feature> = parts.flatten().collect();
                    all.sort_unstable();
                    all.dedup_by_key(|f| (f.kind, f.number));
                    put(all);
                }
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
        for (from, to, features) in features(body, language) {
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
                    features: features.clone(),
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
                for (.., features) in features(&said.join("5"), language) {
                    out.push(Example {
                        label: "-".to_owned(),
                        features,
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

    /// The sets that are learnt from, each by its name.
    fn sets(name: &str, language: Language) -> Vec<(&'static str, Vec<Example>)> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut old = Vec::new();
        for file in files(&root.join("tests"), &format!(".{name}.tsv")) {
            sentences(&file, language, 1.0, &mut old);
        }
        for file in files(&root.join("tests/golden"), &format!(".{name}.txt")) {
            letter(&file, language, 1.0, &mut old);
        }
        templates(&root.join("templates"), name, language, &mut old);
        let mut sets = vec![("old", old)];
        for batch in ["own"].into_iter().chain(BATCHES) {
            let folder = root.join("tests/blind").join(batch);
            let mut all = Vec::new();
            let file = folder.join(format!("{name}.tsv"));
            sentences(&file, language, BLIND, &mut all);
            for file in files(&folder.join("letters"), &format!(".{name}.txt")) {
                letter(&file, language, BLIND, &mut all);
            }
            sets.push((batch, all));
        }
        for (_, set) in &mut sets {
            // What other checks tell, by capitals or figures, words don't teach.
            set.retain(|e| !["data.card", "tone.shouting"].contains(&e.label.as_str()));
        }
        sets
    }

    /// Counts of what is found in a batch.
    #[derive(Default)]
    struct Found {
        right: u32,
        missed: u32,
        /// Innocent sentences and good letters that are marked.
        alarms: u32,
        /// Labels that a faulty one is not.
        other: u32,
        told: String,
    }

    impl Found {
        fn count(&mut self, expected: &[&str], found: &BTreeSet<String>, text: &str) {
            let right = expected.iter().filter(|l| found.contains(**l)).count();
            let other = found.iter().filter(|l| !expected.contains(&l.as_str()));
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            self.right += number(right);
            self.missed += number(expected.len() - right);
            if expected.is_empty() {
                self.alarms += u32::from(!found.is_empty());
            } else {
                self.other += number(other.count());
            }
            if right < expected.len() || found.len() > right {
                self.told += &format!("{expected:?}\t{found:?}\t{text}\n");
            }
        }

        fn tell(&self, what: &str) {
            let share = |n: u32, of: u32| f64::from(n) / f64::from(n + of);
            eprintln!(
                "{what}: precision {:.3} ({:.3} with wrong labels), recall {:.3}; {} right, {} missed, {} alarms, {} other",
                share(self.right, self.alarms),
                share(self.right, self.alarms + self.other),
                share(self.right, self.missed),
                self.right,
                self.missed,
                self.alarms,
                self.other
            );
        }
    }

    /// What a batch's sentences and letters show by those weights.
    fn tried(batch: &str, name: &str, language: Language, weights: &Weights, out: &mut [Found; 2]) {
        let found = |text: &str| -> BTreeSet<String> {
            let mut found = crate::check::finding::Findings::default();
            check_by(text, language, None, weights, &mut found);
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/blind")
            .join(batch);
        let set = std::fs::read_to_string(folder.join(format!("{name}.tsv"))).expect("a set");
        for (label, text) in set.lines().filter_map(|l| l.split_once('\t')) {
            if !label.starts_with('#') && label != "tone.shouting" {
                let expected: &[&str] = if label == "-" { &[] } else { &[label] };
                out[0].count(expected, &found(text), text);
            }
        }
        for file in files(&folder.join("letters"), &format!(".{name}.txt")) {
            let text = std::fs::read_to_string(&file).expect("a letter");
            let (head, body) = text.split_once('\n').expect("a head");
            let body = body.split("\n---").next().unwrap_or_default();
            let head = head.trim_start_matches("expect").trim_matches([' ', '=']);
            let expected: Vec<&str> = head
                .split(',')
                .map(str::trim)
                .filter(|l| *l != "-")
                .collect();
            out[1].count(&expected, &found(body), &file.to_string_lossy());
        }
    }

    #[test]
    #[ignore = "learns twelve times over; tells what is found in each batch by what the others teach"]
    fn figures_with_each_batch_left_out() {
        for (name, language) in [("ru", Language::Ru), ("en", Language::En)] {
            let sets = sets(name, language);
            let mut all: [Found; 2] = Default::default();
            for batch in ["R5", "R6", "R7", "T6", "T7", "T8"] {
                let others = sets.iter().filter(|s| s.0 != batch).flat_map(|s| &s.1);
                let others: Vec<&Example> = others.collect();
                let file = learnt(&others, SURE);
                let weights = Weights::read(&file).expect("weights");
                let mut one: [Found; 2] = Default::default();
                tried(batch, name, language, &weights, &mut one);
                one[0].tell(&format!("{batch} {name} sentences"));
                one[1].tell(&format!("{batch} {name} letters"));
                tried(batch, name, language, &weights, &mut all);
            }
            all[0].tell(&format!("{name} sentences"));
            all[1].tell(&format!("{name} letters"));
            if let Ok(list) = std::env::var("OTVET_LIST") {
                let told = all.map(|f| f.told).concat();
                std::fs::write(format!("{list}.{name}"), told).expect("the list");
            }
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
            let sets = sets(name, language);
            let examples: Vec<&Example> = sets.iter().flat_map(|s| &s.1).collect();
            let file = root.join(format!("src/check/clause/weights.{name}.bin"));
            std::fs::write(file, learnt(&examples, SURE)).expect("the weights");
        }
    }

    #[test]
    fn a_word_that_only_faults_show_weighs_for_them() {
        let mut examples = Vec::new();
        for _ in 0..10 {
            for (label, sentence) in [
                ("threat", "Мы обратимся с жалобой в суд."),
                ("-", "Мы обратимся с чеком в кассу."),
            ] {
                for (.., features) in features(sentence, Language::Ru) {
                    examples.push(Example {
                        label: label.to_owned(),
                        features,
                        counts: 1.0,
                    });
                }
            }
        }
        let examples: Vec<&Example> = examples.iter().collect();
        let file = learnt(&examples, 0.0);
        let weights = Weights::read(&file).expect("weights");
        assert_eq!(weights.labels, ["threat"]);
        assert!(weights.weigh(&examples[0].features).fault > 0.5);
        assert!(weights.weigh(&examples[1].features).fault < -0.5);
        assert!((0..file.len()).all(|end| Weights::read(&file[..end]).is_none()));
    }
}
