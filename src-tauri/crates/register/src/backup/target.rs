//! What a place for backups is like: whether it helps when the computer breaks.

use crate::database::network::file_system_of;
use crate::register::Register;
use std::path::Path;

/// A place for backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Whether it is there now.
    pub there: bool,
    /// Whether it lies on the disk that the office lies on.
    pub same_disk: bool,
    /// Whether it lies on a network share.
    pub network_share: bool,
    /// Bytes that can be written there, where the system tells.
    pub free: Option<u64>,
}

impl Register {
    /// Looks at a place for backups of the office in `office`.
    pub fn target_look(office: &Path, place: &Path) -> Target {
        if !place.is_dir() {
            return Target::default();
        }
        Target {
            there: true,
            same_disk: same_disk(office, place),
            network_share: is_network_share(place) || file_system_of(place).is_some(),
            free: free(place),
        }
    }
}

/// Two names of one share, as Windows writes them: `\\\\server\\share`.
fn is_network_share(place: &Path) -> bool {
    use std::path::{Component, Prefix};
    matches!(
        place.components().next(),
        Some(Component::Prefix(prefix))
            if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    )
}

#[cfg(unix)]
fn same_disk(office: &Path, place: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| path.metadata().map(|about| about.dev());
    matches!((device(office), device(place)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn same_disk(office: &Path, place: &Path) -> bool {
    let disk = |path: &Path| {
        let path = path.canonicalize().ok()?;
        path.components()
            .next()
            .map(|first| first.as_os_str().to_owned())
    };
    matches!((disk(office), disk(place)), (Some(one), Some(other)) if one == other)
}

/// Bytes that can be written to the disk of a folder, where the system tells.
#[cfg(unix)]
pub(crate) fn free(place: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(place).ok()?;
    Some(about.f_bavail.saturating_mul(about.f_frsize))
}

#[cfg(not(unix))]
pub(crate) fn free(_place: &Path) -> Option<u64> {
    None
}
