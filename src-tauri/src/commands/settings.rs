//! The settings screen: the office's profile, its images, its journal, its backups.

use crate::desk::work;
use crate::dialogs;
use crate::failure::{Answer, ShellError};
use crate::outside;
use crate::wire::{ImageChoose, ImagePlace, ImageShow, StoredImage};
use complaint::{Language, OfficeProfile, Requisites};
use office::wire::{
    BackupMade, JournalQuery, JournalRow, KeptNameForm, LetterheadTry, NameFormRef, OfficeInfo,
    RequisiteWarning, Verification,
};
use std::fs;
use std::ops::ControlFlow;
use tauri::AppHandle;
use tauri::ipc::Response;

use_cases! {
    office_info() -> OfficeInfo;
    journal_page(input: JournalQuery) -> Vec<JournalRow>;
    journal_verify() -> Verification;
    name_forms_kept() -> Vec<KeptNameForm>;
    name_form_forget(input: NameFormRef) -> Vec<KeptNameForm>;
}

/// Reads every stored document again.
#[tauri::command]
pub async fn documents_verify(app: AppHandle) -> Answer<Verification> {
    work(app, |_, desk| {
        Ok(office::documents_verify(&*desk.office()?, &|_| {
            ControlFlow::Continue(())
        })?)
    })
    .await
}

/// See [`office::profile_save`].
#[tauri::command]
pub async fn profile_save(app: AppHandle, input: OfficeProfile) -> Answer<OfficeInfo> {
    work(app, move |_, desk| {
        Ok(office::profile_save(&*desk.office()?, &desk.by(), &input)?)
    })
    .await
}

/// See [`office::requisites_check`]. It needs no open office, for it helps to make one.
#[tauri::command]
pub async fn requisites_check(app: AppHandle, input: Requisites) -> Answer<Vec<RequisiteWarning>> {
    work(app, move |_, _| Ok(office::requisites_check(&input))).await
}

/// Asks for an image of the letterhead and keeps it; nothing when the dialog was cancelled.
#[tauri::command]
pub async fn image_choose(app: AppHandle, input: ImageChoose) -> Answer<Option<StoredImage>> {
    work(app, move |app, desk| {
        let office = desk.office()?;
        let title = image_title(input.purpose, desk.settings().language);
        let types = [("PNG, JPEG", ["png", "jpg", "jpeg"].as_slice())];
        let Some(path) = dialogs::open_files(app, title, &types, false)
            .into_iter()
            .next()
        else {
            return Ok(None);
        };
        let bytes = fs::read(path).map_err(ShellError::Unreadable)?;
        let (sha256, width, height) = office::image_store(&office, &bytes)?;
        Ok(Some(StoredImage {
            sha256,
            width,
            height,
        }))
    })
    .await
}

/// See [`office::letterhead_picture`]. It needs no open office, for it helps to make one.
#[tauri::command]
pub async fn letterhead_picture(app: AppHandle, input: LetterheadTry) -> Answer<Response> {
    work(app, move |_, desk| {
        let office = match desk.office() {
            Ok(office) => Some(office),
            Err(ShellError::NoOffice) => None,
            Err(error) => return Err(error),
        };
        let picture = office::letterhead_picture(office.as_deref(), &desk.by(), &input)?;
        Ok(Response::new(picture))
    })
    .await
}

/// The bytes of a kept image.
#[tauri::command]
pub async fn image_show(app: AppHandle, input: ImageShow) -> Answer<Response> {
    work(app, move |_, desk| {
        Ok(Response::new(office::image_bytes(
            &*desk.office()?,
            &input.sha256,
        )?))
    })
    .await
}

/// Asks where to and copies all records there.
#[tauri::command]
pub async fn backup_create(app: AppHandle) -> Answer<BackupMade> {
    work(app, |app, desk| {
        let office = desk.office()?;
        let (title, done) = match desk.settings().language {
            Language::Ru => ("Куда сохранить копию", "Резервная копия готова"),
            Language::En => ("Where to keep the copy", "The backup is ready"),
        };
        let folder = dialogs::choose_folder(app, title).ok_or(ShellError::Cancelled)?;
        // A folder of our own in it, for the copies are made private to their owner.
        let made = office::backup_create(
            &office,
            &desk.by(),
            &folder.join("Ответ, копии"),
            &|_, _| ControlFlow::Continue(()),
        )?;
        outside::tell_if_away(app, done);
        Ok(made)
    })
    .await
}

fn image_title(place: ImagePlace, language: Language) -> &'static str {
    match (place, language) {
        (ImagePlace::Logo, Language::Ru) => "Логотип",
        (ImagePlace::Logo, Language::En) => "Logo",
        (ImagePlace::Stamp, Language::Ru) => "Печать",
        (ImagePlace::Stamp, Language::En) => "Stamp",
        (ImagePlace::Signature, Language::Ru) => "Подпись",
        (ImagePlace::Signature, Language::En) => "Signature",
    }
}
