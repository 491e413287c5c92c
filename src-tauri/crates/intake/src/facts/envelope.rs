//! What is known of a text before it is read.

use chrono::NaiveDate;

/// What stands on the envelope of a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Envelope<'e> {
    pub subject: &'e str,
    /// The display name of the sender.
    pub from_name: Option<&'e str>,
    pub from_address: Option<&'e str>,
    /// Where the sender wants the answer, when that is another address.
    pub reply_to: Option<&'e str>,
    /// Every address the text was sent to.
    pub to: &'e [String],
    /// The office that reads it; none where nobody said.
    pub ours: Option<&'e Ours>,
    /// The day the text was sent; days without a year are understood from it.
    pub sent: Option<NaiveDate>,
}

/// The office itself, so that its own words are not taken for a customer's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ours {
    /// What it is called, in any of its names.
    pub names: Vec<String>,
    /// Its addresses of mail.
    pub addresses: Vec<String>,
}

impl Envelope<'_> {
    /// Whether an address is the office's own: it is known for one, or shares with an address this was sent to
    /// a domain that is not open to everybody.
    pub(crate) fn is_ours(&self, address: &str) -> bool {
        let own = self
            .ours
            .map(|ours| ours.addresses.as_slice())
            .unwrap_or_default();
        let is_same = |one: &String| {
            one.eq_ignore_ascii_case(address)
                || domain(one).is_some_and(|domain| {
                    !is_open(&domain) && self::domain(address).as_deref() == Some(domain.as_str())
                })
        };
        own.iter().any(is_same) || self.to.iter().any(is_same)
    }
}

fn domain(address: &str) -> Option<String> {
    address
        .rsplit_once('@')
        .map(|(_, domain)| domain.trim_end_matches('.').to_lowercase())
        .filter(|domain| !domain.is_empty())
}

/// Whether anybody may have an address there.
fn is_open(domain: &str) -> bool {
    const OPEN: [&str; 36] = [
        "gmail.com",
        "googlemail.com",
        "yandex.ru",
        "ya.ru",
        "yandex.com",
        "yandex.by",
        "yandex.kz",
        "yandex.ua",
        "narod.ru",
        "mail.ru",
        "bk.ru",
        "list.ru",
        "inbox.ru",
        "internet.ru",
        "xmail.ru",
        "rambler.ru",
        "lenta.ru",
        "autorambler.ru",
        "myrambler.ru",
        "ro.ru",
        "hotmail.com",
        "outlook.com",
        "live.com",
        "live.ru",
        "msn.com",
        "outlook.ru",
        "yahoo.com",
        "ymail.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "proton.me",
        "protonmail.com",
        "tut.by",
        "ukr.net",
        "vk.com",
    ];
    OPEN.contains(&domain)
}
