//! Complaints out of a seed: who, about what, and what became of them.

use super::words::{
    CHANNELS, FAULTS, KINDS, MEN, MEN_OF, MOODS, REGIMES, SURNAMES, THINGS, WHEN, WISHES, WOMEN,
    WOMEN_OF,
};
use crate::choices::Choices;
use chrono::{DateTime, Days, FixedOffset, TimeDelta};
use complaint::{
    Complainant, ComplaintFields, Decision, DecisionKind, DemandFields, Matter, Money,
    NoAnswerReason,
};
use office::{By, NewComplaint, NewDemand};
use register::BulkComplaint;

/// A made-up complaint with a made-up fate: most old ones are closed, some
/// recent ones are begun or decided.
pub(super) fn with_fate(complaint: register::NewComplaint, place: u64, by: &By) -> BulkComplaint {
    let received = complaint.fields.received_at;
    let age = by.now.signed_duration_since(received).num_days();
    let closed = (age > 40 && !place.is_multiple_of(40)).then(|| {
        let words = "Вопрос решён по телефону в день обращения".to_owned();
        (
            received + TimeDelta::days(6),
            NoAnswerReason::AnsweredOrally,
            words,
        )
    });
    let decided = closed.is_none() && place.is_multiple_of(4);
    let decision = Decision {
        kind: DecisionKind::Satisfy,
        reasons: "Недостаток подтверждён проверкой качества.".into(),
        ground: String::new(),
        amount: complaint.demands.first().and_then(|d| d.fields.amount),
        action: String::new(),
        due: None,
        evidence: Vec::new(),
    };
    let decisions = complaint
        .demands
        .iter()
        .map(|_| decided.then(|| decision.clone()))
        .collect();
    BulkComplaint {
        recorded_at: received,
        acknowledged_at: place
            .is_multiple_of(3)
            .then_some(received + TimeDelta::hours(5)),
        decisions,
        diary: Vec::new(),
        closed,
        complaint,
    }
}

/// The `count` made-up complaints of a seed, the oldest first, received in the
/// three years before `now`.
pub(super) fn complaints(
    count: u64,
    seed: u64,
    now: DateTime<FixedOffset>,
) -> impl Iterator<Item = NewComplaint> {
    let span_minutes = 3 * 365 * 24 * 60;
    (0..count).map(move |n| {
        let mut pick = Choices(seed ^ n.wrapping_mul(0xA24B_AED4_963E_E407));
        let ago = i64::try_from((count - n) * span_minutes / count.max(1)).unwrap_or(0);
        let received_at = now
            .checked_sub_signed(TimeDelta::minutes(ago))
            .unwrap_or(now);
        complaint(&mut pick, n, received_at)
    })
}

fn complaint(pick: &mut Choices, n: u64, received_at: DateTime<FixedOffset>) -> NewComplaint {
    let (thing, of_thing, price) = *pick.of(THINGS);
    let (wish, wish_text) = *pick.of(WISHES);
    let (fault, when, mood) = (*pick.of(FAULTS), *pick.of(WHEN), *pick.of(MOODS));
    let kopecks = i64::from(price) * 100 + i64::try_from(pick.below(90)).unwrap_or(0) * 1_000;
    let price = Money::from_kopecks(kopecks).ok();
    let order = format!("А-{:05}", 10_000 + n % 90_000);
    let bought = received_at.date_naive() - Days::new(3 + pick.below(60) as u64);
    let text = format!(
        "Здравствуйте! {} купила у вас {thing}, заказ {order}. Товар {fault} {when}. {mood} {wish_text}.",
        bought.format("%d.%m.%Y"),
    );
    let mut subject: String = format!("Жалоба на качество {of_thing}: {fault}");
    if pick.below(3) == 0 {
        subject = format!(
            "{}: {thing} {fault}",
            wish_text.trim_start_matches("Прошу ")
        );
    }
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            matter: Matter {
                kind: *pick.of(KINDS),
                regime: *pick.of(REGIMES),
                channel: *pick.of(CHANNELS),
                complainant: complainant(pick, n),
                subject,
                order,
                price,
                ..Matter::default()
            },
            backdating_reason: Some("Перенесено из прежнего журнала".into()),
            text,
            ..ComplaintFields::received(received_at)
        },
        person_id: None,
        demands: vec![NewDemand {
            fields: DemandFields {
                kind: wish,
                detail: String::new(),
                amount: wish.asks_money().then_some(price).flatten(),
            },
            made_on: None,
        }],
        terms: Vec::new(),
    }
}

fn complainant(pick: &mut Choices, n: u64) -> Complainant {
    let surname = *pick.of(SURNAMES);
    let name = if pick.below(2) == 0 {
        format!("{surname} {} {}", pick.of(MEN), pick.of(MEN_OF))
    } else {
        format!("{surname}а {} {}", pick.of(WOMEN), pick.of(WOMEN_OF))
    };
    Complainant {
        name,
        email: format!("writer{n}@mail.example"),
        phone: format!("+7911555{:04}", n % 10_000),
        address: format!(
            "1{:05}, Санкт-Петербург, ул. Садовая, д. {}, кв. {}",
            90_000 + pick.below(9_999),
            1 + pick.below(120),
            1 + pick.below(300),
        ),
        ..Complainant::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_gives_one_register_and_another_seed_another() {
        let now: DateTime<FixedOffset> = "2026-11-22T10:00:00+03:00".parse().unwrap();
        let of = |seed| complaints(50, seed, now).collect::<Vec<_>>();
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
        assert!(
            of(7)
                .iter()
                .all(|c| c.fields.received_at <= now && !c.fields.text.is_empty())
        );
    }
}
