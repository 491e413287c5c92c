//! How many processes draw at once, whoever turns the pages.
#![cfg(target_os = "linux")]

use crate::papers::endless;
use drawing::protocol::Form;
use drawing::{Drawable, DrawingError, Limits, MOST_AT_ONCE, MOST_OF_A_FILE};
use std::fs;
use std::process::{Command, id};
use std::thread::{scope, sleep};
use std::time::Duration;

/// Says to the program of tests that it has no other children.
const ALONE: &str = "OTVET_TEST_ALONE";

/// Runs the test that asks once more, alone in a process; whether this is that process.
fn is_alone() -> bool {
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let name = std::thread::current().name().expect("a test").to_owned();
    let ran = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", &name])
        .env(ALONE, "1")
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && told.contains("1 passed"), "{told}");
    false
}

/// Processes that this one started and that run.
fn children() -> usize {
    let own = id().to_string();
    let stats = fs::read_dir("/proc").expect("processes").flatten();
    stats
        .filter_map(|entry| fs::read_to_string(entry.path().join("stat")).ok())
        .filter(|stat| {
            let (_, after_name) = stat.rsplit_once(") ").expect("a name");
            let mut parts = after_name.split(' ');
            (parts.next() != Some("Z")) && parts.next() == Some(&own)
        })
        .count()
}

/// Asks each file for its endless page from `threads` threads at once; the most processes seen at one time.
fn most_seen(files: &[Drawable], threads: usize) -> usize {
    scope(|scope| {
        let asked: Vec<_> = files
            .iter()
            .flat_map(|file| (0..threads).map(move |_| file))
            .map(|file| scope.spawn(|| file.page(0, 72.0, Form::Screen)))
            .collect();
        let mut most = 0;
        while asked.iter().any(|one| !one.is_finished()) {
            most = most.max(children());
            sleep(Duration::from_millis(5));
        }
        for one in asked {
            let drawn = one.join().expect("no panic");
            assert_eq!(drawn, Err(DrawingError::Overtime));
        }
        most
    })
}

fn limits() -> Limits {
    Limits {
        wall: Duration::from_millis(300),
        ..Limits::default()
    }
}

#[test]
fn pages_that_are_turned_faster_than_they_are_drawn_wait_for_the_processes_of_their_file() {
    if !is_alone() {
        return;
    }
    let file = Drawable::open_within(endless(), limits()).expect("opens");
    let most = most_seen(&[file], 20);
    assert!((1..=MOST_OF_A_FILE).contains(&most), "{most}");
}

#[test]
fn many_files_share_the_processes_that_draw() {
    if !is_alone() {
        return;
    }
    let files: Vec<Drawable> = (0..6)
        .map(|_| Drawable::open_within(endless(), limits()).expect("opens"))
        .collect();
    // Each has one that waits for its first page.
    let most = most_seen(&files, 4);
    assert!((1..=files.len() + MOST_AT_ONCE).contains(&most), "{most}");
}
