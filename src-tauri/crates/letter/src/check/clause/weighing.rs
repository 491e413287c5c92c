//! What features weigh together: whether a sentence holds a fault, and which.

use super::features::{Feature, NUMBERS, values};
use complaint::Language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Weights of features, whole multiples of a least one for each column: first
/// for a fault at all, then for each label.
#[derive(Debug, Default, PartialEq)]
pub struct Weights {
    /// The rules' ids, in the order of the columns.
    pub labels: Vec<String>,
    fault: Column,
    /// By a feature's number.
    of_fault: Vec<i8>,
    by_label: Vec<Column>,
    /// By a feature's number, label and multiple.
    of_labels: HashMap<u32, Vec<(u8, i8)>>,
}

/// What is added for every sentence, and what the multiples are of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Column {
    pub always: f32,
    pub least: f32,
}

/// What the features of a sentence say together.
pub struct Verdict {
    /// How surely the sentence holds a fault: nothing where finds begin to be
    /// right as often as they have to be.
    pub fault: f32,
    /// The labels that it may be, the likeliest first.
    pub labels: Vec<usize>,
}

/// A second label counts where it is nearly as likely as the first.
const AS_LIKELY: f32 = 0.15;
/// How much the likeliest label has to say about whether there is a fault.
const SHARE_OF_LABEL: f32 = 0.6;
const MOST_LABELS: usize = 2;

impl Weights {
    /// Reads what `learning::written` writes; `None` where it is cut short.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let head = bytes.iter().position(|&b| b == b'\n')?;
        let labels = std::str::from_utf8(&bytes[..head]).ok()?;
        let labels: Vec<String> = labels.split('\t').map(str::to_owned).collect();
        let mut rest = &bytes[head + 1..];
        let mut of_fault = vec![0; NUMBERS];
        let fault = column(&mut rest, |number, weight| {
            if let Some(place) = of_fault.get_mut(number as usize) {
                *place = weight;
            }
        })?;
        let mut of_labels: HashMap<u32, Vec<(u8, i8)>> = HashMap::new();
        let mut by_label = Vec::new();
        for label in 0..labels.len() {
            let label = u8::try_from(label).ok()?;
            by_label.push(column(&mut rest, |number, weight| {
                of_labels.entry(number).or_default().push((label, weight));
            })?);
        }
        Some(Self {
            labels,
            fault,
            of_fault,
            by_label,
            of_labels,
        })
    }

    /// Whether nothing was learnt, so that nothing can be weighed.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    pub fn weigh(&self, features: &[Feature]) -> Verdict {
        let values = values(features);
        let mut fault = 0.0;
        let mut sums = vec![0.0; self.labels.len()];
        for feature in features {
            let value = values[feature.kind as usize];
            fault += value * self.of(feature);
            for &(label, weight) in self.of_labels.get(&feature.number).into_iter().flatten() {
                sums[usize::from(label)] += value * f32::from(weight);
            }
        }
        for (sum, column) in sums.iter_mut().zip(&self.by_label) {
            *sum = *sum * column.least + column.always;
        }
        let mut labels: Vec<usize> = (0..self.labels.len()).collect();
        complaint::order::by(&mut labels, |&a, &b| sums[b].total_cmp(&sums[a]));
        let best = labels.first().map_or(0.0, |&l| sums[l]);
        labels.retain(|&l| sums[l] >= best - AS_LIKELY);
        labels.truncate(MOST_LABELS);
        Verdict {
            fault: fault + self.fault.always + SHARE_OF_LABEL * best,
            labels,
        }
    }

    /// What a feature by itself says of a fault.
    pub fn of(&self, feature: &Feature) -> f32 {
        let weight = self.of_fault.get(feature.number as usize);
        weight.map_or(0.0, |&w| f32::from(w) * self.fault.least)
    }
}

/// A column: how many weights, what is always added, the least weight; then how
/// far each number lies behind the one before, then the weights.
fn column(rest: &mut &[u8], mut put: impl FnMut(u32, i8)) -> Option<Column> {
    let mut word = || {
        let (head, tail) = rest.split_first_chunk::<4>()?;
        *rest = tail;
        Some(*head)
    };
    let count = u32::from_le_bytes(word()?) as usize;
    let column = Column {
        always: f32::from_le_bytes(word()?),
        least: f32::from_le_bytes(word()?),
    };
    let mut numbers = Vec::new();
    let mut number = 0u32;
    for _ in 0..count {
        let mut step = 0u32;
        loop {
            let (&byte, tail) = rest.split_first()?;
            *rest = tail;
            step = step << 7 | u32::from(byte & 0x7f);
            if byte < 0x80 {
                break;
            }
        }
        number = number.checked_add(step)?;
        numbers.push(number);
    }
    let (weights, tail) = rest.split_at_checked(count)?;
    *rest = tail;
    for (&number, &weight) in numbers.iter().zip(weights) {
        put(number, weight.cast_signed());
    }
    Some(column)
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
const RU_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.ru.bin.zz"));
const EN_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.en.bin.zz"));

fn unpacked(file: &[u8]) -> Weights {
    let bytes = packed::unpacked(file).unwrap_or_default();
    Weights::read(&bytes).unwrap_or_default()
}
