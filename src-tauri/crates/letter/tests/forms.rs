//! The other forms of an answer, written from the case and read against it.

use crate::cases::{self, bare, case, courier, day, of_kind, ready_for, refund};
use complaint::{Channel, DecisionKind, DemandKind, FormKind, Kind, Language, LetterKind, Regime};
use letter::{
    CaseForLetter, DemandForLetter, Finding, Form, LetterBeside, Severity, check_form, compose_form,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn sent() -> LetterBeside {
    LetterBeside {
        number: Some("ИСХ-2026/0001".into()),
        date: Some(day(2026, 11, 22)),
        sent: Some(Channel::Email),
    }
}

fn limit(kind: FormKind) -> Option<u32> {
    match kind {
        FormKind::Public => Some(500),
        FormKind::Sms => Some(201),
        FormKind::Call => None,
    }
}

fn serious(found: &[Finding]) -> Vec<String> {
    let weighty = found.iter().filter(|f| f.severity != Severity::Hint);
    weighty
        .map(|f| format!("{} {:?} {}", f.rule, f.block, f.message_ru))
        .collect()
}

/// Each finding with the words it points at.
fn faults(form: &Form, case: &CaseForLetter) -> Vec<String> {
    let found = check_form(form, case, &sent());
    let weighty = found.iter().filter(|f| f.severity != Severity::Hint);
    weighty
        .map(|f| {
            let part = form.parts.iter().find(|p| Some(&p.id) == f.block.as_ref());
            let words: String = part.map_or(String::new(), |p| {
                let (from, to) = (f.start as usize, f.end as usize);
                p.text.chars().skip(from).take(to - from).collect()
            });
            format!("{} {:?} {}: {words}", f.rule, form.kind, f.message_ru)
        })
        .collect()
}

fn decided(kind: DemandKind, decision: DecisionKind, id: u128) -> DemandForLetter {
    let mut demand = refund(Some(of_kind(decision)));
    demand.id = cases::demand_id(id);
    demand.fields.kind = kind;
    if !kind.asks_money() {
        demand.fields.amount = None;
        if let Some(d) = &mut demand.decision {
            d.amount = None;
        }
    }
    demand
}

#[test]
fn what_is_composed_needs_no_mending() {
    let mut wrong = BTreeSet::new();
    for &regime in Regime::ALL {
        for &language in Language::ALL {
            for &form in FormKind::ALL {
                for &decision in DecisionKind::ALL {
                    let mut one = case(vec![refund(Some(of_kind(decision)))]);
                    one.matter.regime = regime;
                    let made = compose_form(form, language, limit(form), &one, &sent());
                    wrong.extend(faults(&made, &one));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_demand_in_every_decision_agrees_with_itself() {
    let mut wrong = BTreeSet::new();
    for &language in Language::ALL {
        for &form in FormKind::ALL {
            for &kind in DemandKind::ALL {
                for &decision in DecisionKind::ALL {
                    let other = if decision == DecisionKind::Refuse {
                        DecisionKind::Satisfy
                    } else {
                        DecisionKind::Refuse
                    };
                    let both = case(vec![
                        decided(kind, decision, 1),
                        decided(DemandKind::Penalty, other, 2),
                    ]);
                    let made = compose_form(form, language, limit(form), &both, &sent());
                    wrong.extend(faults(&made, &both));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn forms_before_a_decision_promise_nothing() {
    for &language in Language::ALL {
        for &form in FormKind::ALL {
            let open = ready_for(LetterKind::Interim);
            let made = compose_form(form, language, limit(form), &open, &LetterBeside::default());
            let found = check_form(&made, &open, &LetterBeside::default());
            assert!(
                found.iter().all(|f| f.rule != "form.contradiction"),
                "{found:#?}"
            );
            assert!(
                !made.text().contains("4 590") && !made.text().contains("4\u{a0}590")
                    || form == FormKind::Call
            );
        }
    }
}

#[test]
fn a_public_reply_says_nothing_of_the_person() {
    for &decision in DecisionKind::ALL {
        for &language in Language::ALL {
            for most in [300, 500, 1000] {
                let one = case(vec![
                    refund(Some(of_kind(decision))),
                    courier(Some(of_kind(DecisionKind::Refuse))),
                ]);
                let made = compose_form(FormKind::Public, language, Some(most), &one, &sent());
                let text = made.text();
                assert!(text.chars().count() <= most as usize, "{most}: {text}");
                for what in [
                    "Сокол",
                    "Sokol",
                    "Марин",
                    "4417",
                    "4590",
                    "4 590",
                    "0001",
                    "Садовая",
                    "чайник",
                ] {
                    let shop = text.replace("Северный чайник", "").replace("chainik", "");
                    assert!(!shop.contains(what), "{what} in {text}");
                }
            }
        }
    }
}

fn edited(kind: FormKind, language: Language, text: &str) -> Form {
    let mut form = compose_form(kind, language, limit(kind), &partly(), &sent());
    form.parts.truncate(1);
    form.parts[0].text = text.into();
    form
}

/// Money back granted, the courier refused.
fn partly() -> CaseForLetter {
    case(vec![
        refund(Some(of_kind(DecisionKind::Satisfy))),
        courier(Some(of_kind(DecisionKind::Refuse))),
    ])
}

fn rules(kind: FormKind, language: Language, text: &str) -> Vec<String> {
    let found = check_form(&edited(kind, language, text), &partly(), &sent());
    found.into_iter().map(|f| f.rule).collect()
}

#[test]
fn contradictions_are_found() {
    let mut missed: Vec<String> = Vec::new();
    use FormKind::{Call, Public, Sms};
    let ru: &[(FormKind, &str, &str)] = &[
        (
            Call,
            "form.contradiction",
            "Мы возместим Ваши расходы. Деньги вернём.",
        ),
        (
            Call,
            "form.contradiction",
            "Деньги вернуть не можем. Расходы не возместим.",
        ),
        (
            Call,
            "form.contradiction",
            "Возврат денег — нет; возмещение расходов — нет.",
        ),
        (
            Call,
            "form.contradiction",
            "Возмещение расходов — да. Деньги вернём.",
        ),
        (
            Sms,
            "form.contradiction",
            "ВХ-2026/0001: все Ваши требования удовлетворены, письмо на почте.",
        ),
        (
            Sms,
            "form.sum_differs",
            "ВХ-2026/0001: вернём деньги, 5 000 руб. Письмо на почте.",
        ),
        (
            Sms,
            "form.date_differs",
            "ВХ-2026/0001: вернём деньги не позднее 30.12.2026. Письмо на почте.",
        ),
        (
            Sms,
            "form.date_differs",
            "ВХ-2026/0001: вернём деньги до 3 декабря 2026 г. Письмо на почте.",
        ),
        (
            Sms,
            "form.number_missing",
            "Требования удовлетворены частично, письмо на почте.",
        ),
        (Call, "form.demand_missing", "Деньги вернём."),
        (
            Public,
            "data.name",
            "Здравствуйте, Марина! Напишите нам лично.",
        ),
        (
            Public,
            "data.name",
            "Мы уже ответили госпоже Соколовой. Напишите нам лично.",
        ),
        (
            Public,
            "data.name",
            "Марине Львовне мы ответили. Напишите нам лично.",
        ),
        (
            Public,
            "data.phone",
            "Мы звонили Вам на +7 921 000-00-01. Напишите нам лично.",
        ),
        (
            Public,
            "data.email",
            "Ответ ушёл на sokolova@mail.example. Напишите нам лично.",
        ),
        (
            Public,
            "data.address",
            "Курьер был на ул. Садовая, д. 12, кв. 7. Напишите нам лично.",
        ),
        (
            Public,
            "data.number",
            "По заказу № 4417 мы ответили. Напишите нам лично.",
        ),
        (
            Public,
            "data.number",
            "Обращение ВХ-2026/0001 рассмотрено. Напишите нам лично.",
        ),
        (
            Public,
            "data.sum",
            "Мы вернули 4 590 руб. Напишите нам лично.",
        ),
        (
            Public,
            "data.card",
            "Деньги ушли на карту 4111 1111 1111 1111. Напишите нам лично.",
        ),
        (
            Public,
            "data.health",
            "Ваш диагноз мы обсудили. Напишите нам лично.",
        ),
        (Public, "form.no_channel", "Мы всё проверили."),
        (
            Public,
            "admission.guilt",
            "Мы признаём свою вину. Напишите нам лично.",
        ),
        (
            Call,
            "admission.guilt",
            "Деньги вернём, расходы не возместим: это случилось по нашей вине.",
        ),
        (Public, "defamation", "Вы мошенник. Напишите нам лично."),
        (
            Public,
            "field.unresolved",
            "Мы ответили [дата]. Напишите нам лично.",
        ),
        (Public, "text.missing", "  "),
    ];
    for (kind, rule, text) in ru {
        let found = rules(*kind, Language::Ru, text);
        if !found.iter().any(|r| r == rule) {
            missed.push(format!("{rule} not in {found:?}: {text}"));
        }
    }
    let en: &[(FormKind, &str, &str)] = &[
        (
            Call,
            "form.contradiction",
            "We will reimburse your expenses and have refunded the money.",
        ),
        (
            Call,
            "form.contradiction",
            "We cannot refund the money. We cannot cover the expenses.",
        ),
        (
            Sms,
            "form.sum_differs",
            "ВХ-2026/0001: we refund RUB 5,000. The letter is in the post.",
        ),
        (Public, "data.name", "Dear Ms Sokolova, please write to us."),
        (
            Public,
            "data.sum",
            "We refunded RUB 4,590. Please write to us.",
        ),
    ];
    for (kind, rule, text) in en {
        let found = rules(*kind, Language::En, text);
        if !found.iter().any(|r| r == rule) {
            missed.push(format!("{rule} not in {found:?}: {text}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_agrees_is_left_alone() {
    let mut wrong = BTreeSet::new();
    use FormKind::{Call, Public, Sms};
    let innocent: &[(FormKind, &str)] = &[
        (
            Call,
            "Деньги мы вернём, 4 590 руб., не позднее 27 ноября 2026 г. Расходы возместить не можем.",
        ),
        (
            Call,
            "Вы просили вернуть 4 590 руб. и возместить расходы, 600 руб. Деньги вернём; в возмещении расходов отказано.",
        ),
        (
            Call,
            "Возврат денег — да; возмещение расходов — нет. Переведём на карту.",
        ),
        (
            Call,
            "Мы сверили даты: квитанций о доставке нет, поэтому расходы не возместим. Деньги вернём до 27.11.2026.",
        ),
        (
            Sms,
            "ВХ-2026/0001: удовлетворено частично. Письмо на почте.",
        ),
        (
            Public,
            "Здравствуйте! Часть того, о чём нас просят, мы выполняем. Позвоните нам: +7 812 555-01-20, office@chainik.example.",
        ),
        (
            Public,
            "Мы получили претензию и всё проверили. Напишите нам в личные сообщения.",
        ),
    ];
    for (kind, text) in innocent {
        let form = edited(*kind, Language::Ru, text);
        wrong.extend(faults(&form, &partly()));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_clinic_confirms_nothing_in_public() {
    let mut one = case(vec![refund(Some(of_kind(DecisionKind::Satisfy)))]);
    one.matter.regime = Regime::Medical;
    let made = compose_form(FormKind::Public, Language::Ru, Some(500), &one, &sent());
    assert!(!made.text().contains("выполняем"), "{}", made.text());
    let mut told = made.clone();
    told.parts[0].text = "Мы удовлетворили Ваше требование. Напишите нам.".into();
    let found = check_form(&told, &one, &sent());
    assert!(found.iter().any(|f| f.rule == "data.secret"), "{found:#?}");
}

/// A firm that is named after its owner is no person in its own reply; the complainant of that name still is.
#[test]
fn a_firm_named_after_its_owner_names_nobody() {
    let mut named = partly();
    named.office.requisites.name = "ООО «Клиника Ивана Петровича»".into();
    let said = |text: &str, case: &CaseForLetter| -> Vec<String> {
        let mut form = compose_form(FormKind::Public, Language::Ru, Some(500), case, &sent());
        let made = check_form(&form, case, &sent());
        assert!(
            made.iter().all(|f| f.rule != "data.name"),
            "{} {made:#?}",
            form.text()
        );
        form.parts[0].text = text.into();
        let found = check_form(&form, case, &sent()).into_iter();
        found
            .map(|f| f.rule)
            .filter(|rule| rule == "data.name")
            .collect()
    };
    let ours = "Здравствуйте! В Клинике Ивана Петровича всё проверили. Напишите нам лично.";
    assert_eq!(said(ours, &named), [] as [&str; 0]);
    let theirs = "Здравствуйте! Марине Львовне мы ответили. Напишите нам лично.";
    assert!(!said(theirs, &named).is_empty());
}

#[test]
fn places_lead_to_the_words() {
    let form = edited(
        FormKind::Public,
        Language::Ru,
        "Здравствуйте! 😀 Соколовой мы ответили. Напишите нам лично.",
    );
    let found = check_form(&form, &partly(), &sent());
    let name = found.iter().find(|f| f.rule == "data.name").unwrap();
    let place: String = form.parts[0]
        .text
        .chars()
        .skip(name.start as usize)
        .take((name.end - name.start) as usize)
        .collect();
    assert_eq!(place, "Соколовой");
    assert_eq!(name.block.as_deref(), Some("reply"));
}

#[test]
fn thanks_are_answered_with_thanks() {
    let mut thanks = case(Vec::new());
    thanks.matter.kind = Kind::Gratitude;
    for &language in Language::ALL {
        for &form in FormKind::ALL {
            let made = compose_form(
                form,
                language,
                limit(form),
                &thanks,
                &LetterBeside::default(),
            );
            let found = serious(&check_form(&made, &thanks, &LetterBeside::default()));
            assert!(found.is_empty(), "{found:#?}\n{}", made.text());
        }
    }
    let _ = bare(DecisionKind::Refuse);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_text_panics(text in any::<String>(), name in any::<String>()) {
        let mut one = partly();
        one.matter.complainant.name = name.clone();
        one.matter.order = name.clone();
        one.matter.complainant.address = name;
        for &kind in FormKind::ALL {
            for &language in Language::ALL {
                let made = compose_form(kind, language, Some(300), &one, &sent());
                let _ = (check_form(&made, &one, &sent()), made.length());
                let mut form = edited(kind, language, &text);
                form.limit = Some(10);
                let length = text.chars().count();
                for finding in check_form(&form, &one, &sent()) {
                    prop_assert!(finding.start <= finding.end && finding.end as usize <= length);
                }
            }
        }
    }
}
