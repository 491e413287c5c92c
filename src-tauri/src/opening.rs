//! Opening a file in the program that the person has for it.

#[cfg(target_os = "linux")]
use crate::surroundings::WORDS;
use std::path::Path;

/// Opens it. What this program set in its own surroundings is not handed on: the other would write what it is taught
/// into this program's lists of words.
///
/// # Errors
/// What the last of the system's ways of opening said.
#[cfg(target_os = "linux")]
pub fn open(file: &Path) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    use std::process::Stdio;
    let own = crate::surroundings::own_words();
    let mut said = String::new();
    for mut launcher in open::commands(file) {
        without_own_words(&mut launcher, own.as_deref());
        launcher
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0);
        match launcher.spawn() {
            Ok(mut opened) => {
                // Whoever started it must hear that it ended.
                std::thread::spawn(move || opened.wait());
                return Ok(());
            }
            Err(reason) => said = reason.to_string(),
        }
    }
    Err(said)
}

/// Opens it.
///
/// # Errors
/// What the system said.
#[cfg(not(target_os = "linux"))]
pub fn open(file: &Path) -> Result<(), String> {
    open::that_detached(file).map_err(|reason| reason.to_string())
}

/// Takes out where Enchant finds the words, unless a person said so.
#[cfg(target_os = "linux")]
fn without_own_words(launcher: &mut std::process::Command, own: Option<&Path>) {
    let set = std::env::var_os(WORDS).map(std::path::PathBuf::from);
    if set.is_none() || set.as_deref() == own {
        launcher.env_remove(WORDS);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{WORDS, without_own_words};
    use std::io::Write;
    use std::process::Command;

    #[test]
    fn what_is_opened_keeps_its_words_where_it_had_them() {
        let folder = "/home/anna/.config/ru.otvet.desktop/enchant";
        let told = |own: &str| {
            let this = std::env::current_exe().expect("this program");
            let again = Command::new(this)
                .args([
                    "--exact",
                    "opening::tests::a_child_tells_its_surroundings",
                    "--nocapture",
                ])
                .env(WORDS, folder)
                .env("OTVET_TEST_OWN_WORDS", own)
                .output()
                .expect("it runs");
            String::from_utf8_lossy(&again.stdout).into_owned()
        };
        assert!(told(folder).contains("the child has none"));
        assert!(
            told("/elsewhere").contains(folder),
            "the person's own is obeyed"
        );
    }

    #[test]
    fn a_child_tells_its_surroundings() {
        let Some(own) = std::env::var_os("OTVET_TEST_OWN_WORDS") else {
            return;
        };
        let mut child = Command::new("sh");
        child.args(["-c", "echo \"the child has ${ENCHANT_CONFIG_DIR:-none}\""]);
        without_own_words(&mut child, Some(own.as_ref()));
        let heard = child.output().expect("it runs").stdout;
        std::io::stdout().write_all(&heard).expect("told");
    }
}
