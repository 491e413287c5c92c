//! Files and folders that a person chose or dropped. The window gets a random
//! token for each and never a path, so nothing in a page can name a file that
//! nobody handed over. What the tokens of files stand for is kept beside the settings, for a draft may name them
//! after the program was left; while an office with a password is open it is kept in that office alone, for the
//! name of a file may be the name of a person.

use office::Office;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use ts_rs::TS;
use uuid::Uuid;

/// At most so many files come out of one drop; a dropped disk must not fill the memory.
const MOST_FILES: usize = 2_000;
/// So many files are remembered after the program was left: the newest ones, and those that drafts name.
const MOST_KEPT: usize = 2_000;
/// So deep are dropped folders walked.
const DEEPEST: usize = 16;

/// A file that was chosen or dropped; its path stays in the shell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DroppedFile {
    /// Names it in commands, also after the program was left.
    pub token: Uuid,
    /// The same for the same file handed over anew, for which there is a new token.
    pub place: String,
    /// Its name, made safe to show.
    pub name: String,
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A place in the window, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Position {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

/// Payload of the event `dropped`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Dropped {
    /// The files, in the order in which they came. What lies in a dropped folder comes too; links are not followed.
    pub files: Vec<DroppedFile>,
    /// The names of those that are not there any more, or can't be looked at.
    pub gone: Vec<String>,
    /// Where they were let go.
    pub position: Option<Position>,
}

/// Files by their tokens.
pub type Files = BTreeMap<Uuid, PathBuf>;

/// Which files were handed over while this office was open, if it keeps that.
pub fn kept_files(office: &Office) -> Files {
    if !office.has_password() {
        return Files::new();
    }
    let kept = office::files_kept(office).ok().flatten();
    let kept = kept.and_then(|kept| serde_json::from_value(kept).ok());
    kept.unwrap_or_default()
}

/// What the tokens stand for.
#[derive(Debug, Default)]
pub struct Tokens {
    /// By token, which is by the time of handing over.
    files: Mutex<Files>,
    /// Those that are kept in an office with a password, and forgotten when it is shut.
    secret: Mutex<Files>,
    folders: Mutex<HashMap<Uuid, PathBuf>>,
    /// Where the files are kept beyond this run.
    stored_in: Option<PathBuf>,
}

/// The files behind the paths that a person chose or let go, and what is not there.
#[derive(Debug, Default)]
pub struct HandedOver {
    pub files: Vec<DroppedFile>,
    /// The names of what is not there.
    pub gone: Vec<String>,
}

impl Tokens {
    /// Tokens for these paths. A folder gives the files in it; links, devices
    /// and what can't be read are passed over. Of those that were handed out
    /// long ago the ones go that are not `wanted`.
    pub fn hand_out(&self, paths: &[PathBuf], wanted: impl Fn(Uuid) -> bool) -> HandedOver {
        let mut files = locked(&self.files);
        let handed = hand_out(paths, &mut files, wanted);
        if let Err(reason) = self.keep(&files) {
            log::warn!("the files handed over can't be remembered: {reason}");
        }
        handed
    }

    /// The same, kept nowhere but with what this gives.
    pub fn hand_out_secret(
        &self,
        paths: &[PathBuf],
        wanted: impl Fn(Uuid) -> bool,
    ) -> (HandedOver, Files) {
        let mut files = locked(&self.secret);
        let handed = hand_out(paths, &mut files, wanted);
        (handed, files.clone())
    }

    /// Takes what an office with a password keeps in place of what is secret
    /// now; nothing, where none is open.
    pub fn set_secret(&self, files: Files) {
        *locked(&self.secret) = files;
    }

    /// Makes a secret of all files, and gives them.
    pub fn make_secret(&self) -> Files {
        let mut files = locked(&self.files);
        let mut secret = locked(&self.secret);
        secret.append(&mut files);
        if let Err(reason) = self.keep(&files) {
            log::warn!("the files handed over can't be forgotten: {reason}");
        }
        secret.clone()
    }

    /// Forgets the files that are not `wanted`, and gives those that are a secret.
    pub fn forget(&self, wanted: impl Fn(Uuid) -> bool) -> Files {
        let mut files = locked(&self.files);
        let before = files.len();
        files.retain(|token, _| wanted(*token));
        if files.len() < before
            && let Err(reason) = self.keep(&files)
        {
            log::warn!("the files handed over can't be forgotten: {reason}");
        }
        let mut secret = locked(&self.secret);
        secret.retain(|token, _| wanted(*token));
        secret.clone()
    }

    /// Tokens that remember their files in this file of the program's own; one that can't be read is as none.
    pub fn stored_in(file: PathBuf) -> Self {
        let files = fs::read(&file).ok();
        let files = files.and_then(|text| serde_json::from_slice(&text).ok());
        Self {
            files: Mutex::new(files.unwrap_or_default()),
            secret: Mutex::default(),
            folders: Mutex::default(),
            stored_in: Some(file),
        }
    }

    fn keep(&self, files: &Files) -> io::Result<()> {
        let Some(file) = &self.stored_in else {
            return Ok(());
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        // Names of files say much of people.
        office::write_private(file, serde_json::to_vec(files)?.as_slice())
    }

    /// Which of these files can't be handed on any more.
    pub fn gone(&self, tokens: &[Uuid]) -> Vec<Uuid> {
        let there = |token: &Uuid| self.file(*token).is_some_and(|path| path.is_file());
        tokens
            .iter()
            .filter(|token| !there(token))
            .copied()
            .collect()
    }

    /// The file that a token stands for.
    pub fn file(&self, token: Uuid) -> Option<PathBuf> {
        let open = locked(&self.files).get(&token).cloned();
        open.or_else(|| locked(&self.secret).get(&token).cloned())
    }

    /// A token for a chosen folder; the one it has already, if so.
    pub fn hand_out_folder(&self, path: &Path) -> Uuid {
        let mut folders = locked(&self.folders);
        let known = folders.iter().find(|(_, known)| known.as_path() == path);
        let known = known.map(|(token, _)| *token);
        known.unwrap_or_else(|| {
            let token = Uuid::now_v7();
            folders.insert(token, path.to_path_buf());
            token
        })
    }

    /// The folder that a token stands for.
    pub fn folder(&self, token: Uuid) -> Option<PathBuf> {
        locked(&self.folders).get(&token).cloned()
    }
}

/// A lock that outlives a panic of another holder: the maps are whole after each single insertion.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hand_out(paths: &[PathBuf], files: &mut Files, wanted: impl Fn(Uuid) -> bool) -> HandedOver {
    let mut found = Vec::new();
    let mut gone = Vec::new();
    for path in paths {
        if fs::metadata(path).is_err() {
            gone.push(name_of(path));
        }
        gather(path, 0, &mut found);
    }
    let handed = found.into_iter().map(|(path, bytes)| {
        let token = Uuid::now_v7();
        let (name, place) = (name_of(&path), place_of(&path));
        files.insert(token, path);
        DroppedFile {
            token,
            place,
            name,
            bytes,
        }
    });
    let handed = handed.collect();
    let over = files.len().saturating_sub(MOST_KEPT);
    let old: Vec<Uuid> = files.keys().copied().take(over).collect();
    for token in old.into_iter().filter(|token| !wanted(*token)) {
        files.remove(&token);
    }
    HandedOver {
        files: handed,
        gone,
    }
}

fn gather(path: &Path, depth: usize, found: &mut Vec<(PathBuf, u64)>) {
    // What a person hands over may be a link; what lies in a folder handed over may not.
    let about = if depth == 0 {
        fs::metadata(path)
    } else {
        fs::symlink_metadata(path)
    };
    let Ok(about) = about else { return };
    if about.is_file() && found.len() < MOST_FILES {
        found.push((path.to_path_buf(), about.len()));
    } else if about.is_dir() && depth < DEEPEST {
        let mut inside: Vec<PathBuf> = fs::read_dir(path)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .take(MOST_FILES)
            .collect();
        inside.sort();
        for path in inside {
            gather(&path, depth + 1, found);
        }
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name();
    shown_name(&name.map(|name| name.to_string_lossy()).unwrap_or_default())
}

/// Tells files apart without saying where they lie.
fn place_of(path: &Path) -> String {
    let whole = path.canonicalize();
    let whole = whole.as_deref().unwrap_or(path);
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    let short = Uuid::from_slice(&hash[..16]).unwrap_or_default();
    short.simple().to_string()
}

/// A name without characters that steer a line of text instead of standing in it.
fn shown_name(name: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    name.chars()
        .map(|c| if steers(c) { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tokens, shown_name};
    use std::fs;
    use uuid::Uuid;

    #[test]
    fn a_dropped_folder_gives_its_files_and_follows_no_link() {
        let root = tempfile::tempdir().expect("a folder");
        let dropped = root.path().join("dropped");
        fs::create_dir_all(dropped.join("deeper")).expect("folders");
        fs::write(dropped.join("б.txt"), "12").expect("a file");
        fs::write(dropped.join("deeper/а.eml"), "123").expect("a file");
        fs::write(root.path().join("secret"), "1").expect("a file");
        std::os::unix::fs::symlink(root.path().join("secret"), dropped.join("link"))
            .expect("a link");

        let tokens = Tokens::default();
        let handed = tokens.hand_out(&[dropped.clone(), root.path().join("gone")], |_| false);
        assert_eq!(handed.gone, ["gone"]);
        let files = handed.files;
        let told: Vec<(&str, u64)> = files
            .iter()
            .map(|file| (file.name.as_str(), file.bytes))
            .collect();
        assert_eq!(told, [("а.eml", 3), ("б.txt", 2)]);
        assert_eq!(
            tokens.file(files[0].token),
            Some(dropped.join("deeper/а.eml"))
        );
    }

    #[test]
    fn a_file_is_known_after_the_program_was_left_and_as_the_same_when_it_comes_anew() {
        let root = tempfile::tempdir().expect("a folder");
        let (config, file) = (
            root.path().join("config/files.json"),
            root.path().join("чек.txt"),
        );
        fs::write(&file, "1").expect("a file");
        let first =
            Tokens::stored_in(config.clone()).hand_out(std::slice::from_ref(&file), |_| false);
        let again = Tokens::stored_in(config.clone());
        let token = first.files[0].token;
        assert_eq!(again.file(token), Some(file.clone()));
        assert!(again.gone(&[token]).is_empty());
        let anew = again.hand_out(std::slice::from_ref(&file), |_| false);
        assert_ne!(anew.files[0].token, token);
        assert_eq!(anew.files[0].place, first.files[0].place);
        fs::remove_file(&file).expect("a file");
        assert_eq!(again.gone(&[token]), [token]);
        fs::write(&config, "{").expect("a file");
        assert_eq!(Tokens::stored_in(config).file(token), None);
    }

    #[test]
    fn what_a_draft_names_outlives_any_number_of_files_that_come_later() {
        let root = tempfile::tempdir().expect("a folder");
        let kept = root.path().join("config/files.json");
        let files: Vec<_> = (0..3)
            .map(|n| {
                let file = root.path().join(format!("{n}.txt"));
                fs::write(&file, "1").expect("a file");
                file
            })
            .collect();
        let tokens = Tokens::stored_in(kept.clone());
        let first = tokens.hand_out(&files, |_| false).files;
        let named = first[1].token;
        let many = vec![files[2].clone(); super::MOST_KEPT];
        tokens.hand_out(&many, |token| token == named);
        let again = Tokens::stored_in(kept.clone());
        assert_eq!(again.file(named).as_ref(), Some(&files[1]));
        assert_eq!(again.file(first[0].token), None);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let rights = fs::metadata(&kept).expect("the file").permissions();
            assert_eq!(rights.mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_secret_file_is_written_nowhere_and_forgotten_when_told() {
        let root = tempfile::tempdir().expect("a folder");
        let config = root.path().join("files.json");
        let (open, secret) = (
            root.path().join("открытый.txt"),
            root.path().join("тайный.txt"),
        );
        for file in [&open, &secret] {
            fs::write(file, "1").expect("a file");
        }
        let tokens = Tokens::stored_in(config.clone());
        let known = tokens.hand_out(std::slice::from_ref(&open), |_| true).files[0].token;
        let (handed, kept) = tokens.hand_out_secret(std::slice::from_ref(&secret), |_| true);
        let hidden = handed.files[0].token;
        assert_eq!(tokens.file(hidden), Some(secret.clone()));
        let written = || fs::read_to_string(&config).expect("written");
        assert!(written().contains("открытый") && !written().contains("тайный"));
        tokens.set_secret(Default::default());
        assert_eq!(tokens.file(hidden), None);
        assert_eq!(tokens.file(known), Some(open));
        tokens.set_secret(kept);
        assert_eq!(tokens.file(hidden), Some(secret));
        assert_eq!(tokens.make_secret().len(), 2);
        assert!(!written().contains("открытый"));
        assert!(tokens.file(known).is_some());
    }

    #[test]
    fn a_token_that_was_not_handed_out_is_nothing() {
        let tokens = Tokens::default();
        let folder = tokens.hand_out_folder("/somewhere".as_ref());
        assert_eq!(tokens.file(Uuid::now_v7()), None);
        assert_eq!(tokens.file(folder), None, "a folder's token is no file's");
        assert_eq!(
            tokens.folder(folder).as_deref(),
            Some("/somewhere".as_ref())
        );
    }

    #[test]
    fn a_name_can_not_steer_the_line_it_stands_in() {
        assert_eq!(
            shown_name("акт\u{202e}fdp.exe\n"),
            "акт\u{fffd}fdp.exe\u{fffd}"
        );
        assert_eq!(shown_name("Чек № 5.pdf"), "Чек № 5.pdf");
    }
}
