//! System packages: asks dpkg what is there and installs only what is not.

use crate::step::{Outcome, answer, command, quietly};

/// Needed to build the window and to open it.
const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libdbus-1-dev",
    "libssl-dev",
    "xdg-utils",
];

/// The dictionaries by which the window underlines misspelt words: opened, and in tests.
const SPELLING: &[&str] = &["hunspell-ru", "hunspell-en-gb", "hunspell-en-us"];

/// Needed on top of that to drive the window and to read its letters back.
const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "dbus",
    "gnome-keyring",
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

/// What builds the pages. Debian 12 has too old a Node, which is said later.
const NODE: &[&str] = &["nodejs", "npm"];

/// What the task at hand needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build and open the program.
    Build,
    /// To test it as well.
    Test,
}

/// What is wanted and not there.
#[derive(Default)]
pub struct Missing {
    needed: Vec<&'static str>,
    /// Tests skip what needs these where they can't be had.
    welcome: Vec<&'static str>,
}

/// What this purpose needs and dpkg does not have; nothing on a system without dpkg.
pub fn missing(purpose: Purpose) -> Missing {
    let mut needed = [BUILD, SPELLING].concat();
    let mut welcome = Vec::new();
    if purpose == Purpose::Test {
        needed.extend(TEST);
        welcome.extend_from_slice(SECOND_OPINION);
    }
    if answer("dpkg-query", &["--version"]).is_none() {
        println!(
            "This is not Debian or Ubuntu: please see yourself that these are installed: {}",
            needed.join(" ")
        );
        return Missing::default();
    }
    needed.retain(|name| !is_installed(name));
    welcome.retain(|name| !is_installed(name));
    // Installed by whatever means; only what is not there at all comes from the system.
    if answer("npm", &["--version"]).is_none() {
        needed.extend(NODE);
    }
    Missing { needed, welcome }
}

impl Missing {
    /// Says in one line what [`Missing::install`] will install.
    pub fn announce(&self) {
        let all = self.all();
        if !all.is_empty() {
            println!("Installing with apt-get: {}", all.join(" "));
        }
    }

    /// Whether Node is there already.
    pub fn has_node(&self) -> bool {
        !self.needed.contains(&NODE[0])
    }

    /// Installs what is missing with `apt-get`; what is only welcome is left out where it fails.
    pub fn install(&self) -> Outcome {
        let all = self.all();
        if all.is_empty() {
            return Ok(());
        }
        apt(&["update", "-q"])?;
        // In one go, which is quicker than two, unless what is only welcome stands in the way.
        let Err(reason) = add(&all) else {
            return Ok(());
        };
        if self.welcome.is_empty() {
            return Err(reason);
        }
        add(&self.needed)?;
        println!("Left out: {} ({reason})", self.welcome.join(" "));
        Ok(())
    }

    fn all(&self) -> Vec<&'static str> {
        [&self.needed[..], &self.welcome].concat()
    }
}

fn add(names: &[&str]) -> Outcome {
    if names.is_empty() {
        return Ok(());
    }
    let words = ["install", "-y", "-q", "--no-install-recommends"];
    apt(&[&words[..], names].concat())
}

fn is_installed(name: &str) -> bool {
    answer("dpkg-query", &["-W", "-f", "${db:Status-Status} ", name])
        .is_some_and(|told| told.split(' ').any(|word| word == "installed"))
}

fn apt(words: &[&str]) -> Outcome {
    let root = answer("id", &["-u"]).as_deref() == Some("0");
    let before: &[&str] = if root { &[] } else { &["sudo"] };
    let apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let whole = [before, &apt, words].concat();
    quietly(
        &format!("apt-get {}", words[0]),
        &mut command(whole[0], &whole[1..]),
    )
}
