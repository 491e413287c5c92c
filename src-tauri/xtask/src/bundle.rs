//! `bundle`: the .deb that an office installs.

use crate::dictionaries;
use crate::packages::Purpose;
use crate::pages;
use crate::step::{Outcome, answer, cargo, command, run, target, top};
use crate::supplies;
use serde_json::{Map, Value, json};

/// Makes the package and says where it lies and how large it is.
pub fn deb() -> Outcome {
    supplies::ensure(Purpose::Build)?;
    pages::build()?;
    let built = target()?.join("release");
    // Each alone, so that none is built with what only another needs of a library.
    for (what, package) in [
        ("the headless program", "otvet-cli"),
        ("the drawing program", "otvet-pages"),
    ] {
        run(
            what,
            &mut cargo(&["build", "--release", "--package", package]),
        )?;
    }
    // Where the programs look for what comes along with them.
    let resources: Map<String, Value> = dictionaries::files()
        .map(|(from, to)| (from.display().to_string(), to.into()))
        .collect();
    let more = json!({ "bundle": { "resources": resources, "linux": { "deb": { "files": {
        "/usr/bin/otvet-cli": built.join("otvet-cli"),
        "/usr/bin/otvet-pages": built.join("otvet-pages"),
        "/usr/share/doc/otvet/copyright": top().join("LICENSE"),
    } } } } });
    let bundler = top().join("ui/node_modules/@tauri-apps/cli/tauri.js");
    let bundler = bundler.to_string_lossy();
    let words = [
        &*bundler,
        "build",
        "--ci",
        "--bundles",
        "deb",
        "--config",
        &more.to_string(),
    ];
    run("the window and its package", &mut command("node", &words))?;

    let folder = built.join("bundle/deb");
    let made = folder
        .read_dir()
        .map_err(|reason| format!("{}: {reason}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "deb"))
        .max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
        .ok_or("the bundler made no .deb")?;
    let bytes = made.metadata().map_err(|reason| reason.to_string())?.len();
    if let Some(told) = answer("dpkg-deb", &["--info", &made.to_string_lossy()]) {
        println!("{told}");
    }
    println!(
        "\n{}  {:.1} MB\nInstall it with: sudo apt install {0}",
        made.display(),
        bytes as f64 / 1e6
    );
    Ok(())
}
