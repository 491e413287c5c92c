//! Days and sums that nobody means, wherever they are written.

use crate::day::{Shop, at, by, decision, kettle};
use complaint::*;
use office::*;

/// What is refused of a field, as «field problem».
fn refusal<T>(result: office::Result<T>) -> String {
    match result {
        Ok(_) => "taken".to_owned(),
        Err(error) => {
            let failure = Failure::from(error);
            format!(
                "{} {}",
                failure.field.unwrap_or_default(),
                failure.detail.unwrap_or_default()
            )
        }
    }
}

#[test]
fn days_and_sums_that_nobody_means_are_refused_by_their_field() {
    let shop = Shop::founded();
    let take = |new| office::complaint_add(&shop.office, &by(9, 12), new);
    let mut old = kettle();
    old.fields.received_at = "1900-01-01T10:00:00+03:00".parse().expect("a time");
    old.fields.backdating_reason = Some("нашли в архиве".into());
    assert_eq!(refusal(take(old)), "received_at too_early");
    let mut nothing = kettle();
    nothing.demands[0].fields.amount = "0,00".parse().ok();
    assert_eq!(refusal(take(nothing)), "demands.0.amount zero");
    let mut ahead = kettle();
    ahead.demands[0].made_on = "2027-12-01".parse().ok();
    assert_eq!(refusal(take(ahead.clone())), "demands.0.made_on future");

    let id = shop.takes(kettle());
    let demand = shop.card(id).demands[0].demand.id;
    let save = |values| {
        let save = DemandSave {
            complaint: id,
            demand: Some(demand),
            values,
        };
        office::demand_save(&shop.office, &by(10, 9), save)
    };
    assert_eq!(
        refusal(save(ahead.demands.remove(0))),
        "values.made_on future"
    );
    let clock = ClockRef {
        complaint: id,
        clock: None,
        demand: Some(demand),
    };
    let stop = |to: &str| {
        let stop = ClockStop {
            of: clock,
            from: at(10, 0).date_naive(),
            to: to.parse().ok(),
            ground: "товар не передан на проверку".into(),
            proof: None,
        };
        office::clock_pause(&shop.office, &by(10, 9), stop)
    };
    assert_eq!(refusal(stop("2099-12-01")), "to too_late");
    assert_eq!(refusal(stop("2026-12-01")), "taken");
    let promise = Decide {
        complaint: id,
        demand,
        decision: Some(Decision {
            due: "2099-12-01".parse().ok(),
            ..decision(
                DecisionKind::Satisfy,
                "Недостаток подтверждён.",
                Some("4590"),
            )
        }),
    };
    assert_eq!(
        refusal(office::decide(&shop.office, &by(10, 9), promise)),
        "due too_late"
    );
}
