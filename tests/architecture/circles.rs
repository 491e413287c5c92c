//! No file imports one that imports it.

use acceptance::{own_files, top};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Crates in which a circle still stands.
const CIRCLES: &[&str] = &[
    "cli",
    "commands",
    "complaint",
    "deadline",
    "office",
    "press",
    "russian",
];

/// The files of a crate by the modules they hold.
struct Sources {
    files: BTreeMap<Vec<String>, Source>,
}

struct Source {
    path: String,
    /// What the file imports, path by path.
    imports: Vec<Vec<String>>,
    /// What it hands on under its own name: the last step, and where it comes from.
    handed_on: BTreeMap<String, Vec<String>>,
}

fn steps(path: &str) -> Vec<String> {
    path.split("::").map(|s| s.trim().to_owned()).collect()
}

/// The single paths of an import: `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn single(import: &str) -> Vec<String> {
    let import = import.trim();
    let Some((lead, rest)) = import.split_once('{') else {
        let plain = import.split(" as ").next().unwrap_or(import);
        return vec![plain.trim().to_owned()];
    };
    let inner = rest.trim_end().strip_suffix('}').unwrap_or(rest);
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for sign in inner.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(sign);
        }
    }
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| single(part))
        .map(|part| format!("{}{part}", lead.trim()))
        .collect()
}

/// The code of a file without its remarks and its tests.
fn code(text: &str) -> String {
    let own = text.split("\n#[cfg(test)]\nmod tests").next();
    let lines = own.unwrap_or(text).lines();
    let bare = lines.map(|line| line.split("//").next().unwrap_or_default());
    bare.collect::<Vec<_>>().join("\n")
}

/// The `use` statements of some code: whether each hands on, and its text.
fn statements(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let before = code[..at].trim_end_matches(' ');
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        let hands_on = line.starts_with("pub");
        if (line.is_empty() || hands_on)
            && let Some((statement, _)) = code[at + 4..].split_once(';')
        {
            found.push((hands_on, statement.to_owned()));
        }
    }
    found
}

/// Paths that stand in the code itself: `crate::words::clean(text)`.
fn in_the_code(code: &str) -> Vec<Vec<String>> {
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.split(|c: char| !is_path(c))
        .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
        // What opens a brace is read as an import.
        .filter(|word| !word.ends_with(':'))
        .map(steps)
        .collect()
}

impl Sources {
    fn of(krate: &str) -> Self {
        let root = format!("src-tauri/crates/{krate}/src");
        let mut files = BTreeMap::new();
        for path in own_files(&root) {
            if path.extension().is_none_or(|end| end != "rs") {
                continue;
            }
            let text = fs::read_to_string(top().join(&path)).unwrap_or_default();
            let code = code(&text);
            let mut imports = in_the_code(&code);
            let mut handed_on = BTreeMap::new();
            for (hands_on, statement) in statements(&code) {
                for path in single(&statement) {
                    let path = steps(&path);
                    if hands_on && let Some(name) = path.last() {
                        handed_on.insert(name.clone(), path.clone());
                    }
                    imports.push(path);
                }
            }
            let within = path.strip_prefix(&root).unwrap_or(&path);
            let source = Source {
                path: within.display().to_string(),
                imports,
                handed_on,
            };
            files.insert(module_of(within), source);
        }
        Self { files }
    }

    /// The file that a path leads to, through all that hand it on.
    fn file(&self, from: &[String], path: &[String], depth: u8) -> Option<&Source> {
        let mut rest = path;
        let mut at: Vec<String> = from.to_vec();
        match rest.first()?.as_str() {
            "crate" => {
                at.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|step| step == "super") {
                    at.pop();
                    rest = &rest[1..];
                }
            }
            child => {
                let mut below = at.clone();
                below.push(child.to_owned());
                self.files.get(&below)?;
            }
        }
        while let Some(step) = rest.first() {
            at.push(step.clone());
            if !self.files.contains_key(&at) {
                at.pop();
                break;
            }
            rest = &rest[1..];
        }
        let file = self.files.get(&at)?;
        let onward = rest.first().and_then(|name| file.handed_on.get(name));
        match onward.filter(|_| depth > 0) {
            Some(onward) => self.file(&at, onward, depth - 1).or(Some(file)),
            None => Some(file),
        }
    }

    fn arrows(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let arrows = self.files.iter().map(|(module, source)| {
            let imported = source.imports.iter();
            let to = imported
                .filter_map(|path| self.file(module, path, 6))
                .map(|file| file.path.as_str())
                .filter(|path| *path != source.path);
            (source.path.as_str(), to.collect())
        });
        arrows.collect()
    }
}

/// The steps of the module that a file holds: `check/letter.rs` is `check::letter`.
fn module_of(path: &Path) -> Vec<String> {
    let path = path.with_extension("");
    let mut steps: Vec<String> = path
        .iter()
        .map(|step| step.to_string_lossy().into_owned())
        .collect();
    if matches!(
        steps.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        steps.pop();
    }
    steps
}

/// What can be reached from a file by the arrows, itself only if there is a way back.
fn reached<'a>(from: &'a str, arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(file) = next.pop() {
        for &to in arrows.get(file).into_iter().flatten() {
            if seen.insert(to) {
                next.push(to);
            }
        }
    }
    seen
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let rooms = fs::read_dir(top().join("src-tauri/crates")).expect("the crates");
    let mut looked_at = 0;
    let mut circles = Vec::new();
    for room in rooms {
        let room = room.expect("a crate").file_name();
        let room = room.to_string_lossy().into_owned();
        if CIRCLES.contains(&room.as_str()) {
            continue;
        }
        let sources = Sources::of(&room);
        let arrows = sources.arrows();
        looked_at += arrows.values().map(BTreeSet::len).sum::<usize>();
        let stands = arrows
            .keys()
            .filter(|file| reached(file, &arrows).contains(*file));
        circles.extend(stands.map(|file| format!("{room}/{file}")));
    }
    assert!(looked_at > 500, "only {looked_at} imports were seen");
    assert!(circles.is_empty(), "in circles: {circles:#?}");
}

#[test]
fn imports_are_read_as_rust_reads_them() {
    assert_eq!(
        single("crate::a::{b, c::{d as e, f}}"),
        ["crate::a::b", "crate::a::c::d", "crate::a::c::f"]
    );
    let code = code("pub use x::Y; // use z::Q;\nfn f() { crate::a::b(super::c, super::{}) }\n");
    assert_eq!(statements(&code), [(true, "x::Y".to_owned())]);
    assert_eq!(
        in_the_code(&code),
        [steps("crate::a::b"), steps("super::c")]
    );
    assert_eq!(module_of(Path::new("check/mod.rs")), ["check"]);
}
