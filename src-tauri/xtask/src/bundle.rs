//! `bundle`: the .deb that an office installs.

use crate::dictionaries;
use crate::packages::Purpose;
use crate::pages;
use crate::step::{Outcome, answer, cargo, command, run, target, top};
use crate::supplies;
use serde_json::{Map, Value, json};

/// The programs that an office is of; the window and `otvet-cli` start the third.
const PROGRAMS: [&str; 3] = ["otvet", "otvet-cli", "otvet-pages"];

/// Makes the package, reads it back and says where it lies and how large it is.
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
    let listed = answer("dpkg-deb", &["--contents", &made.to_string_lossy()])
        .ok_or("dpkg-deb can't read the package back")?;
    if let Some(program) = lacking(&listed) {
        return Err(format!("{} has no program {program}", made.display()));
    }
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

/// The first program that a package lacks, or has as a file that can't be run, by what `dpkg-deb --contents` lists.
fn lacking(listed: &str) -> Option<&'static str> {
    PROGRAMS.into_iter().find(|program| {
        let path = format!("./usr/bin/{program}");
        let mut files = listed.lines().map(str::split_whitespace);
        !files.any(|mut line| {
            let mode = line.next().unwrap_or_default();
            mode.starts_with("-rwxr-xr-x") && line.next_back() == Some(&path)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `dpkg-deb --contents` lists a package.
    const LISTED: &str = "\
drwxr-xr-x root/root         0 2026-11-30 19:00 ./usr/bin/
-rwxr-xr-x root/root  31457280 2026-11-30 19:00 ./usr/bin/otvet
-rwxr-xr-x root/root  14680064 2026-11-30 19:00 ./usr/bin/otvet-cli
-rwxr-xr-x root/root   4194304 2026-11-30 19:00 ./usr/bin/otvet-pages
-rw-r--r-- root/root      1064 2026-11-30 19:00 ./usr/share/doc/otvet/copyright
";

    #[test]
    fn a_package_without_one_of_its_programs_is_told() {
        assert_eq!(lacking(LISTED), None);
        for program in PROGRAMS {
            let file = format!("./usr/bin/{program}\n");
            let elsewhere = LISTED.replace(&file, &format!("./usr/lib/{program}\n"));
            assert_eq!(lacking(&elsewhere), Some(program));
        }
        let none_runs = LISTED.replace("-rwxr-xr-x", "-rw-r--r--");
        assert_eq!(lacking(&none_runs), Some("otvet"));
    }
}
