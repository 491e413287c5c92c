//! Learns from the sets that are kept, and tries what was learnt on those left out.

use super::*;
use crate::check::clause::Weights;
use crate::check::wording::{check_by, features};
use complaint::Language;
use std::path::{Path, PathBuf};

/// Where finds begin to be right nineteen times in twenty, by the figures with
/// batches left out.
fn sure(language: Language) -> f32 {
    match language {
        Language::Ru => -0.42,
        Language::En => -0.33,
    }
}

/// How much more a sentence of the blind batches counts: they are written
/// as people write.
const BLIND: f32 = 3.0;
/// What has been learnt from.
const BATCHES: [&str; 27] = [
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8",
    "T9", "T10", "T11", "T12", "T13", "T14", "T15", "T16", "T17", "T18", "T19",
];

/// Batches left out together, so that each of them is tried by what others teach.
const LEFT_OUT: &[&[&str]] = &[
    &["R8", "T9", "T10", "T14", "T15"],
    &["T11", "T12", "T16", "T18", "T19"],
    &["T13", "T17"],
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
    // A batch may hold sentences of the other language alone, or letters.
    let text = std::fs::read_to_string(file).unwrap_or_default();
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
    let set = std::fs::read_to_string(folder.join(format!("{name}.tsv"))).unwrap_or_default();
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
            .filter(|l| !["", "-"].contains(l))
            .collect();
        out[1].count(&expected, &found(body), &file.to_string_lossy());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[ignore = "learns six times; tells what is found in batches by what the others teach, asking more or less"]
    fn figures_with_batches_left_out() {
        for (name, language) in [("ru", Language::Ru), ("en", Language::En)] {
            let sets = sets(name, language);
            let mut all: Vec<(f32, [Found; 2])> = (-2i8..3)
                .map(|n| (f32::from(n) / 10.0, Default::default()))
                .collect();
            for out in LEFT_OUT {
                let others = sets.iter().filter(|s| !out.contains(&s.0));
                let others: Vec<&Example> = others.flat_map(|s| &s.1).collect();
                let file = learnt(&others, sure(language));
                for (sure, found) in &mut all {
                    let mut weights = Weights::read(&file).expect("weights");
                    weights.ask_more(*sure);
                    for batch in *out {
                        tried(batch, name, language, &weights, found);
                    }
                }
            }
            for (sure, found) in &all {
                found[0].tell(&format!("{name} sentences, {sure}"));
                found[1].tell(&format!("{name} letters, {sure}"));
                if let Ok(list) = std::env::var("OTVET_LIST") {
                    let told: String = found.iter().map(|f| f.told.as_str()).collect();
                    std::fs::write(format!("{list}.{name}.{sure}"), told).expect("the list");
                }
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
            std::fs::write(file, learnt(&examples, sure(language))).expect("the weights");
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
        let [faulty, innocent] = [0, 1].map(|n: usize| weights.weigh(&examples[n].features).fault);
        assert!(faulty > innocent + 1.0, "{faulty} {innocent}");
        assert!((0..file.len()).all(|end| Weights::read(&file[..end]).is_none()));
    }
}
