//! The screen of the copies: where they are made, which there are, and one of
//! them in place of the records.

use crate::failure::Refusal;
use crate::host::Host;
use crate::keyring::forget_secret;
use crate::program::{Program, Progress, ProgressReport};
use crate::texts::{BACKUPS_FOLDERS, texts};
use office::{
    BackupMade, BackupRestored, CopiesHeld, CopyCard, CopyPassword, CopyPlace, CopyPlaceShown,
    CopyRhythm, CopyRow, CopySafety, Office, OfficeInfo, Rehearsed,
};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;
use uuid::Uuid;

/// The copies and what is known of their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopiesShown {
    /// Where copies are made by themselves.
    pub place: Option<CopyPlaceShown>,
    pub rhythm: CopyRhythm,
    /// None where no office is open, or the sample is.
    pub safety: Option<CopySafety>,
    /// Why old copies are held back from thinning.
    pub held: CopiesHeld,
    /// The folder that is listed, for showing only.
    pub folder: Option<String>,
    /// Names that folder in [`CopiesQuestion`], where it is not the place.
    pub elsewhere: Option<Uuid>,
    /// Those in the folder that is listed, the newest first.
    pub copies: Vec<CopyListed>,
    /// Copies that were restored beside the records and did not take their place.
    pub leftovers: Vec<CopyLeftover>,
    /// The records that a copy took the place of, the earliest first.
    pub former_records: Vec<CopyLeftover>,
}

/// A folder that a copy was restored into and left, or that holds the records of before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyLeftover {
    /// Names it in commands until the program ends.
    pub leftover: Uuid,
    /// For showing only.
    pub folder: String,
    /// Whether it lies in plain text beside records that are locked.
    pub plain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyLeftoverRef {
    /// [`CopyLeftover::leftover`] of the one that is meant.
    pub leftover: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyListed {
    /// Names it in commands until the program ends.
    pub copy: Uuid,
    #[serde(flatten)]
    pub row: CopyRow,
}

/// Asks for the copies in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopiesQuestion {
    /// A folder that was chosen; the place of the copies when absent.
    #[serde(default)]
    pub folder: Option<Uuid>,
}

/// Chooses how often copies are made by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyRhythmChoice {
    pub rhythm: CopyRhythm,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyRef {
    /// [`CopyListed::copy`] of the copy that is meant.
    pub copy: Uuid,
}

/// Makes a copy now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyMake {
    /// An id of the window's own, to stop it by.
    pub task: Uuid,
}

/// Does something with a copy that takes a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyTask {
    /// [`CopyListed::copy`] of the copy that is meant.
    pub copy: Uuid,
    /// An id of the window's own, to stop it by.
    pub task: Uuid,
}

/// Puts a copy in place of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CopyRestore {
    /// [`CopyListed::copy`] of the copy that is meant.
    pub copy: Uuid,
    /// An id of the window's own, to stop it by.
    pub task: Uuid,
    /// Whether it is put there though more is lost than it lacked when it was made.
    #[serde(default)]
    pub lacking: bool,
    /// What it was agreed to that the records will open with.
    #[serde(default)]
    pub password: Option<CopyPassword>,
}

/// What came of a copy that was to take the place of the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CopyRestored {
    InPlace {
        office: Box<OfficeInfo>,
        restored: BackupRestored,
        /// Where the records lie that were there before, for showing only.
        former_records: Option<String>,
        /// Whether nobody could read which numbers those gave last: some may be given again.
        numbers_unknown: bool,
        /// Whether nobody could read what those had erased: some of it may be back unseen.
        erasures_unknown: bool,
    },
    /// More is lost than it lacked when it was made. The records are as they were.
    Lacking { restored: BackupRestored },
    /// Something else than now would open them, which nobody agreed to. The records are as they were.
    Password { password: CopyPassword },
}

pub fn safety(program: &Program, host: &dyn Host) -> Result<Option<CopySafety>, Refusal> {
    let Some(office) = own(program, host) else {
        return Ok(None);
    };
    let plan = program.copy_plan(office.folder());
    let failed = program.copying_failed();
    let by = program.by(host);
    let safety = office::copies_safety(&office, &by, &plan, failed.as_ref())?;
    Ok(Some(safety))
}

/// The person's own open office: copies of the sample, and of a copy, serve nobody.
fn own(program: &Program, host: &dyn Host) -> Option<Arc<Office>> {
    let office = program.office(host).ok()?;
    program.is_own(&office).then_some(office)
}

/// The folder that copies are made of, open or not.
fn folder(program: &Program, office: Option<&Arc<Office>>) -> PathBuf {
    office.map_or_else(|| program.own_folder(), |office| office.folder().to_owned())
}

pub fn shown(
    program: &Program,
    host: &dyn Host,
    input: CopiesQuestion,
) -> Result<CopiesShown, Refusal> {
    let other = input
        .folder
        .map(|token| program.tokens.folder(token).ok_or(Refusal::NoToken));
    show(program, host, other.transpose()?)
}

fn show(
    program: &Program,
    host: &dyn Host,
    other: Option<PathBuf>,
) -> Result<CopiesShown, Refusal> {
    let office = own(program, host);
    let records = folder(program, office.as_ref());
    let plan = program.copy_plan(&records);
    let listed = match (&other, &plan.place) {
        (Some(other), _) => Some(other.clone()),
        (None, Some(place)) if place.is_there() => Some(place.folder.clone()),
        (None, _) => None,
    };
    let copies = match &listed {
        Some(listed) => office::copies_in(office.as_deref(), listed)?,
        None => Vec::new(),
    };
    let held = office.as_deref().map(office::copies_held).transpose()?;
    let shown = |place: &CopyPlace| CopyPlaceShown::of(&records, &place.folder, place.is_there());
    Ok(CopiesShown {
        place: plan.place.as_ref().map(shown),
        rhythm: plan.rhythm,
        safety: safety(program, host)?,
        held: held.unwrap_or(CopiesHeld {
            restored: false,
            damaged: false,
        }),
        folder: listed.map(|folder| folder.display().to_string()),
        elsewhere: other.map(|folder| program.tokens.hand_out_folder(&folder)),
        copies: copies
            .into_iter()
            .map(|(folder, row)| CopyListed {
                copy: program.tokens.hand_out_folder(&folder),
                row,
            })
            .collect(),
        // Where the folder around the records can't be read, there is nothing to tell.
        leftovers: listed_beside(program, &records, office::restored_leftovers(&records)),
        former_records: listed_beside(program, &records, office::former_records(&records)),
    })
}

fn listed_beside(
    program: &Program,
    records: &Path,
    found: office::Result<Vec<PathBuf>>,
) -> Vec<CopyLeftover> {
    let found = found.unwrap_or_default().into_iter();
    found
        .map(|folder| CopyLeftover {
            leftover: program.tokens.hand_out_folder(&folder),
            plain: office::is_plain_beside(records, &folder),
            folder: folder.display().to_string(),
        })
        .collect()
}

/// Removes a copy that was restored beside the records and did not take their place, or the records of before.
pub fn leftover_remove(
    program: &Program,
    host: &dyn Host,
    input: CopyLeftoverRef,
) -> Result<CopiesShown, Refusal> {
    let leftover = chosen(program, input.leftover)?;
    let records = folder(program, own(program, host).as_ref());
    office::left_beside_remove(&records, &leftover)?;
    show(program, host, None)
}

/// Removes a copy that was made before the records had a password.
pub fn plain_copy_remove(
    program: &Program,
    host: &dyn Host,
    input: CopyRef,
) -> Result<CopiesShown, Refusal> {
    let copy = chosen(program, input.copy)?;
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    office::plain_copy_remove(&office, &copy)?;
    show(program, host, None)
}

/// Asks for a folder to list copies in that lie elsewhere. Nothing when the
/// dialog was closed.
pub fn folder_choose(program: &Program, host: &dyn Host) -> Result<Option<CopiesShown>, Refusal> {
    let texts = texts(program.language());
    let Some(chosen) = host.choose_folder(texts.copies_folder) else {
        return Ok(None);
    };
    show(program, host, Some(shelf_at(&chosen)?)).map(Some)
}

/// The folder with copies that a person means who points at this one: itself,
/// the folder of copies in it, or the one a copy lies in.
fn shelf_at(chosen: &Path) -> Result<PathBuf, Refusal> {
    let mut meant = vec![chosen.to_owned()];
    meant.extend(BACKUPS_FOLDERS.map(|name| chosen.join(name)));
    if office::is_copy(chosen) {
        meant.extend(chosen.parent().map(Path::to_owned));
    }
    for folder in meant {
        if !office::copies_in(None, &folder)?.is_empty() {
            return Ok(folder);
        }
    }
    Ok(chosen.to_owned())
}

/// Asks where copies are to be made from now on. Nothing when the dialog was closed.
pub fn place_choose(program: &Program, host: &dyn Host) -> Result<Option<CopiesShown>, Refusal> {
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    let texts = texts(program.language());
    let Some(chosen) = host.choose_folder(texts.copies_place) else {
        return Ok(None);
    };
    // A folder of our own in it, for the copies are made private to their owner.
    let mut folder = shelf_at(&chosen)?;
    let ours = folder.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        BACKUPS_FOLDERS.iter().any(|ours| *ours == name)
    });
    if folder == chosen && !ours && office::copies_in(None, &folder)?.is_empty() {
        folder = chosen.join(texts.backups_folder);
    }
    let place = CopyPlace::begin(office.folder(), &folder)?;
    let mut plan = program.copy_plan(office.folder());
    plan.place = Some(place);
    program.set_copy_plan(office.folder(), plan)?;
    program.set_copying_failed(None);
    show(program, host, None).map(Some)
}

pub fn rhythm_save(
    program: &Program,
    host: &dyn Host,
    input: CopyRhythmChoice,
) -> Result<CopiesShown, Refusal> {
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    let mut plan = program.copy_plan(office.folder());
    plan.rhythm = input.rhythm;
    program.set_copy_plan(office.folder(), plan)?;
    show(program, host, None)
}

/// Lets copies be made and thinned again.
pub fn release(program: &Program, host: &dyn Host) -> Result<CopiesShown, Refusal> {
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    office::copies_release(&office)?;
    show(program, host, None)
}

/// Hands on how far a task is, and whether it is to stop.
pub(crate) fn steps<'a>(
    program: &'a Program,
    task: Uuid,
    progress: &'a dyn Fn(Progress),
) -> impl Fn(u64, u64) -> ControlFlow<()> + 'a {
    let task = program.tasks.begin(task);
    let heard = std::cell::OnceCell::new();
    move |done, of| {
        let report = heard.get_or_init(|| ProgressReport::new(progress, vec![(String::new(), of)]));
        report.step(0, done);
        if task.is_cancelled() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

pub fn make(
    program: &Program,
    host: &dyn Host,
    input: CopyMake,
    progress: &dyn Fn(Progress),
) -> Result<BackupMade, Refusal> {
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    let plan = program.copy_plan(office.folder());
    let place = plan.place.ok_or(Refusal::NoPlace)?;
    let on = steps(program, input.task, progress);
    let made = office::copy_make(&office, &place, &program.by(host), &on)?;
    program.set_copying_failed(None);
    if !host.is_watched() {
        host.notify(texts(program.language()).backup_done);
    }
    Ok(made)
}

fn chosen(program: &Program, copy: Uuid) -> Result<PathBuf, Refusal> {
    program.tokens.folder(copy).ok_or(Refusal::NoToken)
}

pub fn card(program: &Program, host: &dyn Host, input: CopyRef) -> Result<CopyCard, Refusal> {
    let copy = chosen(program, input.copy)?;
    Ok(office::copy_card(own(program, host).as_deref(), &copy)?)
}

pub fn rehearse(
    program: &Program,
    host: &dyn Host,
    input: CopyTask,
    progress: &dyn Fn(Progress),
) -> Result<Rehearsed, Refusal> {
    let office = own(program, host).ok_or(Refusal::NoOffice)?;
    let copy = chosen(program, input.copy)?;
    let on = steps(program, input.task, progress);
    let by = program.by(host);
    Ok(office::backup_rehearse(&office, &by, &copy, &on)?)
}

/// Shows a copy instead of the records; nothing can be changed in it. Opening
/// the records again leaves it.
pub fn look(program: &Program, host: &dyn Host, input: CopyRef) -> Result<OfficeInfo, Refusal> {
    let copy = chosen(program, input.copy)?;
    let office = program.look_at_copy(host, &copy)?;
    Ok(office::office_info(&office, &program.by(host))?)
}

/// Restores a copy beside the records, then closes these and puts it in their
/// place. They are kept under another name. Where more is lost than the copy
/// lacked when it was made, or something else than now would open the records,
/// that is told first.
pub fn restore(
    program: &Program,
    host: &dyn Host,
    input: CopyRestore,
    progress: &dyn Fn(Progress),
) -> Result<CopyRestored, Refusal> {
    let copy = chosen(program, input.copy)?;
    let folder = folder(program, own(program, host).as_ref());
    let password = office::copy_password(&folder, &copy)?;
    if password != CopyPassword::Same && input.password != Some(password) {
        return Ok(CopyRestored::Password { password });
    }
    let on = steps(program, input.task, progress);
    let (restored, beside) = office::backup_restore_beside(&copy, &folder, &on)?;
    // The task ends before all tasks are stopped.
    drop(on);
    if restored.lacks_more && !input.lacking {
        return Ok(CopyRestored::Lacking { restored });
    }
    // A locked office is opened again, and so its copy, without asking anew.
    let admission = program.office(host).ok().map(|office| office.admission());
    let way_in_by_account = office::keyring_id(&folder).ok().flatten();
    let was_open = program.let_go()?;
    let done = match office::backup_put_in_place(&beside, &folder, host.now()) {
        Ok(done) => done,
        Err(error) => {
            if let Some(was_open) = was_open {
                program.open_again(host, &was_open);
            }
            return Err(error.into());
        }
    };
    forget_secret(host, way_in_by_account);
    let office = program.open_in_place(host, &folder)?;
    drop(admission);
    Ok(CopyRestored::InPlace {
        office: Box::new(office::office_info(&office, &program.by(host))?),
        restored,
        former_records: done.kept.map(|folder| folder.display().to_string()),
        numbers_unknown: done.numbers_unknown,
        erasures_unknown: done.erasures_unknown,
    })
}
