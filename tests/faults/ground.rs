//! An office to be harmed.

use chrono::{DateTime, FixedOffset};
use complaint::{Actor, Language, OfficeProfile, Regime, Requisites};
use office::{By, Failure, Office};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

pub fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(time).expect("a time")
}

pub fn by() -> By {
    By {
        actor: Actor::named("Анна"),
        now: at("2026-11-22T10:00:00+03:00"),
    }
}

pub fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "Север".into(),
        requisites: Requisites::default(),
        letterhead: Default::default(),
        numbering: Default::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    }
}

pub fn found(dir: &Path) -> office::Result<Office> {
    Office::create(dir, &by(), &profile())
}

pub fn open(dir: &Path) -> office::Result<Office> {
    Office::open(dir, by().now)
}

/// The code and the detail of a refusal.
pub fn refused<T>(answer: office::Result<T>) -> (String, String) {
    let failure = Failure::from(answer.err().expect("a refusal"));
    (failure.code, failure.detail.unwrap_or_default())
}

/// Every file below a folder with its bytes, links as what they point to.
pub fn contents(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    gather(dir, dir, &mut all);
    all
}

fn gather(root: &Path, dir: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).expect("a folder").flatten() {
        let path = entry.path();
        let kind = entry.file_type().expect("a kind");
        let name = path
            .strip_prefix(root)
            .expect("below")
            .display()
            .to_string();
        if kind.is_dir() {
            gather(root, &path, all);
        } else if kind.is_symlink() {
            let to = fs::read_link(&path).expect("a link");
            all.insert(name, to.into_os_string().into_encoded_bytes());
        } else {
            all.insert(name, fs::read(&path).expect("a file"));
        }
    }
}
