//! The check of whole letters: our own wording passes it. What each rule finds
//! is tested beside the rule.

use crate::cases::{every_answer, every_ready_letter, ready_for};
use complaint::{Language, LetterKind};
use letter::{check, check_text, compose};

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
fn a_good_plain_letter_passes() {
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let case = ready_for(kind);
            let letter = compose(kind, language, &case);
            let text = format!("{}\n\n{}", letter.heading, letter::plain_text(&letter));
            let found = check_text(&text, Some(kind));
            assert!(found.is_empty(), "{kind:?} {language:?} {found:#?}");
        }
    }
}

#[test]
fn a_word_that_says_nothing_by_itself_is_no_defamation() {
    let marked = |text: &str| {
        let found = check_text(text, None);
        found.iter().any(|f| f.rule == "defamation")
    };
    for good in [
        "Акт Вы подписали собственноручно 12 мая.",
        "Заявление должно быть написано собственноручно.",
        "Деталь можно заменить своими руками за пять минут.",
        "Весы проходим поверять каждый год.",
        "Кассир должен был выбить чек возврата.",
        "Кассир должен был выбить чек, деньги вернём.",
        "Подпись нанесена Вами собственноручно.",
        "Кассир забыл выбить чек, копию прилагаем.",
        "Нитку удалось вытянуть, не повредив ткань.",
        "Автомат выбивало из-за старой проводки в подъезде.",
        "Проходимость воронки проверена.",
    ] {
        assert!(!marked(good), "{good}");
    }
    for bad in [
        "Мы уверены, что царапину Вы нанесли собственноручно.",
        "Экран Вы разбили своими руками.",
        "Вы решили надуть магазин.",
        "Вы пытаетесь выбить из нас компенсацию.",
    ] {
        assert!(marked(bad), "{bad}");
    }
}
