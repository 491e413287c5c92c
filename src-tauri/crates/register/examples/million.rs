//! Fills an office with many complaints and measures lists and searches on it:
//! `cargo run --release -p register --example million -- DIR [COUNT]`.
#![allow(clippy::print_stdout)]

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};
use complaint::*;
use register::*;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

/// A plain linear congruence: the same office each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

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

fn words(dice: &mut Dice, count: usize) -> String {
    let mut text = String::new();
    for _ in 0..count {
        if !text.is_empty() {
            text.push(' ');
        }
        if dice.roll(3) == 0 {
            text.push_str(dice.pick(SMALL));
        } else {
            // The square makes some words common and others rare.
            let at = dice.roll(STEMS.len()) * dice.roll(STEMS.len()) / STEMS.len();
            text.push_str(STEMS[at]);
            if dice.roll(40) == 0 {
                text.push_str(&dice.roll(5000).to_string());
            } else {
                text.push_str(dice.pick(ENDINGS));
            }
        }
    }
    text
}

fn made(dice: &mut Dice, nth: u64, of: u64) -> BulkComplaint {
    let start = DateTime::parse_from_rfc3339("2020-01-03T09:00:00+03:00").expect("a time");
    let minutes =
        3_600_000_i64 * i64::try_from(nth).expect("small") / i64::try_from(of).expect("small");
    let recorded: DateTime<FixedOffset> = start + Duration::minutes(minutes);
    let open = nth * 20 > of * 19;
    let demands = (0..1 + dice.roll(2))
        .map(|_| NewDemand {
            fields: DemandFields {
                kind: DemandKind::ALL[dice.roll(DemandKind::ALL.len())],
                detail: String::new(),
                amount: Money::from_kopecks(100 * dice.roll(900_000) as i64).ok(),
            },
            made_on: recorded.date_naive(),
            due: Due {
                rule: Some("goods/refund".into()),
                legal: Some(recorded.date_naive() + Duration::days(10)),
                safe: Some(recorded.date_naive() + Duration::days(10)),
            },
        })
        .collect();
    let name = format!("{} {}", dice.pick(FAMILIES), dice.pick(NAMES));
    BulkComplaint {
        complaint: NewComplaint {
            fields: ComplaintFields {
                kind: Kind::ALL[dice.roll(3)],
                regime: Regime::Goods,
                channel: Channel::ALL[dice.roll(Channel::ALL.len())],
                received_at: recorded - Duration::hours(dice.roll(30) as i64),
                backdating_reason: None,
                complainant: Complainant {
                    name,
                    email: format!("client{}@example.org", dice.roll(400_000)),
                    ..Complainant::default()
                },
                subject: words(dice, 4),
                text: {
                    let count = 30 + dice.roll(40);
                    words(dice, count)
                },
                order: format!("{}", dice.roll(1_000_000)),
                their_number: String::new(),
                their_date: None,
                price: None,
            },
            person: None,
            demands,
        },
        recorded_at: recorded,
        acknowledged_at: (!open || dice.roll(2) == 0).then_some(recorded),
        decisions: Vec::new(),
        diary: Vec::new(),
        closed: (!open).then(|| {
            (
                recorded + Duration::days(5),
                NoAnswerReason::AnsweredOrally,
                String::new(),
            )
        }),
    }
}

/// The first answer and the median of the next nine, in milliseconds.
fn time(what: &str, mut ask: impl FnMut() -> u64) {
    let mut took = Vec::new();
    let mut answer = 0;
    for _ in 0..10 {
        let start = Instant::now();
        answer = ask();
        took.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let first = took.remove(0);
    took.sort_by(f64::total_cmp);
    println!("{what:<44} {first:>9.2} {:>9.2}   {answer}", took[4]);
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let dir = PathBuf::from(arguments.next().expect("a folder"));
    let of: u64 = arguments
        .next()
        .map_or(1_000_000, |n| n.parse().expect("a count"));
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").expect("a time");
    let by = By {
        actor: Actor::named("Анна"),
        now,
    };
    let profile = OfficeProfile {
        name: "Север".into(),
        requisites: Requisites::default(),
        letterhead: Letterhead::default(),
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: true,
        usual_regime: Regime::Goods,
        approval: Default::default(),
    };
    if !dir.join("office.sqlite").exists() {
        let office = Register::create(&dir, &by, &profile).expect("a new office");
        let mut dice = Dice(7);
        let start = Instant::now();
        let rows = (0..of).map(|nth| made(&mut dice, nth, of));
        let written = office
            .bulk_add(&by, rows, &|_| ControlFlow::Continue(()))
            .expect("written");
        let seconds = start.elapsed().as_secs_f64();
        println!(
            "{written} written in {seconds:.1} s, {:.0} a second",
            written as f64 / seconds
        );
    }
    let start = Instant::now();
    let office = Register::open(&dir, now).expect("an office");
    println!("opened in {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    let today: NaiveDate = now.date_naive();
    println!("{:<44} {:>9} {:>9}", "", "first ms", "then ms");
    let page = |query: &RegisterQuery, offset: u64| {
        let page = office
            .complaints_page(query, offset, 60, today)
            .expect("a page");
        page.total + u64::from(page.rows.is_empty())
    };
    let plain = RegisterQuery::default();
    time("first page", || page(&plain, 0));
    time("page in the middle", || page(&plain, of / 2));
    time("last page", || page(&plain, of - 60));
    for sort in [
        SortColumn::Number,
        SortColumn::Due,
        SortColumn::Complainant,
        SortColumn::Subject,
        SortColumn::Status,
    ] {
        let query = RegisterQuery {
            sort,
            ..plain.clone()
        };
        time(&format!("first page by {sort:?}"), || page(&query, 0));
        time(&format!("middle page by {sort:?}"), || page(&query, of / 2));
    }
    let open = RegisterQuery {
        statuses: vec![
            Status::Fresh,
            Status::InWork,
            Status::Waiting,
            Status::Decided,
        ],
        ..plain.clone()
    };
    time("open only", || page(&open, 0));
    time("open only, far down", || page(&open, of / 25));
    let closed = RegisterQuery {
        statuses: vec![Status::Closed],
        ..plain.clone()
    };
    time("closed only, middle", || page(&closed, of / 2));
    let phone = RegisterQuery {
        channels: vec![Channel::Phone],
        ..plain.clone()
    };
    time("one channel", || page(&phone, 0));
    time("one channel, middle", || page(&phone, of / 20));
    let none = RegisterQuery {
        kinds: vec![Kind::Gratitude],
        ..plain.clone()
    };
    time("a kind nobody used", || page(&none, 0));
    for due in [DueFilter::Overdue, DueFilter::Week, DueFilter::None] {
        let query = RegisterQuery {
            due: Some(due),
            ..plain.clone()
        };
        time(&format!("due {due:?}"), || page(&query, 0));
    }
    for text in [
        "чайники",
        "чайниками телефону",
        "номер4711",
        "ВХ-2026/0001",
        "вх 2026/1",
        "1",
        "ча",
        "чай",
        "не",
        "сосед",
        "Орловой",
        "нетакого",
    ] {
        let query = RegisterQuery {
            text: text.into(),
            ..plain.clone()
        };
        time(&format!("page with «{text}»"), || page(&query, 0));
        time(&format!("search «{text}»"), || {
            office.search(text, 30).expect("hits").len() as u64
        });
    }
    let both = RegisterQuery {
        text: "чайник".into(),
        ..open.clone()
    };
    time("open only with «чайник»", || page(&both, 0));
    let both = RegisterQuery {
        text: "чайник".into(),
        kinds: vec![Kind::Gratitude],
        ..plain.clone()
    };
    time("«чайник» of a kind nobody used", || page(&both, 0));
    for typed in [
        "о",
        "мар",
        "марин",
        "сергеевна",
        "волкова анна",
        "зайцев в",
        "client123",
        "0000",
    ] {
        time(&format!("cards of «{typed}»"), || {
            office.person_find(typed, 8).expect("cards").len() as u64
        });
    }
    time("today", || {
        office.today(today, 3, 50).expect("today").overdue.total
    });
    time("keyset page", || {
        office
            .complaints_after(&plain, None, 60, today)
            .expect("rows")
            .0
            .len() as u64
    });
    let mut nth = 0;
    time("one case", || {
        nth += 7;
        let id = office
            .complaint_by_number(&format!("вх-2025/{}", nth + 1000))
            .expect("found")
            .expect("there");
        office.case(id).expect("a case").demands.len() as u64
    });
    time("one complaint added", || {
        let new = made(&mut Dice(99), of, of + 1).complaint;
        let added = office.transact(&by, Op::ComplaintAdd, |change| {
            change.complaint_add(None, &new, &[])
        });
        added.expect("added").0.number.len() as u64
    });
    time("first page after it", || page(&plain, 0));
    let start = Instant::now();
    let check = office.journal_verify().expect("checked");
    println!(
        "journal of {} rows verified in {:.1} s: {:?}",
        check.rows,
        start.elapsed().as_secs_f64(),
        check.broken
    );
}
