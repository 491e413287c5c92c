//! The copies that hold on what is erased, and until when.

use crate::error::Result;
use crate::office::Office;
use crate::retention::values::CopyHolding;
use register::Keep;

/// The copies of an office, the newest first, and the files in its own folder that hold what its records
/// held: copies from before changes of their format, and damaged files that were set aside; and the records
/// beside it that a copy took the place of, or that took no place.
pub(crate) fn holding(office: &Office) -> Result<Vec<CopyHolding>> {
    let register = office.register();
    let mut known = register.backup_times_left()?;
    complaint::order::by_key(&mut known, |(_, at)| std::cmp::Reverse(*at));
    let times: Vec<_> = known.iter().map(|(_, at)| *at).collect();
    let keep = Keep::default();
    let copies = known.into_iter().map(|(folder, at)| CopyHolding {
        folder: folder.display().to_string(),
        at: Some(at),
        until: Some(keep.latest_day(at, &times)),
    });
    let mut aside = register.set_aside_in_folder()?;
    aside.extend(register.left_beside()?);
    let files = aside.into_iter().map(|file| CopyHolding {
        folder: file.display().to_string(),
        at: None,
        until: None,
    });
    Ok(copies.chain(files).collect())
}
