//! Sole traders and people with a style before their name.

use russian::name::{Case, decline_party, is_sole_trader, without_style};

#[test]
fn a_sole_trader_is_told_however_the_form_is_written() {
    for (text, person) in [
        ("ИП Носов А. А.", "Носов А. А."),
        ("ИП\u{a0}Носов", "Носов"),
        ("ип носов а. а.", "носов а. а."),
        ("И.П. Носов А. А.", "Носов А. А."),
        ("И. П. Носов Андрей Андреевич", "Носов Андрей Андреевич"),
        ("Индивидуальный предприниматель Носов А. А.", "Носов А. А."),
        ("ИНДИВИДУАЛЬНЫЙ ПРЕДПРИНИМАТЕЛЬ НОСОВ А. А.", "НОСОВ А. А."),
    ] {
        assert!(is_sole_trader(text), "{text}");
        assert_eq!(without_style(text), person);
    }
    for text in [
        "И. П. Носов",
        "И.П. Носов",
        "Носов И. П.",
        "Ипатов Илья",
        "ИП",
        "ООО «ИП»",
        "",
    ] {
        assert!(!is_sole_trader(text), "{text}");
        assert_eq!(without_style(text), text);
    }
    assert_eq!(without_style("гражданка Соколова"), "Соколова");
    assert_eq!(without_style("г-жа Соколова М. Л."), "Соколова М. Л.");
    assert_eq!(
        decline_party("И.П. Носов А. А.", None, Case::Dative),
        "И.П. Носову А. А."
    );
}
