//! The rule data: which endings a word takes, by its part of the name, gender and last letters.
//!
//! Within a table the first fitting rule wins, so the particular stands before the general. The rules
//! are those of school grammar and of the reference books on surnames; lists hold only words that
//! break a rule.

use crate::name::grammar::Gender::{self, Female, Male};

/// How a word changes: letters cut from its end, then one ending for each case from the genitive on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paradigm {
    pub cut: usize,
    /// Genitive, dative, accusative, instrumental, prepositional.
    pub endings: [&'static str; 5],
}

const fn p(cut: usize, endings: [&'static str; 5]) -> Paradigm {
    Paradigm { cut, endings }
}

/// A word that has one form for all cases.
pub(super) const FIXED: Paradigm = p(0, ["", "", "", "", ""]);
const HARD: Paradigm = p(0, ["а", "у", "а", "ом", "е"]);
const HUSHING: Paradigm = p(0, ["а", "у", "а", "ем", "е"]);
const SOFT: Paradigm = p(1, ["я", "ю", "я", "ем", "е"]);
const IY_NOUN: Paradigm = p(1, ["я", "ю", "я", "ем", "и"]);
const A_HARD: Paradigm = p(1, ["ы", "е", "у", "ой", "е"]);
const A_VELAR: Paradigm = p(1, ["и", "е", "у", "ой", "е"]);
const A_HUSHING: Paradigm = p(1, ["и", "е", "у", "ей", "е"]);
const A_TS: Paradigm = p(1, ["ы", "е", "у", "ей", "е"]);
const YA: Paradigm = p(1, ["и", "е", "ю", "ей", "е"]);
const YA_STRESSED: Paradigm = p(1, ["и", "е", "ю", "ёй", "е"]);
const IYA: Paradigm = p(1, ["и", "и", "ю", "ей", "и"]);
const THIRD: Paradigm = p(1, ["и", "и", "ь", "ью", "и"]);

const OV: Paradigm = p(0, ["а", "у", "а", "ым", "е"]);
const OVA: Paradigm = p(1, ["ой", "ой", "у", "ой", "ой"]);
const ADJ_YJ: Paradigm = p(2, ["ого", "ому", "ого", "ым", "ом"]);
const ADJ_KIJ: Paradigm = p(2, ["ого", "ому", "ого", "им", "ом"]);
pub(super) const ADJ_SOFT: Paradigm = p(2, ["его", "ему", "его", "им", "ем"]);
const ADJ_AYA: Paradigm = p(2, ["ой", "ой", "ую", "ой", "ой"]);
const ADJ_AYA_HUSHING: Paradigm = p(2, ["ей", "ей", "ую", "ей", "ей"]);
const ADJ_YAYA: Paradigm = p(2, ["ей", "ей", "юю", "ей", "ей"]);
/// «Кравец» — «Кравца»
const FLEETING_TS: Paradigm = p(2, ["ца", "цу", "ца", "цом", "це"]);
const FLEETING_TS_UNSTRESSED: Paradigm = p(2, ["ца", "цу", "ца", "цем", "це"]);
/// «Коломиец» — «Коломийца»
const FLEETING_YTS: Paradigm = p(2, ["йца", "йцу", "йца", "йцем", "йце"]);
/// «Стрелец» — «Стрельца»
const FLEETING_LTS: Paradigm = p(2, ["ьца", "ьцу", "ьца", "ьцом", "ьце"]);
/// «Волчок» — «Волчка»
const FLEETING_OK: Paradigm = p(2, ["ка", "ку", "ка", "ком", "ке"]);
/// «Пенёк» — «Пенька»
const FLEETING_YOK: Paradigm = p(2, ["ька", "ьку", "ька", "ьком", "ьке"]);
/// «Козёл» — «Козла»
const FLEETING_L: Paradigm = p(2, ["ла", "лу", "ла", "лом", "ле"]);
/// «Воробей» — «Воробья»
const FLEETING_EY: Paradigm = p(2, ["ья", "ью", "ья", "ьём", "ье"]);

/// What a rule asks of a word in lower case.
#[derive(Debug)]
pub(super) enum When {
    Is(&'static [&'static str]),
    Ends(&'static [&'static str]),
    EndsOneVowel(&'static [&'static str]),
    EndsTwoVowels(&'static [&'static str]),
    /// The ending, and before it one of these letters.
    EndsAfter(&'static str, &'static str),
    /// The ending, and before it two consonants (or one that begins the word).
    EndsAfterCluster(&'static str),
}

/// One line of a table.
#[derive(Debug)]
pub(super) struct Rule {
    pub gender: Option<Gender>,
    pub when: When,
    pub then: &'static Paradigm,
}

const fn both(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: None,
        when,
        then,
    }
}
const fn male(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: Some(Male),
        when,
        then,
    }
}
const fn female(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: Some(Female),
        when,
        then,
    }
}

const VOWELS: &str = "аеёиоуыэюя";
const VELARS: &str = "гкх";
const HUSHERS: &str = "жшчщ";
const HARD_CONSONANTS: &[&str] = &[
    "б", "в", "г", "д", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х",
];

use When::{Ends, EndsAfter, EndsAfterCluster, EndsOneVowel, EndsTwoVowels, Is};

/// How first names decline.
pub(super) const FIRST: &[Rule] = &[
    male(Is(&["лев"]), &p(2, ["ьва", "ьву", "ьва", "ьвом", "ьве"])),
    male(
        Is(&["пётр"]),
        &p(3, ["етра", "етру", "етра", "етром", "етре"]),
    ),
    male(Is(&["павел"]), &p(2, ["ла", "лу", "ла", "лом", "ле"])),
    male(Is(&["илья"]), &YA_STRESSED),
    both(EndsAfter("а", VOWELS), &FIXED),
    both(EndsAfter("а", VELARS), &A_VELAR),
    both(EndsAfter("а", HUSHERS), &A_HUSHING),
    both(EndsAfter("а", "ц"), &A_TS),
    both(Ends(&["а"]), &A_HARD),
    both(Ends(&["ия"]), &IYA),
    both(Ends(&["я"]), &YA),
    female(
        Is(&[
            "любовь",
            "агидель",
            "адель",
            "ассоль",
            "нинель",
            "рашель",
            "рахиль",
            "эсфирь",
            "юдифь",
            "руфь",
            "суламифь",
            "жизель",
            "гюзель",
            "гузель",
            "исабель",
            "изабель",
        ]),
        &THIRD,
    ),
    male(Ends(&["ий"]), &IY_NOUN),
    male(Ends(&["й", "ь"]), &SOFT),
    // Names in -ч are foreign and stressed on the end: «Булачом».
    male(Ends(&["ч"]), &HARD),
    male(Ends(&["ж", "ш", "щ", "ц"]), &HUSHING),
    male(Ends(HARD_CONSONANTS), &HARD),
];

/// How patronymics decline; a word none of these fits declines as a first name.
pub(super) const MIDDLE: &[Rule] = &[
    // The stress falls on the ending: «Ильичом», but «Никитичем».
    male(Is(&["ильич", "кузьмич", "лукич", "фомич"]), &HARD),
    male(Ends(&["ич"]), &HUSHING),
    female(Ends(&["на"]), &A_HARD),
];

pub(super) const LAST: &[Rule] = &[
    // Stressed on the last vowel and foreign, or a plural noun: one form.
    both(
        Is(&[
            "дюма",
            "тома",
            "дега",
            "люка",
            "петипа",
            "ферма",
            "золя",
            "труайя",
            "забейворота",
        ]),
        &FIXED,
    ),
    both(EndsAfter("а", VOWELS), &FIXED),
    // Women: adjectives and possessives decline, consonants do not.
    female(Is(&["чужая", "большая", "меньшая"]), &ADJ_AYA),
    female(EndsAfter("ая", HUSHERS), &ADJ_AYA_HUSHING),
    female(Ends(&["яя"]), &ADJ_YAYA),
    female(Ends(&["ая"]), &ADJ_AYA),
    female(
        Is(&[
            "калина",
            "малина",
            "смородина",
            "былина",
            "осина",
            "долина",
            "година",
            "картина",
            "щербина",
            "дубина",
            "детина",
            "судьбина",
            "середина",
            "половина",
            "скотина",
            "голова",
            "корова",
            "подкова",
            "дуброва",
            "хворостина",
            "бузина",
            "перина",
            "царина",
        ]),
        &A_HARD,
    ),
    female(EndsTwoVowels(&["ова", "ева", "ёва", "ина", "ына"]), &A_HARD),
    female(Ends(&["ова", "ева", "ёва", "ина", "ына"]), &OVA),
    // Nouns in -а and -я, of either gender.
    both(EndsAfter("а", VELARS), &A_VELAR),
    both(EndsAfter("а", HUSHERS), &A_HUSHING),
    both(EndsAfter("а", "ц"), &A_TS),
    both(Ends(&["а"]), &A_HARD),
    both(Ends(&["ия"]), &IYA),
    both(Ends(&["я"]), &YA),
    // What is left of women's surnames has one form; so has everything in another vowel.
    female(Ends(&[""]), &FIXED),
    male(EndsAfter("их", "гкхжшчщцн"), &FIXED),
    male(Ends(&["ых"]), &FIXED),
    // Possessives. A stem of one syllable is a foreign or a common noun: «Грином».
    male(EndsOneVowel(&["ов", "ев", "ёв", "ин", "ын"]), &HARD),
    male(
        Is(&[
            "дарвин",
            "чаплин",
            "бюлов",
            "вирхов",
            "гершвин",
            "кронин",
            "франклин",
            "гудвин",
            "болдуин",
            "мартин",
            "мерлин",
            "мервин",
            "бегин",
            "вундерлин",
            "гёльдерлин",
            "роллин",
            "росселлин",
            "бенджамин",
            "кэлвин",
            "калвин",
            "коллин",
            "флотов",
            "константин",
        ]),
        &HARD,
    ),
    male(Ends(&["ов", "ев", "ёв", "ин", "ын"]), &OV),
    // Adjectives.
    male(EndsOneVowel(&["ой", "ый", "ий"]), &SOFT),
    male(
        Is(&[
            "козодой",
            "водопой",
            "прибой",
            "разбой",
            "отбой",
            "гобой",
            "конвой",
            "герой",
            "покрой",
            "застой",
            "перестой",
            "зверобой",
            "китобой",
            "ковбой",
            "подвой",
            "запой",
            "покой",
        ]),
        &SOFT,
    ),
    male(EndsAfter("ой", "гкхжшчщ"), &ADJ_KIJ),
    male(Ends(&["ой", "ый"]), &ADJ_YJ),
    male(
        Is(&["третий"]),
        &p(2, ["ьего", "ьему", "ьего", "ьим", "ьем"]),
    ),
    male(Is(&["топчий", "кобчий"]), &IY_NOUN),
    male(EndsAfter("ий", "гкх"), &ADJ_KIJ),
    male(Is(&["антоний", "парфений", "евгений", "арсений"]), &IY_NOUN),
    male(EndsAfter("ий", "жшчщн"), &ADJ_SOFT),
    male(Ends(&["ий"]), &IY_NOUN),
    // Nouns in -й and -ь.
    male(
        Is(&["воробей", "соловей", "муравей", "репей", "ручей", "улей"]),
        &FLEETING_EY,
    ),
    male(Ends(&["й", "ь"]), &SOFT),
    // Nouns in a consonant that lose a vowel.
    male(EndsAfterCluster("ец"), &p(0, ["а", "у", "а", "ом", "е"])),
    male(EndsAfter("ец", "л"), &FLEETING_LTS),
    male(EndsAfter("ец", VOWELS), &FLEETING_YTS),
    male(EndsTwoVowels(&["ец"]), &FLEETING_TS),
    male(Ends(&["ец"]), &FLEETING_TS_UNSTRESSED),
    male(Is(&["заяц"]), &p(2, ["йца", "йцу", "йца", "йцем", "йце"])),
    male(EndsTwoVowels(&["чок", "шок", "жок", "щок"]), &FLEETING_OK),
    male(Ends(&["чок"]), &FLEETING_OK),
    male(EndsAfter("ёк", "бвгдзлмнпрстф"), &FLEETING_YOK),
    male(
        Is(&[
            "козёл",
            "козел",
            "орёл",
            "орел",
            "осёл",
            "котёл",
            "хохол",
            "щегол",
        ]),
        &FLEETING_L,
    ),
    male(Ends(&["ж", "ш", "ч", "щ", "ц"]), &HUSHING),
    male(Ends(HARD_CONSONANTS), &HARD),
];

/// Surnames' first parts and particles that never decline.
pub(super) const FIXED_PARTS: &[&str] = &[
    "бонч",
    "тер",
    "грум",
    "демут",
    "шах",
    "кара",
    "де",
    "ди",
    "да",
    "дель",
    "дер",
    "ден",
    "ван",
    "фон",
    "ла",
    "ле",
    "лас",
    "лос",
    "эль",
    "аль",
    "ибн",
    "бен",
    "бин",
    "мак",
    "сан",
    "сен",
    "дос",
    "ду",
    "дю",
    "цу",
    "оглы",
    "оглу",
    "кызы",
    "гызы",
    "улы",
    "уулу",
    "заде",
    "паша",
    "бей",
    "хан",
];

/// A masculine noun in a consonant, -й or -ь, for posts: «директор», «водитель».
pub(super) fn plain_noun(low: &str) -> Option<&'static Paradigm> {
    let last = low.chars().next_back()?;
    Some(match last {
        'ж' | 'ш' | 'ч' | 'щ' | 'ц' => &HUSHING,
        'й' | 'ь' => &SOFT,
        'б' | 'в' | 'г' | 'д' | 'з' | 'к' | 'л' | 'м' | 'н' | 'п' | 'р' | 'с' | 'т' | 'ф' | 'х' => {
            &HARD
        }
        _ => return None,
    })
}
