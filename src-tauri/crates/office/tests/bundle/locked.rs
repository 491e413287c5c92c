//! Bundles of an office with a password: the same as without one, and nothing of them left in it.

use super::ground::*;
use office::*;
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    found
}

/// What is written in each form, open and closed, by the name below its folder.
fn all(ground: &Ground, name: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut made = BTreeMap::new();
    for form in BundleForm::ALL {
        for redaction in [None, Some(ground.closed())] {
            let which = format!("{form:?} {}", redaction.is_some());
            let folder = ground.written(&format!("{name} {which}"), &ground.make(form, redaction));
            for (path, bytes) in files(&folder) {
                let below = path.strip_prefix(&folder).unwrap();
                made.insert(Path::new(&which).join(below), bytes);
            }
        }
    }
    made
}

#[test]
fn a_locked_office_makes_the_same_bundles_and_keeps_nothing_of_them_to_be_read() {
    let ground = ground();
    let before = all(&ground, "before");
    let Ground {
        dir,
        office,
        complaint,
        documents,
    } = ground;
    let folder = office.folder().to_owned();
    drop(office);
    let locking = Locking::new("сом пеньку не указ 41").unwrap();
    let damaged = office::lock(&folder, &locking, &|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(damaged, []);
    let way_in = WayIn::password("сом пеньку не указ 41").unwrap();
    let admitted = Office::admit(&folder, &way_in).unwrap();
    let ground = Ground {
        office: Office::open(&folder, now()).unwrap(),
        dir,
        complaint,
        documents,
    };
    let after = all(&ground, "after");
    let names = |made: &BTreeMap<PathBuf, Vec<u8>>| made.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&after), names(&before));
    for (path, bytes) in &after {
        assert!(bytes == &before[path], "{} differs", path.display());
    }
    for (path, bytes) in files(&folder) {
        for secret in SECRETS
            .iter()
            .map(|word| word.as_bytes())
            .chain([&b"%PDF"[..]])
        {
            let holds = bytes.windows(secret.len()).any(|part| part == secret);
            assert!(
                !holds,
                "{} in {}",
                String::from_utf8_lossy(secret),
                path.display()
            );
        }
    }
    drop(admitted);
}
