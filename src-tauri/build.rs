//! Lists every command the window may call, so that the capability can grant them one by one and the rest are refused.

#[path = "src/commands/names.rs"]
mod names;

fn main() {
    // The pages are baked into the program, so a new build of them is a new build of it.
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(names::COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    if let Err(refusal) = tauri_build::try_build(attributes) {
        panic!(
            "the shell can't be built: {refusal:#}\nare the pages in ui/dist? `cargo xtask run` makes them"
        );
    }
}
