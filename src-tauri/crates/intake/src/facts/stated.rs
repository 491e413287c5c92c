//! What a message states: sentences that tell a fact of goods, service, conduct, money or days. Who asks, greets,
//! threatens, thanks, quotes the law or feels, states nothing to be checked.

use super::sentence::is_abbreviation;
use super::spelling::lower;
use crate::pattern::pattern;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A stretch of a text that states something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// Where it begins and ends, in `char`s of the text.
    pub span: Range<usize>,
    /// The words there, as they are written.
    pub words: String,
}

/// Points that are offered of one text; a longer one is a book.
const MOST: usize = 200;
/// Characters and words of the shortest sentence that can be checked.
const SHORTEST: (usize, usize) = (12, 3);
/// Characters of the longest one; more is text without full stops.
const LONGEST: usize = 1_500;

static GREETS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:здравствуй|добрый (?:день|вечер)|доброе утро|доброго (?:дня|времени)|приветству|уважаем[а-я]+(?: |,|!|$)|dear |hello|hi |good (?:morning|afternoon|evening)|to whom)",
    )
});
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:с (?:глубоким )?уважением|заранее |спасибо|благодарю|всего доброго|жду |ждем |ожидаю|надеюсь|прошу прощения|извините|sincerely|yours|best regards|kind regards|regards|thank|thanks|i look forward|looking forward)",
    )
});
static ASKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:прошу|просим|попрошу|требую|требуем|потребую|настаива(?:ю|ем)|претендую|рассчитываю)\b",
        r"|^(?:[а-яё]+,? ){0,3}(?:хочу|хотим|хотел[аи]? бы|хотелось бы|желаю|ожида(?:ю|ем)|предлагаю|готов[аы]? принять|отказываюсь|отказываемся|расторгаю|отзываю|необходимо|можно ли|нельзя ли|не могли бы|подскажите|пожалуйста)\b",
        r"|(?:^|[,;:.!—–-] ?|\bи |\bили |\bпожалуйста,? |\bнемедленно |\bсрочно )(?:верните|возвратите|отдайте|замените|поменяйте|обменяйте|отремонтируйте|почините|исправьте|устраните|переделайте|доделайте|закончите|доставьте|привезите|отправьте|пришлите|вышлите|направьте|предоставьте|выдайте|дайте|сообщите|объясните|поясните|разъясните|уточните|выплатите|оплатите|уплатите|перечислите|переведите|компенсируйте|возместите|извинитесь|принесите|удалите|уничтожьте|прекратите|перестаньте|остановите|отмените|отключите|аннулируйте|расторгните|пересчитайте|сделайте|произведите|уменьшите|снизьте|примите|проведите|уберите|разберитесь|проверьте|накажите|оформите|восстановите)\b",
        r"|\b(?:please|kindly)\b|^(?:so |therefore,? |hence,? )?(?:i|we) (?:want|demand|ask|request|expect|insist|would like|hereby|am asking|are asking)\b|^i'd like\b|^(?:refund|replace|repair|return|give|send|stop|cancel|delete|explain|provide|compensate|apologi[sz]e)\b",
        r"|^(?:could|can|would) (?:you|i|we)\b",
    ))
});
static THREATENS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:в противном случае|иначе (?:я|мы|буд|обращ|под|напиш)|если (?:вы |деньги |мне |мои |моя |до |в течение |ответа |проблема )|оставляю за собой право|вынужден[аы]? (?:буд|обратиться)|буд(?:у|ем) (?:вынужден|обращаться|жаловаться|писать|подавать|требовать)|обращусь|обратимся|пожалуюсь|подам|подадим|напишу|напишем|расскажу|встретимся в суде|увидимся в суде|до встречи в суде)",
        r"|\bi(?:'ll| will) (?:sue|go to|complain|report|post|write|file|take)|\bwe(?:'ll| will) (?:sue|go to|complain|report|post|file|take)|\botherwise,? (?:i|we)\b|\bsee you in court|\btake you to court|\breserve the right",
    ))
});
static ARGUES_LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:согласно|в соответствии|на основании|в силу|по закону|по статье|по ст\.|according to|under (?:the|article|section)|pursuant).*(?:вправе|обязан|имеет право|имею право|закон|статьи|статье|ст\.|кодекс|entitled|must|shall|act|law)",
    )
});
static ENCLOSES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:прилага(?:ю|ем|ется|ются)|прикладыва(?:ю|ем)|приложен[аоы]?|прикрепля(?:ю|ем)|во вложении|attached|enclosed|i enclose|i attach)\b",
    )
});
static TELLS_OF_SELF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:мой|моя|мои|наш|тел|телефон|адрес|паспорт|e-?mail|почта|кому|от кого|ф\.? ?и\.? ?о|my (?:name|phone|address|e-?mail)|i am (?:a |your )?(?:regular|client|customer)|я (?:ваш |ваша )?(?:постоянн|давн)|меня зовут)",
    )
});
static FEELS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:[а-я]+ ){0,2}(?:возмущ|расстро|разочаров|недоволен|недовольна|считаю|полагаю|уверен|думаю|кажется|понимаю|удивл|крайне огорч)|^это (?:просто )?(?:безобразие|ужас|кошмар|возмутительно|недопустимо|неприемлемо|издевательство|позор|хамство|наглость)|^(?:я|мы) (?:больше )?(?:никогда|не буд)|^(?:i am|i'm|we are|we're) (?:very |extremely |deeply |so )?(?:upset|disappoint|angry|unhappy|outraged|dissatisf)|^(?:i|we) (?:think|believe|feel|hope|consider)\b|^this is (?:unacceptable|outrageous|a disgrace)",
    )
});
/// A finite verb in the past, or in the present of somebody else.
static TELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:[а-я]*[аеиоуыя]л|[а-я]*(?:шел|нес|вез|мог|лег|рос|помог|умер))(?:а|о|и)?(?:сь|ся)?\b",
        r"|\b[а-я]{2,}(?:ает|яет|еет|ует|ает|ит|ет|ут|ют|ат|ят)(?:ся)?\b",
        r"|\bнет\b|\b(?:[а-я]{3,}ен|[а-я]{3,}ан|[а-я]{3,}ян|[а-я]{3,}ут|[а-я]{3,}ыт)(?:а|о|ы)?\b",
        r"|\b(?:was|were|is|are|has|have|had|did|does|didn't|doesn't|wasn't|weren't|isn't|aren't|hasn't|haven't|[a-z]{2,}ed|broke|came|went|sent|paid|bought|said|told|took|got|left|found|sold|lost|made|gave|cost|leaks?|smells?|works?|refuses?|charges?)\b",
    ))
});
/// Verbs and short words that by themselves tell nothing that happened.
static NOTHING_TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:может|будет|будут|хочет|следует|значит|знает|требует|обязан[аоы]?|должен|должна|вынужден[аоы]?|надеет|сегодня|ответ|ваш магазин)\b",
    )
});
/// What goods, a work or people are like when somebody complains.
static FAULTY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"протек|сломан|сломал|трещин|царапин|\bбрак|бракован|дефект|неисправ|испорч|просроч|порван|порвал|пятн|недостат|отсутств|задерж|опозд|обман|нахам|хамил|хамит|груб|не работа|не включа|не грее|не закры|не соответств|не прив[её]з|не достав|не верну|не ответ|грязн|плесен|запах|шум|холодн|течет|навяз|списал|broken|faulty|defect|crack|scratch|leak|rude|late|missing|dirty|damaged|wrong|expired|noise|mould|overcharg",
    )
});
static MEASURED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\d\s*(?:руб|р\b|₽|тыс|rub|usd|\$|€)|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{1,2}\s(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|january|february|march|april|may|june|july|august|september|october|november|december)|\b\d+\s*(?:дн|час|недел|месяц|раз|days?|hours?|weeks?|months?|times?)",
    )
});
/// Behind these words a sentence that asks says why.
static BECAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:,|\s)\s*(?:так как|потому что|поскольку|в связи с тем,? что|из-за того,? что|ввиду того,? что|because|since)\s+",
    )
});
static ITEM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:\d{1,2}[.)]\s+|[-–—•*·]\s+|[а-яa-z]\)\s+)"));

/// The stretches of a text that state something, in its order; they don't overlap.
pub fn stated(text: &str) -> Vec<Stated> {
    let mut found = Vec::new();
    for sentence in stretches(text) {
        if found.len() == MOST {
            break;
        }
        if let Some(range) = statement(text, sentence) {
            let start = text[..range.start].chars().count();
            let words = &text[range];
            let end = start + words.chars().count();
            found.push(Stated {
                span: start..end,
                words: words.to_owned(),
            });
        }
    }
    found
}

/// The part of a sentence that states something, if one does.
fn statement(text: &str, sentence: Range<usize>) -> Option<Range<usize>> {
    let words = &text[sentence.clone()];
    let low = lower(words);
    if tells_a_fact(&low) {
        return Some(sentence);
    }
    if !ASKS.is_match(&low) {
        return None;
    }
    // Lower case may be of another length, so the cut is sought in the words as they stand.
    let cut = BECAUSE.find(words)?;
    let behind = trimmed(text, sentence.start + cut.end()..sentence.end);
    tells_a_fact(&lower(&text[behind.clone()])).then_some(behind)
}

fn tells_a_fact(low: &str) -> bool {
    let count = low
        .split_whitespace()
        .filter(|w| w.contains(char::is_alphabetic))
        .count();
    let length = low.chars().count();
    if length < SHORTEST.0 || count < SHORTEST.1 || length > LONGEST || low.ends_with('?') {
        return false;
    }
    let says_else = [
        &GREETS,
        &PARTS,
        &ASKS,
        &THREATENS,
        &ARGUES_LAW,
        &ENCLOSES,
        &TELLS_OF_SELF,
    ];
    if says_else.iter().any(|one| one.is_match(low)) {
        return false;
    }
    let faulty = FAULTY.is_match(low);
    if FEELS.is_match(low) {
        return faulty || MEASURED.is_match(low);
    }
    faulty || TELLS.is_match(&NOTHING_TOLD.replace_all(low, " "))
}

/// The sentences of a text by their places, in bytes: ended by a sign, a blank line, the next item of a list, or a
/// line that is clearly no part of the next. Lines that quote somebody are left out.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let end_at = |found: &mut Vec<Range<usize>>, start: usize, end: usize| {
        for range in ended(text, start..end) {
            let range = trimmed(text, range);
            if !range.is_empty() {
                found.push(range);
            }
        }
    };
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        let quoted = line.trim_start().starts_with('>');
        let item = ITEM.find(line).map_or(0, |mark| mark.end());
        if line.trim().is_empty() || quoted || item > 0 {
            end_at(&mut found, start, at);
            start = if quoted { next } else { at + item };
        }
        if line.trim_end().ends_with([':', ';'])
            || (GREETS.is_match(&lower(line)) && line.len() < 120)
        {
            end_at(&mut found, start.max(at), next);
            start = next;
        }
        at = next;
    }
    end_at(&mut found, start, text.len());
    found
}

/// A stretch cut behind each sign that ends a sentence.
fn ended(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = stretch.start;
    let words = &text[stretch.clone()];
    for (at, mark) in words.char_indices() {
        if !matches!(mark, '.' | '!' | '?' | '…') {
            continue;
        }
        let behind = at + mark.len_utf8();
        let tail = &words[behind..];
        let next = tail.trim_start().chars().next();
        let apart = tail.starts_with(char::is_whitespace) || tail.is_empty();
        let ends = match mark {
            '.' => {
                let goes_on = next.is_some_and(char::is_lowercase);
                apart && !goes_on && !stands_for_more(&words[..at])
            }
            _ => apart,
        };
        if ends {
            found.push(start..stretch.start + behind);
            start = stretch.start + behind;
        }
    }
    found.push(start..stretch.end);
    found
}

/// Whether the word before a full stop is shortened and more of its sentence follows: behind a sum or a year it may
/// well end there.
fn stands_for_more(before: &str) -> bool {
    let word = last_word(before);
    let measure = matches!(
        word.as_str(),
        "руб" | "р" | "г" | "гг" | "коп" | "шт" | "тыс" | "млн"
    );
    let head = &before[..before.trim_end().rfind(char::is_whitespace).unwrap_or(0)];
    is_abbreviation(&word) && !(measure && head.trim_end().ends_with(|c: char| c.is_ascii_digit()))
}

/// The end of a text in small letters, no more than a word of it.
fn last_word(text: &str) -> String {
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    lower(text[start..].trim_start())
}

/// The range without blanks and marks of lists at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let begun = words.trim_start().len();
    let start = range.end - begun;
    start..start + text[start..range.end].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(text: &str) -> Vec<String> {
        stated(text).into_iter().map(|one| one.words).collect()
    }

    #[test]
    fn facts_are_points_and_the_rest_of_a_complaint_is_none() {
        let text = "Директору ООО «Чайник»\nот Соколовой М. Л.\n\nЗдравствуйте!\n\n\
            12 ноября 2026 г. я купила у вас чайник «Север-2» за 4 590 руб. Через три дня он стал протекать.\n\
            Продавец отказался принять его и нагрубил мне. Это просто безобразие!\n\n\
            Согласно ст. 18 закона потребитель вправе вернуть товар. Прошу вернуть деньги и извиниться. \
            Если вы не вернёте деньги, обращусь в суд. Чек прилагаю.\n\nС уважением, Соколова";
        assert_eq!(
            points(text),
            [
                "12 ноября 2026 г. я купила у вас чайник «Север-2» за 4 590 руб.",
                "Через три дня он стал протекать.",
                "Продавец отказался принять его и нагрубил мне.",
            ]
        );
    }

    #[test]
    fn why_somebody_asks_is_a_point() {
        let found = points("Прошу вернуть деньги, так как мастер не приехал ни разу.");
        assert_eq!(found, ["мастер не приехал ни разу."]);
        assert!(points("Прошу вернуть деньги.").is_empty());
    }

    #[test]
    fn a_list_is_read_item_by_item() {
        let found = points(
            "Недостатки:\n1. Кран течёт с первого дня\n2) Плитка уложена криво\n- холодный пол в ванной и запах",
        );
        assert_eq!(
            found,
            [
                "Кран течёт с первого дня",
                "Плитка уложена криво",
                "холодный пол в ванной и запах"
            ]
        );
    }

    #[test]
    fn english_is_read_too() {
        let found = points(
            "Dear Sir,\n\nI bought a kettle from you on 12 November. It leaks. It leaked on the second day, and your clerk was rude. \
             I want a refund. Otherwise I will sue you. I am very upset.\n\nYours faithfully",
        );
        assert_eq!(
            found,
            [
                "I bought a kettle from you on 12 November.",
                "It leaked on the second day, and your clerk was rude."
            ]
        );
    }

    #[test]
    fn what_somebody_else_wrote_is_not_stated() {
        assert!(points("> Чайник протекает уже неделю.\n> Его не чинят.").is_empty());
    }

    proptest! {
        #[test]
        fn places_are_those_of_the_words(text in r"(?s)([А-Яа-яё ,.!?\n>«»0-9-]|чайник протекает\. |Прошу вернуть, так как он сломался\. |\PC){0,200}") {
            let letters: Vec<char> = text.chars().collect();
            let mut last = 0;
            for one in stated(&text) {
                prop_assert!(one.span.start >= last && one.span.start < one.span.end);
                last = one.span.end;
                let there: String = letters[one.span.clone()].iter().collect();
                prop_assert_eq!(&there, &one.words);
                prop_assert_eq!(one.words.trim(), one.words.as_str());
            }
        }
    }
}
