//! Messages that programs write by themselves, told by their header and first words.

use super::header::Head;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

static SERVER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:mailer-daemon|mail-daemon|postmaster|mdaemon|mail\.?delivery)\b")
});
static UNDELIVERED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)undeliver|non[- ]?delivery|delivery (?:status|failure|has failed|incomplete|problem|report|error|delayed)|returned (?:mail|to sender)|mail delivery (?:failed|system)|failure notice|could not be delivered|не ?доставлен|недостав|ошибка доставки|сбой (?:при )?доставк|возврат(?:[её]нн)? ?(?:письма|сообщения)|не удалось доставить|unzustellbar",
    )
});
static AWAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:auto(?:matic)?[- ]?(?:reply|response|answer)|автоответ|автоматический ответ|out of (?:the )?office|я в отпуске|нахожусь в отпуске|вне офиса|отсутствую|abwesen)",
    )
});

/// Whether a mail server reports that something could not be delivered.
pub(super) fn is_bounce(head: &Head, text: &str) -> bool {
    let from = head.from_address.as_deref().unwrap_or_default();
    let by_server = SERVER.is_match(from)
        || head.from_name.as_deref().is_some_and(|name| {
            SERVER.is_match(name) || name.eq_ignore_ascii_case("mail delivery system")
        });
    let beginning = &text[..text.floor_char_boundary(600)];
    head.reports
        || (by_server && (UNDELIVERED.is_match(&head.subject) || UNDELIVERED.is_match(beginning)))
}

/// Whether a program answered for somebody.
pub(super) fn is_reply(head: &Head, text: &str) -> bool {
    AWAY.is_match(&head.subject)
        || (head.automatic
            && (head.answers || AWAY.is_match(&text[..text.floor_char_boundary(600)])))
}
