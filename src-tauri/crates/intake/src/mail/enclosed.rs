//! A message that was passed on as an attachment: its text is in there, and so is who wrote it.

use super::header::Head;
use super::media_type::is_message;
use super::structure::{self, Content, Part, Survey};
use super::transfer;
use crate::draft::MailNotice;
use crate::gathered::Gathered;

/// The letter within a message.
pub(super) struct Enclosed {
    pub head: Head,
    pub text: String,
}

/// The first enclosed message that has a text, where that is the letter: the message around it says little, and
/// is no report on the delivery of what it brings along.
pub(super) fn message(gathered: &mut Gathered, root: &Part<'_>, text: &str) -> Option<Enclosed> {
    const MOST_AROUND: usize = 600;
    if text.chars().count() > MOST_AROUND || root.media_type == "multipart/report" {
        return None;
    }
    let mut enclosed = Vec::new();
    messages_in(root, &mut enclosed);
    for (raw, encoding) in enclosed {
        let content = transfer::decode(raw, encoding);
        let message = content.bytes.trim_ascii_start();
        let Ok(root) = structure::cut(message, &mut Survey::default()) else {
            continue;
        };
        let mut inner = Gathered {
            charset: gathered.charset.clone(),
            ..Gathered::default()
        };
        let found = inner.part(&root);
        let text = inner.text_of(found);
        if !text.trim().is_empty() {
            inner.notices.remove(&MailNotice::AttachmentDamaged);
            gathered.notices.append(&mut inner.notices);
            gathered.notices.insert(MailNotice::TextFromEnclosedMessage);
            gathered.doubtful = gathered.doubtful.take().or(inner.doubtful);
            return Some(Enclosed {
                head: root.head,
                text,
            });
        }
    }
    None
}

/// The enclosed messages of a part, outermost only, in order.
fn messages_in<'p>(part: &'p Part<'_>, found: &mut Vec<(&'p [u8], &'p str)>) {
    match &part.content {
        Content::Parts(parts) => parts.iter().for_each(|part| messages_in(part, found)),
        Content::Own(raw) if is_message(&part.media_type) => found.push((raw, &part.head.encoding)),
        Content::Own(_) => {}
    }
}
