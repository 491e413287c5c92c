//! Organisations: the head noun of their name with its adjectives.

use crate::name::first_names::by_first_name;
use crate::name::gender::by_patronymic;
use crate::name::grammar::Case;
use crate::name::phrase::{Agreement, adjective, inflect, noun};
use crate::name::word::{listed, lower};

/// Abbreviated legal forms that mark an organisation.
const FORMS: &str = "ООО ОДО АО ЗАО ОАО ПАО НПАО НКО АНО НКФ КФХ ТСЖ ТСН СНТ ДНТ ГСК ЖСК ЖК УК ПК СПК \
    ГУП МУП ФГУП ФГБУ ФГАУ ФБУ ГБУ ГБУЗ ГКУ ГАУ МБУ МКУ МАУ МБОУ МАОУ ЧОУ ЧУ НОУ КБ АКБ НП СРО ПТ КТ \
    РОО МОО ФКУ ФГКУ ФГБОУ ФГАОУ ГБОУ ГАУЗ МУЗ МБДОУ МАДОУ ОГБУЗ ГКУЗ МКК МФК ЧОО ПКО";

const MASCULINE: &str = "комитет департамент отдел банк фонд союз кооператив центр суд магазин завод \
    комбинат институт университет колледж лицей техникум театр музей салон филиал дом холдинг концерн \
    трест клуб ресторан отель госпиталь диспансер роддом сад рынок совет орган участок пункт офис \
    профсоюз цех парк санаторий пансионат универмаг супермаркет гипермаркет автосалон автоцентр \
    техцентр сервис оператор поставщик продавец исполнитель изготовитель перевозчик комиссариат \
    архив комплекс кабинет роспотребнадзор росздравнадзор роскомнадзор ростехнадзор рособрнадзор \
    россельхознадзор ространснадзор роструд росреестр минздрав минюст";
const FEMININE: &str = "инспекция прокуратура администрация служба компания фирма организация \
    корпорация палата комиссия дирекция больница поликлиника клиника школа академия ассоциация \
    коллегия гимназия полиция библиотека аптека гостиница сеть артель редакция фабрика группа часть \
    касса биржа лаборатория станция дума контора почта госинспекция госжилинспекция росавиация \
    автошкола стоматология амбулатория типография студия база";
const NEUTER: &str = "управление министерство агентство общество товарищество учреждение предприятие \
    отделение объединение партнерство хозяйство казначейство представительство правительство \
    собрание ведомство училище автохозяйство издательство подразделение лицо сообщество содружество \
    бюро ателье кафе депо";
/// Of [`NEUTER`] those that have one form.
const INDECLINABLE: &str = "бюро ателье кафе депо";

/// Head nouns that by themselves leave no doubt that no person is named, although a name follows.
const PLAIN_HEADS: &str = "общество товарищество фонд союз ассоциация кооператив управление \
    администрация министерство инспекция прокуратура банк фирма компания магазин";

/// Whether the text names an organisation: a legal form in front, a head noun such as «инспекция»
/// after its adjectives, or a name in quotes.
///
/// A sole trader («ИП Иванов») is a person.
#[must_use]
pub fn is_organisation(text: &str) -> bool {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or("");
    FORMS
        .split(' ')
        .any(|form| form == first.trim_end_matches(','))
        || text.contains(['«', '"', '“', '„'])
        || head(text).is_some_and(|head| {
            head.at > 0 || listed(PLAIN_HEADS, &lower(bare(first).1)) || !has_a_persons_name(text)
        })
}

fn has_a_persons_name(text: &str) -> bool {
    text.split_whitespace().skip(1).any(|word| {
        let low = lower(word);
        by_first_name(&low).is_some() || by_patronymic(&low).is_some() || is_initials(word)
    })
}

fn is_initials(word: &str) -> bool {
    word.ends_with('.')
        && word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().count() < 6
}

/// An organisation's name in a case: the head noun and the adjectives before it change, the rest
/// stays. «Управление Роспотребнадзора по Тверской области» is «Управлению Роспотребнадзора по
/// Тверской области»; «ООО «Вектор»» and a name whose head is unknown come back unchanged.
#[must_use]
pub fn decline_organisation(text: &str, case: Case) -> String {
    let Some(head) = head(text) else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len() + 8);
    for (at, word) in text.split_inclusive(char::is_whitespace).enumerate() {
        if at > head.at {
            out.push_str(word);
            continue;
        }
        let (before, core, after) = bare(word);
        let (fixed, last) = match core.rsplit_once('-') {
            Some((fixed, last)) => (&core[..=fixed.len()], last),
            None => ("", core),
        };
        let low = lower(last);
        let paradigm = if at < head.at {
            adjective(&low).map(|(_, paradigm)| paradigm)
        } else {
            noun(&low, head.of).filter(|_| !listed(INDECLINABLE, &low))
        };
        out.push_str(before);
        out.push_str(fixed);
        match paradigm {
            Some(paradigm) => out.push_str(&inflect(last, paradigm, head.of, false, case)),
            None => out.push_str(last),
        }
        out.push_str(after);
    }
    out
}

struct Head {
    /// Which word it is, counted from nought.
    at: usize,
    of: Agreement,
}

/// The head noun, when only adjectives that agree with it stand before.
fn head(text: &str) -> Option<Head> {
    let mut agreed: Option<Agreement> = None;
    for (at, word) in text.split_inclusive(char::is_whitespace).enumerate() {
        let (_, core, _) = bare(word);
        let low = lower(core.rsplit('-').next().unwrap_or(core));
        let of = [
            (MASCULINE, Agreement::Masculine),
            (FEMININE, Agreement::Feminine),
            (NEUTER, Agreement::Neuter),
        ]
        .into_iter()
        .find(|(nouns, _)| listed(nouns, &low))
        .map(|(_, of)| of);
        if let Some(of) = of {
            return agreed
                .is_none_or(|adjectives| adjectives == of)
                .then_some(Head { at, of });
        }
        let (of, _) = adjective(&low)?;
        if agreed.is_some_and(|before| before != of) {
            return None;
        }
        agreed = Some(of);
    }
    None
}

/// A word without the marks and blanks around it: «(фермерское)».
fn bare(word: &str) -> (&str, &str, &str) {
    let start = word.find(char::is_alphanumeric).unwrap_or(word.len());
    let end = word
        .char_indices()
        .rev()
        .find(|(_, c)| c.is_alphanumeric())
        .map_or(start, |(at, c)| at + c.len_utf8());
    (&word[..start], &word[start..end], &word[end..])
}
