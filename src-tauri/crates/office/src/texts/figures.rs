//! Figures as both languages write them.

use complaint::Money;

pub(super) fn sum(sum: Money) -> String {
    russian::amount::figures_sign(sum.kopecks())
}

/// Thousandths as per cent: 5 is `0.5` with a point for `mark`.
pub(super) fn per_cent(per_mille: u32, mark: char) -> String {
    match (per_mille / 10, per_mille % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}{mark}{tenth}"),
    }
}
