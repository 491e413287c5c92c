//! What crosses the border between the window and the shell on top of the
//! office's own values. The web view sees files and folders by token only.

use complaint::{ComplaintId, Language, OfficeProfile, Regime, Side};
use office::Failure;
use office::wire::NewComplaint;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the person at this computer has chosen; it belongs to the program, not to an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProgramSettings {
    /// Language of the screens.
    pub language: Language,
    /// Colours.
    pub theme: Theme,
    /// Size of the text, 1.0 to 2.0.
    pub text_scale: f64,
    /// Who sits here: the name that the journal writes beside each change.
    pub actor: String,
    /// Whether the system says what today holds.
    pub reminders: bool,
}

impl Default for ProgramSettings {
    fn default() -> Self {
        Self {
            language: Language::Ru,
            theme: Theme::System,
            text_scale: 1.0,
            actor: String::new(),
            reminders: true,
        }
    }
}

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramState {
    /// Whether an office is open; if not, the first-run screen is shown.
    pub office_open: bool,
    /// Language of the screens.
    pub language: Language,
    /// Colours.
    pub theme: Theme,
    /// Size of the text, 1.0 to 2.0.
    pub text_scale: f64,
    /// Who sits here.
    pub actor: String,
    /// Whether the system says what today holds.
    pub reminders: bool,
    /// The folder of the office used last, for showing only.
    pub last_folder: Option<String>,
    /// Where a new office is kept unless another folder is chosen, for showing only.
    pub default_folder: String,
    /// The program's version.
    pub version: String,
    /// Whether the open office is the sample.
    pub sample_open: bool,
    /// Why the office used last could not be opened, if so.
    pub problem: Option<Failure>,
}

/// A folder chosen in the system's dialog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenFolder {
    /// Names it in [`OfficeCreate`] and [`OfficeOpen`].
    pub token: Uuid,
    /// The path, for showing only.
    pub display: String,
    /// Whether an office is kept there already, to be opened rather than made.
    pub holds_office: bool,
    /// Whether it lies on a network share, where a database breaks.
    pub network_share: bool,
    /// Whether anything can be written there.
    pub writable: bool,
}

/// Makes a new office and opens it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeCreate {
    /// A chosen folder; the default one when absent.
    #[serde(default)]
    pub folder: Option<Uuid>,
    /// Name, requisites, letterhead, numbering.
    pub profile: OfficeProfile,
}

/// Opens an office that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeOpen {
    /// A chosen folder; the office used last when absent.
    #[serde(default)]
    pub folder: Option<Uuid>,
}

/// What files are chosen for; decides what the dialog shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilePurpose {
    /// Any files, to be kept with a case.
    Documents,
    /// Messages saved as `.eml`.
    Mail,
    /// Pictures.
    Image,
}

/// Asks for files in the system's dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilesChoose {
    /// What for.
    pub purpose: FilePurpose,
}

/// A file that was chosen or dropped; its path stays in the shell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DroppedFile {
    /// Names it in commands until the program ends.
    pub token: Uuid,
    /// Its name, made safe to show.
    pub name: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A place in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Position {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// Payload of the event `dropped`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Dropped {
    /// The files, in the order in which they came. What lies in a dropped folder comes too; links are not followed.
    pub files: Vec<DroppedFile>,
    /// Where they were let go.
    pub position: Option<Position>,
}

/// Keeps chosen or dropped files with a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentAdd {
    /// The case.
    pub complaint: ComplaintId,
    /// The files.
    pub tokens: Vec<Uuid>,
    /// From which side they came.
    pub side: Side,
    /// Where they came from and how.
    #[serde(default)]
    pub source: String,
    /// A fresh id of the window's own, to cancel by.
    pub work: Uuid,
}

/// How far a long work is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Bytes done.
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes in all.
    #[ts(type = "number")]
    pub total: u64,
    /// What is being worked on now.
    pub name: String,
}

/// Stops a long work; what it did so far is taken back. A work that is over is none of its concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkCancel {
    /// The id the work was begun with.
    pub work: Uuid,
}

/// Reads a message into a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailRead {
    /// The file.
    pub token: Uuid,
}

/// Takes a message in as a complaint, itself and the chosen attachments as its documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MailTake {
    /// The file.
    pub token: Uuid,
    /// The confirmed form.
    pub complaint: NewComplaint,
    /// Which attachments to keep, by their place in the message.
    pub attachments: Vec<u32>,
}

/// Where an image goes on the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImagePlace {
    /// The logo of the letterhead.
    Logo,
    /// The stamp.
    Stamp,
    /// The signature.
    Signature,
}

/// Chooses an image in the system's dialog and keeps it in the open office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImageChoose {
    /// What for; the dialog's title says it.
    pub purpose: ImagePlace,
}

/// An image that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StoredImage {
    /// Names it in the letterhead and in [`ImageShow`].
    pub sha256: String,
    /// Picture points across.
    pub width: u32,
    /// Picture points down.
    pub height: u32,
}

/// Asks for the bytes of a kept image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImageShow {
    /// From [`StoredImage`] or the letterhead.
    pub sha256: String,
}

/// Where a file was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// The path, for showing only; none when the dialog was cancelled.
    pub saved: Option<String>,
}

/// Bytes that come as they are, not as JSON.
#[cfg(test)]
#[derive(TS)]
#[ts(type = "ArrayBuffer")]
pub struct Bytes;

/// A file of what the office counts by: the rules of a regime, or without one the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NormFile {
    /// The regime.
    pub regime: Option<Regime>,
}

/// The shell's own commands and values in TypeScript, beside those of [`office::wire::typescript::describe`].
#[cfg(test)]
pub fn describe(ts: &mut office::wire::typescript::Typescript) {
    use office::wire::{
        Added, BackupMade, CalendarFile, Card, DocumentRef, InspectionMake, LetterRef,
        LetterheadTry, MailProposal, OfficeInfo, PageQuestion, Paper, ProofMake, TemplateExport,
        TemplateImportPlan,
    };
    ts.command::<(), ProgramState>("program_state");
    ts.command::<ProgramSettings, ProgramState>("program_settings_save");
    ts.command::<(), Option<ChosenFolder>>("folder_choose");
    ts.command::<OfficeCreate, OfficeInfo>("office_create");
    ts.command::<OfficeOpen, OfficeInfo>("office_open");
    ts.command::<(), ProgramState>("office_close");
    ts.command::<(), OfficeInfo>("sample_open");
    ts.command::<(), ProgramState>("sample_delete");
    ts.command::<FilesChoose, Vec<DroppedFile>>("files_choose");
    ts.command::<MailRead, MailProposal>("mail_read");
    ts.command::<MailTake, Added>("mail_take");
    ts.command::<DocumentAdd, Card>("document_add");
    ts.command::<WorkCancel, ()>("work_cancel");
    ts.command::<DocumentRef, ()>("document_open");
    ts.command::<ImageChoose, Option<StoredImage>>("image_choose");
    ts.command::<ImageShow, Bytes>("image_show");
    ts.command::<LetterheadTry, Bytes>("letterhead_picture");
    ts.command::<PageQuestion, Bytes>("letter_page");
    ts.command::<LetterRef, SavedFile>("letter_save_pdf");
    ts.command::<LetterRef, SavedFile>("letter_save_docx");
    ts.command::<LetterRef, ()>("letter_open_pdf");
    ts.command::<LetterRef, ()>("letter_print");
    ts.command::<LetterRef, ()>("letter_mail_draft");
    ts.command::<(), Option<TemplateImportPlan>>("template_import_look");
    ts.command::<TemplateExport, SavedFile>("template_export");
    ts.command::<Paper, ()>("paper_open");
    ts.command::<Paper, SavedFile>("paper_save");
    ts.command::<ProofMake, SavedFile>("proof_save");
    ts.command::<(), BackupMade>("backup_create");
    ts.command::<NormFile, Option<String>>("norm_file_open");
    ts.command::<NormFile, SavedFile>("norm_file_save");
    ts.command::<CalendarFile, SavedFile>("calendar_file_save");
    ts.command::<InspectionMake, SavedFile>("inspection_save");
    ts.command::<(), ()>("window_ready");
    ts.value::<Dropped>();
    ts.value::<Progress>();
    ts.value::<Failure>();
}

#[cfg(test)]
mod tests {
    use super::describe;
    use office::wire::typescript::{self, Typescript};
    use std::path::Path;

    /// `cargo xtask types` runs this with `OTVET_WRITE_TYPES` to write the file anew.
    #[test]
    fn types_of_the_pages_are_those_of_the_shell() {
        let mut ts = Typescript::default();
        typescript::describe(&mut ts);
        describe(&mut ts);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/types.ts");
        if std::env::var_os("OTVET_WRITE_TYPES").is_some() {
            std::fs::write(&file, ts.file()).expect("ui/src/backend/types.ts");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            written == ts.file(),
            "ui/src/backend/types.ts has drifted: run `cargo xtask types`"
        );
    }
}
