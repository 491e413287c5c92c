//! Where a copy may be put.

use crate::error::{RegisterError, Result};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The absolute path of a folder that may not be there yet, without links.
fn resolved(path: &Path) -> Result<PathBuf> {
    let path = std::path::absolute(path)?;
    for ancestor in path.ancestors() {
        match ancestor.canonicalize() {
            Ok(real) => {
                let rest = path.strip_prefix(ancestor).unwrap_or(Path::new(""));
                if rest.components().any(|part| part == Component::ParentDir) {
                    break;
                }
                return Ok(real.join(rest));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(RegisterError::Denied)
}

/// Makes the path of a target absolute and sees that it and `source` do not
/// lie within one another, whatever links lead there.
///
/// # Errors
/// [`RegisterError::Nested`], and those of the disk.
pub(crate) fn apart_from(source: &Path, target: &Path) -> Result<PathBuf> {
    let (from, to) = (resolved(source)?, resolved(target)?);
    if to.starts_with(&from) || from.starts_with(&to) {
        return Err(RegisterError::Nested(to));
    }
    Ok(std::path::absolute(target)?)
}
