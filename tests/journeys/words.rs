//! The office's own words: added, known to the check of letters, taken out again.

use crate::day::{Shop, by, code, kettle, profile};
use complaint::LetterKind;
use office::{LetterCard, LetterChoices, LetterRef, LetterTextSave, OwnWord};

fn word(word: &str) -> OwnWord {
    OwnWord { word: word.into() }
}

#[test]
fn words_are_kept_once_in_their_order_and_outlive_other_settings() {
    let shop = Shop::founded();
    for one in ["фудтрак", " барбекюшница ", "фудтрак"] {
        office::word_add(&shop.office, &by(11, 9), &word(one)).expect("added");
    }
    let mut moved = profile();
    moved.requisites.phone = Some("+7 812 000-00-00".into());
    let saved = office::profile_save(&shop.office, &by(11, 10), &moved).expect("saved");
    assert_eq!(saved.profile.own_words, ["барбекюшница", "фудтрак"]);
    let left = office::word_remove(&shop.office, &by(11, 11), &word("фудтрак")).expect("removed");
    assert_eq!(left.profile.own_words, ["барбекюшница"]);
    let again = shop.reopened(12);
    assert_eq!(office::own_words(&again).expect("words"), ["барбекюшница"]);
    for wrong in ["", "два слова", "п. 4"] {
        assert_eq!(
            code(office::word_add(&again, &by(12, 9), &word(wrong))),
            "field"
        );
    }
}

#[test]
fn a_word_that_was_added_is_no_longer_marked_in_a_letter() {
    let shop = Shop::founded();
    let info = office::office_info(&shop.office, &by(11, 9)).expect("the office");
    if !info.spelling_lacks.is_empty() {
        prerequisites::skip("there are no dictionaries beside the program");
        return;
    }
    let id = shop.takes(kettle());
    let draft = shop.drafts(id, LetterKind::Acknowledgement, LetterChoices::default());
    let mut text = draft.text.clone();
    text.closing = "С уважением, команда барбекюшницы".into();
    let save = LetterTextSave {
        version: None,
        letter: draft.summary.id,
        text,
    };
    office::letter_text_save(&shop.office, &by(11, 9), save).expect("saved");
    let marked = |hour| -> Vec<String> {
        let asked = LetterRef {
            letter: draft.summary.id,
        };
        let card: LetterCard =
            office::letter_card(&shop.office, &by(11, hour), asked).expect("a card");
        card.findings.into_iter().filter_map(|f| f.word).collect()
    };
    assert_eq!(marked(10), ["барбекюшницы"]);
    office::word_add(&shop.office, &by(11, 11), &word("барбекюшница")).expect("added");
    assert_eq!(marked(12), Vec::<String>::new());
}
