//! Chinese, Korean and Vietnamese names in their own order, surname first.
//!
//! Such a name declines in its last word only, and only a man's: «Ким Ир Сену», «Мао Цзэдуну»
//! (Rosenthal, § 149). It isn't shortened to initials.

use crate::name::first_names::{by_first_name, is_first_name};
use crate::name::gender::{by_patronymic, looks_like_surname};
use crate::name::rules::FIXED_PARTS;
use crate::name::word::{is_vowel, listed, lower};

/// Surnames of one syllable as they are written in Russian.
const SURNAMES: &str = "\
    ван ли чжан лю чэнь ян хуан чжао чжоу сюй сунь ма чжу ху го хэ гао линь ло чжэн лян се сун тан \
    хань фэн дэн цао пэн цзэн сяо тянь дун юань пань юй цзян цай ду чэн су вэй люй дин жэнь лу яо \
    шэнь чжун цуй тань ши мао си цзинь цинь хоу мэн бай сюэ янь лэй кан \
    ким пак цой чой чхве чон чен чан чо юн лим им хан о со син квон хван ан сон ю хон тен тян нам но \
    нгуен чан ле фам хюинь хоанг фан ву во данг буй до хо нго зыонг динь чинь дао лыонг та май";

/// Those that are also the first names of Europeans: «Ким Ильин».
const FIRST_NAMES_TOO: &str = "ким ян май";

/// The middle word of a Vietnamese woman's name; such names have one form.
const OF_A_WOMAN: &str = "тхи";

/// Whether the words of a name, surname first, are such a name.
pub(super) fn is_eastern(words: &[&str]) -> bool {
    let low: Vec<String> = words.iter().map(|word| lower(word)).collect();
    let Some((surname, given)) = low.split_first() else {
        return false;
    };
    let native = |word: &String| {
        is_first_name(word) || by_first_name(surname).is_some() || by_patronymic(word).is_some()
    };
    let one_beat = |word: &String| word.split('-').all(|piece| beats(piece) == 1);
    let known = listed(SURNAMES, surname);
    match given {
        [only] => {
            known
                && !native(only)
                && (!looks_like_surname(only)
                    || only.ends_with("ин") && !listed(FIRST_NAMES_TOO, surname))
                && only.chars().count() > 1
                && (1..=2).contains(&beats(only))
        }
        [_, _] | [_, _, _] => {
            low.iter()
                .all(|word| !word.contains('.'))
                // «Ли Кван Ю», but «Ким А И» has initials
                && low[..low.len() - 1].iter().all(|word| word.chars().count() > 1)
                && one_beat(surname)
                && given.iter().all(one_beat)
                && !surname.contains('-')
                && (known || !given.iter().any(|word| native(word) || listed(FIXED_PARTS, word)))
                && !given.iter().any(|word| looks_like_surname(word))
        }
        _ => false,
    }
}

/// Whether the given names show a woman.
pub(super) fn is_of_a_woman(given: &str) -> bool {
    lower(given)
        .split_whitespace()
        .any(|word| word == OF_A_WOMAN)
}

/// Runs of vowels: «Нгуен» has one.
fn beats(word: &str) -> usize {
    let mut count = 0;
    let mut within = false;
    for c in word.chars() {
        if is_vowel(c) && !within {
            count += 1;
        }
        within = is_vowel(c);
    }
    count
}
