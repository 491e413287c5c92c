//! Whose words they are: the sender's own, a customer's whose letter was passed on, or those of whoever filled in
//! a form of a site.

use super::demands;
use super::envelope::Envelope;
use super::form::{self, Form};
use super::quotation::{Parted, letters, parted};
use super::quoted_head::Head;
use super::spelling::{flat, lower};
use crate::pattern::pattern;
use chrono::NaiveDate;
use regex::Regex;
use std::sync::LazyLock;

/// Somebody other than the sender of the message whose words it brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Author {
    pub name: Option<String>,
    pub address: Option<String>,
    /// The day their own letter was sent.
    pub sent: Option<NaiveDate>,
    pub way: Way,
}

/// How the words of another came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    PassedOn,
    Form,
}

/// The words that count for facts, the signature block apart from them, and who wrote them.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub body: String,
    pub signature: String,
    pub author: Option<Author>,
}

/// Fewer letters than this are a greeting, or a line such as «см. ниже».
const FEWEST: usize = 12;
/// A letter that was passed on may hold another one; so deep is looked.
const DEEPEST: usize = 3;

static COLUMNS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?m)^([\p{L} .-]{2,40}):?\t+"));
static SAYS_FORWARD: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:(?:re|на|ответ)\s*:\s*)*(?:fwd?|пересл|пер|wg|tr)\s*:"));
static SAYS_REPLY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^\s*(?:re|на|ответ|aw|отв)\s*(?:\[\d+\])?\s*:"));
/// How colleagues speak to each other of a letter.
static COLLEAGUE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)коллег|посмотри|разберит|передаю|пересылаю|направляю|перешл|в работу|для информации|к сведению|на рассмотрение|\bfyi\b|see below|см\. ниже|см\. вложение|ответьте (?:ему|ей|клиент)|клиент|покупател|\bон[аи]? (?:пиш|прос|требу)|за не[её]|\bей\b|\bему\b",
    )
});
/// Addresses that programs write from.
static AUTOMATIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|site|web|www|wordpress|form|forms|robot|bot|mailer|noreply.*|feedback|info|admin|postmaster|notify|notification[s]?|zayavka|order[s]?|callback|server|bitrix|tilda|sales|shop|support)[\w.+-]*@",
    )
});

/// Tells the words that count from those that are only repeated or passed on, and who wrote them.
pub(super) fn words(text: &str, envelope: &Envelope<'_>) -> Words {
    // A tab between label and answer would be a blank like any other.
    let columns = COLUMNS.replace_all(text, "$1: ");
    if let Some(form) = form::form(&flat(&columns))
        && is_filled_in(&form, envelope)
    {
        return of_form(form, envelope);
    }
    of_letter(parted(text), envelope, DEEPEST)
}

/// Whether a message that looks like a form is one, and not a letter with an address below it.
fn is_filled_in(form: &Form, envelope: &Envelope<'_>) -> bool {
    let from = envelope.from_address.unwrap_or_default();
    let is_own = form
        .address
        .as_deref()
        .is_some_and(|address| address.eq_ignore_ascii_case(from));
    let by_program = AUTOMATIC.is_match(from) || envelope.is_ours(from) || from.is_empty();
    let answered_elsewhere = envelope
        .reply_to
        .zip(form.address.as_deref())
        .is_some_and(|(reply, own)| reply.eq_ignore_ascii_case(own));
    by_program || answered_elsewhere || (form.has_message && is_own)
}

fn of_form(form: Form, envelope: &Envelope<'_>) -> Words {
    let address = form
        .address
        .or_else(|| envelope.reply_to.map(str::to_owned));
    Words {
        body: form.words,
        signature: String::new(),
        author: Some(Author {
            name: form.name,
            address,
            sent: None,
            way: Way::Form,
        }),
    }
}

fn of_letter(parted: Parted, envelope: &Envelope<'_>, deepest: usize) -> Words {
    let own_letters = letters(&parted.own);
    let Some(head) = parted.head.filter(|_| deepest > 0) else {
        // When nothing but a quotation is there, it counts: a letter passed on without a word of one's own is
        // still that letter.
        let body = if own_letters < FEWEST && letters(&parted.earlier) > FEWEST {
            format!("{}\n{}", parted.own, parted.earlier)
        } else {
            parted.own
        };
        return Words {
            body,
            signature: parted.signature,
            author: None,
        };
    };
    let from = envelope.from_address.unwrap_or_default();
    let by = head.address.as_deref().unwrap_or_default();
    let is_same = !by.is_empty() && by.eq_ignore_ascii_case(from);
    let sender_is_ours = !from.is_empty() && envelope.is_ours(from);
    let writer_is_ours = !by.is_empty() && !sender_is_ours && envelope.is_ours(by);
    let answers = SAYS_REPLY.is_match(envelope.subject)
        || head
            .to
            .iter()
            .any(|to| !from.is_empty() && to.eq_ignore_ascii_case(from));
    let passes_on = head.passes_on
        || SAYS_FORWARD.is_match(envelope.subject)
        || (own_letters < FEWEST && !answers);
    let own = Words {
        body: parted.own.clone(),
        signature: parted.signature.clone(),
        author: None,
    };
    if is_same && passes_on {
        let below = of_letter(
            self::parted(&parted.earlier),
            &inner(envelope, &head),
            deepest - 1,
        );
        return Words {
            body: format!("{}\n{}", parted.own, below.body),
            signature: format!("{}\n{}", parted.signature, below.signature),
            author: None,
        };
    }
    if !passes_on || writer_is_ours {
        let repeated = own_letters < FEWEST && letters(&parted.earlier) > FEWEST && !writer_is_ours;
        return if repeated {
            Words {
                body: parted.earlier,
                ..own
            }
        } else {
            own
        };
    }
    if !sender_is_ours && asks_for_oneself(&parted.own) {
        return own;
    }
    let mut below = of_letter(
        self::parted(&parted.earlier),
        &inner(envelope, &head),
        deepest - 1,
    );
    if below.author.is_none() && (head.name.is_some() || head.address.is_some()) {
        below.author = Some(Author {
            sent: head.sent.map(|sent| sent.date_naive()),
            name: head.name,
            address: head.address,
            way: Way::PassedOn,
        });
    }
    below
}

/// The envelope of a letter that is repeated in another.
fn inner<'i>(outer: &Envelope<'i>, head: &'i Head) -> Envelope<'i> {
    Envelope {
        subject: head.subject.as_deref().unwrap_or_default(),
        from_name: head.name.as_deref(),
        from_address: head.address.as_deref(),
        reply_to: None,
        to: if head.to.is_empty() {
            outer.to
        } else {
            &head.to
        },
        sent: head.sent.map(|sent| sent.date_naive()).or(outer.sent),
        ours: outer.ours,
    }
}

/// Whether words ask for something that the register knows.
pub(crate) fn asks_anything(words: &str) -> bool {
    !demands::asked(&lower(&flat(words)), "").is_empty()
}

/// Whether whoever passes a letter on speaks for themselves, and not as a colleague does.
pub(crate) fn asks_for_oneself(own: &str) -> bool {
    letters(own) >= FEWEST && !COLLEAGUE.is_match(own) && asks_anything(own)
}

#[cfg(test)]
mod tests {
    use super::{Envelope, words};

    const PASSED: &str = "-------- Пересылаемое сообщение --------\n12.11.2026, 19:42, Анна <a@post.example>:\n\nПрошу вернуть деньги.\n";

    #[test]
    fn a_letter_passed_on_is_its_writers() {
        let to = ["shop@lavka.example".to_owned()];
        let of = |from, subject, text: &str| {
            let envelope = Envelope {
                subject,
                from_address: Some(from),
                to: &to,
                ..Envelope::default()
            };
            let words = words(text, &envelope);
            (
                words.author.and_then(|author| author.address),
                words.body.trim().to_owned(),
            )
        };
        let hers = (
            Some("a@post.example".to_owned()),
            "Прошу вернуть деньги.".to_owned(),
        );
        assert_eq!(of("olga@lavka.example", "Fwd: x", PASSED), hers);
        assert_eq!(
            of(
                "olga@lavka.example",
                "x",
                &format!("Коллеги, мы обещали 500 рублей.\n{PASSED}")
            ),
            hers
        );
        assert_eq!(
            of(
                "kum@gmail.com",
                "Fwd: x",
                &format!("Перешлите куда надо.\n{PASSED}")
            ),
            hers
        );
        // Somebody who asks for themselves shows a letter of another.
        let text = format!("Курьер не приехал, верните мне 900 рублей.\n{PASSED}");
        assert_eq!(
            of("kum@gmail.com", "Fwd: x", &text),
            (
                None,
                "Курьер не приехал, верните мне 900 рублей.".to_owned()
            )
        );
        // A customer who passes our own letter back to us.
        let ours = PASSED.replace("a@post.example", "shop@lavka.example");
        let text = format!("Не согласна с этим.\n{ours}");
        assert_eq!(
            of("a@post.example", "Fwd: x", &text),
            (None, "Не согласна с этим.".to_owned())
        );
        // Their own earlier letter.
        let (author, body) = of(
            "a@post.example",
            "Fwd: x",
            &format!("Жду ответа.\n{PASSED}"),
        );
        assert_eq!(author, None);
        assert!(body.contains("Жду ответа.") && body.contains("вернуть деньги"));
        // An answer in the manner of Outlook, and a letter passed on in the same manner.
        let block = "От: Лавка <shop@lavka.example>\nДата: 11 ноября 2026 г. в 15:19\nКому: a@post.example\nТема: x\n\nВы должны 500 рублей.";
        let text = format!("Не согласна.\n\n{block}");
        assert_eq!(
            of("a@post.example", "Re: x", &text),
            (None, "Не согласна.".to_owned())
        );
        let block = block.replace("shop@lavka", "a@post");
        assert_eq!(
            of("olga@lavka.example", "Fwd: x", &block).0.as_deref(),
            Some("a@post.example")
        );
    }
}
