//! What the program says of itself.

use crate::terminal::{fed, program};

/// Every command that has help of its own, with that help.
fn helps(words: &[String], found: &mut Vec<(String, String)>) {
    let mut command = program(&words.iter().map(String::as_str).collect::<Vec<_>>());
    command.arg("--help");
    let output = fed(command, "");
    if !output.status.success() {
        // Handed on to another program.
        return;
    }
    let help = String::from_utf8(output.stdout).unwrap();
    let lines = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let lines = lines.take_while(|line| !line.is_empty());
    for name in lines.filter_map(|line| line.split_whitespace().next()) {
        if name != "help" {
            helps(&[words, &[name.to_owned()]].concat(), found);
        }
    }
    found.push((words.join(" "), help));
}

#[test]
fn what_names_a_case_or_a_letter_is_told_alike_everywhere() {
    let mut found = Vec::new();
    helps(&[], &mut found);
    for (argument, told, least) in [
        (
            "<COMPLAINT>",
            "The complaint: its number, as `ВХ-2026/0001`, or its id",
            20,
        ),
        (
            "<LETTER>",
            "The letter: its outgoing number, as `ИСХ-2026/0001`, or its id",
            15,
        ),
    ] {
        let mut of = 0;
        for (command, help) in &found {
            let Some(line) = help
                .lines()
                .find(|line| line.trim_start().starts_with(argument))
            else {
                continue;
            };
            of += 1;
            assert!(line.ends_with(told), "{command}: {line}");
        }
        assert!(of >= least, "{argument} in {of} commands");
    }
}
