//! The desktop shell of Otvet: one window over the office, and nothing but the shell.

mod host;
mod invoke;
pub mod opening;
mod outside;
#[cfg(target_os = "linux")]
mod printing;
#[cfg(target_os = "linux")]
pub mod surroundings;
mod window;

pub use host::Desktop;
pub use outside::Outside;
pub use tauri::AppHandle;
pub use window::{ask_to_close, dropped};

use commands::{Copying, Folders, Program, Reminders};
use outside::host;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use tauri::{App, Manager};

/// Opens the window over the office used last, and ends when it is closed.
pub fn run(outside: Outside) -> ExitCode {
    #[cfg(target_os = "linux")]
    in_its_surroundings();

    let built = tauri::Builder::default()
        // First, so that a second start does nothing but show the first one's window.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            come_forward(app)
        }))
        .plugin(log())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(window::REMEMBERED)
                .build(),
        )
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .setup(move |app| Ok(set_up(app, outside)?))
        .on_window_event(window::on_event)
        .invoke_handler(invoke::handle)
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("otvet: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// How often the clock is looked at, for reminders and for copies.
const A_MINUTE: Duration = Duration::from_secs(60);

/// Makes the program's state, opens the office used last meanwhile, and makes the window.
fn set_up(app: &App, outside: Outside) -> tauri::Result<()> {
    app.manage(Program::new(Folders {
        config: app.path().app_config_dir()?,
        data: app.path().app_data_dir()?,
        documents: documents(app),
    }));
    app.manage(outside);
    (outside.begun)(app.handle().clone());
    let handle = app.handle().clone();
    thread::spawn(move || handle.state::<Program>().reopen(&*host(&handle)));
    let handle = app.handle().clone();
    thread::spawn(move || {
        let mut reminders = Reminders::default();
        loop {
            reminders.say(&handle.state::<Program>(), &*host(&handle));
            thread::sleep(A_MINUTE);
        }
    });
    let handle = app.handle().clone();
    thread::spawn(move || {
        let mut copying = Copying::default();
        loop {
            copying.tend(&handle.state::<Program>(), &*host(&handle));
            thread::sleep(A_MINUTE);
        }
    });
    window::make(app)
}

/// The folder of the person's documents. Where the system names none, it is the one beneath their home that is
/// mostly called so, if it is there.
fn documents(app: &App) -> Option<PathBuf> {
    let named = app.path().document_dir().ok();
    named.filter(|folder| folder.is_dir()).or_else(|| {
        let home = app.path().home_dir().ok()?;
        let usual = ["Документы", "Documents"].map(|name| home.join(name));
        usual.into_iter().find(|folder| folder.is_dir())
    })
}

/// Shows the window to somebody who started the program again.
fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(window::LABEL) {
        let _ = window.unminimize();
        window::show(&window);
    }
}

/// A short log of the program's own doings, without a word of any complaint.
fn log() -> tauri::plugin::TauriPlugin<tauri::Wry> {
    use tauri_plugin_log::{Builder, RotationStrategy, Target, TargetKind};
    Builder::new()
        .clear_targets()
        .target(Target::new(TargetKind::LogDir { file_name: None }))
        .target(Target::new(TargetKind::Stderr))
        .level(log::LevelFilter::Info)
        .max_file_size(1_000_000)
        .rotation_strategy(RotationStrategy::KeepOne)
        .build()
}

/// Starts itself again with what WebKit reads before the first line of `main`. Its DMA-BUF renderer, which on
/// some graphics cards draws nothing, is switched off, and Enchant, by which it checks words, keeps those it is
/// taught in a folder of the program's own. Whoever sets a variable is obeyed.
#[cfg(target_os = "linux")]
fn in_its_surroundings() {
    use std::os::unix::process::CommandExt;
    use surroundings::{WORDS, config_folder, own_words};
    let words = own_words();
    let spoken = config_folder().map(|config| commands::language_kept(&config));
    let mut wanted = vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1".into())];
    wanted.extend(words.map(|folder| (WORDS, folder.into_os_string())));
    wanted.retain(|(name, _)| std::env::var_os(name).is_none());
    if wanted.is_empty() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        let reason = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .envs(wanted)
            // In which the system's dialogs and menus are to speak as well.
            .envs(spoken.map(|language| ("LANGUAGE", language)))
            .exec();
        eprintln!("otvet: its surroundings stay as they are: {reason}");
    }
}
