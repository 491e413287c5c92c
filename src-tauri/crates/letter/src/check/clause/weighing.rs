//! What features weigh together: whether a sentence holds a fault, and which.

use super::features::{Feature, values};
use complaint::Language;
use std::sync::LazyLock;

/// A feature's weight stands in the place that the lower bits of its number
/// name. Features that share a place share a weight, which tells nearly as much
/// as if each had its own.
pub const FAULT_PLACES: usize = 1 << 17;
pub const LABEL_PLACES: usize = 1 << 16;

/// Weights of features: first for a fault at all, then for each label.
#[derive(Debug, Default, PartialEq)]
pub struct Weights {
    /// The rules' ids, in the order of the columns.
    pub labels: Vec<String>,
    fault: Column,
    by_label: Vec<Column>,
}

/// What is not near nothing speaks for or against, one as much as another: many
/// features that are weighed roughly tell more in as many bytes than few that
/// are weighed finely.
#[derive(Debug, Default, PartialEq)]
struct Column {
    /// What is added for every sentence.
    always: f32,
    /// How much whatever speaks for or against weighs.
    weight: f32,
    /// By place, whether it speaks against, not at all, or for.
    sides: Vec<i8>,
}

/// So many sides are written as one byte, each a digit to the base of three.
pub const IN_A_BYTE: usize = 5;

/// What the features of a sentence say together.
pub struct Verdict {
    /// How surely the sentence holds a fault: nothing where finds begin to be
    /// right as often as they have to be.
    pub fault: f32,
    /// The labels that it may be, the likeliest first.
    pub labels: Vec<usize>,
}

/// A second label counts where it is nearly as likely as the first.
const AS_LIKELY: f32 = 0.25;
/// How much the likeliest label has to say about whether there is a fault.
const SHARE_OF_LABEL: f32 = 1.4;
const MOST_LABELS: usize = 2;

impl Weights {
    /// Reads what `learning::written` writes; `None` where it is cut short.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let head = bytes.iter().position(|&b| b == b'\n')?;
        let labels = std::str::from_utf8(&bytes[..head]).ok()?;
        let labels: Vec<String> = labels.split('\t').map(str::to_owned).collect();
        let mut rest = &bytes[head + 1..];
        let fault = Column::read(&mut rest, FAULT_PLACES)?;
        let by_label = labels
            .iter()
            .map(|_| Column::read(&mut rest, LABEL_PLACES))
            .collect::<Option<_>>()?;
        Some(Self {
            labels,
            fault,
            by_label,
        })
    }

    /// Whether nothing was learnt, so that nothing can be weighed.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    pub fn weigh(&self, features: &[Feature]) -> Verdict {
        let values = values(features);
        let sum = |column: &Column| -> f32 {
            let weigh = |f: &Feature| values[f.kind as usize] * column.of(f);
            column.always + features.iter().map(weigh).sum::<f32>() * column.weight
        };
        let sums: Vec<f32> = self.by_label.iter().map(sum).collect();
        let mut labels: Vec<usize> = (0..self.labels.len()).collect();
        complaint::order::by(&mut labels, |&a, &b| sums[b].total_cmp(&sums[a]));
        let best = labels.first().map_or(0.0, |&l| sums[l]);
        labels.retain(|&l| sums[l] >= best - AS_LIKELY);
        labels.truncate(MOST_LABELS);
        Verdict {
            fault: sum(&self.fault) + SHARE_OF_LABEL * best,
            labels,
        }
    }

    /// What a feature by itself says of a fault.
    pub fn of(&self, feature: &Feature) -> f32 {
        self.fault.of(feature) * self.fault.weight
    }

    /// Asks for so much more before it speaks of a fault.
    #[cfg(test)]
    pub fn ask_more(&mut self, by: f32) {
        self.fault.always -= by;
    }
}

impl Column {
    /// What is always added and what a side weighs, then the sides.
    fn read(rest: &mut &[u8], places: usize) -> Option<Self> {
        let mut number = || {
            let (head, tail) = rest.split_first_chunk::<4>()?;
            *rest = tail;
            Some(f32::from_le_bytes(*head))
        };
        let (always, weight) = (number()?, number()?);
        let (bytes, tail) = rest.split_at_checked(places.div_ceil(IN_A_BYTE))?;
        *rest = tail;
        let mut sides = Vec::with_capacity(places + IN_A_BYTE);
        for &byte in bytes {
            let mut left = byte;
            for _ in 0..IN_A_BYTE {
                sides.push((left % 3).cast_signed() - 1);
                left /= 3;
            }
        }
        sides.truncate(places);
        Some(Self {
            always,
            weight,
            sides,
        })
    }

    fn of(&self, feature: &Feature) -> f32 {
        let place = feature.number as usize & (self.sides.len().wrapping_sub(1));
        self.sides.get(place).copied().map_or(0.0, f32::from)
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
const RU_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.ru.bin.zz"));
const EN_FILE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.en.bin.zz"));

fn unpacked(file: &[u8]) -> Weights {
    let bytes = packed::unpacked(file).unwrap_or_default();
    Weights::read(&bytes).unwrap_or_default()
}
