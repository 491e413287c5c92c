//! What clues weigh together: whether a sentence holds a fault, and which.

use super::clues::Clue;
use complaint::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Weights of clues, as the file has them in hundredths: first for a fault at
/// all, then for each label.
#[derive(Debug, Default, PartialEq)]
pub struct Weights {
    /// The rules' ids, in the order of the columns.
    pub labels: Vec<String>,
    /// Column and weight.
    by_clue: HashMap<String, Vec<(usize, f32)>>,
}

/// How sure the weights are.
pub struct Verdict {
    /// How likely the sentence holds a fault, from 0 to 1.
    pub fault: f32,
    /// The labels that it may be, the likeliest first.
    pub labels: Vec<usize>,
}

/// A second label counts where it is nearly as likely as the first.
const AS_LIKELY: f32 = 0.8;
const MOST_LABELS: usize = 2;

impl Weights {
    /// Reads labels in the first line, then a clue with `column:weight` a line.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let labels = lines.next().unwrap_or_default();
        let labels = labels.split('\t').map(str::to_owned).collect();
        let by_clue = lines.filter_map(|line| {
            let (clue, weights) = line.split_once('\t')?;
            let weights = weights.split(' ').filter_map(|one| {
                let (column, weight) = one.split_once(':')?;
                Some((column.parse().ok()?, weight.parse::<f32>().ok()? / 100.0))
            });
            Some((clue.to_owned(), weights.collect()))
        });
        Self {
            labels,
            by_clue: by_clue.collect(),
        }
    }

    /// What the clues of a sentence say together.
    pub fn weigh(&self, clues: &[Clue]) -> Verdict {
        let mut sums = vec![0.0; self.labels.len() + 1];
        let always = [("always".to_owned(), None)];
        for (clue, _) in clues.iter().chain(&always) {
            for &(column, weight) in self.by_clue.get(clue).into_iter().flatten() {
                if let Some(sum) = sums.get_mut(column) {
                    *sum += weight;
                }
            }
        }
        let mut labels: Vec<usize> = (0..self.labels.len()).collect();
        labels.sort_by(|&a, &b| sums[b + 1].total_cmp(&sums[a + 1]));
        let best = labels.first().map_or(0.0, |&l| sums[l + 1]);
        labels.retain(|&l| sums[l + 1] >= best - AS_LIKELY);
        labels.truncate(MOST_LABELS);
        Verdict {
            fault: 1.0 / (1.0 + (-sums[0]).exp()),
            labels,
        }
    }

    /// What a clue by itself says of a fault.
    pub fn of(&self, clue: &str) -> f32 {
        let weights = self.by_clue.get(clue).into_iter().flatten();
        weights.filter(|w| w.0 == 0).map(|w| w.1).sum()
    }
}

/// Unpacked at first use, for letters written in that language.
pub fn weights(language: Language) -> &'static Weights {
    static RU: LazyLock<Weights> = LazyLock::new(|| unpacked(RU_FILE));
    static EN: LazyLock<Weights> = LazyLock::new(|| unpacked(EN_FILE));
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

// The files, packed by the build.
const RU_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.ru.tsv.zz"));
const EN_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.en.tsv.zz"));

fn unpacked(file: &[u8]) -> Weights {
    let text = packed::unpacked(file).unwrap_or_default();
    Weights::read(&String::from_utf8(text).unwrap_or_default())
}
