//! Programs that are killed in the middle of their work, and disks that are full.

use crate::terminal::{self, Terminal};
use serde_json::{Value, json};
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

/// The numbers of all complaints, the oldest first.
fn numbers(terminal: &Terminal) -> Vec<String> {
    let mut rows = terminal.lines(&["complaint", "list", "--limit", "1000"], "");
    rows.reverse();
    rows.iter()
        .map(|row| row["number"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn numbers_have_no_gap_and_no_double_however_often_the_program_is_killed() {
    let terminal = Terminal::founded();
    let complaint = terminal.file(
        "complaint.json",
        r#"{"text":"Чайник протекает","complainant":"Соколова Марина Львовна"}"#,
    );
    let mut told = Vec::new();
    for round in 0..40 {
        // Two at once, so that they also wait for each other; both are killed
        // somewhere between the start and the end of their work.
        let mut pair: Vec<_> = (0..2)
            .map(|_| {
                terminal
                    .command(&["complaint", "add", "--json", &complaint])
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        sleep(Duration::from_millis(round * 3 % 60));
        for child in &mut pair {
            let _ = child.kill();
        }
        for child in pair {
            let output = child.wait_with_output().unwrap();
            if let Ok(answer) = serde_json::from_slice::<Value>(&output.stdout) {
                told.push(answer["number"].as_str().unwrap().to_owned());
            }
        }
    }
    let last = terminal.json(&["complaint", "add", "--json", &complaint], "");
    told.push(last["number"].as_str().unwrap().to_owned());

    let kept = numbers(&terminal);
    let without_gap: Vec<String> = (1..=kept.len())
        .map(|n| format!("ВХ-2026/{n:04}"))
        .collect();
    assert_eq!(kept, without_gap);
    let lost: Vec<&String> = told
        .iter()
        .filter(|number| !kept.contains(number))
        .collect();
    assert!(lost.is_empty(), "told and then lost: {lost:?}");
    eprintln!("{} kept, {} told", kept.len(), told.len());
    let journal = terminal.json(&["journal", "verify"], "");
    assert_eq!(
        (&journal["altered"], &journal["missing"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
}

#[test]
fn a_letter_is_issued_once_or_not_at_all_when_killed() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает","complainant":"Соколова Марина Львовна"}"#,
    );
    for round in 0..12 {
        let draft = terminal.json(
            &[
                "letter",
                "draft",
                "ВХ-2026/0001",
                "--kind",
                "acknowledgement",
            ],
            "",
        );
        let letter = draft["letter"].as_str().unwrap().to_owned();
        let mut child = terminal
            .command(&["letter", "issue", &letter])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(round * 25));
        let _ = child.kill();
        child.wait().unwrap();
    }
    let card = terminal.json(&["complaint", "show", "ВХ-2026/0001"], "");
    let mut issued: Vec<&str> = card["letters"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|letter| letter["issued"]["number"].as_str())
        .collect();
    issued.sort_unstable();
    let without_gap: Vec<String> = (1..=issued.len())
        .map(|n| format!("ИСХ-2026/{n:04}"))
        .collect();
    assert_eq!(issued, without_gap);
    for number in issued {
        let out = terminal.folder.path().join("out.pdf").display().to_string();
        terminal.json(&["letter", "save", number, "--out", &out], "");
    }
    let verified = terminal.json(&["document", "verify"], "");
    assert_eq!(verified["missing"], serde_json::json!([]));
    assert_eq!(verified["altered"], serde_json::json!([]));
}

#[test]
fn copies_are_whole_or_not_there_however_often_the_program_is_killed() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    for n in 0..6 {
        let file = terminal.file(&format!("{n}.bin"), vec![n; 700_000 + usize::from(n)]);
        terminal.json(&["document", "add", "ВХ-2026/0001", &file], "");
    }
    let path = |name: &str| terminal.folder.path().join(name).display().to_string();
    let killed = |words: &[&str], after: u64| {
        let mut child = terminal
            .command(words)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(Duration::from_millis(after));
        let _ = child.kill();
        child.wait().unwrap();
    };
    let (shelf, back) = (path("shelf"), path("back"));
    for round in 0..30 {
        killed(&["backup", "create", "--to", &shelf], 20 + round * 7);
    }
    terminal.json(&["backup", "create", "--to", &shelf], "");
    let list = terminal.lines(&["backup", "list"], "");
    assert!(!list.is_empty());
    let folders = std::fs::read_dir(&shelf).unwrap().count();
    let listed = office::copies_in(None, shelf.as_ref()).unwrap();
    assert_eq!(folders, listed.len() + 1, "what is no copy is left behind");
    eprintln!("{} of 31 copies came to their end", listed.len());
    for (copy, _) in &listed {
        let from = copy.display().to_string();
        for round in 0..4 {
            killed(
                &["backup", "restore", "--from", &from, "--to", &back],
                10 + round * 15,
            );
        }
        if !std::path::Path::new(&back).join("office.sqlite").exists() {
            let restored =
                terminal.json(&["backup", "restore", "--from", &from, "--to", &back], "");
            assert_eq!(restored["restored"]["documents"], 6);
        }
        let verified = crate::terminal::fed(
            {
                let mut command = crate::terminal::program(&["document", "verify"]);
                command.arg("--office").arg(&back);
                command
            },
            "",
        );
        let verified = &crate::terminal::json_lines(&verified.stdout)[0];
        assert_eq!(verified["checked"], 6);
        assert_eq!(verified["missing"], serde_json::json!([]));
        assert_eq!(verified["altered"], serde_json::json!([]));
        std::fs::remove_dir_all(&back).unwrap();
    }
    let tried = terminal.json(&["backup", "rehearse"], "");
    assert_eq!(
        (&tried["good"], &tried["documents"]),
        (&true.into(), &6.into())
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_nothing_behind() {
    let terminal = Terminal::founded();
    terminal.json(
        &["complaint", "add", "--json", "-"],
        r#"{"text":"Чайник протекает"}"#,
    );
    let large = terminal.file("large.bin", vec![7_u8; 4 << 20]);
    // A limit on the length of files stands for the end of the disk; the signal
    // that goes with it is ignored so that writing fails as it does there.
    let program = terminal.command(&["document", "add", "ВХ-2026/0001", &large]);
    let mut limited = std::process::Command::new("bash");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" \"$@\""])
        .arg(program.get_program())
        .args(program.get_args());
    let output = terminal::fed(limited, "");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let error = &terminal::json_lines(&output.stderr)[0]["error"];
    assert_eq!(error["code"], "disk_full");
    assert_eq!(error["detail"], json!(terminal.office()));
    let card = terminal.json(&["complaint", "show", "ВХ-2026/0001"], "");
    assert_eq!(card["documents"], serde_json::json!([]));
    let stored = terminal.json(&["document", "add", "ВХ-2026/0001", &large], "");
    assert_eq!(stored["exhibit"], 1);
    assert_eq!(stored["bytes"], 4 << 20);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let terminal = Terminal::founded();
    let closed = terminal.folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o500)).unwrap();
    let to = closed.join("backups").display().to_string();
    let backup = terminal.command(&["backup", "create", "--to", &to]);
    let Some(backup) = prerequisites::bound_by_permissions(backup) else {
        return;
    };
    let output = terminal::fed(backup, "");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(
        terminal::json_lines(&output.stderr)[0]["error"]["code"],
        "denied"
    );
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o700)).unwrap();
}
