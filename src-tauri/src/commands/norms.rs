//! What the office counts by: rules, calendar, assumptions, and the price of an answer. Their files go
//! through dialogs opened here; the page sees the text of a file, never a path.

use crate::desk::work;
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::wire::{NormFile, SavedFile};
use complaint::Language;
use office::wire::{
    CalendarFile, DaysOff, DaysQuestion, NormChange, NormPreview, NormUndo, NormsChanged,
    NormsView, PriceQuestion, PriceView, RegimeRef,
};
use std::fs::{self, File};
use std::io::Read;
use tauri::AppHandle;

/// A law pack or a calendar is some tens of kilobytes; more than this is read of no file.
const READ_AT_MOST: u64 = 2 << 20;

use_cases! {
    norms() -> NormsView;
    norm_preview(input: NormChange) -> NormPreview;
    norm_apply(input: NormChange) -> NormsChanged;
    norm_undo(input: NormUndo) -> NormsView;
    days_off(input: DaysQuestion) -> DaysOff;
    answer_prices(input: PriceQuestion) -> PriceView;
}

/// Asks for a file of rules or of the calendar and reads it; nothing when the dialog was cancelled.
/// What is no text in it is read as far as it is one, for the check to name the line.
#[tauri::command]
pub async fn norm_file_open(app: AppHandle, input: NormFile) -> Answer<Option<String>> {
    work(app, move |app, desk| {
        let (title, types) = match (input.regime, desk.settings().language) {
            (Some(_), Language::Ru) => ("Файл с нормами", ("TOML", ["toml"].as_slice())),
            (Some(_), Language::En) => ("A file of rules", ("TOML", ["toml"].as_slice())),
            (None, Language::Ru) => ("Файл календаря", ("JSON", ["json"].as_slice())),
            (None, Language::En) => ("A calendar file", ("JSON", ["json"].as_slice())),
        };
        let Some(path) = dialogs::open_files(app, title, &[types], false)
            .into_iter()
            .next()
        else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(READ_AT_MOST).read_to_end(&mut bytes))
            .map_err(ShellError::Unreadable)?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    })
    .await
}

/// Asks where to and writes the rules of a regime, or the calendar, as a file.
#[tauri::command]
pub async fn norm_file_save(app: AppHandle, input: NormFile) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let office = desk.office()?;
        let (text, name, kind) = match input.regime {
            Some(regime) => (
                office::law_pack_text(&office, &desk.by(), RegimeRef { regime })?,
                format!("{}.toml", regime.word()),
                ("TOML", ["toml"].as_slice()),
            ),
            None => (
                office::calendar_text(&office, &desk.by())?,
                "calendar.json".to_owned(),
                ("JSON", ["json"].as_slice()),
            ),
        };
        let title = match desk.settings().language {
            Language::Ru => "Сохранить в файл",
            Language::En => "Save to a file",
        };
        let Some(path) = dialogs::save_file(app, title, &name, kind) else {
            return Ok(SavedFile { saved: None });
        };
        fs::write(&path, text).map_err(ShellError::NotSaved)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}

/// Asks where to and writes the last days of open cases as a calendar file for other programs.
#[tauri::command]
pub async fn calendar_file_save(app: AppHandle, input: CalendarFile) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let text = office::calendar_file(&*desk.office()?, &desk.by(), input)?;
        let (title, name) = match input.language {
            Language::Ru => ("Сохранить сроки для календаря", "Сроки.ics"),
            Language::En => ("Save the dates for a calendar", "dates.ics"),
        };
        let kind = ("iCalendar", ["ics"].as_slice());
        let Some(path) = dialogs::save_file(app, title, name, kind) else {
            return Ok(SavedFile { saved: None });
        };
        fs::write(&path, text).map_err(ShellError::NotSaved)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}
