//! A form of a site, as the site's program mails it: who filled it in, and what they wrote.

use crate::mail::sender;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// What a filled-in form says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub name: Option<String>,
    pub address: Option<String>,
    /// What was filled in, one answer a line, without the program's own words.
    pub words: String,
    /// Whether there is a field for a message, as only forms have.
    pub has_message: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Surname,
    Address,
    Phone,
    Message,
    Other,
}

/// The labels of fields: each with what stands behind it, and each alone on its line. A star marks what must be filled
/// in.
static LABELS: LazyLock<[(Field, (Regex, Regex)); 6]> = LazyLock::new(|| {
    let label = |words: &str| {
        let label = format!(
            r"(?i)^[\s*•·\-–>|\[]*(?:\d{{1,2}}[.)]\s*)?(?:(?:ваш[ае]?|ваши|your|контактн(?:ый|ое|ые)|поле)\s+)?(?:{words})(?:\s+(?:автора|клиента|покупателя|заказчика|отправителя|заявителя|пользователя|для связи|обратной связи|полностью))?[\s*»\x22]*(?:\([^)]{{0,40}}\)\s*)?"
        );
        (
            pattern(&format!(r"{label}(?:[:=?\]]|\s[—–-]\s|\t)\s*(.*)$")),
            pattern(&format!(r"{label}[?\]]?$")),
        )
    };
    [
        (
            Field::Name,
            label(
                r"имя и фамилия|фамилия и имя|фамилия,? имя(?:,? отчество)?|имя,? фамилия|имя|ф\.?\s?и\.?\s?о\.?|фио|name|full name|first name|как (?:к )?вам обращаться|как вас зовут|контактное лицо|заявитель|клиент|отправитель|от кого|от|from|имя пользователя|лицо|данные|автор",
            ),
        ),
        (Field::Surname, label(r"фамилия|last name|surname")),
        (
            Field::Address,
            label(
                r"e-?mail|эл(?:ектронная|\.)? ?почта|почта|адрес (?:эл(?:ектронной|\.)? ?почты|e-?mail)|mail|email address|электронный адрес|имейл|емейл",
            ),
        ),
        (
            Field::Phone,
            label(
                r"(?:контактный )?(?:телефон|тел\.?|phone(?: number)?|tel|mobile|номер телефона|мобильный(?: телефон)?|whatsapp)",
            ),
        ),
        (
            Field::Message,
            label(
                r"сообщение|текст(?: сообщения| обращения| претензии)?|message|комментарий|comment|вопрос|обращение|отзыв|суть(?: обращения| претензии)?|описание(?: проблемы)?|textarea|your message|text|жалоба|претензия|проблема|содержание|что случилось|что произошло|опишите (?:проблему|ситуацию)",
            ),
        ),
        (
            Field::Other,
            label(
                r"заказ|номер заказа|№ заказа|order|order number|тема|subject|город|city|товар|product|дата|date|страница|page|url|ip|форма|form|form name|сайт|услуга|артикул|магазин|адрес|дата покупки|сумма|договор|номер договора|referer|user agent|transaction id|block id|cookies|form id|источник|время|компания",
            ),
        ),
    ]
});
/// So many labels alone on their lines make a form.
const FEWEST_ALONE: usize = 3;
/// A line that ends what was filled in.
static RULE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:[-=_*—–]{3,}|--)\s*$|^\s*(?:это (?:письмо|сообщение)|письмо (?:отправлено|сгенерировано|создано)|(?:сообщение|заявка) (?:отправлен|сгенерирован|создан)|данное (?:письмо|сообщение)|отправлено (?:с|из|через)|this (?:e-?mail|message) was|sent (?:from|via)|request details|additional information)",
    )
});

/// The form that a text is, if it is one: two fields at least, of which one says who it is.
pub(super) fn form(text: &str) -> Option<Form> {
    let mut form = Form::default();
    let mut surname = None;
    let mut seen: Vec<Field> = Vec::new();
    let mut open: Option<Field> = None;
    let stands_alone = |line: &str| {
        let mut labels = LABELS.iter();
        labels.find_map(|(field, (_, alone))| alone.is_match(line).then_some(*field))
    };
    // One such line may be a word of a letter; a form has several.
    let have_own_lines = text
        .lines()
        .filter(|line| stands_alone(line.trim()).is_some())
        .take(FEWEST_ALONE)
        .count()
        == FEWEST_ALONE;
    for line in text.lines() {
        let bare = line.trim();
        let found = LABELS.iter().find_map(|(field, (label, _))| {
            let value = label.captures(bare)?.get(1)?.as_str().trim();
            Some((*field, value))
        });
        let found = found.or_else(|| {
            let field = have_own_lines.then(|| stands_alone(bare)).flatten()?;
            Some((field, ""))
        });
        // Within a message a line such as «Заказ: 5» is part of it, but who wrote stands apart.
        if let Some((field, value)) = found
            && !(open == Some(Field::Message) && field == Field::Other)
        {
            open = Some(field);
            if !seen.contains(&field) {
                seen.push(field);
            }
            take(&mut form, &mut surname, field, value, bare);
        } else if RULE.is_match(bare) {
            open = None;
        } else if let Some(field) = open {
            if bare.is_empty() && field != Field::Message {
                continue;
            }
            // An answer that stands below its label.
            take(&mut form, &mut surname, field, bare, bare);
            if field != Field::Message {
                open = None;
            }
        }
    }
    let count = |field| usize::from(seen.contains(&field));
    let who = count(Field::Name) + count(Field::Address);
    let all = who + count(Field::Phone) + count(Field::Message);
    if let (Some(name), Some(surname)) = (&form.name, surname) {
        form.name = Some(format!("{surname} {name}"));
    }
    form.has_message = seen.contains(&Field::Message);
    (who > 0 && all > 1 && (form.name.is_some() || form.address.is_some())).then_some(form)
}

fn take(form: &mut Form, surname: &mut Option<String>, field: Field, value: &str, line: &str) {
    if value.is_empty() {
        return;
    }
    match field {
        Field::Name if form.name.is_none() => {
            let (name, address) = sender(value);
            form.name =
                name.or_else(|| Some(value.to_owned()).filter(|value| !value.contains('@')));
            if form.address.is_none() {
                form.address = address;
            }
        }
        Field::Surname if surname.is_none() => *surname = Some(value.to_owned()),
        Field::Address if form.address.is_none() => {
            // The address of a house may stand under the same word.
            form.address = sender(value).1;
            if form.address.is_none() {
                form.words.push_str(line);
                form.words.push('\n');
            }
        }
        Field::Message => {
            form.words.push_str(value);
            form.words.push('\n');
        }
        Field::Phone | Field::Other => {
            form.words.push_str(line);
            form.words.push('\n');
        }
        Field::Name | Field::Surname | Field::Address => {}
    }
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn forms_of_many_sites() {
        for text in [
            "Вами заполнена форма \"Заказать услугу\"\n-----\nИмя: Анна Зуева\nТелефон: +7 911 555-01-42\nE-mail: a@b.example\nСообщение: Верните деньги\n-----\nОбработайте заявку.",
            "Ваше имя: Анна Зуева\nВаш e-mail: a@b.example\nТекст обращения:\nВерните деньги",
            "Name: Анна Зуева\nEmail: a@b.example\nTextarea: Верните деньги\n\nAdditional information:\nTransaction ID: 1:2\nForm Name: Верните обратно",
            "Имя автора: Анна Зуева\nE-mail автора: a@b.example\nТекст сообщения:\n\nВерните деньги\n\nСообщение сгенерировано автоматически.",
            "От: Анна Зуева <a@b.example>\nТема: Возврат\n\nСообщение:\nВерните деньги\n\n-- \nЭто сообщение отправлено с сайта",
            "ФИО *: Анна Зуева\nЭлектронная почта *: a@b.example\nСуть обращения *: Верните деньги",
            "• Как к вам обращаться — Анна Зуева\n• Почта — a@b.example\n• Вопрос — Верните деньги",
            "Имя\nАнна Зуева\nE-mail\na@b.example\nСообщение\nВерните деньги",
            "1. Имя: Анна Зуева\n2. Почта: a@b.example\n3. Вопрос: Верните деньги",
            "[Имя] Анна Зуева\n[E-mail] a@b.example\n[Текст] Верните деньги",
            "Как вас зовут? Анна Зуева\nВаш e-mail? a@b.example\nЧто случилось? Верните деньги",
            "Фамилия: Зуева\nИмя: Анна\nEmail: a@b.example\nКомментарий: Верните деньги",
        ] {
            let found = form(text).expect(text);
            assert!(
                matches!(found.name.as_deref(), Some("Анна Зуева" | "Зуева Анна")),
                "{text}: {:?}",
                found.name
            );
            assert_eq!(found.address.as_deref(), Some("a@b.example"), "{text}");
            assert!(found.words.contains("Верните деньги"), "{text}");
            assert!(
                !found.words.contains("обратно") || text.contains("Form Name"),
                "{text}"
            );
        }
        for text in [
            "Здравствуйте! Прошу вернуть деньги.\nАнна Зуева\nтел.: 8 911 555-01-42",
            "Имя моё вам известно: я писала трижды.\nВерните деньги.",
            "Сообщение: верните деньги",
        ] {
            assert_eq!(form(text), None, "{text}");
        }
    }
}
