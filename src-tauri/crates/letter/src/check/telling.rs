//! What of a case tells whose it is, as patterns over folded text.

use crate::case::CaseForLetter;
use crate::words::folded::folded;
use crate::words::illness::illness_places;
use crate::words::pattern::Pattern;
use complaint::Regime;
use regex::Regex;
use russian::stem::stem_word;

/// Words that stand in this order.
pub fn together(words: &str) -> Option<String> {
    let words = folded(words.trim());
    let spaced: Vec<String> = words.split_whitespace().map(regex::escape).collect();
    (!spaced.is_empty()).then(|| format!(r"\b{}(?:\b|$)", spaced.join(r"\s+")))
}

/// Words of an address that say what the word beside them is.
const KINDS: &str = "ул|улиц[аеыу]|пр|просп|проспект[ае]?|пр-т|пр-кт|пер|переул(?:ок|к[ае])|наб|набережн(?:ая|ой|ую)|ш|шоссе|б-р|бульвар[ае]?|пл|площад[ьи]|проезд[ае]?|алле[яеию]|лини[яию]|тракт[ае]?|тупик[ае]?|мкр|микрорайон[ае]?|д|дом[ае]?|к|корп|корпус[ае]?|стр|строени[еяи]|лит|литер[аеы]|кв|квартир[аеыу]|оф|офис[ае]?|в|на|по|из|от|до";

static STREET: Pattern = Pattern::new(&[
    r"\b(?:ул|улица|пр|просп|проспект|пр-т|пр-кт|пер|переулок|наб|набережная|ш|шоссе|б-р|бульвар|пл|площадь|проезд|аллея|линия|тракт|тупик|мкр|микрорайон)\b",
]);

/// An address from its street on, however its words are shortened: the town is everybody's, a street
/// with its house is not. An address that names no street tells as a whole.
pub fn address(address: &str) -> Option<String> {
    let low = folded(address.trim());
    let part_of_street = |at: usize| low[..at].rfind([',', '\n']).map_or(0, |comma| comma + 1);
    let from = STREET.regex().and_then(|street| street.find(&low));
    let own = from.map_or(low.as_str(), |hit| &low[part_of_street(hit.start())..]);
    let kinds = Regex::new(&format!("^(?:{KINDS})$")).ok()?;
    let told: Vec<String> = own
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| !word.is_empty() && !kinds.is_match(word))
        .map(in_any_form)
        .collect();
    if told.len() < 2 {
        return together(address);
    }
    // A street tells with its house, whatever stands behind it.
    let house = told.iter().skip(1).position(|word| starts_with_digit(word));
    let told = house.map_or(&told[..], |at| &told[..at + 2]);
    let between = format!(r"(?:\W+(?:{KINDS})\b)*\W+");
    Some(format!(r"\b{}(?:\b|$)", told.join(&between)))
}

/// A word of a street's name in any case; a number as it stands.
fn in_any_form(word: &str) -> String {
    let stem = stem_word(word);
    if word.chars().any(|c| c.is_ascii_digit()) || stem.chars().count() < 4 {
        return regex::escape(word);
    }
    format!(r"{}\p{{L}}{{0,3}}", regex::escape(&stem))
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The end of a telephone number, however it is grouped.
pub fn phone(phone: &str) -> Option<String> {
    let digits: Vec<String> = phone
        .chars()
        .filter(char::is_ascii_digit)
        .map(String::from)
        .collect();
    let last = digits.len().checked_sub(7)?;
    Some(digits[last..].join(r"[\s()-]*"))
}

/// Where a text names illnesses that are not for others, in `char`s: any at a clinic, elsewhere those the
/// case speaks of.
pub fn illnesses_told(text: &str, case: &CaseForLetter) -> Vec<(u32, u32)> {
    let subject = &case.matter.subject;
    let details = case.demands.iter().map(|demand| &demand.fields.detail);
    let all = case.matter.regime == Regime::Medical;
    let known: Vec<String> = [subject]
        .into_iter()
        .chain(details)
        .flat_map(|text| illnesses(text))
        .collect();
    illness_places(text)
        .into_iter()
        .zip(illnesses(text))
        .filter(|(_, named)| all || known.contains(named))
        .map(|(place, _)| place)
        .collect()
}

/// The stems of the words that name an illness.
fn illnesses(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    illness_places(text)
        .into_iter()
        .filter_map(|(start, end)| signs.get(start as usize..end as usize))
        .map(|word| stem_word(&folded(&word.iter().collect::<String>())))
        .collect()
}
