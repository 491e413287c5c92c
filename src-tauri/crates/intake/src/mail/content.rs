//! The parts of a message read into its text and its attachments.

use super::flowed::unflowed;
use super::header;
use super::html;
use super::media_type::{extension, is_message};
use super::structure::{Content, Part, split_header};
use super::transfer;
use crate::charset;
use crate::draft::MailNotice;
use crate::gathered::Gathered;
use complaint::safe_file_name;

/// A stretch of text found in the message, and what it was made from.
pub(super) struct Stretch {
    text: String,
    is_html: bool,
}

impl Gathered {
    /// Takes a part: its text is returned, its attachments are gathered.
    pub(super) fn part(&mut self, part: &Part<'_>) -> Vec<Stretch> {
        match &part.content {
            Content::Parts(parts) => match part.media_type.as_str() {
                "multipart/alternative" => self.alternative(parts),
                "multipart/related" => self.related(parts),
                kind => {
                    if kind == "multipart/encrypted" {
                        self.notices.insert(MailNotice::Encrypted);
                    }
                    parts.iter().flat_map(|part| self.part(part)).collect()
                }
            },
            Content::Own(raw) => {
                let shown = !part.head.is_attachment && part.head.file_name.is_none();
                match part.media_type.as_str() {
                    "text/plain" if shown => vec![self.plain(part, raw)],
                    "text/html" if shown => vec![self.page(part, raw)],
                    _ => {
                        self.attach(part, raw);
                        Vec::new()
                    }
                }
            }
        }
    }

    /// Of several forms of the same text the plain one is chosen, unless it is
    /// a stub such as «your program can't show this message».
    fn alternative(&mut self, parts: &[Part<'_>]) -> Vec<Stretch> {
        let mut forms: Vec<Vec<Stretch>> = Vec::new();
        let mut has_plain = false;
        for part in parts {
            let is_plain_leaf =
                matches!(part.content, Content::Own(_)) && part.media_type == "text/plain";
            if let (true, true, Content::Own(raw)) = (is_plain_leaf, has_plain, &part.content) {
                // A second plain form is no form of the first one.
                self.attach(part, raw);
                continue;
            }
            has_plain |= is_plain_leaf;
            forms.push(self.part(part));
        }
        let length = |form: &[Stretch]| -> usize { form.iter().map(|s| s.text.trim().len()).sum() };
        let longest = forms.iter().map(|form| length(form)).max().unwrap_or(0);
        let is_plain = |form: &[Stretch]| form.iter().all(|stretch| !stretch.is_html);
        let chosen = forms
            .iter()
            .position(|form| {
                let own = length(form);
                own > 0 && is_plain(form) && (own * 5 >= longest || longest < 1000)
            })
            .or_else(|| forms.iter().position(|form| length(form) == longest));
        chosen.map(|at| forms.swap_remove(at)).unwrap_or_default()
    }

    /// The first part that has text is the root; the others belong to it and
    /// are kept as attachments, pictures of the page included.
    fn related(&mut self, parts: &[Part<'_>]) -> Vec<Stretch> {
        let mut root = Vec::new();
        for part in parts {
            match &part.content {
                Content::Own(raw) if !root.is_empty() => self.attach(part, raw),
                Content::Own(_) | Content::Parts(_) => root.extend(self.part(part)),
            }
        }
        root
    }

    fn plain(&mut self, part: &Part<'_>, raw: &[u8]) -> Stretch {
        let text = self.decoded(part, raw);
        let text = if part.head.is_flowed {
            unflowed(&text, part.head.deletes_space)
        } else {
            text
        };
        Stretch {
            text,
            is_html: false,
        }
    }

    fn page(&mut self, part: &Part<'_>, raw: &[u8]) -> Stretch {
        let text = self.decoded(part, raw);
        Stretch {
            text: charset::normalized(&html::to_text(&text)),
            is_html: true,
        }
    }

    fn decoded(&mut self, part: &Part<'_>, raw: &[u8]) -> String {
        let content = transfer::decode(raw, &part.head.encoding);
        if content.damaged {
            self.notices.insert(MailNotice::TextDamaged);
        }
        let read = charset::decode(&content.bytes, part.head.charset.as_deref());
        if read.guessed {
            self.notices.insert(MailNotice::CharsetGuessed);
        }
        if read.damaged {
            self.notices.insert(MailNotice::TextDamaged);
        }
        charset::normalized(&read.text)
    }

    fn attach(&mut self, part: &Part<'_>, raw: &[u8]) {
        // Whole messages inside are not to be encoded, and mostly are not.
        let content = transfer::decode(raw, &part.head.encoding);
        if content.damaged {
            self.notices.insert(MailNotice::AttachmentDamaged);
        }
        if part.head.is_sealed {
            self.notices.insert(MailNotice::Encrypted);
        }
        let is_text = part.media_type.starts_with("text/");
        if is_text && content.bytes.is_empty() && part.head.file_name.is_none() {
            // A text of nothing, with no name, is a slip of the sender's program.
            return;
        }
        let name = self.name_for(part, &content.bytes);
        self.keep(
            name,
            part.head.file_name.clone(),
            part.media_type.clone(),
            content.bytes.into_owned(),
        );
    }

    fn name_for(&self, part: &Part<'_>, content: &[u8]) -> String {
        if let Some(name) = &part.head.file_name {
            return safe_file_name(name);
        }
        if is_message(&part.media_type) {
            let (block, _) = split_header(content.trim_ascii_start());
            let subject = header::read(block).subject;
            if !subject.is_empty() {
                // The subject is no path: its slashes are part of the words.
                return safe_file_name(&format!("{}.eml", subject.replace(['/', '\\'], "_")));
            }
        }
        let number = self.attachments.len() + 1;
        format!("attachment-{number}.{}", extension(&part.media_type))
    }

    pub(super) fn text_of(&mut self, stretches: Vec<Stretch>) -> String {
        let mut text = String::new();
        let mut has_html = false;
        for stretch in &stretches {
            let words = stretch.text.trim_end();
            if words.trim().is_empty() {
                continue;
            }
            has_html |= stretch.is_html;
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(words);
        }
        if has_html {
            self.notices.insert(MailNotice::TextFromHtml);
        }
        self.shown(text.trim_start_matches('\n').to_owned())
    }
}
