//! Letters of many trades: the rules must hold for texts they were not made
//! from. Every text here is our own.

use chrono::NaiveDate;
use intake::{Envelope, Facts, facts_in};

struct Letter {
    subject: &'static str,
    from: &'static str,
    text: &'static str,
    kind: &'static str,
    regime: &'static str,
    demands: &'static [&'static str],
    amounts: &'static [&'static str],
    dates: &'static [&'static str],
    phones: &'static [&'static str],
    order: Option<&'static str>,
    name: Option<&'static str>,
}

const BLANK: Letter = Letter {
    subject: "",
    from: "",
    text: "",
    kind: "claim",
    regime: "goods",
    demands: &[],
    amounts: &[],
    dates: &[],
    phones: &[],
    order: None,
    name: None,
};

fn letters() -> Vec<Letter> {
    vec![
        Letter {
            subject: "Чайник",
            from: "Ирина Белова",
            text: "Чайник протекает. Прошу вернуть 4 590 рублей и возместить расходы на доставку, 600 рублей.",
            demands: &["refund", "expenses"],
            amounts: &["4590.00", "600.00"],
            name: Some("Ирина Белова"),
            ..BLANK
        },
        Letter {
            subject: "Химчистка испортила пальто",
            from: "Лидия Павлова",
            text: "Добрый день! 2 ноября сдала в вашу химчистку пальто, квитанция № 0318. Вернули с пятном и без пуговицы.\nТребую возместить ущерб в размере 18 500 руб. и вернуть стоимость чистки 1 900 руб.\nС уважением,\nПавлова Лидия Сергеевна\n8 921 555-03-18",
            regime: "household",
            demands: &["damages", "refund"],
            amounts: &["18500.00", "1900.00"],
            dates: &["2026-11-02"],
            phones: &["+79215550318"],
            order: Some("0318"),
            name: Some("Павлова Лидия Сергеевна"),
            ..BLANK
        },
        Letter {
            subject: "Автосервис, ремонт двигателя",
            from: "sergei_84",
            text: "Ваш автосервис 15.10.2026 ремонтировал двигатель моей машины, заказ-наряд № 7712. Через два дня стук вернулся. Прошу бесплатно устранить недостатки ремонта в срок до 1 декабря. Если откажете, подам в суд.\nОрлов Сергей Викторович",
            regime: "services",
            demands: &["fix_defects"],
            dates: &["2026-10-15", "2026-12-01"],
            order: Some("7712"),
            name: Some("Орлов Сергей Викторович"),
            ..BLANK
        },
        Letter {
            subject: "Фитнес",
            from: "Дарья",
            text: "Хочу расторгнуть договор № ФК-118 и вернуть деньги за неиспользованные месяцы абонемента. Заплатила 36 000 рублей 1 сентября 2026 г., ходила два месяца.",
            regime: "services",
            demands: &["contract_refusal", "refund"],
            amounts: &["36000.00"],
            dates: &["2026-09-01"],
            order: Some("ФК-118"),
            name: Some("Дарья"),
            ..BLANK
        },
        Letter {
            subject: "Холодная батарея",
            from: "Пётр Наумов",
            text: "В квартире третью неделю почти нет отопления, батареи едва тёплые, 14 градусов. Прошу сделать перерасчёт платы за октябрь и ноябрь.",
            regime: "communal",
            demands: &["recalculation"],
            name: Some("Пётр Наумов"),
            ..BLANK
        },
        Letter {
            subject: "Лифт не работает",
            from: "Вера Ильинична Крот",
            text: "Уважаемая управляющая компания! В третьем подъезде с 5 ноября стоит лифт, я инвалид и не могу выйти. Прошу разобраться и принять меры.",
            kind: "complaint",
            regime: "housing",
            demands: &["other"],
            dates: &["2026-11-05"],
            name: Some("Вера Ильинична Крот"),
            ..BLANK
        },
        Letter {
            subject: "Жалоба на номер",
            from: "Антон Белов",
            text: "Мы жили в вашей гостинице с 7 по 9 ноября 2026 года. В номере был холод, горничная не приходила. Просим снизить стоимость проживания, заплатили 14 200 ₽, бронь № HB-2291.",
            kind: "complaint",
            regime: "hotel",
            demands: &["price_reduction"],
            amounts: &["14200.00"],
            dates: &["2026-11-07", "2026-11-09"],
            order: Some("HB-2291"),
            name: Some("Антон Белов"),
            ..BLANK
        },
        Letter {
            subject: "Ужин в субботу",
            from: "Инна",
            text: "Вчера ужинали в вашем кафе, официант нагрубил, суп принесли холодным. Больше не придём и никому не советуем. Одна звезда.",
            kind: "review",
            regime: "catering",
            dates: &["2026-11-19"],
            name: Some("Инна"),
            ..BLANK
        },
        Letter {
            subject: "Потерян багаж",
            from: "Глеб Сомов",
            text: "10.11.2026 летел вашим рейсом SU-1205, багаж не прилетел. Требую выплатить компенсацию за утрату багажа и возместить расходы на вещи первой необходимости: 8 340 рублей.",
            regime: "carriage",
            demands: &["damages", "expenses"],
            amounts: &["8340.00"],
            dates: &["2026-11-10"],
            order: Some("SU-1205"),
            name: Some("Глеб Сомов"),
            ..BLANK
        },
        Letter {
            subject: "Возврат платья",
            from: "Мила Рощина",
            text: "Здравствуйте! Заказывала на вашем сайте платье, заказ 5581203, курьер привёз 17 ноября. Цвет совсем не тот. Хочу вернуть платье и получить деньги назад, 6 490 рублей. Доставку оплачивала отдельно.",
            regime: "distance",
            demands: &["refund"],
            amounts: &["6490.00"],
            dates: &["2026-11-17"],
            order: Some("5581203"),
            name: Some("Мила Рощина"),
            ..BLANK
        },
        Letter {
            subject: "Кухня не привезена",
            from: "Олег Зорин",
            text: "Внёс предоплату 120 000 рублей за кухню по договору №31/К от 01.08.2026. Срок передачи истёк 15 октября 2026 года, кухня не поставлена.\n\nТребую:\n1. вернуть предоплату;\n2. выплатить неустойку 0,5 % за каждый день;\n3. компенсировать моральный вред 10 000 руб.\n\nЗорин О. Д.",
            regime: "prepaid_goods",
            demands: &["refund", "penalty", "moral_damages"],
            amounts: &["120000.00", "10000.00"],
            dates: &["2026-08-01", "2026-10-15"],
            order: Some("31/К"),
            name: Some("Олег Зорин"),
            ..BLANK
        },
        Letter {
            subject: "Претензия по договору поставки",
            from: "ООО «Стройлес»",
            text: "По договору поставки № 12-П/2026 от 14.05.2026 мы отгрузили товар, УПД подписан. Просим погасить задолженность в сумме 412 350,80 руб. и уплатить пени. В случае неоплаты обратимся в арбитражный суд.",
            regime: "b2b",
            demands: &["payment", "penalty"],
            amounts: &["412350.80"],
            dates: &["2026-05-14"],
            order: Some("12-П/2026"),
            name: Some("ООО «Стройлес»"),
            ..BLANK
        },
        Letter {
            subject: "Запах из кафе",
            from: "Жильцы дома 5",
            text: "Запах от вашей вытяжки стоит во всём дворе, под нашими окнами круглые сутки гудит мотор. Прекратите это и уберите вытяжку! Пожалуемся в Роспотребнадзор.",
            kind: "complaint",
            regime: "neighbour",
            demands: &["stop_nuisance"],
            name: Some("Жильцы дома 5"),
            ..BLANK
        },
        Letter {
            subject: "Запрос сведений",
            from: "Роспотребнадзор, отдел защиты прав",
            text: "В связи с поступлением обращения гражданина просим представить до 1 декабря 2026 г. копии договора и объяснения по существу.",
            kind: "authority",
            regime: "general",
            demands: &["information"],
            dates: &["2026-12-01"],
            name: Some("Роспотребнадзор, отдел защиты прав"),
            ..BLANK
        },
        Letter {
            subject: "Благодарность",
            from: "Семья Лис",
            text: "Большое спасибо администратору Ольге и всей смене за праздник! Дети в восторге.",
            kind: "gratitude",
            regime: "none",
            name: Some("Семья Лис"),
            ..BLANK
        },
        Letter {
            subject: "вопрос",
            from: "Тимур",
            text: "Здравствуйте, купил у вас кроссовки в пятницу, ни разу не надевал. Нельзя ли обменять на другой размер? Заранее спасибо!",
            kind: "request",
            demands: &["exchange"],
            name: Some("Тимур"),
            ..BLANK
        },
        Letter {
            subject: "Ноутбук сломался",
            from: "Раиса Гром",
            text: "Купила ноутбук 03.06.2026 за 71 990 руб., он не включается. Ремонтировать не хочу. Прошу заменить на такой же или вернуть деньги. Ответ прошу сообщить по телефону +7 (343) 555-02-90 или письменно.",
            demands: &["replacement", "refund"],
            amounts: &["71990.00"],
            dates: &["2026-06-03"],
            phones: &["+73435550290"],
            name: Some("Раиса Гром"),
            ..BLANK
        },
        Letter {
            subject: "гарантия",
            from: "Виктор Дым",
            text: "Стиральная машина, купленная у вас в мае, течёт. Отремонтируйте по гарантии и дайте копию акта диагностики.\n> 12.11.2026 вы писали: вернём 5000 рублей\n> Петрова Анна Ивановна",
            demands: &["repair", "information"],
            name: Some("Виктор Дым"),
            ..BLANK
        },
        Letter {
            subject: "Зубы",
            from: "Эмма Юрьевна Штольц",
            text: "Стоматолог поставил пломбу, через неделю она выпала. Лечение стоило 9 400 р. Прошу вернуть уплаченные деньги, а также выдать выписку из медицинской карты.",
            regime: "medical",
            demands: &["refund", "information"],
            amounts: &["9400.00"],
            name: Some("Эмма Юрьевна Штольц"),
            ..BLANK
        },
        Letter {
            subject: "Отзыв согласия на обработку персональных данных",
            from: "Ян Корнев",
            text: "Я отзываю согласие на обработку моих персональных данных. Прошу удалить мой номер телефона из базы и больше не звонить.",
            kind: "request",
            regime: "personal_data",
            demands: &["erasure", "stop_nuisance"],
            name: Some("Ян Корнев"),
            ..BLANK
        },
        Letter {
            subject: "Подписка",
            from: "Юлия Ким",
            text: "Отключите платную подписку! Каждый месяц с карты уходит 299 рублей, я ничего не подключала. Верните всё списанное с августа, это 1 196 руб.",
            regime: "services",
            demands: &["stop_charging", "refund"],
            amounts: &["299.00", "1196.00"],
            name: Some("Юлия Ким"),
            ..BLANK
        },
        Letter {
            subject: "Тур в Карелию",
            from: "Марк Лунин",
            text: "Отказываюсь от тура по договору 5520 от 20.10.2026 из-за болезни. Прошу вернуть 58 тыс. рублей.",
            regime: "tourism",
            demands: &["contract_refusal", "refund"],
            amounts: &["58000.00"],
            dates: &["2026-10-20"],
            order: Some("5520"),
            name: Some("Марк Лунин"),
            ..BLANK
        },
        Letter {
            subject: "Хамство кассира",
            from: "Зоя Петровна Ладыгина",
            text: "18 ноября в вашем магазине кассир при всех назвала меня воровкой. Требую извинений!",
            kind: "complaint",
            demands: &["apology"],
            dates: &["2026-11-18"],
            name: Some("Зоя Петровна Ладыгина"),
            ..BLANK
        },
        Letter {
            subject: "Маркетплейс не отвечает",
            from: "Егор Топоров",
            text: "Купил на маркетплейсе наушники, пришли сломанные. Площадка обязана ответить. Верните 3 299 рублей, деньги переведите на карту 2200 0000 0000 0042.",
            regime: "distance",
            demands: &["refund"],
            amounts: &["3299.00"],
            name: Some("Егор Топоров"),
            ..BLANK
        },
        Letter {
            subject: "Удержание комиссии",
            from: "ИП Носов",
            text: "Мы продаём на Озоне чайники. Площадка удержала комиссию 12 400 руб. дважды, в кабинете продавца ответа нет. Прошу сделать перерасчёт.",
            regime: "platform",
            demands: &["recalculation"],
            amounts: &["12400.00"],
            name: Some("ИП Носов"),
            ..BLANK
        },
        Letter {
            subject: "Не работает интернет",
            from: "Юлия Ким",
            text: "Провайдер месяц не даёт домашний интернет, а абонентскую плату списывает. Прошу сделать перерасчёт.",
            regime: "telecom",
            demands: &["recalculation"],
            name: Some("Юлия Ким"),
            ..BLANK
        },
        Letter {
            subject: "Broken kettle",
            from: "John Miller",
            text: "Hello, I bought a kettle in your shop on 5 November 2026 for 2500 rubles (order 99812). It does not work. Please replace it or give me my money back. My phone is +44 20 7946 0018.",
            demands: &["replacement", "refund"],
            amounts: &["2500.00"],
            dates: &["2026-11-05"],
            phones: &["+442079460018"],
            order: Some("99812"),
            name: Some("John Miller"),
            ..BLANK
        },
        Letter {
            subject: "Delete my data",
            from: "Ann Lee",
            text: "Please delete my personal data and explain how you got my address.",
            kind: "request",
            regime: "personal_data",
            demands: &["erasure", "information"],
            name: Some("Ann Lee"),
            ..BLANK
        },
        Letter {
            subject: "Наушники",
            from: "Рита",
            text: "Купила наушники, всё понравилось, спасибо. Но чек потеряла. Можете прислать копию чека?",
            kind: "request",
            demands: &["information"],
            name: Some("Рита"),
            ..BLANK
        },
        Letter {
            subject: "Отмена заказа",
            from: "Инга Валерьевна Дрозд",
            text: "Прошу отменить заказ № Д-3310 от 14.11.2026 и вернуть предоплату 5 000 рублей: вы трижды переносили срок поставки.",
            regime: "prepaid_goods",
            demands: &["contract_refusal", "refund"],
            amounts: &["5000.00"],
            dates: &["2026-11-14"],
            order: Some("Д-3310"),
            name: Some("Инга Валерьевна Дрозд"),
            ..BLANK
        },
        Letter {
            subject: "Испортили машину",
            from: "Роман Девятов",
            text: "На вашей мойке 8 ноября поцарапали капот. Оценка ущерба 27 800 рублей, прошу возместить. Видео есть.",
            regime: "services",
            demands: &["damages"],
            amounts: &["27800.00"],
            dates: &["2026-11-08"],
            name: Some("Роман Девятов"),
            ..BLANK
        },
        Letter {
            subject: "Сломалась коляска",
            from: "Алия Хасанова",
            text: "Коляску купили 2 сентября 2026, колесо отвалилось 19 октября. Хотим, чтобы вы её починили бесплатно или заменили на новую. Чек № 4410.",
            demands: &["repair", "replacement"],
            dates: &["2026-09-02", "2026-10-19"],
            order: Some("4410"),
            name: Some("Алия Хасанова"),
            ..BLANK
        },
        Letter {
            subject: "Где мой заказ?",
            from: "Денис",
            text: "Заказ № 77-1203 оплатил 1 ноября, обещали привезти 10 ноября. Когда привезёте?",
            regime: "prepaid_goods",
            demands: &["delivery"],
            dates: &["2026-11-01", "2026-11-10"],
            order: Some("77-1203"),
            name: Some("Денис"),
            ..BLANK
        },
        Letter {
            subject: "Аптека",
            from: "Глеб",
            text: "В вашей аптеке продали просроченный сироп. Я не требую денег, просто извинитесь.",
            kind: "complaint",
            demands: &["apology"],
            name: Some("Глеб"),
            ..BLANK
        },
        Letter {
            subject: "Мои данные",
            from: "Ким Лариса",
            text: "Вы выложили мои паспортные данные на сайте. Требую немедленно удалить их, сообщить, кто их видел, и выплатить 50000 рублей морального вреда.",
            regime: "personal_data",
            demands: &["erasure", "information", "moral_damages"],
            amounts: &["50000.00"],
            name: Some("Ким Лариса"),
            ..BLANK
        },
    ]
}

fn words<T: serde::Serialize>(values: &[T]) -> Vec<String> {
    let mut words: Vec<String> = values
        .iter()
        .map(|value| {
            serde_json::to_value(value)
                .unwrap()
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    words.sort();
    words
}

fn sorted(values: &[&str]) -> Vec<String> {
    let mut values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
    values.sort();
    values
}

fn differences(letter: &Letter, facts: &Facts) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |field: &str, got: String, expected: String| {
        if got != expected {
            wrong.push(format!(
                "«{}» {field}: {got} for {expected}",
                letter.subject
            ));
        }
    };
    compare("kind", facts.kind.as_str().into(), letter.kind.into());
    compare("regime", facts.regime.as_str().into(), letter.regime.into());
    compare(
        "order",
        format!("{:?}", facts.order.as_deref()),
        format!("{:?}", letter.order),
    );
    compare(
        "name",
        format!("{:?}", facts.name.as_deref()),
        format!("{:?}", letter.name),
    );
    for (field, got, expected) in [
        ("demands", words(&facts.demands), letter.demands),
        ("amounts", words(&facts.amounts), letter.amounts),
        ("dates", words(&facts.dates), letter.dates),
        ("phones", words(&facts.phones), letter.phones),
    ] {
        compare(field, got.join(" "), sorted(expected).join(" "));
    }
    wrong
}

#[test]
fn letters_of_many_trades_are_understood() {
    let mut wrong = Vec::new();
    for letter in letters() {
        let envelope = Envelope {
            subject: letter.subject,
            from_name: Some(letter.from),
            from_address: Some("someone@mail.example"),
            sent: NaiveDate::from_ymd_opt(2026, 11, 20),
            ..Envelope::default()
        };
        wrong.extend(differences(&letter, &facts_in(letter.text, &envelope)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
