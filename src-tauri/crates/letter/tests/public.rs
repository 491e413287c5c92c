//! Public replies: no ground to name anybody is recorded for them, so they never do.

use crate::cases::{case, of_kind, refund};
use complaint::{DecisionKind, FormKind, Kind, Language, Regime};
use letter::{
    CaseForLetter, Finding, Form, FormPart, LetterBeside, Severity, check_form, compose_form,
};

/// What tells of the planted person, in any case and spelling.
const PLANTED: [&str; 9] = [
    "соколов",
    "sokolov",
    "марин",
    "marin",
    "львовн",
    "декабрист",
    "555-01-63",
    "пульпит",
    "pulpit",
];

fn planted(regime: Regime) -> CaseForLetter {
    let mut case = case(vec![refund(Some(of_kind(DecisionKind::Refuse)))]);
    case.matter.regime = regime;
    case.matter.subject = "Хронический пульпит после лечения".into();
    let who = &mut case.matter.complainant;
    who.name = "Соколова Марина Львовна".into();
    who.address = "191000, Санкт-Петербург, ул. Декабристов, д. 44".into();
    who.phone = "+79525550163".into();
    who.email = "sokolova@mail.example".into();
    case.demands[0].fields.detail = "за лечение пульпита".into();
    case
}

fn typed(text: &str) -> Form {
    Form {
        kind: FormKind::Public,
        language: Language::Ru,
        limit: None,
        parts: vec![FormPart {
            id: "reply".into(),
            title: String::new(),
            text: text.into(),
        }],
    }
}

/// What stops a public reply for somebody's data, with its words.
fn stops(form: &Form, case: &CaseForLetter) -> Vec<String> {
    let found = check_form(form, case, &LetterBeside::default());
    let told = |one: &&Finding| one.severity == Severity::Must && one.rule.starts_with("data.");
    let words = |one: &Finding| {
        let text = form.parts[0].text.chars();
        let (from, to) = (one.start as usize, one.end as usize);
        let words: String = text.skip(from).take(to - from).collect();
        format!("{}: {words}", one.rule)
    };
    found.iter().filter(told).map(words).collect()
}

#[test]
fn a_composed_public_reply_tells_nothing_of_the_person() {
    for &regime in Regime::ALL {
        for &kind in Kind::ALL {
            for &decided in DecisionKind::ALL {
                for &language in Language::ALL {
                    let mut case = planted(regime);
                    case.matter.kind = kind;
                    case.demands[0].decision = Some(of_kind(decided));
                    let beside = LetterBeside::default();
                    let form = compose_form(FormKind::Public, language, None, &case, &beside);
                    let text = form.text().to_lowercase();
                    let told: Vec<_> = PLANTED.iter().filter(|one| text.contains(**one)).collect();
                    assert!(told.is_empty(), "{regime:?} {kind:?} {told:?}: {text}");
                    assert_eq!(stops(&form, &case), [""; 0], "{regime:?} {kind:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn what_is_typed_into_a_public_reply_stops_it() {
    for regime in [Regime::Medical, Regime::Goods, Regime::Catering] {
        let case = planted(regime);
        for words in [
            "Мы ответили Соколовой лично.",
            "Говорили с Мариной Львовной.",
            "Ответ отправлен Sokolova.",
            "Мы были на Декабристов, 44.",
            "Звонили по номеру 8 (952) 555-01-63.",
            "Написали на sokolova@mail.example.",
            "Лечение хронического пульпита шло по плану.",
            "С пульпитом так бывает.",
        ] {
            assert_ne!(stops(&typed(words), &case), [""; 0], "{regime:?}: {words}");
        }
        let kept =
            "Здравствуйте! Спасибо, что рассказали об этом. Напишите нам в личные сообщения.";
        assert_eq!(stops(&typed(kept), &case), [""; 0], "{regime:?}");
    }
}

#[test]
fn a_sole_trader_may_sign_and_give_the_shops_telephone() {
    let mut case = planted(Regime::Goods);
    case.office.requisites.name = "ИП Носова Анна Сергеевна".into();
    case.office.requisites.phone = Some("+7 812 555-01-20 доб. 12".into());
    for &language in Language::ALL {
        let beside = LetterBeside::default();
        let form = compose_form(FormKind::Public, language, None, &case, &beside);
        assert_eq!(stops(&form, &case), [""; 0], "{}", form.text());
    }
    for words in [
        "С уважением, ИП Носова Анна Сергеевна.",
        "Отвечает Анна Сергеевна, владелец магазина.",
        "Напишите Носовой А. С. или спросите Анну Сергеевну.",
        "Звоните: +7 812 555-01-20, доб. 12.",
        "Звоните: 8 (812) 555-01-20 (доб. 12).",
    ] {
        assert_eq!(stops(&typed(words), &case), [""; 0], "{words}");
    }
    // A namesake among the complainants stays theirs.
    case.matter.complainant.name = "Соколова Анна Львовна".into();
    for words in ["Анна, спасибо за отзыв.", "Ответили Анне Львовне."]
    {
        assert_ne!(stops(&typed(words), &case), [""; 0], "{words}");
    }
}
