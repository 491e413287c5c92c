//! The draft that the intake hands over, and why there may be none.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{DemandKind, Kind, Money, Regime};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;
use ts_rs::TS;

/// A message taken apart, with the facts proposed from its text.
///
/// In JSON the facts stand beside the headers, not in an object of their own,
/// and an attachment shows its size in place of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MailDraft {
    /// The subject line, decoded; empty when there is none.
    pub subject: String,
    /// The name of whoever wrote the letter, as it is written there: of the first sender, or of the
    /// customer whose letter was passed on or who filled in a form.
    pub from_name: Option<String>,
    /// The address of whoever wrote the letter.
    pub from_address: Option<String>,
    /// Who sent the message itself, when that is somebody else: name and address as far as they are said.
    pub sent_by: Option<String>,
    /// Where the sender wants the answer, when that is another address.
    pub reply_to: Option<String>,
    /// Every address the message was sent to.
    pub to: Vec<String>,
    /// When the sender says it was sent, with the sender's offset from UTC.
    #[ts(type = "string | null")]
    pub sent: Option<DateTime<FixedOffset>>,
    /// When the last server on the way received it, which is the addressee's own as a rule.
    #[ts(type = "string | null")]
    pub received: Option<DateTime<FixedOffset>>,
    /// The day the letter that was passed on had been sent itself.
    #[ts(type = "string | null")]
    pub first_sent: Option<NaiveDate>,
    /// The message id, without its angle brackets.
    pub message_id: Option<String>,
    /// The whole text of the message as plain text, quotations and signature
    /// included. Lines end in `\n`.
    pub text: String,
    /// What the text seems to say.
    #[serde(flatten)]
    pub facts: Facts,
    /// Every part that is not the text, in the order of the message.
    pub attachments: Vec<Attachment>,
    /// What a person who confirms the draft should know about its reading.
    pub notices: Vec<MailNotice>,
    /// How the text reads in other charsets, where the one it was read in is a guess.
    pub readings: Vec<CharsetReading>,
    /// How many messages the file holds; this is one of them.
    pub messages: u32,
}

/// A text as it reads in one charset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CharsetReading {
    /// The name of the charset, as IANA has it.
    pub charset: String,
    /// The beginning of the text.
    pub sample: String,
}

/// What the text seems to say: proposals for the fields of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Facts {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules it seems to fall under.
    pub regime: Regime,
    /// What is asked for, in the order of the text, each once.
    pub demands: Vec<DemandKind>,
    /// Sums of roubles, in the order of the text, each once.
    pub amounts: Vec<Money>,
    /// Days named in the text, in its order, each once.
    #[ts(type = "Array<string>")]
    pub dates: Vec<NaiveDate>,
    /// Telephone numbers in E.164 form.
    pub phones: Vec<String>,
    /// The same, each in the groups in which it was written.
    pub phones_written: Vec<String>,
    /// The number of the order or contract.
    pub order: Option<String>,
    /// The fullest form of the sender's name: of the header and the signature.
    pub name: Option<String>,
}

/// A part of the message that is not its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Attachment {
    /// A name that is safe to show and to save under; see [`complaint::safe_file_name`].
    pub name: String,
    /// The name as the sender wrote it, when there was one. Never a path.
    pub original_name: Option<String>,
    /// The media type the sender declared, lower case, without parameters.
    pub media_type: String,
    /// The decoded content. JSON shows only its length.
    #[serde(serialize_with = "length")]
    #[ts(type = "number")]
    pub bytes: Vec<u8>,
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

fn length<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(bytes.len() as u64)
}

/// Something about the reading that a person should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MailNotice {
    /// There was no plain text; the text was made from HTML.
    TextFromHtml,
    /// There was no text of its own; the text is that of the enclosed message.
    TextFromEnclosedMessage,
    NoText,
    /// The charset was not declared, unknown or wrong; it was guessed.
    CharsetGuessed,
    /// Some bytes of the text fit no charset and show as U+FFFD.
    TextDamaged,
    /// The structure of the message is broken; what could be read was kept.
    BrokenStructure,
    /// An attachment's transfer encoding is damaged; its content may be cut.
    AttachmentDamaged,
    /// There is no readable date in the header.
    NoSentDate,
    /// There is no readable sender in the header.
    NoSender,
    /// The message is encrypted; its content is kept as attachments.
    Encrypted,
    /// The text is longer than two megabytes; the draft shows its beginning,
    /// and the whole of it is the attachment `text.txt`.
    TextCut,
    /// The subject or the sender's name is longer than its field; the draft
    /// shows its beginning, and the message itself has all of it.
    HeaderCut,
    /// Somebody passed on a letter of another, who is proposed as the complainant.
    PassedOn,
    /// A form of a site: who filled it in is proposed as the complainant.
    FromForm,
    /// A mail server reports that a message could not be delivered.
    Bounce,
    /// A program answered by itself, as for somebody who is away.
    AutoReply,
    /// An invitation of a calendar.
    Invitation,
    /// The file holds several messages; this is one of them.
    SeveralMessages,
    /// The sender's clock and the server's are more than a day apart; the server's counts.
    ClocksDiffer,
    /// A file of no bytes came along.
    EmptyAttachment,
    /// The transfer encoding was not declared; it was recognised.
    EncodingGuessed,
}

/// Why there is no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IntakeError {
    /// No bytes, or blanks only.
    #[error("the message is empty")]
    Empty,
    /// The bytes hold no mail header, so this is another sort of file.
    #[error("this is not a mail message")]
    NotMail,
    /// More bytes than [`crate::MAIL_LIMIT_BYTES`].
    #[error("the message has {bytes} bytes, more than the {limit} that are read")]
    TooLarge {
        /// The size of the message.
        bytes: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// Parts within parts, deeper than any mail program makes them.
    #[error("the parts of the message are nested more than {limit} deep")]
    TooDeep {
        /// The deepest nesting that is read.
        limit: usize,
    },
    /// More parts than any mail program makes.
    #[error("the message has more than {limit} parts")]
    TooManyParts {
        /// The greatest number of parts that is read.
        limit: usize,
    },
}

impl IntakeError {
    /// The word for this error in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotMail => "not_mail",
            Self::TooLarge { .. } => "too_large",
            Self::TooDeep { .. } => "too_deep",
            Self::TooManyParts { .. } => "too_many_parts",
        }
    }
}
