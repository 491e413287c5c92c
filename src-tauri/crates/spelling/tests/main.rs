//! The dictionaries that come along, and which words of a text are looked up in them.

use proptest::prelude::*;
use spelling::{SearchesLeft, Tongue, knows, misspelt, suggestions};

/// Whether the dictionaries are not there; then the running test is skipped.
fn lacking() -> bool {
    let lacks = [Tongue::Russian, Tongue::English].into_iter();
    let lack = lacks.filter_map(spelling::lack).next();
    if let Some(lack) = &lack {
        let folder = lack.folder.display();
        prerequisites::skip(&format!("there are no dictionaries in {folder}"));
    }
    lack.is_some()
}

fn marked(text: &str, tongue: Tongue) -> Vec<String> {
    misspelt(text, tongue, |_| false, &mut SearchesLeft(40))
        .inspect(|one| assert_eq!(text[one.place.clone()], one.word))
        .map(|one| one.word)
        .collect()
}

#[test]
fn both_dictionaries_can_be_read() {
    if lacking() {
        return;
    }
    for word in [
        "претензия",
        "Претензию",
        "неустойки",
        "ещё",
        "еще",
        "неустранённые",
        "нерассмотренным",
        "списаний",
        "маркетплейсы",
        "интернет-магазин",
        "из‑за",
    ] {
        assert!(knows(word, Tongue::Russian), "{word}");
    }
    for word in [
        "apologise",
        "apologize",
        "colour",
        "color",
        "don't",
        "don’t",
        "refunded",
    ] {
        assert!(knows(word, Tongue::English), "{word}");
    }
    assert!(!knows("небыло", Tongue::Russian) && !knows("неустранёные", Tongue::Russian));
    assert!(!knows("притензия", Tongue::Russian) && !knows("recieve", Tongue::English));
}

#[test]
fn a_slip_is_marked_where_it_stands() {
    if lacking() {
        return;
    }
    let slips = "Увожаемая Марина Львовна! Мы вернём деньги в течении недели, извените за задежку.";
    assert_eq!(
        marked(slips, Tongue::Russian),
        ["Увожаемая", "извените", "задежку"]
    );
    let slips = "Dear Ms Smith,\nWe recieved your letter and will refudn the price.";
    assert_eq!(marked(slips, Tongue::English), ["recieved", "refudn"]);
    // The second letter is Latin.
    assert_eq!(marked("Мы вeрнём деньги", Tongue::Russian), ["вeрнём"]);
}

#[test]
fn names_numbers_and_addresses_are_passed_over() {
    if lacking() {
        return;
    }
    for text in [
        "Чайник «Барракуда-3000» куплен у ООО «Северный Чайник» и ИП Ыванов А. Б.",
        "См. п. 4 ст. 18, ч. 2 ст. 19.7.9 КоАП РФ, абз. 3, руб. и коп., тел. +7 921 000-00-00.",
        "Пишите на sklad.ru@primerr.ru или https://primerr.ru/otvet, сайт primerr.ru/zakazz.",
        "10-дневный срок, 18-й день, 3х литров, № ВХ-2026/0001, iPhone, КоАП, ГОСТ.",
        "Ухмылкина Анна просит. Дыбенка А. Б. осмотрел товар.",
        "г. Жмеринкаград, ул. Дыбенковская, д. 5, кв. 7",
    ] {
        assert_eq!(marked(text, Tongue::Russian), [""; 0], "{text}");
    }
    assert_eq!(
        marked(
            "Order no. 15 of Acme Ltd., cf. art. 4, e.g. Zzyzx.",
            Tongue::English
        ),
        [""; 0]
    );
}

#[test]
fn what_may_have_been_meant_comes_first() {
    if lacking() {
        return;
    }
    for (slip, meant) in [
        ("притензия", "претензия"),
        ("возрат", "возврат"),
        ("Увожаемый", "Уважаемый"),
        ("извените", "извините"),
        ("здраствуйте", "здравствуйте"),
        ("recieve", "receive"),
        ("refudn", "refund"),
        ("вeрнём", "вернём"),
    ] {
        let offered = suggestions(slip);
        assert!(offered.len() <= 5, "{offered:?}");
        assert_eq!(
            offered.first().map(String::as_str),
            Some(meant),
            "{slip}: {offered:?}"
        );
    }
}

#[test]
fn a_word_that_is_known_besides_is_not_marked() {
    if lacking() {
        return;
    }
    let known = |word: &str| word == "фуззеры";
    let mut left = SearchesLeft(40);
    let mut found = misspelt("Мы чиним фуззеры", Tongue::Russian, known, &mut left);
    assert_eq!(found.next(), None);
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        misspelt(&text, Tongue::English, |_| false, &mut SearchesLeft(40)).for_each(drop);
    }
}
