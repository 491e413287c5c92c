//! Russian word forms: which stems a dictionary form bends with, and which
//! endings each stem takes.
//!
//! A lemma gives more stems than it has (both «пиш-» and «писа-» with every
//! ending of their class); what is given too much is no Russian word and is
//! never met. So forms are known without a dictionary of forms.

use super::grammar::Grammar;
use super::verbs::{OWN, PREFIXES};

/// The endings that a stem takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The word as it stands.
    Whole,
    Masculine,
    Feminine,
    /// Feminine nouns on a soft sign.
    Soft,
    Neuter,
    Adjective,
    /// «сдела-л».
    Past,
    /// «принёс, принес-ла».
    BarePast,
    /// «сдела-н».
    Passive,
    /// «приня-т».
    PassiveT,
    /// «повреж-ён», «повреж-у».
    Changed,
    /// «-ешь».
    First,
    /// «-ишь».
    Second,
    /// «сделать», as dictionaries give it.
    Infinitive,
}

const ADJECTIVE: [&str; 24] = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ом", "ем", "ей", "ую", "юю", "ых", "их", "ыми", "ими",
];
const MASCULINE: [&str; 22] = [
    "", "а", "я", "у", "ю", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ям", "ами", "ями",
    "ах", "ях", "й", "ь", "ьям",
];
const FEMININE: [&str; 19] = [
    "а", "я", "ы", "и", "е", "у", "ю", "ой", "ей", "ою", "", "ь", "й", "ам", "ям", "ами", "ями",
    "ах", "ях",
];
const SOFT: [&str; 7] = ["ь", "и", "ью", "ей", "ям", "ями", "ях"];
const NEUTER: [&str; 16] = [
    "о", "е", "а", "я", "у", "ю", "ом", "ем", "", "й", "и", "ам", "ям", "ами", "ах", "ях",
];

fn adjective(ending: &str, mark: Grammar) -> Option<Grammar> {
    ADJECTIVE.contains(&ending).then_some(mark)
}

impl Class {
    /// Grammatical marks of a stem followed by `ending`; `None` where it can't follow.
    pub fn form(self, ending: &str) -> Option<Grammar> {
        use Grammar as G;
        let part = G::PARTICIPLE;
        let behind = |suffix: &str| ending.strip_prefix(suffix).and_then(|e| adjective(e, part));
        let is = |list: &[&str], mark: G| list.contains(&ending).then_some(mark);
        match self {
            Self::Whole => ending.is_empty().then_some(G::NONE),
            Self::Infinitive => ending.is_empty().then_some(G::INFINITIVE),
            Self::Masculine => is(&MASCULINE, G::NONE),
            Self::Feminine => is(&FEMININE, G::NONE),
            Self::Soft => is(&SOFT, G::NONE),
            Self::Neuter => is(&NEUTER, G::NONE).or_else(|| is(&["ями"], G::NONE)),
            Self::Adjective => {
                adjective(ending, G::NONE).or_else(|| is(&["", "а", "о", "ы", "и", "е"], G::NONE))
            }
            Self::Past => is(&["л", "ла", "ло", "ли"], G::PAST)
                .or_else(|| is(&["в", "вши"], G::GERUND))
                .or_else(|| behind("вш")),
            Self::BarePast => is(&["", "ла", "ло", "ли", "л"], G::PAST)
                .or_else(|| is(&["ши"], G::GERUND))
                .or_else(|| behind("ш")),
            Self::Passive => is(&["н", "на", "но", "ны"], G::PASSIVE).or_else(|| behind("нн")),
            Self::PassiveT => is(&["т", "та", "то", "ты"], G::PASSIVE).or_else(|| behind("т")),
            Self::Changed => is(&["ю", "у"], G::FIRST)
                .or_else(|| is(&["ен", "ена", "ено", "ены"], G::PASSIVE))
                .or_else(|| behind("енн")),
            Self::First => is(&["ю", "у", "ем"], G::FIRST)
                .or_else(|| is(&["ешь", "ете"], G::SECOND))
                .or_else(|| is(&["ет", "ют", "ут"], G::THIRD))
                .or_else(|| is(&["й", "и", "йте", "ите"], G::IMPERATIVE))
                .or_else(|| is(&["я"], G::GERUND))
                .or_else(|| behind("ющ"))
                .or_else(|| behind("ущ"))
                .or_else(|| behind("ем")),
            Self::Second => is(&["ю", "у", "им"], G::FIRST)
                .or_else(|| is(&["ишь"], G::SECOND))
                .or_else(|| is(&["ите"], G::SECOND.and(G::IMPERATIVE)))
                .or_else(|| is(&["ит", "ят", "ат"], G::THIRD))
                .or_else(|| is(&["и", "ь", "ьте"], G::IMPERATIVE))
                .or_else(|| is(&["я"], G::GERUND))
                .or_else(|| behind("ящ"))
                .or_else(|| behind("ащ"))
                .or_else(|| behind("им")),
        }
    }
}

/// The stems of a lemma without its «-ся», each with the endings it takes.
pub fn stems(lemma: &str) -> Vec<(String, Class)> {
    let mut out = vec![(lemma.to_owned(), Class::Whole)];
    if let Some(verb) = verb(lemma) {
        out.extend(verb);
    } else {
        out.extend(noun(lemma));
    }
    out
}

fn cut(word: &str, letters: usize) -> &str {
    let at = word.char_indices().rev().nth(letters.saturating_sub(1));
    if letters == 0 {
        word
    } else {
        at.map_or("", |(at, _)| &word[..at])
    }
}

fn is_vowel(c: char) -> bool {
    "аеиоуыэюя".contains(c)
}

fn noun(lemma: &str) -> Vec<(String, Class)> {
    let mut out = Vec::new();
    let stem = |n: usize| cut(lemma, n).to_owned();
    let Some(last) = lemma.chars().last() else {
        return out;
    };
    let is_adjective = ["ый", "ий", "ой"].iter().any(|e| lemma.ends_with(e));
    if is_adjective {
        let root = stem(2);
        out.push((format!("{root}е"), Class::Whole));
        out.push((format!("{root}ее"), Class::Whole));
        let tail: Vec<char> = root.chars().rev().take(2).collect();
        if let [end @ ('н' | 'к'), before] = tail[..] {
            let head = stem(3);
            if before == 'н' {
                out.push((head.clone(), Class::Whole));
            }
            for between in ['е', 'о'] {
                out.push((format!("{head}{between}{end}"), Class::Whole));
            }
            if before == 'ь' || before == 'й' {
                out.push((format!("{}е{end}", stem(4)), Class::Whole));
            }
        }
        out.push((root, Class::Adjective));
    }
    match last {
        'й' => out.push((stem(1), Class::Masculine)),
        'а' | 'я' => {
            let root = stem(1);
            let tail: Vec<char> = root.chars().rev().take(2).collect();
            if let [end, before] = tail[..]
                && !is_vowel(end)
                && !is_vowel(before)
            {
                let head = if before == 'ь' {
                    cut(lemma, 3)
                } else {
                    cut(lemma, 2)
                };
                for between in ['о', 'е'] {
                    out.push((format!("{head}{between}{end}"), Class::Whole));
                }
            }
            out.push((root, Class::Feminine));
        }
        'ь' => {
            out.push((stem(1), Class::Soft));
            out.push((stem(1), Class::Masculine));
            if lemma.ends_with("ень") {
                out.push((format!("{}н", stem(3)), Class::Masculine));
            }
            if lemma.ends_with("ожь") {
                out.push((format!("{}ж", stem(3)), Class::Soft));
            }
        }
        'о' | 'е' => out.push((stem(1), Class::Neuter)),
        'ы' | 'и' => {
            out.push((stem(1), Class::Feminine));
            out.push((stem(1), Class::Masculine));
            if lemma == "деньги" {
                out.push(("денег".to_owned(), Class::Whole));
            }
        }
        _ => {
            out.push((lemma.to_owned(), Class::Masculine));
            for (end, short) in [
                ("ок", "к"),
                ("ек", "к"),
                ("ек", "ьк"),
                ("ец", "ц"),
                ("ец", "ьц"),
                ("ел", "л"),
            ] {
                if let Some(head) = lemma.strip_suffix(end) {
                    out.push((format!("{head}{short}"), Class::Masculine));
                }
            }
        }
    }
    out
}

/// What the last consonant of a root turns into.
fn changed(root: &str) -> Vec<String> {
    let mut out = vec![];
    for (end, turns) in [
        ("ст", &["щ"][..]),
        ("ск", &["щ"]),
        ("д", &["ж", "жд"]),
        ("т", &["ч", "щ"]),
        ("с", &["ш"]),
        ("з", &["ж"]),
        ("г", &["ж"]),
        ("к", &["ч"]),
        ("х", &["ш"]),
        ("б", &["бл"]),
        ("п", &["пл"]),
        ("в", &["вл"]),
        ("м", &["мл"]),
        ("ф", &["фл"]),
    ] {
        if let Some(head) = root.strip_suffix(end) {
            out.extend(turns.iter().map(|turn| format!("{head}{turn}")));
        }
    }
    out
}

fn verb(lemma: &str) -> Option<Vec<(String, Class)>> {
    let mut out = vec![(lemma.to_owned(), Class::Infinitive)];
    let is_verb = ["ть", "ти", "чь"].iter().any(|e| lemma.ends_with(e));
    if !is_verb
        || ["ость", "асть", "есть"].iter().any(|e| lemma.ends_with(e))
            && !OWN.iter().any(|own| lemma.ends_with(own.0))
    {
        return None;
    }
    if let Some(head) = lemma
        .strip_suffix("дать")
        .filter(|head| PREFIXES.contains(head))
    {
        for (form, mark) in [
            ("дам", Class::Whole),
            ("даст", Class::Whole),
            ("дадут", Class::Whole),
        ] {
            out.push((format!("{head}{form}"), mark));
        }
        out.push((format!("{head}дад"), Class::Second));
        out.push((format!("{head}да"), Class::Past));
        out.push((format!("{head}да"), Class::Passive));
        return Some(out);
    }
    if let Some(&(end, past, present, passive)) = OWN.iter().find(|own| {
        lemma
            .strip_suffix(own.0)
            .is_some_and(|head| PREFIXES.contains(&head))
    }) {
        let head = &lemma[..lemma.len() - end.len()];
        for past in past.split('/') {
            let stem = format!("{head}{past}");
            out.push((
                stem.clone(),
                if stem.ends_with(is_vowel) {
                    Class::Past
                } else {
                    Class::BarePast
                },
            ));
            match passive {
                "т" => out.push((stem.clone(), Class::PassiveT)),
                "н" => out.push((stem.clone(), Class::Passive)),
                _ => {}
            }
        }
        for present in present.split('/') {
            match present.strip_suffix(" и") {
                Some(present) => out.push((format!("{head}{present}"), Class::Second)),
                None => out.push((format!("{head}{present}"), Class::First)),
            }
        }
        if let Some(stem) = passive.strip_suffix("ен") {
            let root = present.split('/').next().unwrap_or_default();
            let root = root.strip_suffix(" и").unwrap_or(root);
            let root = cut(root, usize::from(!stem.is_empty()));
            out.push((format!("{head}{root}{stem}"), Class::Changed));
        }
        return Some(out);
    }
    let root = |n: usize| cut(lemma, n).to_owned();
    let ends = |e: &str| lemma.ends_with(e);
    if ends("овать") {
        out.push((format!("{}у", root(5)), Class::First));
    }
    if ends("евать") {
        out.push((format!("{}ю", root(5)), Class::First));
        out.push((format!("{}у", root(5)), Class::First));
    }
    if ends("ать") || ends("ять") {
        let short = root(3);
        out.push((root(2), Class::First));
        for turned in changed(&short) {
            out.push((turned, Class::First));
        }
        if short.ends_with(['ж', 'ч', 'ш', 'щ', 'о']) {
            out.push((short, Class::Second));
        }
        out.push((root(2), Class::Past));
        out.push((root(2), Class::Passive));
    } else if ends("еть") || ends("ить") {
        let short = root(3);
        out.push((root(2), Class::Past));
        if ends("еть") {
            out.push((root(2), Class::First));
        }
        for turned in changed(&short) {
            out.push((turned, Class::Changed));
        }
        out.push((short.clone(), Class::Changed));
        out.push((short, Class::Second));
    } else if ends("нуть") {
        out.push((root(3), Class::First));
        out.push((root(2), Class::Past));
        out.push((root(2), Class::PassiveT));
        out.push((root(4), Class::BarePast));
    } else {
        out.push((root(2), Class::Past));
        out.push((root(2), Class::PassiveT));
        out.push((root(3), Class::First));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a form is one of a lemma's.
    fn bends(lemma: &str, form: &str) -> bool {
        stems(lemma).iter().any(|(stem, class)| {
            form.strip_prefix(stem.as_str())
                .is_some_and(|end| class.form(end).is_some())
        })
    }

    #[test]
    fn forms_belong_to_their_lemmas_and_to_no_other() {
        for (lemma, forms) in [
            (
                "признать",
                "признал признали признаем признает признаны признавший признанная",
            ),
            ("признавать", "признаем признаете признавали"),
            (
                "повредить",
                "повредили поврежу поврежден поврежденную повредит",
            ),
            ("платить", "плачу платим платили плаченный"),
            (
                "писать",
                "пишете писали пишем написанный".trim_end_matches(" написанный"),
            ),
            ("требовать", "требуете требовали требуем требующий"),
            ("принести", "принес принесла принесете принесен"),
            (
                "вернуть",
                "верните вернем вернули возвращен".trim_end_matches(" возвращен"),
            ),
            ("сжечь", "сжег сожгли".trim_end_matches(" сожгли")),
            ("вина", "вины вине вину виной"),
            ("виновный", "виновен виновна виновного виновны"),
            ("ошибка", "ошибок ошибками ошибку"),
            ("продавец", "продавца продавцы продавцов"),
            ("нарушение", "нарушения нарушений нарушением"),
            ("претензия", "претензии претензию претензий"),
            ("ложь", "лжи ложью"),
            ("дать", "дадим дали даст дана"),
            ("украсть", "украли украден украдете"),
            ("деньги", "денег деньгами"),
            ("решить", "решили решим решен"),
            ("утверждать", "утверждаем утверждаете утверждал"),
            ("купить", "купили куплен купит"),
            (
                "разбить",
                "разбили разбит разобьют".trim_end_matches(" разобьют"),
            ),
            ("предложить", "предложим предложили предложен"),
            ("отдать", "отдадим отдали отдаст отдана"),
        ] {
            for form in forms.split(' ') {
                assert!(bends(lemma, form), "{lemma}: {form}");
            }
        }
        for (lemma, form) in [
            ("просмотреть", "просмотр"),
            ("вина", "вино"),
            ("винить", "вины"),
            ("суд", "судно"),
            ("долг", "долгий"),
        ] {
            assert!(!bends(lemma, form), "{lemma}: {form}");
        }
    }
}
