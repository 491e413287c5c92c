//! Posts: «генеральный директор» in a case.

use crate::name::grammar::Case;
use crate::name::phrase::{Agreement, adjective, inflect, noun};
use crate::name::word::{listed, lower};

/// First halves of compounds that don't decline: «пресс-секретаря», but «врача-терапевта».
const FIXED_HALVES: &str = "вице экс обер унтер пресс бизнес веб интернет офис арт топ продакт контент \
    шеф премьер генерал статс бренд прайс тайм штаб контр фитнес сервис скрам дата кадр фронтенд \
    бэкенд хаус флаг маркет спорт тренд трафик риск фронт бэк чат шоу камер лейб ивент медиа видео";

/// Masculine posts in -а, -я.
const MASCULINE_A: &str = "глава судья старшина староста коллега воевода";

/// Feminine posts; others show by their suffix.
const FEMININE: &str = "сестра медсестра няня сиделка прачка повариха швея акушерка санитарка гражданка \
    секретарша кассирша техничка директриса массажистка стюардесса госпожа";
const FEMININE_SUFFIXES: [&str; 8] = [
    "ница",
    "щица",
    "чица",
    "истка",
    "антка",
    "ентка",
    "ерка",
    "иня",
];

/// Nouns in what looks like the ending of another case.
const NOUNS_LIKE_OBLIQUE: &str = "агроном эконом управдом рыболов жокей лакей";

/// Posts in -ой, which elsewhere is a feminine noun or adjective in the instrumental.
const POSTS_LIKE_OBLIQUE: &str = "портной рулевой часовой мастеровой звеньевой горновой";

/// Posts that may follow a comma, a dash or «и» and begin a second post.
const HEADS: &str = "директор начальник заместитель руководитель председатель секретарь член бухгалтер \
    инженер юрист юрисконсульт врач учредитель участник управляющий заведующий президент кандидат \
    доктор профессор доцент эксперт специалист консультант менеджер администратор мастер технолог \
    экономист инспектор советник помощник представитель кассир провизор фармацевт хирург терапевт \
    преподаватель учитель тренер редактор координатор куратор аудитор ректор декан прокурор депутат \
    государственный судья глава";

/// Adverbs that may stand before an adjective of the post.
const ADVERBS: &str = "временно постоянно";

/// Words that stand for a post whose noun is in the genitive already: «врио директора».
const ACTING: &str = "врио ио и/о вр/и/о";

/// Declines the head of a post and the adjectives before it; what depends on the head stays:
/// «начальник отдела продаж» is «начальнику отдела продаж».
///
/// A second post after a dash, a comma or «и» declines along: «начальника управления — главного
/// бухгалтера». «И. о. директора» has no head to decline and stays; a post in a shape it doesn't know
/// stays as well.
#[must_use]
pub fn decline_post(text: &str, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let shouted = !text.chars().any(char::is_lowercase);
    let mut out = String::with_capacity(text.len() + 8);
    // A head is awaited at the start and where a second post begins.
    let mut awaited = true;
    let mut after_head = false;
    for (at, word) in words.iter().enumerate() {
        let (core, tail) = split_marks(word);
        let rest = &words[at + 1..];
        if core.is_empty() {
            awaited = awaited || is_dash(word.trim_end()) && begins_a_post(rest, shouted);
            out.push_str(word);
            continue;
        }
        if let Some(declined) = after_head.then(|| postponed(core, case)).flatten() {
            out.push_str(&declined);
            out.push_str(tail);
            continue;
        }
        after_head = false;
        if !awaited {
            let joins =
                tail.starts_with([',', ';']) || lower(core) == "и" && follows_a_head(&words[..at]);
            awaited = joins && begins_a_post(rest, shouted);
            out.push_str(word);
            continue;
        }
        let (declined, goes_on) = decline_word(core, tail, rest, shouted, case);
        awaited = goes_on;
        after_head = !goes_on && tail.trim().is_empty();
        out.push_str(&declined);
        out.push_str(tail);
        if !awaited && tail.starts_with([',', ';']) {
            awaited = begins_a_post(rest, shouted);
        }
    }
    out
}

/// An adjective in the nominative right after its noun: «врач участковый».
fn postponed(core: &str, case: Case) -> Option<String> {
    let low = lower(core);
    let (of, paradigm) = adjective(&low).filter(|_| !low.ends_with("ой"))?;
    Some(inflect(core, paradigm, of, true, case))
}

/// The word in the case, and whether the head is still to come.
fn decline_word(
    core: &str,
    tail: &str,
    rest: &[&str],
    shouted: bool,
    case: Case,
) -> (String, bool) {
    let low = lower(core);
    let unmarked = tail.trim().is_empty();
    if core.contains('.') || tail.starts_with('.') || listed(ACTING, &low) {
        return (core.to_owned(), false);
    }
    if is_foreign_or_abbreviated(core, shouted) {
        let modifies =
            unmarked && !core.contains('-') && nominative(rest, Agreement::Masculine, shouted);
        let (fixed, last) = core.rsplit_once('-').unwrap_or((core, ""));
        if last.is_empty() || is_foreign_or_abbreviated(last, shouted) {
            return (core.to_owned(), modifies);
        }
        return (format!("{fixed}-{}", decline_noun(last, case)), false);
    }
    if listed(ADVERBS, &low) {
        return (core.to_owned(), true);
    }
    if let Some((of, paradigm)) = adjective(&low) {
        let goes_on = unmarked && nominative(rest, of, shouted);
        let (fixed, last) = match core.rsplit_once('-') {
            // «военно-морской» keeps its first half.
            Some((fixed, last)) => (&core[..=fixed.len()], last),
            None => ("", core),
        };
        return (
            format!("{fixed}{}", inflect(last, paradigm, of, true, case)),
            goes_on,
        );
    }
    (decline_noun(core, case), false)
}

fn decline_noun(word: &str, case: Case) -> String {
    let pieces: Vec<&str> = word.split('-').collect();
    let last = pieces.len() - 1;
    let declined: Vec<String> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            let low = lower(piece);
            let fixed = at < last
                && (listed(FIXED_HALVES, &low) || is_foreign_or_abbreviated(piece, false));
            let found = if fixed { None } else { of_noun(&low) };
            match found {
                Some(of) => match noun(&low, of) {
                    Some(paradigm) => inflect(piece, paradigm, of, true, case),
                    None => (*piece).to_owned(),
                },
                None => match adjective(&low).filter(|_| !fixed) {
                    Some((of, paradigm)) => inflect(piece, paradigm, of, true, case),
                    None => (*piece).to_owned(),
                },
            }
        })
        .collect();
    declined.join("-")
}

/// The gender a noun's ending shows; `None` for an adjective that stands for a noun.
fn of_noun(low: &str) -> Option<Agreement> {
    if adjective(low).is_some() {
        return None;
    }
    Some(match low.chars().next_back()? {
        'а' | 'я' => Agreement::Feminine,
        'о' | 'е' => Agreement::Neuter,
        _ => Agreement::Masculine,
    })
}

/// Whether the words begin with a noun in the nominative, or adjectives that lead to one.
fn nominative(words: &[&str], of: Agreement, shouted: bool) -> bool {
    let Some((word, rest)) = words.split_first() else {
        return false;
    };
    let (core, tail) = split_marks(word);
    let whole = lower(core);
    let low = whole.rsplit('-').next().unwrap_or(&whole);
    if let Some((theirs, _)) = adjective(low) {
        // «портной» is a post itself; «торговой сетью» and «столовой» depend on a «управляющий».
        let alone = rest.is_empty() || !tail.trim().is_empty();
        let post_itself = alone && listed(POSTS_LIKE_OBLIQUE, low);
        return theirs == of
            && (nominative(rest, of, shouted) || post_itself || !low.ends_with("ой"));
    }
    if is_foreign_or_abbreviated(core, shouted) && !core.contains('-') {
        return nominative(rest, of, shouted) && tail.trim().is_empty();
    }
    match of {
        Agreement::Masculine => is_masculine_nominative(low),
        Agreement::Feminine => {
            listed(FEMININE, low) || FEMININE_SUFFIXES.iter().any(|end| low.ends_with(end))
        }
        Agreement::Neuter => low == "лицо",
    }
}

fn is_masculine_nominative(low: &str) -> bool {
    const OBLIQUE: [&str; 13] = [
        "ом", "ем", "ём", "ам", "ям", "ов", "ев", "ей", "ах", "ях", "ых", "их", "ций",
    ];
    if listed(MASCULINE_A, low) || listed(NOUNS_LIKE_OBLIQUE, low) {
        return true;
    }
    low.chars().count() > 2
        && low.ends_with(
            |c| matches!(c, 'б'..='д' | 'ж' | 'з' | 'й'..='н' | 'п'..='т' | 'ф'..='щ' | 'ь'),
        )
        && !OBLIQUE.iter().any(|end| low.ends_with(end))
}

/// Whether the words begin a second post rather than carry on what depends on the first.
fn begins_a_post(words: &[&str], shouted: bool) -> bool {
    let Some((word, rest)) = words.split_first() else {
        return false;
    };
    let (core, _) = split_marks(word);
    let low = lower(core);
    let head = low.split('-').next().unwrap_or(&low);
    if listed(HEADS, head) {
        return true;
    }
    !is_foreign_or_abbreviated(core, shouted)
        && !low.ends_with("ой")
        && adjective(&low).is_some_and(|(of, _)| nominative(rest, of, shouted))
}

/// Whether the word before is the head itself, with nothing that depends on it.
fn follows_a_head(before: &[&str]) -> bool {
    before.last().is_some_and(|word| {
        let low = lower(split_marks(word).0);
        let head = low.split('-').next().unwrap_or(&low);
        listed(HEADS, head)
    })
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-")
}

/// The word and the marks and blanks after it. A full stop stays with the word it shortens.
fn split_marks(word: &str) -> (&str, &str) {
    let end = word
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_alphanumeric() || *c == '.')
        .map_or(0, |(at, c)| at + c.len_utf8());
    word.split_at(end)
}

/// «HR», «ИТ», «1С» and compounds that begin so; a text all in capitals has no abbreviations but short
/// ones.
fn is_foreign_or_abbreviated(word: &str, shouted: bool) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    let letters = first.chars().count();
    first.chars().any(|c| c.is_ascii_alphanumeric())
        || (letters > 1
            && letters < if shouted { 4 } else { 5 }
            && first.chars().all(char::is_uppercase))
}
