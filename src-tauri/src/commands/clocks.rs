//! The clocks of a case, the interim reply's warning, and the papers of an inspection.

use super::letter::write_whole;
use crate::desk::work;
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::wire::SavedFile;
use complaint::Language;
use office::wire::{
    Card, ClockCounted, ClockEnding, ClockPauseRef, ClockRef, ClockResume, ClockSave, ClockStop,
    ComplaintRef, InspectionMake, InspectionView, InterimQuestion, LatePromise, Usual,
};
use tauri::AppHandle;

use_cases! {
    clocks_usual() -> Vec<Usual>;
    clock_count(input: ClockSave) -> ClockCounted;
    clock_save(input: ClockSave) -> Card;
    clock_remove(input: ClockRef) -> Card;
    clock_end(input: ClockEnding) -> Card;
    clock_reopen(input: ClockRef) -> Card;
    clock_pause(input: ClockStop) -> Card;
    clock_resume(input: ClockResume) -> Card;
    clock_pause_remove(input: ClockPauseRef) -> Card;
    interim_check(input: InterimQuestion) -> Vec<LatePromise>;
    inspection_papers(input: ComplaintRef) -> InspectionView;
}

/// Puts the papers of an inspection into one file and saves it where the person says. The journal
/// says so only once the file is there.
#[tauri::command]
pub async fn inspection_save(app: AppHandle, input: InspectionMake) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let office = desk.office()?;
        let file = office::inspection_make(&office, &desk.by(), &input)?;
        let title = match desk.settings().language {
            Language::Ru => "Сохранить материалы об осмотре",
            Language::En => "Save the papers of the inspection",
        };
        let Some(path) = dialogs::save_file(app, title, &file.name, ("PDF", &["pdf"])) else {
            return Ok(SavedFile { saved: None });
        };
        write_whole(&path, &file.bytes).map_err(ShellError::NotSaved)?;
        office::inspection_made(&office, &desk.by(), &input, &file.bytes)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}
