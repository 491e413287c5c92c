//! System packages: asks dpkg what is there and installs only what is not.

use crate::step::{Outcome, answer, command, run};

/// Needed to build the window and to open it.
const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libdbus-1-dev",
    "xdg-utils",
];

/// Needed on top of that to drive the window and to read its letters back.
const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "poppler-utils",
    "qpdf",
    "mupdf-tools",
    "fonts-dejavu-core",
    "libreoffice-writer-nogui",
];

/// PDFBox, whose preflight gives a second opinion on the letters, and what it
/// needs of Java. The tests say that they skip it where it can't be had.
const SECOND_OPINION: &[&str] = &[
    "default-jre-headless",
    "libpdfbox2-java",
    "libactivation-java",
    "libjaxb-api-java",
];

/// What the task at hand needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build and open the program.
    Build,
    /// To test it as well.
    Test,
}

/// Installs what is missing; does nothing when all is there.
pub fn ensure(purpose: Purpose) -> Outcome {
    let mut wanted = BUILD.to_vec();
    if purpose == Purpose::Test {
        wanted.extend(TEST);
    }
    if answer("dpkg-query", &["--version"]).is_none() {
        println!(
            "This is not Debian or Ubuntu: please see yourself that these are installed: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    install(&wanted)?;
    if purpose == Purpose::Test
        && let Err(reason) = install(SECOND_OPINION)
    {
        println!("PDFBox is left out of the tests: {reason}");
    }
    Ok(())
}

fn install(wanted: &[&str]) -> Outcome {
    let missing: Vec<&str> = wanted
        .iter()
        .copied()
        .filter(|name| !is_installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing with apt-get: {}", missing.join(" "));
    apt(&["update", "-q"])?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
    words.extend(&missing);
    apt(&words)
}

fn is_installed(name: &str) -> bool {
    answer("dpkg-query", &["-W", "-f", "${db:Status-Status} ", name])
        .is_some_and(|told| told.split(' ').any(|word| word == "installed"))
}

fn apt(words: &[&str]) -> Outcome {
    let root = answer("id", &["-u"]).as_deref() == Some("0");
    let mut whole = if root {
        vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    } else {
        vec!["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    };
    whole.extend(words);
    let (program, rest) = (whole[0], &whole[1..]);
    run(
        &format!("apt-get {}", words[0]),
        &mut command(program, rest),
    )
}
