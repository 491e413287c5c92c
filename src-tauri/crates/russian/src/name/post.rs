//! Posts: «генеральный директор» in a case.

use crate::name::decline::decline_part;
use crate::name::grammar::{Case, Gender, Part};
use crate::name::paradigm::{ADJ_SOFT, HARD, HUSHING, Paradigm, SOFT};
use crate::name::word::{apply, lower};

/// Declines the head of a post and the adjectives before it; what depends on the head stays:
/// «начальник отдела продаж» is «начальнику отдела продаж».
///
/// Knows nouns of the usual shapes. «И. о. директора» has no head to decline and stays; a post in a
/// shape it doesn't know stays as well.
#[must_use]
pub fn decline_post(text: &str, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut head_seen = false;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if head_seen || bare.is_empty() {
            out.push_str(word);
            continue;
        }
        let mut pieces: Vec<String> = Vec::new();
        for piece in bare.split('-') {
            let low = lower(piece);
            if is_abbreviation(piece, &low) {
                head_seen = true;
                pieces.push(piece.to_owned());
            } else if is_participle(&low) {
                head_seen = true;
                pieces.push(apply(piece, &ADJ_SOFT, case));
            } else if let Some(declined) = adjective(piece, &low, case) {
                pieces.push(declined);
            } else {
                head_seen = true;
                pieces.push(noun(piece, &low, case));
            }
        }
        out.push_str(&pieces.join("-"));
        out.push_str(&word[bare.len()..]);
    }
    out
}

fn is_abbreviation(piece: &str, low: &str) -> bool {
    piece.contains('.')
        || (piece.chars().count() > 1 && piece.chars().all(char::is_uppercase) && low.len() < 9)
}

fn is_participle(low: &str) -> bool {
    low.ends_with("ющий") || low.ends_with("ящий") || low.ends_with("ущий")
}

fn adjective(piece: &str, low: &str, case: Case) -> Option<String> {
    // «Рабочий», «управляющий», «портной» as nouns decline like adjectives, so one rule serves.
    let adjectival = low.chars().count() > 3
        && (low.ends_with("ый") || low.ends_with("ий") || low.ends_with("ой"))
        && !matches!(low, "викарий" | "ковбой" | "герой");
    if adjectival {
        return Some(decline_part(Part::Last, piece, Some(Gender::Male), case));
    }
    (low.chars().count() > 4 && (low.ends_with("ая") || low.ends_with("яя")))
        .then(|| decline_part(Part::Last, piece, Some(Gender::Female), case))
}

fn noun(piece: &str, low: &str, case: Case) -> String {
    match low {
        "продавец" | "владелец" | "боец" | "делец" => {
            decline_part(Part::Last, piece, Some(Gender::Male), case)
        }
        "глава" | "судья" | "старшина" | "староста" | "коллега" => {
            decline_part(Part::First, piece, Some(Gender::Male), case)
        }
        _ if low.ends_with(['а', 'я']) => {
            decline_part(Part::First, piece, Some(Gender::Female), case)
        }
        // Nouns in -ок, -ин, -ов take the plain endings, not those of surnames: «механиком».
        _ => plain_noun(low).map_or_else(|| piece.to_owned(), |p| apply(piece, p, case)),
    }
}

/// A masculine noun in a consonant, -й or -ь, for posts: «директор», «водитель».
fn plain_noun(low: &str) -> Option<&'static Paradigm> {
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
