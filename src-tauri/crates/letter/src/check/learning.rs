//! Learning what features weigh from labelled sentences: support vectors, one
//! column for a fault at all and one for each label.

use super::clause::{FAULT_PLACES, Feature, IN_A_BYTE, LABEL_PLACES, values};
use std::collections::BTreeSet;

/// A sentence to learn from.
pub struct Example {
    /// A rule's id, or `-`.
    pub label: String,
    pub features: Vec<Feature>,
    /// How much it counts.
    pub counts: f32,
}

/// How one question is learnt and kept.
struct Plan {
    /// Over how many places the features are strewn.
    places: usize,
    /// What an example costs at most.
    cost: f32,
    /// How many of a thousand places weigh at all.
    kept: usize,
}

const OF_FAULT: Plan = Plan {
    places: FAULT_PLACES,
    cost: 0.3,
    kept: 200,
};
const OF_LABEL: Plan = Plan {
    places: LABEL_PLACES,
    cost: 0.1,
    kept: 84,
};

const ROUNDS: usize = 25;
/// A place that shows in fewer sentences teaches nothing.
const LEAST: u32 = 2;

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
    let fault = || {
        let strewn = Strewn::new(examples, OF_FAULT.places);
        strewn.column(examples, |l| l != "-", &OF_FAULT, sure)
    };
    let by_label = Strewn::new(examples, OF_LABEL.places);
    let of = |label: &&str| by_label.column(examples, |l| l == *label, &OF_LABEL, 0.0);
    let (first, rest) = labels.split_at(labels.len() * 4 / 7);
    let (fault, first, rest) = std::thread::scope(|scope| {
        let rest = scope.spawn(|| (fault(), rest.iter().map(of).collect::<Vec<_>>()));
        let first: Vec<_> = first.iter().map(of).collect();
        let (fault, rest) = rest.join().unwrap_or_default();
        (fault, first, rest)
    });
    out.extend(fault);
    out.extend(first.into_iter().chain(rest).flatten());
    out
}

type Row = Vec<(u32, f32)>;

/// The examples' features by the places they fall in.
struct Strewn {
    rows: Vec<Row>,
    scales: Vec<f32>,
}

const ALWAYS: f32 = 0.5;

impl Strewn {
    fn new(examples: &[&Example], places: usize) -> Self {
        let mut seen = vec![0u32; places];
        let mut rows: Vec<Row> = Vec::with_capacity(examples.len());
        for example in examples {
            let values = values(&example.features);
            let features = example.features.iter();
            let mut all: Row = features
                .map(|f| {
                    let place = f.number as usize & (places - 1);
                    (u32::try_from(place).unwrap_or(0), values[f.kind as usize])
                })
                .collect();
            all.sort_unstable_by_key(|f| f.0);
            let mut row: Row = Vec::with_capacity(all.len());
            for (place, value) in all {
                match row.last_mut() {
                    Some(last) if last.0 == place => last.1 += value,
                    _ => row.push((place, value)),
                }
            }
            for f in &row {
                seen[f.0 as usize] += 1;
            }
            rows.push(row);
        }
        let rare = |&count: &u32| match count {
            ..LEAST => 0.0,
            count => rarity(examples.len(), count),
        };
        let scales: Vec<f32> = seen.iter().map(rare).collect();
        for row in &mut rows {
            row.retain_mut(|f| {
                f.1 *= scales[f.0 as usize];
                f.1 != 0.0
            });
        }
        Self { rows, scales }
    }

    /// Weights that tell the examples that are from those that are not, as
    /// `clause::Weights` reads them. They are learnt twice, the second time of
    /// the places alone that weighed most, which then take over what the others told.
    fn column(
        &self,
        examples: &[&Example],
        is: impl Fn(&str) -> bool,
        plan: &Plan,
        sure: f32,
    ) -> Vec<u8> {
        let sides: Vec<f32> = examples
            .iter()
            .map(|e| if is(&e.label) { 1.0 } else { -1.0 })
            .collect();
        let (_, first) = fitted(&self.rows, self.scales.len(), examples, &sides, plan.cost);
        let told = |at: usize| (first[at] * self.scales[at]).abs();
        let mut heaviest: Vec<usize> = (0..first.len()).filter(|&at| told(at) > 0.0).collect();
        heaviest.sort_by(|&a, &b| told(b).total_cmp(&told(a)).then(a.cmp(&b)));
        heaviest.truncate((first.len() * plan.kept / 1000).max(1));
        let mut is_kept = vec![false; first.len()];
        for &at in &heaviest {
            is_kept[at] = true;
        }
        let kept = |row: &Row| -> Row {
            let row = row.iter().copied();
            row.filter(|f| is_kept[f.0 as usize]).collect()
        };
        let rows: Vec<Row> = self.rows.iter().map(kept).collect();
        let (always, weights) = fitted(&rows, first.len(), examples, &sides, plan.cost);
        self.written(&weights, always - sure)
    }

    fn written(&self, weights: &[f32], always: f32) -> Vec<u8> {
        let weights: Vec<f32> = weights
            .iter()
            .zip(&self.scales)
            .map(|(weight, scale)| weight * scale)
            .collect();
        let sum: f32 = weights.iter().map(|w| w.abs()).sum();
        let count = weights.iter().filter(|w| **w != 0.0).count();
        let weight = sum / as_float(u32::try_from(count.max(1)).unwrap_or(u32::MAX));
        let mut out = always.to_le_bytes().to_vec();
        out.extend(weight.to_le_bytes());
        let digit = |w: &f32| match w {
            w if *w < 0.0 => 0,
            w if *w > 0.0 => 2,
            _ => 1,
        };
        out.extend(weights.chunks(IN_A_BYTE).map(|chunk| {
            let digits = chunk.iter().rev();
            digits.fold(0u8, |byte, w| byte * 3 + digit(w))
        }));
        out
    }
}

/// Coordinate descent on the dual of a support vector machine with squared loss
/// (Hsieh and others, 2008), in a fixed order. Gives what is always added, and
/// the weights by place.
fn fitted(
    rows: &[Row],
    places: usize,
    examples: &[&Example],
    sides: &[f32],
    cost: f32,
) -> (f32, Vec<f32>) {
    let square = |row: &Row| row.iter().map(|f| f.1 * f.1).sum::<f32>();
    let squares: Vec<f32> = rows.iter().map(|r| ALWAYS * ALWAYS + square(r)).collect();
    let mut weights = vec![0.0f32; places];
    let mut always = 0.0f32;
    let mut alphas = vec![0.0f32; rows.len()];
    // Another stride each round goes through the examples in another order.
    const STRIDES: [usize; 5] = [7919, 104_729, 1_299_709, 15_485_863, 86_028_121];
    for round in 0..ROUNDS {
        for n in 0..rows.len() {
            let at = (n * STRIDES[round % STRIDES.len()] + round) % rows.len();
            let (row, side) = (&rows[at], sides[at]);
            let sum: f32 = row.iter().map(|f| weights[f.0 as usize] * f.1).sum();
            let slack = 0.5 / (cost * examples[at].counts);
            let slope = side * (sum + always * ALWAYS) - 1.0 + slack * alphas[at];
            let next = (alphas[at] - slope / (squares[at] + slack)).max(0.0);
            let step = (next - alphas[at]) * side;
            alphas[at] = next;
            if step != 0.0 {
                always += step * ALWAYS;
                for f in row {
                    weights[f.0 as usize] += step * f.1;
                }
            }
        }
    }
    (always * ALWAYS, weights)
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

#[cfg(test)]
mod tried;
