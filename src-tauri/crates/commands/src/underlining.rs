//! The office's own words, as far as the window underlines by itself.
//!
//! WebKit asks Enchant, which reads the words a person taught it from a file for each language. Those files lie in
//! a folder of the program's own, so that nothing is written into the person's: what the window's menu learns goes
//! there as well. A locked office's words don't, for the files are plain text.

use office::Office;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The lists of words, one a line, by the languages that the window checks.
const LISTS: [&str; 3] = ["ru_RU.dic", "en_GB.dic", "en_US.dic"];

/// The folder, among the program's settings, in which Enchant finds the words.
#[must_use]
pub fn folder_of_words(config: &Path) -> PathBuf {
    config.join("enchant")
}

/// Writes the words of the office that is open down for Enchant, or takes those of a locked one away. Words that the window's
/// menu learnt stay.
pub fn learn(config: &Path, office: Option<&Office>) {
    let Some((office, Ok(words))) = office.map(|office| (office, office::own_words(office))) else {
        return;
    };
    if office.has_password() {
        rewrite(config, &[], &words);
    } else {
        rewrite(config, &words, &[]);
    }
}

/// Takes a word away again.
pub fn forget(config: &Path, word: &str) {
    rewrite(config, &[], &[word.to_owned()]);
}

/// Nothing but an underline hangs on it, so what can't be written is logged alone.
fn rewrite(config: &Path, more: &[String], gone: &[String]) {
    let folder = folder_of_words(config);
    for list in LISTS {
        if let Err(reason) = rewrite_list(&folder.join(list), more, gone) {
            log::warn!("the words to be known in the window are not written: {reason}");
        }
    }
}

fn rewrite_list(file: &Path, more: &[String], gone: &[String]) -> io::Result<()> {
    if file.is_symlink() {
        return Err(io::Error::other("a link lies in its place"));
    }
    let kept = match fs::read_to_string(file) {
        Ok(kept) => kept,
        Err(reason) if reason.kind() == ErrorKind::NotFound => String::new(),
        Err(reason) => return Err(reason),
    };
    let mut words: Vec<&str> = kept.lines().filter(|word| !word.is_empty()).collect();
    words.retain(|word| !gone.iter().any(|other| other == word));
    let known: BTreeSet<&str> = words.iter().copied().collect();
    words.extend(
        more.iter()
            .map(String::as_str)
            .filter(|word| !known.contains(word)),
    );
    let text: String = words.iter().map(|word| format!("{word}\n")).collect();
    if text == kept {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    office::write_private(file, text.as_bytes())
}

/// Makes the folder the owner's alone, one of before too.
fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{folder_of_words, rewrite};
    use std::fs;

    #[test]
    fn words_come_and_go_and_what_the_menu_learnt_stays() {
        let config = tempfile::tempdir().expect("a folder");
        let list = folder_of_words(config.path()).join("ru_RU.dic");
        let read = || fs::read_to_string(&list).unwrap_or_default();
        rewrite(config.path(), &[], &["нет".into()]);
        assert!(!list.exists(), "nothing to write");
        rewrite(config.path(), &["фудтрак".into()], &[]);
        fs::write(&list, format!("{}из меню\n", read())).expect("written");
        rewrite(
            config.path(),
            &["фудтрак".into(), "барбекюшница".into()],
            &[],
        );
        assert_eq!(read(), "фудтрак\nиз меню\nбарбекюшница\n");
        rewrite(config.path(), &[], &["фудтрак".into()]);
        assert_eq!(read(), "из меню\nбарбекюшница\n");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_lists_and_links_are_not_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let config = tempfile::tempdir().expect("a folder");
        let folder = folder_of_words(config.path());
        fs::create_dir(&folder).expect("a folder");
        let elsewhere = config.path().join("elsewhere");
        fs::write(&elsewhere, "чужое\n").expect("written");
        symlink(&elsewhere, folder.join("en_GB.dic")).expect("a link");
        rewrite(config.path(), &["фудтрак".into()], &[]);
        let rights = |path: &std::path::Path| {
            let about = fs::metadata(path).expect("there");
            about.permissions().mode() & 0o777
        };
        assert_eq!(rights(&folder), 0o700);
        assert_eq!(rights(&folder.join("ru_RU.dic")), 0o600);
        assert_eq!(fs::read_to_string(&elsewhere).expect("read"), "чужое\n");
        assert_eq!(fs::read_dir(&folder).expect("read").count(), 3);
    }
}
