//! How long the window takes to its first usable row and what it holds in
//! memory, beside an empty Tauri window in the same run. `cargo xtask bench
//! window` builds all three programs as they are shipped and runs this.

#![allow(clippy::print_stdout)]

use acceptance::{Driver, Machine, Screen};
use serde_json::json;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Starts of each program; they take turns, so that a busy moment hits both.
const ROUNDS: usize = 7;
/// Ours is usable when a complaint can be clicked, the empty one when its page stands.
const FIRST_ROW: &str = "const row = document.querySelector('[data-row]');\
    return document.visibilityState === 'visible' && row !== null && row.checkVisibility()";
const EMPTY_PAGE: &str = "return document.visibilityState === 'visible' && document.readyState === 'complete' && document.body.innerText !== ''";

#[test]
fn window_to_first_usable_row() {
    let Some(built) = std::env::var_os("OTVET_BENCH_PROGRAMS") else {
        println!("skipped: `cargo xtask bench window` names the programs to measure");
        return;
    };
    let built = Path::new(&built);
    let machine = Machine::new();
    found_sample_office(built, &machine);
    let screen = Screen::start(1920, 1080);

    let mut environment: Vec<(String, String)> = machine
        .environment()
        .into_iter()
        .map(|(name, path)| (name.to_owned(), path.to_string_lossy().into_owned()))
        .collect();
    environment.extend(
        screen
            .environment()
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    environment.push(("WEBKIT_DISABLE_DMABUF_RENDERER".into(), "1".into()));

    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(measure(&built.join("otvet"), FIRST_ROW, &environment));
        empty.push(measure(
            &built.join("examples/empty_window"),
            EMPTY_PAGE,
            &environment,
        ));
    }
    let (our_time, our_memory) = medians(&mut ours);
    let (empty_time, empty_memory) = medians(&mut empty);
    let figures = json!({
        "bench": "window",
        "rounds": ROUNDS,
        "first_row_ms": our_time,
        "empty_window_ms": empty_time,
        "time_ratio": ratio(our_time, empty_time),
        "memory_mb": our_memory,
        "empty_window_memory_mb": empty_memory,
        "memory_ratio": ratio(our_memory, empty_memory),
    });
    println!("{figures}");
}

/// An office with cases in every state, as the window's last one.
fn found_sample_office(built: &Path, machine: &Machine) {
    let folder = machine.path("data/ru.otvet.desktop/sample");
    let status = Command::new(built.join("otvet-cli"))
        .arg("--office")
        .arg(&folder)
        .args(["office", "sample"])
        .envs(machine.environment())
        .stdout(Stdio::null())
        .status()
        .expect("the headless program");
    assert!(status.success(), "no sample office was made");
    let config = machine.path("config/ru.otvet.desktop");
    std::fs::create_dir_all(&config).expect("the folder of settings");
    std::fs::write(
        config.join("settings.json"),
        json!({ "last_folder": folder }).to_string(),
    )
    .expect("settings");
}

/// Milliseconds from the start until the page holds what is asked for, and
/// megabytes of all the program's processes a second later.
fn measure(program: &Path, until: &str, environment: &[(String, String)]) -> (f64, f64) {
    let driver = Driver::start(program, environment);
    let (window, time) = driver.time_until(until);
    std::thread::sleep(Duration::from_secs(1));
    let memory = driver.programs().into_iter().map(memory_of).sum();
    drop(window);
    (time.as_secs_f64() * 1e3, memory)
}

/// Proportional memory of a process and all below it, in megabytes: what is shared is counted once.
fn memory_of(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let own: f64 = text
        .lines()
        .find_map(|line| {
            line.strip_prefix("Pss:")?
                .trim()
                .strip_suffix(" kB")?
                .parse()
                .ok()
        })
        .unwrap_or(0.0);
    own / 1e3 + children(process).into_iter().map(memory_of).sum::<f64>()
}

fn children(process: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task"))
        .into_iter()
        .flatten()
        .flatten();
    tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|id| id.parse().ok())
                .collect::<Vec<u32>>()
        })
        .collect()
}

fn medians(measured: &mut [(f64, f64)]) -> (f64, f64) {
    let median = |part: fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = measured.iter().map(part).collect();
        values.sort_by(f64::total_cmp);
        (values[values.len() / 2] * 10.0).round() / 10.0
    };
    (median(|m| m.0), median(|m| m.1))
}

fn ratio(ours: f64, other: f64) -> f64 {
    (ours / other * 100.0).round() / 100.0
}
