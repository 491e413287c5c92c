//! Processes that end before their time, and those that must end with it.
#![cfg(unix)]

use crate::papers::{endless, sound};
use drawing::protocol::{Ask, Form, VERSION, say};
use drawing::{Drawable, DrawingError};
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Within which a process that must end has ended; one that does not would draw for hours.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sends a signal to a process of this test.
pub fn signal(name: &str, process: u32) {
    let number = process.to_string();
    let sent = Command::new("kill").args([name, &number]).status();
    assert!(sent.expect("kill").success());
}

#[test]
fn a_process_that_is_killed_in_the_midst_of_a_page_costs_that_page_alone() {
    let file = Drawable::open(endless()).expect("opens");
    let [process] = file.processes()[..] else {
        panic!("one process has the file open");
    };
    let drawn = std::thread::scope(|scope| {
        let drawing = scope.spawn(|| file.page(0, 72.0, Form::Screen));
        // It is taken from those that wait as soon as it draws.
        while !file.processes().is_empty() {
            sleep(Duration::from_millis(5));
        }
        signal("-KILL", process);
        drawing.join().expect("no panic")
    });
    assert_eq!(drawn, Err(DrawingError::BrokeOff));
    assert!(file.page(1, 72.0, Form::Screen).is_ok());
    assert_ne!(file.processes(), [process]);
}

#[test]
fn a_process_that_was_killed_while_it_waited_is_not_missed() {
    let file = Drawable::open(sound()).expect("opens");
    let [process] = file.processes()[..] else {
        panic!("one process has the file open");
    };
    signal("-KILL", process);
    let began = Instant::now();
    while is_running(process) {
        assert!(began.elapsed() < PATIENCE);
        sleep(Duration::from_millis(5));
    }
    assert!(file.page(0, 72.0, Form::Screen).is_ok());
}

#[test]
fn the_process_ends_with_the_file_it_draws() {
    let file = Drawable::open(sound()).expect("opens");
    let processes = file.processes();
    drop(file);
    assert!(processes.into_iter().all(|process| !is_running(process)));
}

/// Whether a process is there and no corpse.
fn is_running(process: u32) -> bool {
    let told = Command::new("ps")
        .args(["-o", "stat=", "-p", &process.to_string()])
        .output()
        .expect("ps");
    let state = String::from_utf8_lossy(&told.stdout);
    !state.trim().is_empty() && !state.trim().starts_with('Z')
}

/// For how long a process has kept the processor busy; whole seconds on some systems.
fn processor_seconds(process: u32) -> f64 {
    let told = Command::new("ps")
        .args(["-o", "time=", "-p", &process.to_string()])
        .output()
        .expect("ps");
    let told = String::from_utf8_lossy(&told.stdout);
    let parts = told.trim().split([':', '-']);
    parts.fold(0.0, |all, part| {
        all * 60.0 + part.parse::<f64>().unwrap_or(0.0)
    })
}

fn started() -> Child {
    Command::new(env!("CARGO_BIN_EXE_otvet-pages"))
        .args([&*VERSION.to_string(), "2147483648", "3600"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts")
}

fn ends(process: &mut Child) {
    let began = Instant::now();
    while process.try_wait().expect("its state").is_none() {
        if began.elapsed() > PATIENCE {
            let _ = process.kill();
            panic!("it goes on without anybody who asks");
        }
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn it_ends_with_its_input_in_the_midst_of_a_page_too() {
    let mut waiting = started();
    drop(waiting.stdin.take());
    ends(&mut waiting);

    let mut busy = started();
    let mut to = busy.stdin.take().expect("its input");
    let pdf = endless();
    let bytes = pdf.len() as u64;
    say(&mut to, &Ask::Open { bytes }).expect("said");
    to.write_all(&pdf).expect("said");
    let (page, dpi, form) = (0, 72.0, Form::Screen);
    say(&mut to, &Ask::Page { page, dpi, form }).expect("said");
    to.flush().expect("said");
    // Starting takes far less.
    let began = Instant::now();
    while processor_seconds(busy.id()) < 1.0 {
        assert!(began.elapsed() < PATIENCE, "it draws");
        sleep(Duration::from_millis(50));
    }
    drop(to);
    ends(&mut busy);
}

#[test]
fn it_ends_over_what_is_no_asking() {
    let too_large = br#"{"Open":{"bytes":18446744073709551615}}"#;
    for head in [
        &b"{}"[..],
        b"\xff\xff",
        br#"{"Open":{"bytes":-1}}"#,
        too_large,
    ] {
        let mut process = started();
        let mut to = process.stdin.take().expect("its input");
        to.write_all(&(head.len() as u16).to_le_bytes())
            .expect("said");
        to.write_all(head).expect("said");
        to.flush().expect("said");
        ends(&mut process);
    }
}
