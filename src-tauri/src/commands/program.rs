//! The program itself: its settings, which office is open, its window.

use crate::desk::{Desk, work};
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::folder;
use crate::window;
use crate::wire::{ChosenFolder, OfficeCreate, OfficeOpen, ProgramSettings, ProgramState};
use complaint::Language;
use office::wire::OfficeInfo;
use tauri::{AppHandle, Manager, WebviewWindow};

/// What the window needs for its first screen.
#[tauri::command]
pub async fn program_state(app: AppHandle) -> Answer<ProgramState> {
    work(app, |_, desk| Ok(desk.state())).await
}

/// Takes the person's choices and keeps them.
#[tauri::command]
pub async fn program_settings_save(app: AppHandle, input: ProgramSettings) -> Answer<ProgramState> {
    work(app, move |app, desk| {
        desk.set_settings(input)?;
        window::set_theme(app, desk.settings().theme);
        Ok(desk.state())
    })
    .await
}

/// Asks for a folder to keep an office in, or to open the one kept there.
#[tauri::command]
pub async fn folder_choose(app: AppHandle) -> Answer<Option<ChosenFolder>> {
    work(app, |app, desk| {
        let title = match desk.settings().language {
            Language::Ru => "Где хранить записи",
            Language::En => "Where to keep the records",
        };
        let Some(chosen) = dialogs::choose_folder(app, title) else {
            return Ok(None);
        };
        Ok(Some(folder::look_at(&chosen, &desk.tokens)))
    })
    .await
}

/// Makes a new office in a chosen folder, or in the usual one, and opens it.
#[tauri::command]
pub async fn office_create(app: AppHandle, input: OfficeCreate) -> Answer<OfficeInfo> {
    work(app, move |_, desk| {
        let folder = match input.folder {
            Some(token) => desk.tokens.folder(token).ok_or(ShellError::NoToken)?,
            None => desk.folders().default_office(),
        };
        let office = desk.create_office(&folder, &input.profile)?;
        Ok(office::office_info(&office, &desk.by())?)
    })
    .await
}

/// Opens the office in a chosen folder, or the one in the usual folder.
#[tauri::command]
pub async fn office_open(app: AppHandle, input: OfficeOpen) -> Answer<OfficeInfo> {
    work(app, move |_, desk| {
        let folder = match input.folder {
            Some(token) => desk.tokens.folder(token).ok_or(ShellError::NoToken)?,
            None => desk.own_folder(),
        };
        let office = desk.open_office(&folder)?;
        Ok(office::office_info(&office, &desk.by())?)
    })
    .await
}

/// Closes the office; the next start asks anew.
#[tauri::command]
pub async fn office_close(app: AppHandle) -> Answer<ProgramState> {
    work(app, |_, desk| {
        desk.close_office()?;
        Ok(desk.state())
    })
    .await
}

/// Opens the sample office, which is made if need be.
#[tauri::command]
pub async fn sample_open(app: AppHandle) -> Answer<OfficeInfo> {
    work(app, |_, desk| {
        let office = desk.open_sample()?;
        Ok(office::office_info(&office, &desk.by())?)
    })
    .await
}

/// Closes the sample office and deletes all of it.
#[tauri::command]
pub async fn sample_delete(app: AppHandle) -> Answer<ProgramState> {
    work(app, |_, desk| {
        desk.delete_sample()?;
        Ok(desk.state())
    })
    .await
}

/// The page has drawn its first rows: shows the window, so that nobody sees it empty.
#[tauri::command(async)]
pub fn window_ready(window: WebviewWindow) {
    window.state::<Desk>().set_ready();
    log::info!("the window is ready");
    window::show(&window);
}
