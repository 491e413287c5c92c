//! The check: what stops a letter and what it says.

mod cases;

use cases::{case, day, every_answer, every_ready_letter, of_kind, ready_for, refund};
use complaint::{DecisionKind, DemandKind, Language, LetterKind};
use letter::{
    Content, DemandForLetter, Finding, LetterText, Severity, Span, check, check_plain, compose,
};

fn rules(found: &[Finding]) -> Vec<&str> {
    found.iter().map(|f| f.rule.as_str()).collect()
}

fn set(letter: &mut LetterText, id: &str, words: &str) {
    let block = letter
        .blocks
        .iter_mut()
        .find(|b| b.id.ends_with(id))
        .unwrap();
    block.content = Content::Paragraph {
        spans: vec![Span::text(words)],
    };
}

#[test]
fn a_letter_composed_from_a_complete_case_passes() {
    every_ready_letter(|what, case, letter| {
        let found = check(letter, case);
        assert!(found.is_empty(), "{what}: {found:#?}");
    });
}

#[test]
fn our_own_wording_for_every_demand_passes_too() {
    every_answer(|what, case, letter| {
        let found = check(letter, case);
        assert!(found.is_empty(), "{what}: {found:#?}");
    });
}

#[test]
fn what_is_missing_stops_the_letter() {
    let good = ready_for(LetterKind::FinalPartial);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &good);
    let stops = |change: &dyn Fn(&mut LetterText)| {
        let mut letter = letter.clone();
        change(&mut letter);
        let found = check(&letter, &good);
        let must = found.into_iter().filter(|f| f.severity == Severity::Must);
        must.map(|f| f.rule).collect::<Vec<_>>()
    };
    assert_eq!(stops(&|_| {}), Vec::<String>::new());
    assert_eq!(stops(&|l| l.heading.clear()), ["heading.missing"]);
    assert_eq!(
        stops(&|l| l.salutation = " ".into()),
        ["salutation.missing"]
    );
    assert_eq!(stops(&|l| l.signatory.name.clear()), ["signatory.missing"]);
    assert_eq!(stops(&|l| l.addressee.clear()), ["addressee.missing"]);
    assert_eq!(stops(&|l| l.enclosures.clear()), ["enclosure.unlisted"]);
    assert_eq!(
        stops(&|l| l.enclosures[0].exhibit = Some(77)),
        ["enclosure.unknown", "enclosure.unlisted"]
    );
    assert_eq!(
        stops(&|l| l.kind = LetterKind::FinalRefusal),
        ["kind.mismatch"]
    );
    assert_eq!(
        stops(&|l| l.blocks.retain(|b| b.id != "rights")),
        ["rights.court", "rights.expertise"]
    );
    let second = format!("demand:{}", good.demands[1].id);
    assert_eq!(
        stops(&|l| l.blocks.retain(|b| b.role != second)),
        ["demand.unanswered"]
    );
    assert_eq!(
        stops(&|l| set(
            l,
            "/decision",
            "Вы просите вернуть деньги. Спасибо за обращение."
        )),
        ["demand.unclear", "sum.differs"]
    );
    assert_eq!(
        stops(&|l| set(
            l,
            "/ground",
            "Вернём 2 000 руб. 50 коп. (три тысячи рублей 50 копеек)."
        )),
        ["sum.words"]
    );
    assert_eq!(
        stops(&|l| set(l, "/ground", "Переведём до 15 декабря 2026 г.")),
        ["promise.late"]
    );
}

#[test]
fn a_promise_later_than_the_law_stops_the_letter() {
    let mut late = ready_for(LetterKind::FinalSatisfied);
    late.demands[0].decision.as_mut().unwrap().due = Some(day(2026, 12, 5));
    let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &late);
    let found = check(&letter, &late);
    assert_eq!(rules(&found), ["promise.late"]);
    assert!(
        found[0].message_ru.contains("5 декабря 2026 г."),
        "{found:?}"
    );
    let mut interim = ready_for(LetterKind::Interim);
    interim.expected = Some(day(2026, 12, 1));
    let letter = compose(LetterKind::Interim, Language::Ru, &interim);
    assert!(rules(&check(&letter, &interim)).contains(&"promise.late"));
}

#[test]
fn a_promise_after_the_legal_day_has_passed_is_told_but_not_stopped() {
    let mut late = ready_for(LetterKind::FinalSatisfied);
    late.today = day(2026, 12, 10);
    for demand in &mut late.demands {
        demand.decision.as_mut().unwrap().due = Some(day(2026, 12, 12));
    }
    let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &late);
    let found = check(&letter, &late);
    assert!(found.iter().any(|f| f.rule == "promise.late"), "{found:?}");
    assert!(
        found.iter().all(|f| f.severity != Severity::Must),
        "{found:?}"
    );
    assert!(
        found[0]
            .message_ru
            .contains("неустойка идёт за каждый день")
    );
}

#[test]
fn an_apology_after_a_refused_one_is_pointed_at_and_regret_is_not() {
    let mut case = ready_for(LetterKind::FinalRefusal);
    case.demands.push(DemandForLetter {
        id: cases::demand_id(9),
        kind: DemandKind::Apology,
        amount: None,
        ..refund(Some(of_kind(DecisionKind::Refuse)))
    });
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    assert_eq!(rules(&check(&letter, &case)), Vec::<&str>::new());
    set(
        &mut letter,
        "regret",
        "Нам жаль, что так вышло. Спасибо, что написали.",
    );
    assert_eq!(rules(&check(&letter, &case)), Vec::<&str>::new());
    set(
        &mut letter,
        "regret",
        "Приносим Вам извинения за случившееся.",
    );
    let found = check(&letter, &case);
    assert_eq!(rules(&found), ["apology.contradicts"]);
    assert_eq!(found[0].severity, Severity::Hint);
}

#[test]
fn an_answer_must_not_say_otherwise_than_was_decided() {
    let case = ready_for(LetterKind::FinalPartial);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let found = |id: &str, words: &str| {
        let mut letter = letter.clone();
        set(&mut letter, id, words);
        let rules = check(&letter, &case).into_iter().map(|f| f.rule);
        rules.collect::<Vec<_>>()
    };
    let courier = format!("demand:{}/decision", case.demands[1].id);
    assert_eq!(
        found(
            &courier,
            "Вы просите возместить расходы. Мы удовлетворяем это требование полностью."
        ),
        ["demand.contradicts"]
    );
    let refund = format!("demand:{}/next", case.demands[0].id);
    assert_eq!(
        found(
            &refund,
            "Вернём Вам 3 000 руб. не позднее 27 ноября 2026 г."
        ),
        ["sum.other"]
    );
    assert_eq!(
        found(
            &refund,
            "По постановлению Правительства № 2463 вернём деньги не позднее 27 ноября 2026 г."
        ),
        ["article.not_in_force"]
    );
    assert_eq!(
        found(
            &refund,
            "Уважаемый {{имя}}, вернём не позднее 27 ноября 2026 г."
        ),
        ["field.leftover"]
    );
}

#[test]
fn an_open_field_is_found_at_its_place() {
    let open = case(vec![refund(None)]);
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &open);
    let found = check(&letter, &open);
    let field = found.iter().find(|f| f.rule == "field.unresolved").unwrap();
    let block = letter
        .blocks
        .iter()
        .find(|b| Some(&b.id) == field.block.as_ref())
        .unwrap();
    let place: String = block
        .reads()
        .chars()
        .skip(field.start as usize)
        .take((field.end - field.start) as usize)
        .collect();
    assert_eq!(place, "[решение по требованию]");
}

#[test]
fn a_quotation_of_the_complainant_is_not_our_word() {
    let good = ready_for(LetterKind::FinalRefusal);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &good);
    set(
        &mut letter,
        "/reasons/2",
        "Вы пишете: «Вы мошенники и хамы». Мы проверили это.",
    );
    letter.blocks.push(letter::Block {
        id: "theirs".into(),
        lock: letter::Lock::Free,
        role: String::new(),
        content: Content::Quote {
            paragraphs: vec![vec![Span::text("Все вы лжецы")]],
        },
    });
    assert_eq!(rules(&check(&letter, &good)), Vec::<&str>::new());
    set(&mut letter, "/reasons/2", "Вы мошенница.");
    assert_eq!(rules(&check(&letter, &good)), ["defamation"]);
}

#[test]
fn the_worst_letter_gets_every_finding() {
    let worst = "Уважаемый клиент! Ваше обращение очень важно для нас. Просим Вас обратиться повторно по официальным каналам.";
    let found = check_plain(worst, None);
    let found = rules(&found);
    for rule in [
        "greeting.anonymous",
        "official_channels",
        "decision.missing",
        "date.missing",
        "facts.missing",
        "signatory.missing",
    ] {
        assert!(found.contains(&rule), "{rule} in {found:?}");
    }
    assert_eq!(
        check_plain("", None)
            .iter()
            .filter(|f| f.rule == "decision.missing")
            .count(),
        1
    );
}

#[test]
fn a_good_plain_letter_passes() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let case = ready_for(kind);
            let letter = compose(kind, language, &case);
            let text = format!("{}\n\n{}", letter.heading, letter::plain_text(&letter));
            let found = check_plain(&text, Some(kind));
            assert!(found.is_empty(), "{kind:?} {language:?} {found:#?}");
        }
    }
}

#[test]
fn what_the_office_says_of_itself_is_looked_at_too() {
    let rules = |case: &letter::CaseForLetter, kind, language| -> Vec<(String, Severity)> {
        let found = check(&compose(kind, language, case), case).into_iter();
        found.map(|f| (f.rule, f.severity)).collect()
    };
    let kind = LetterKind::FinalSatisfied;
    let good = cases::ready_for(kind);
    for language in [Language::Ru, Language::En] {
        assert!(rules(&good, kind, language).is_empty());
    }
    let office = |change: &dyn Fn(&mut complaint::Requisites)| {
        let mut case = good.clone();
        change(&mut case.office.requisites);
        rules(&case, kind, Language::Ru)
    };
    let has = |found: &[(String, Severity)], rule: &str, severity| {
        found.contains(&(rule.to_owned(), severity))
    };
    assert!(has(
        &office(&|r| r.name.clear()),
        "office.name",
        Severity::Must
    ));
    assert!(has(
        &office(&|r| r.address.clear()),
        "office.address",
        Severity::Must
    ));
    assert!(has(
        &office(&|r| r.inn.clear()),
        "office.missing",
        Severity::Should
    ));
    assert!(has(
        &office(&|r| r.inn = "7827004527".into()),
        "office.wrong",
        Severity::Should
    ));
    let mute = office(&|r| {
        r.phone = None;
        r.email = Some(" ".into());
    });
    assert!(has(&mute, "office.contact", Severity::Should));

    // A post without its English form is pointed at in an English letter alone.
    let mut russian = good.clone();
    russian.office.requisites.signatory.post_en.clear();
    assert!(rules(&russian, kind, Language::Ru).is_empty());
    let english = rules(&russian, kind, Language::En);
    assert!(
        has(&english, "signatory.post_language", Severity::Should),
        "{english:?}"
    );

    // Thanks are no answer to a claim.
    let mut claim = cases::ready_for(LetterKind::Thanks);
    assert!(!has(
        &rules(&claim, LetterKind::Thanks, Language::Ru),
        "thanks.unsuitable",
        Severity::Must
    ));
    claim.kind = complaint::Kind::Claim;
    assert!(has(
        &rules(&claim, LetterKind::Thanks, Language::Ru),
        "thanks.unsuitable",
        Severity::Must
    ));
}
