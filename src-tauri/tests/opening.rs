//! What a program that is opened for a person finds in its surroundings.
#![cfg(target_os = "linux")]

use shell::opening::without_own_words;
use shell::surroundings::WORDS;
use std::io::Write;
use std::process::Command;

#[test]
fn what_is_opened_keeps_its_words_where_it_had_them() {
    let folder = "/home/anna/.config/ru.otvet.desktop/enchant";
    let told = |own: &str| {
        let this = std::env::current_exe().expect("this program");
        let again = Command::new(this)
            .args(["--exact", "a_child_tells_its_surroundings", "--nocapture"])
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
