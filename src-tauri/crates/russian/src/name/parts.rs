//! Telling the parts of a name by what each word shows.

use crate::name::eastern::is_eastern;
use crate::name::first_names::{by_first_name, is_first_name};
use crate::name::gender::{by_patronymic, by_surname, is_patronymic_title, looks_like_surname};
use crate::name::grammar::Part;
use crate::name::rules::FIXED_PARTS;
use crate::name::word::{listed, lower};

const NBSP: char = '\u{a0}';

pub(super) fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters == 1 || (word.ends_with('.') && letters <= 2)
}

/// Cuts a name into words with their parts, in the order of the text. Words of one part stand together.
pub(super) fn parts(text: &str) -> Vec<(Part, Vec<String>)> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || c == ',' || c == NBSP) {
        // «М.Л.» is two initials, «М.Л.Соколова» two and a surname.
        let pieces: Vec<&str> = word.split_inclusive('.').collect();
        let initials = pieces.iter().filter(|p| p.ends_with('.')).count();
        if pieces.len() > 1
            && !word.contains('-')
            && pieces[..initials].iter().all(|p| is_initial(p))
        {
            words.extend(
                pieces
                    .iter()
                    .filter(|w| w.chars().any(char::is_alphabetic))
                    .map(|w| (*w).to_owned()),
            );
        } else if !word.is_empty() {
            words.push(word.to_owned());
        }
    }
    let roles = roles(&words);
    let mut out: Vec<(Part, Vec<String>)> = Vec::new();
    for (word, role) in words.into_iter().zip(roles) {
        match out.last_mut() {
            Some((part, group)) if *part == role => group.push(word),
            _ => out.push((role, vec![word])),
        }
    }
    out
}

/// Particles that begin a surname and are no first names.
const ARTICLES: &str = "эль ле ла де ди да дель дю ду ибн аль фон";

fn roles(words: &[String]) -> Vec<Part> {
    use Part::{First, Last, Middle};
    let low: Vec<String> = words.iter().map(|w| lower(w)).collect();
    let n = words.len();
    let fill = |first: usize, middle: Option<std::ops::Range<usize>>| -> Vec<Part> {
        (0..n)
            .map(|at| {
                if at == first {
                    First
                } else if middle.as_ref().is_some_and(|m| m.contains(&at)) {
                    Middle
                } else {
                    Last
                }
            })
            .collect()
    };
    if n <= 1 {
        return low
            .iter()
            .map(|w| match (by_first_name(w), by_patronymic(w)) {
                (Some(_), _) => First,
                (None, Some(_)) if by_surname(w).is_none() && w.ends_with("вна") => Middle,
                _ => Last,
            })
            .collect();
    }
    let as_str: Vec<&str> = words.iter().map(String::as_str).collect();
    if is_eastern(&as_str) {
        return (0..n)
            .map(|at| if at == 0 { Last } else { First })
            .collect();
    }
    // «Мамедов Али Гасан оглы»: the title closes a patronymic of two words.
    if let Some(title) = low.iter().position(|w| is_patronymic_title(w))
        && title >= 2
    {
        return fill(title - 2, Some(title - 1..title + 1));
    }
    // Initials show the order by themselves.
    let initials: Vec<usize> = (0..n).filter(|&at| is_initial(&words[at])).collect();
    if let Some(&first) = initials.first()
        && initials.len() < n
    {
        let middle = initials.get(1).copied().filter(|&m| m == first + 1);
        return fill(first, middle.map(|m| m..m + 1));
    }
    let patronymics: Vec<usize> = (1..n)
        .filter(|&at| by_patronymic(&low[at]).is_some())
        .collect();
    let middle = match patronymics[..] {
        [] => None,
        [one] => Some(one),
        // «Иван Петрович Абрамович» against «Абрамович Иван Петрович».
        [one, .., last] => Some(if is_first_name(&low[0]) { one } else { last }),
    };
    if let Some(middle) = middle {
        return fill(middle - 1, Some(middle..middle + 1));
    }
    // «Эль Греко» is a surname of two words.
    if n == 2 && listed(ARTICLES, &low[0]) && !is_first_name(&low[1]) {
        return vec![Last; 2];
    }
    let known_first: Vec<usize> = (0..n).filter(|&at| is_first_name(&low[at])).collect();
    // «Иоганн Вольфганг Гёте»
    if n == 3 && known_first == [0, 1] {
        return fill(0, Some(1..2));
    }
    let first = match known_first[..] {
        [one] if one == 0 || one == n - 1 || n == 2 => one,
        _ if n == 2 => match (looks_like_surname(&low[0]), looks_like_surname(&low[1])) {
            (false, true) => 0,
            _ => 1,
        },
        [one, ..] => one,
        [] if listed(FIXED_PARTS, &low[n - 2]) => 0,
        [] => 1,
    };
    // Three words without a patronymic ending: a foreign patronymic follows the first name.
    let middle = (n == 3 && first == 1).then_some(2..3);
    fill(first, middle)
}
