//! The parts of a message read into its text and its attachments.

use super::calendar;
use super::flowed::unflowed;
use super::header;
use super::html;
use super::media_type::{extension, is_message, is_written};
use super::structure::{Content, Part, split_header};
use super::tnef;
use super::transfer;
use super::uuencoded;
use crate::charset;
use crate::draft::MailNotice;
use crate::gathered::Gathered;
use crate::pattern::pattern;
use complaint::safe_file_name;
use regex::Regex;
use std::sync::LazyLock;

/// What programs write for readers without HTML, in place of the letter.
static STUB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)не поддерживает|не может (?:отобразить|показать|быть отображен)|включите (?:поддержку|отображение|просмотр)|откройте (?:это )?письмо в|просмотр.{0,30}html|в формате html|html[- ](?:формат|письм|верси)|верси[июя] (?:для|в) браузер|посмотреть (?:письмо )?в браузере|(?:does|do) ?n[o']t support|cannot (?:display|show|view)|can(?:no|')t (?:display|show|view)|unable to (?:display|view)|html[- ](?:e-?mail|message|version|format|capable|compatible|enabled)|view (?:this|the) (?:e-?mail|message)|to view (?:this|the)|in (?:your|a) (?:web )?browser|unterstützt kein",
    )
});
/// A stub is no longer than this, in characters.
const LONGEST_STUB: usize = 600;

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
                    "text/html" if shown => vec![self.page(part, raw)],
                    kind if shown && is_written(kind) => vec![self.plain(part, raw)],
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
                own > 0
                    && is_plain(form)
                    && (own * 5 >= longest || longest < 1000)
                    && !(own < longest && is_stub(form))
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
        let (text, files) = uuencoded::files(&text);
        for (name, bytes) in files {
            self.keep(
                safe_file_name(&name),
                Some(name),
                "application/octet-stream".to_owned(),
                bytes,
            );
        }
        let text = match part.media_type.as_str() {
            "text/enriched" | "text/richtext" => html::to_text(&text.replace("<<", "&lt;")),
            _ => text,
        };
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
        let mut content = transfer::decode(raw, &part.head.encoding);
        if let Some(inner) = transfer::undeclared(&content.bytes, &part.head.encoding) {
            self.notices.insert(MailNotice::EncodingGuessed);
            content.bytes = inner.into();
        }
        if content.damaged {
            self.notices.insert(MailNotice::TextDamaged);
        }
        if let Some(chosen) = &self.charset {
            self.doubtful.get_or_insert_with(|| content.bytes.to_vec());
            return charset::normalized(&charset::in_charset(&content.bytes, chosen));
        }
        let of_page = if part.media_type == "text/html" {
            charset::of_page(&content.bytes)
        } else {
            None
        };
        let declared = part
            .head
            .charset
            .as_deref()
            .filter(|name| !name.trim().is_empty());
        let mut read = charset::decode(&content.bytes, declared.or(of_page.as_deref()));
        // A server that knows no charset of its own names another one than the page does.
        if read.guessed && declared.is_some() && of_page.is_some() {
            let by_page = charset::decode(&content.bytes, of_page.as_deref());
            if !by_page.guessed && !by_page.damaged {
                read = by_page;
            }
        }
        if read.guessed {
            self.notices.insert(MailNotice::CharsetGuessed);
            self.doubtful.get_or_insert_with(|| content.bytes.to_vec());
        }
        if read.damaged {
            self.notices.insert(MailNotice::TextDamaged);
        }
        charset::normalized(&read.text)
    }

    /// Where no part is plainly the text: the first of the parts that are text though they are named or marked
    /// as attachments. One with a name is kept as a file, too.
    pub(super) fn text_among_files(&mut self, part: &Part<'_>) -> Vec<Stretch> {
        let mut leaves = Vec::new();
        leaves_of(part, &mut leaves);
        for wanted in ["", "text/html", "text/calendar"] {
            for (part, raw) in &leaves {
                let kind = part.media_type.as_str();
                let is_wanted = match wanted {
                    "" => is_written(kind) && is_letter_name(part.head.file_name.as_deref()),
                    kind_wanted => kind == kind_wanted,
                };
                if !is_wanted {
                    continue;
                }
                let before = self.attachments.len();
                let stretch = match kind {
                    "text/html" => self.page(part, raw),
                    "text/calendar" => Stretch {
                        text: calendar::words(&self.decoded(part, raw)),
                        is_html: false,
                    },
                    _ => self.plain(part, raw),
                };
                if stretch.text.trim().is_empty() {
                    continue;
                }
                if part.head.file_name.is_none() && kind != "text/calendar" {
                    let content = transfer::decode(raw, &part.head.encoding);
                    let same = |file: &crate::draft::Attachment| {
                        file.original_name.is_none() && file.bytes == *content.bytes
                    };
                    if let Some(at) = self.attachments[..before].iter().position(same) {
                        self.attachments.remove(at);
                    }
                }
                return vec![stretch];
            }
        }
        match self.packed.take() {
            Some((text, is_html)) => vec![Stretch {
                text: charset::normalized(&text),
                is_html,
            }],
            None => Vec::new(),
        }
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
        if is_packed(part)
            && let Some(unpacked) = tnef::unpacked(&content.bytes)
            && (!unpacked.files.is_empty() || !unpacked.text.trim().is_empty())
        {
            self.unpack(unpacked);
            return;
        }
        if part.media_type == "text/calendar" {
            self.notices.insert(MailNotice::Invitation);
        }
        let name = self.name_for(part, &content.bytes);
        self.keep(
            name,
            part.head.file_name.clone(),
            part.media_type.clone(),
            content.bytes.into_owned(),
        );
    }

    fn unpack(&mut self, unpacked: tnef::Unpacked) {
        if !unpacked.text.trim().is_empty() {
            self.packed.get_or_insert((unpacked.text, unpacked.is_html));
        }
        for file in unpacked.files {
            let number = self.attachments.len() + 1;
            let kind = file.media_type.filter(|kind| kind.contains('/'));
            let kind = kind.unwrap_or_else(|| "application/octet-stream".to_owned());
            let name = match &file.name {
                Some(name) => safe_file_name(name),
                None => format!("attachment-{number}.{}", extension(&kind)),
            };
            self.keep(name, file.name, kind, file.bytes);
        }
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
        let stretches = without_twins(stretches);
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

/// The parts that hold content, outermost message only.
fn leaves_of<'p, 'm>(part: &'p Part<'m>, found: &mut Vec<(&'p Part<'m>, &'m [u8])>) {
    match &part.content {
        Content::Parts(parts) => parts.iter().for_each(|part| leaves_of(part, found)),
        Content::Own(raw) => found.push((part, raw)),
    }
}

/// Whether a text of this name can be the letter itself, and no file of another sort.
fn is_letter_name(name: Option<&str>) -> bool {
    let Some((_, ending)) = name.and_then(|name| name.rsplit_once('.')) else {
        return true;
    };
    matches!(
        ending.to_ascii_lowercase().as_str(),
        "txt" | "text" | "eml" | "msg" | "asc" | "md"
    )
}

fn is_packed(part: &Part<'_>) -> bool {
    let named = |name: &str| name.to_ascii_lowercase().ends_with("winmail.dat");
    matches!(
        part.media_type.as_str(),
        "application/ms-tnef" | "application/vnd.ms-tnef"
    ) || part.head.file_name.as_deref().is_some_and(named)
}

fn is_stub(form: &[Stretch]) -> bool {
    let text: String = form.iter().map(|stretch| stretch.text.as_str()).collect();
    text.chars().count() < LONGEST_STUB && STUB.is_match(&text)
}

/// The plain form and the page of one text are shown once: of two that say the same, the plain one.
fn without_twins(stretches: Vec<Stretch>) -> Vec<Stretch> {
    if stretches.len() < 2 {
        return stretches;
    }
    let letters = |stretch: &Stretch| -> String {
        stretch
            .text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let said: Vec<String> = stretches.iter().map(letters).collect();
    let is_twin = |at: usize| {
        stretches[at].is_html
            && !said[at].is_empty()
            && stretches.iter().zip(&said).any(|(other, words)| {
                !other.is_html
                    && !words.is_empty()
                    && (*words == said[at] || words.contains(&said[at]))
            })
    };
    let twins: Vec<bool> = (0..stretches.len()).map(is_twin).collect();
    // A page that says more than its plain twin takes its place.
    let is_less = |at: usize| {
        !stretches[at].is_html
            && !said[at].is_empty()
            && stretches.iter().zip(&said).any(|(other, words)| {
                other.is_html && words.len() > said[at].len() && words.starts_with(&said[at])
            })
    };
    let less: Vec<bool> = (0..stretches.len()).map(is_less).collect();
    stretches
        .into_iter()
        .zip(twins.into_iter().zip(less))
        .filter(|(_, (twin, less))| !twin && !less)
        .map(|(stretch, _)| stretch)
        .collect()
}
