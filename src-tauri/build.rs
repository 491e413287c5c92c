//! Gives Tauri the commands that the window may call, so that each is granted by name and the rest are refused.

mod capability;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

/// Of the list of commands only the names are wanted here.
macro_rules! commands {
    ($($name:ident $input:tt -> $output:ty $(= $function:path)?;)+) => {
        const COMMANDS: &[&str] = &[$(stringify!($name)),+];
    };
}

include!("crates/commands/src/list.rs");

fn main() {
    // The pages are baked into the program, so a new build of them is a new build of it.
    println!("cargo:rerun-if-changed=../ui/dist");
    if let Err(refusal) = build() {
        panic!(
            "the shell can't be built: {refusal}\nare the pages in ui/dist? `cargo xtask run` makes them"
        );
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("OUT_DIR")?).join("capabilities");
    fs::create_dir_all(&folder)?;
    let file = folder.join("main.json");
    fs::write(&file, capability::capability(COMMANDS))?;
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS))
        .capabilities_path_pattern(file.display().to_string().leak());
    // The whole chain of its reasons, which a boxed error would leave out.
    tauri_build::try_build(attributes).map_err(|refusal| format!("{refusal:#}").into())
}
