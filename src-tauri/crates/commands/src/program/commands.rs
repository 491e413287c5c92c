//! Commands about the program itself: its settings, which office is open, its window.

use super::folder::{self, ChosenFolder};
use super::process::Program;
use super::settings::ProgramSettings;
use super::state::ProgramState;
use super::tasks::TaskCancel;
use crate::failure::Refusal;
use crate::host::Host;
use crate::texts::texts;
use complaint::OfficeProfile;
use office::OfficeInfo;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use ts_rs::TS;
use uuid::Uuid;

/// Makes a new office and opens it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeCreate {
    /// A chosen folder; the default one when absent.
    #[serde(default)]
    pub folder: Option<Uuid>,
    /// Name, requisites, letterhead, numbering.
    pub profile: OfficeProfile,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeOpen {
    /// A chosen folder; the office used last when absent.
    #[serde(default)]
    pub folder: Option<Uuid>,
}

/// What a folder is chosen for; decides what the dialog says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FolderPurpose {
    /// New records are to be kept in it.
    New,
    /// The records that are kept in it are to be opened.
    Existing,
}

/// Asks for a folder in the system's dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FolderChoose {
    pub purpose: FolderPurpose,
}

pub fn state(program: &Program, host: &dyn Host) -> Result<ProgramState, Refusal> {
    Ok(program.state(host))
}

pub fn settings_save(
    program: &Program,
    host: &dyn Host,
    input: ProgramSettings,
) -> Result<ProgramState, Refusal> {
    program.set_settings(input)?;
    host.set_theme(program.theme());
    Ok(program.state(host))
}

/// Asks for a folder to keep an office in, or to open the one kept there.
pub fn folder_choose(
    program: &Program,
    host: &dyn Host,
    input: FolderChoose,
) -> Result<Option<ChosenFolder>, Refusal> {
    let texts = texts(program.language());
    let chosen = host.choose_folder(match input.purpose {
        FolderPurpose::New => texts.folder_for_new,
        FolderPurpose::Existing => texts.folder_to_open,
    });
    Ok(chosen.map(|chosen| folder::look_at(&chosen, texts.office_folder, &program.tokens)))
}

pub fn office_create(
    program: &Program,
    host: &dyn Host,
    input: OfficeCreate,
) -> Result<OfficeInfo, Refusal> {
    let folder = chosen(program, input.folder)?;
    let folder = folder.unwrap_or_else(|| program.folders().default_office(program.language()));
    let office = program.create_office(host, &folder, &input.profile)?;
    Ok(office::office_info(&office, &program.by(host))?)
}

pub fn office_open(
    program: &Program,
    host: &dyn Host,
    input: OfficeOpen,
) -> Result<OfficeInfo, Refusal> {
    let folder = chosen(program, input.folder)?;
    let folder = folder.unwrap_or_else(|| program.own_folder());
    let office = program.open_office(host, &folder)?;
    Ok(office::office_info(&office, &program.by(host))?)
}

fn chosen(program: &Program, token: Option<Uuid>) -> Result<Option<PathBuf>, Refusal> {
    token
        .map(|token| program.tokens.folder(token).ok_or(Refusal::NoToken))
        .transpose()
}

/// Closes the office; the next start opens it again.
pub fn office_close(program: &Program, host: &dyn Host) -> Result<ProgramState, Refusal> {
    program.close_office()?;
    Ok(program.state(host))
}

pub fn sample_open(program: &Program, host: &dyn Host) -> Result<OfficeInfo, Refusal> {
    let office = program.open_sample(host)?;
    Ok(office::office_info(&office, &program.by(host))?)
}

pub fn sample_delete(program: &Program, host: &dyn Host) -> Result<ProgramState, Refusal> {
    program.delete_sample(host)?;
    Ok(program.state(host))
}

/// The page has drawn its first rows: shows the window, so that nobody sees it empty.
pub fn window_ready(program: &Program, host: &dyn Host) -> Result<(), Refusal> {
    program.set_ready();
    log::info!("the window is ready");
    host.show_window();
    Ok(())
}

pub fn task_cancel(program: &Program, _host: &dyn Host, input: TaskCancel) -> Result<(), Refusal> {
    program.tasks.cancel(input.task);
    Ok(())
}
