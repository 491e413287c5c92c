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

/// Takes out of the surroundings of a program that is to be started where Enchant finds its words, unless a person said
/// so: where what stands there is not `own`.
#[cfg(target_os = "linux")]
pub fn without_own_words(launcher: &mut std::process::Command, own: Option<&Path>) {
    let set = std::env::var_os(WORDS).map(std::path::PathBuf::from);
    if set.is_none() || set.as_deref() == own {
        launcher.env_remove(WORDS);
    }
}
