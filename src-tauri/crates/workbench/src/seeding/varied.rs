//! Complaints of many words, common and rare, over six years: what lists and
//! searches are asked of. They make no sense to a reader.

use crate::choices::Choices;
use chrono::{DateTime, Duration, FixedOffset};
use complaint::{
    Channel, Complainant, ComplaintFields, DemandFields, DemandKind, Kind, Matter, Money,
    NoAnswerReason, Regime,
};
use register::{BulkComplaint, Due, NewComplaint, NewDemand};

const STEMS: &[&str] = &[
    "чайник",
    "телефон",
    "утюг",
    "заказ",
    "магазин",
    "курьер",
    "деньг",
    "договор",
    "товар",
    "возврат",
    "ремонт",
    "гарант",
    "срок",
    "чек",
    "продав",
    "менеджер",
    "склад",
    "доставк",
    "коробк",
    "экран",
    "батаре",
    "кнопк",
    "провод",
    "диван",
    "стол",
    "шкаф",
    "окн",
    "двер",
    "номер",
    "гостиниц",
    "завтрак",
    "уборк",
    "соседн",
    "шум",
    "квитанц",
    "тариф",
    "счётчик",
    "подъезд",
    "лифт",
    "квартир",
    "салон",
    "мастер",
    "краск",
    "стрижк",
    "запис",
    "врач",
    "клиник",
    "анализ",
    "билет",
    "рейс",
];
const ENDINGS: &[&str] = &["", "а", "у", "ом", "е", "и", "ов", "ам", "ами", "ах"];
const SMALL: &[&str] = &[
    "и",
    "в",
    "не",
    "на",
    "я",
    "что",
    "он",
    "с",
    "это",
    "как",
    "мне",
    "у",
    "вас",
    "был",
    "через",
];
const FAMILIES: &[&str] = &[
    "Соколова",
    "Иванов",
    "Петрова",
    "Кузнецов",
    "Орлова",
    "Смирнов",
    "Волкова",
    "Зайцев",
];
const NAMES: &[&str] = &[
    "Марина Львовна",
    "Пётр Ильич",
    "Анна Сергеевна",
    "Олег Игоревич",
    "Вера Павловна",
];

/// Minutes from the first complaint to the last.
const SPAN: u64 = 3_600_000;

fn words(pick: &mut Choices, count: usize) -> String {
    let mut text = String::new();
    for _ in 0..count {
        if !text.is_empty() {
            text.push(' ');
        }
        if pick.below(3) == 0 {
            let small: &str = pick.of::<&str>(SMALL);
            text.push_str(small);
            continue;
        }
        // The product makes some words common and others rare.
        let at = pick.below(STEMS.len()) * pick.below(STEMS.len()) / STEMS.len();
        text.push_str(STEMS[at]);
        if pick.below(40) == 0 {
            text.push_str(&pick.below(5_000).to_string());
        } else {
            let ending: &str = pick.of::<&str>(ENDINGS);
            text.push_str(ending);
        }
    }
    text
}

/// The `nth` of so many complaints, the first of them recorded at `start`. All
/// but the last twentieth are closed.
pub(crate) fn varied(nth: u64, of: u64, start: DateTime<FixedOffset>) -> BulkComplaint {
    let mut pick = Choices(nth);
    let minutes = i64::try_from(SPAN * nth / of.max(1)).unwrap_or(i64::MAX);
    let recorded_at = start + Duration::minutes(minutes);
    let is_open = nth * 20 > of * 19;
    let due = recorded_at.date_naive() + Duration::days(10);
    let demands = (0..=pick.below(2))
        .map(|_| NewDemand {
            fields: DemandFields {
                kind: *pick.of(DemandKind::ALL),
                detail: String::new(),
                amount: Money::from_kopecks(100 * pick.below(900_000) as i64).ok(),
            },
            made_on: recorded_at.date_naive(),
            due: Due {
                rule: Some("goods/refund".into()),
                legal: Some(due),
                safe: Some(due),
            },
        })
        .collect();
    let length = 30 + pick.below(40);
    let mut fields = ComplaintFields {
        matter: Matter {
            kind: *pick.of(&Kind::ALL[..3]),
            regime: Regime::Goods,
            channel: *pick.of(Channel::ALL),
            subject: words(&mut pick, 4),
            order: pick.below(1_000_000).to_string(),
            ..Matter::default()
        },
        received_at: recorded_at - Duration::hours(pick.below(30) as i64),
        text: words(&mut pick, length),
        ..ComplaintFields::received(recorded_at)
    };
    // The order of picks is part of the register they make.
    fields.matter.complainant = Complainant {
        name: format!("{} {}", pick.of(FAMILIES), pick.of(NAMES)),
        email: format!("client{}@mail.example", pick.below(400_000)),
        ..Complainant::default()
    };
    BulkComplaint {
        complaint: NewComplaint {
            fields,
            person: None,
            demands,
        },
        recorded_at,
        acknowledged_at: (!is_open || pick.below(2) == 0).then_some(recorded_at),
        decisions: Vec::new(),
        diary: Vec::new(),
        closed: (!is_open).then(|| {
            let words = String::new();
            (
                recorded_at + Duration::days(5),
                NoAnswerReason::AnsweredOrally,
                words,
            )
        }),
    }
}
