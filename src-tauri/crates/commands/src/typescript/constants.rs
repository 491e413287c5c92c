//! What the screens know of the domain without asking: written in Rust once, generated beside the types.

use super::Typescript;
use complaint::DemandKind;

/// Every constant, in the order in which they are to stand.
pub fn gather(ts: &mut Typescript) {
    let for_money = DemandKind::ALL.iter().copied();
    ts.constant(
        "DEMANDS_FOR_MONEY",
        "What asks for a sum of money.",
        &for_money
            .filter(|kind| kind.asks_money())
            .collect::<Vec<_>>(),
    );
}
