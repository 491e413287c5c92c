//! The screen of letter templates.

use crate::commands::letter::write_whole;
use crate::desk::work;
use crate::dialogs::{self, FileType};
use crate::failure::{Answer, ShellError};
use crate::wire::SavedFile;
use complaint::Language;
use office::wire::{
    LetterTaken, LetterTemplateChange, TemplateCard, TemplateExport, TemplateImport,
    TemplateImportPlan, TemplatePreview, TemplateRef, TemplateRetire, TemplateSave, TemplateSheet,
    TemplateShelf, TemplateTry, TemplateUndo, TemplateVersionRef, TemplateWords, TemplatesChanged,
};
use std::fs::File;
use std::io::Read;
use tauri::AppHandle;

use_cases! {
    letter_template(input: LetterTemplateChange) -> LetterTaken;
    templates() -> Vec<TemplateShelf>;
    template_card(input: TemplateRef) -> TemplateCard;
    template_version(input: TemplateVersionRef) -> TemplateSheet;
    template_save(input: TemplateSave) -> TemplateCard;
    template_choose(input: TemplateRef) -> TemplatesChanged;
    template_retire(input: TemplateRetire) -> TemplatesChanged;
    template_undo(input: TemplateUndo) -> TemplatesChanged;
    template_import(input: TemplateImport) -> TemplatesChanged;
}

/// See [`office::template_words`]. It needs no open office.
#[tauri::command]
pub async fn template_words(app: AppHandle) -> Answer<TemplateWords> {
    work(app, |_, _| Ok(office::template_words())).await
}

/// See [`office::template_preview`].
#[tauri::command]
pub async fn template_preview(app: AppHandle, input: TemplateTry) -> Answer<TemplatePreview> {
    work(app, move |_, desk| {
        Ok(office::template_preview(
            &*desk.office()?,
            &desk.by(),
            &input,
        )?)
    })
    .await
}

/// A byte more than any file of templates may have, so that the office can say
/// that it is too large.
const READ: u64 = 5 * 1024 * 1024;

/// Asks for a file of templates and says what is in it; nothing when the
/// dialog was cancelled.
#[tauri::command]
pub async fn template_import_look(app: AppHandle) -> Answer<Option<TemplateImportPlan>> {
    work(app, |app, desk| {
        let office = desk.office()?;
        let (title, types): (&str, [FileType<'_>; 2]) = match desk.settings().language {
            Language::Ru => (
                "Файл с шаблонами писем",
                [("Шаблоны писем", &["toml"]), ("Все файлы", &["*"])],
            ),
            Language::En => (
                "File of letter templates",
                [("Letter templates", &["toml"]), ("All files", &["*"])],
            ),
        };
        let Some(path) = dialogs::open_files(app, title, &types, false)
            .into_iter()
            .next()
        else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(READ).read_to_end(&mut bytes))
            .map_err(ShellError::Unreadable)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy())
            .unwrap_or_default();
        let plan = office::template_import_plan(&office, &desk.by(), &name, &bytes)?;
        Ok(Some(plan))
    })
    .await
}

/// Asks where to and writes templates to a file there.
#[tauri::command]
pub async fn template_export(app: AppHandle, input: TemplateExport) -> Answer<SavedFile> {
    work(app, move |app, desk| {
        let (name, file) = office::template_export(&*desk.office()?, &desk.by(), &input)?;
        let (title, kind) = match desk.settings().language {
            Language::Ru => ("Сохранить шаблоны в файл", "Шаблоны писем"),
            Language::En => ("Save the templates to a file", "Letter templates"),
        };
        let Some(path) = dialogs::save_file(app, title, &name, (kind, &["toml"])) else {
            return Ok(SavedFile { saved: None });
        };
        write_whole(&path, file.as_bytes()).map_err(ShellError::NotSaved)?;
        Ok(SavedFile {
            saved: Some(path.display().to_string()),
        })
    })
    .await
}
