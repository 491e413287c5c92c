//! The program under test: built, started under a driver on its own screen, ended.

use crate::answers::Answers;
use crate::driver::{Driver, Window};
use crate::machine::{Machine, target, top};
use crate::sample::{copy_folder, found};
use crate::screen::Screen;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::OnceLock;

#[derive(Clone, Debug)]
pub struct Start {
    /// Words on its command line.
    pub words: Vec<String>,
    /// Variables beside those of [`Workstation`].
    pub environment: Vec<(String, String)>,
    /// The screen's size in pixels.
    pub screen: (u32, u32),
}

impl Default for Start {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            environment: Vec::new(),
            screen: (1920, 1080),
        }
    }
}

/// A workstation with the program open on it: machine, screen, driver and window.
pub struct Workstation {
    /// The window; `None` between [`Workstation::close`] and [`Workstation::open`].
    window: Option<Window>,
    driver: Driver,
    _screen: Screen,
    /// Answers to native dialogs.
    pub answers: Answers,
    /// The home the program sees.
    pub machine: Machine,
    words: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Workstation {
    /// A fresh machine with the program open.
    pub fn fresh() -> Self {
        Self::start(Machine::new(), Start::default())
    }

    /// A machine on which the sample office was founded before, with the program open; the button for the
    /// sample opens it.
    pub fn with_sample() -> Self {
        let machine = Machine::new();
        copy_folder(sample(), &machine.path("data/ru.otvet.desktop/sample"));
        Self::start(machine, Start::default())
    }

    /// Opens the program on this machine.
    ///
    /// # Panics
    /// When the program, the driver or the screen won't start.
    pub fn start(machine: Machine, start: Start) -> Self {
        let program = program();
        let screen = Screen::start(start.screen.0, start.screen.1);
        let answers = Answers::in_file(machine.path("answers.jsonl"));
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
        environment.push((
            "OTVET_DIALOG_ANSWERS".into(),
            answers.file().to_string_lossy().into_owned(),
        ));
        environment.extend(start.environment);
        let driver = Driver::start(program, &environment);
        let window = driver.open(&start.words);
        Self {
            window: Some(window),
            driver,
            _screen: screen,
            answers,
            machine,
            words: start.words,
            environment,
        }
    }

    /// The window.
    ///
    /// # Panics
    /// When it was closed.
    pub fn window(&self) -> &Window {
        self.window.as_ref().expect("the window is open")
    }

    /// Starts the program a second time beside the one that is open, and waits until that start ends.
    ///
    /// # Panics
    /// When it can't be started.
    pub fn start_again(&self) -> ExitStatus {
        Command::new(program())
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stderr(std::process::Stdio::null())
            .status()
            .expect("the program")
    }

    /// Ids of the program's processes: its own, and those in which the system draws and fetches for it.
    pub fn processes(&self) -> Vec<u32> {
        self.driver.processes()
    }

    /// Waits until the program has ended by itself.
    ///
    /// # Panics
    /// When it does not.
    pub fn wait_for_end(&mut self) {
        assert!(self.driver.program_ends(), "the program is still there");
        self.window = None;
    }

    /// Ends the program the hard way, as a power cut would.
    pub fn kill(&mut self) {
        self.driver.kill_program();
        self.window = None;
    }

    /// Ends the session; the program ends with it.
    pub fn close(&mut self) {
        self.window = None;
    }

    /// Opens the program again on the same machine.
    pub fn open(&mut self) {
        self.window = None;
        self.window = Some(self.driver.open(&self.words));
    }
}

/// The sample office, founded once a run. It lies among what is built, for nothing is told when a program of
/// tests ends.
fn sample() -> &'static Path {
    static FOUNDED: OnceLock<PathBuf> = OnceLock::new();
    FOUNDED.get_or_init(|| {
        let folder = target().join("sample-office");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("the sample of the run before goes");
        }
        found(&folder);
        folder
    })
}

/// The program with somebody standing in for the person, built once a run; or the one that
/// `OTVET_PROGRAM` names, for instance one installed from the package.
fn program() -> &'static PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        if let Some(named) = std::env::var_os("OTVET_PROGRAM") {
            return named.into();
        }
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args([
                "build",
                "--workspace",
                "--bin",
                "otvet-stand-in",
                "--bin",
                "otvet-pages",
            ])
            .arg("--message-format=json-render-diagnostics")
            .current_dir(top())
            .stderr(std::process::Stdio::inherit())
            .output()
            .expect("cargo");
        assert!(output.status.success(), "the program can't be built");
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter_map(|told| told["executable"].as_str().map(PathBuf::from))
            .find(|path| {
                path.file_name()
                    .is_some_and(|name| name == "otvet-stand-in")
            })
            .expect("cargo names the program it built")
    })
}
