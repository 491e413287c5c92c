//! Who leans on whom.

use acceptance::top;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The picture of the architecture chapter: each room and what it may lean on.
const DRAWN: &[(&str, &[&str])] = &[
    ("complaint", &[]),
    ("packed", &[]),
    ("keyring", &[]),
    ("prerequisites", &[]),
    ("russian", &[]),
    ("drawing", &[]),
    ("otvet-pages", &["drawing"]),
    ("press", &["drawing", "packed"]),
    ("docx", &["press"]),
    ("deadline", &["complaint", "packed"]),
    ("intake", &["complaint", "russian"]),
    (
        "letter",
        &["complaint", "packed", "press", "russian", "spelling"],
    ),
    ("spelling", &["russian"]),
    ("vault", &[]),
    ("register", &["complaint", "russian", "vault"]),
    (
        "office",
        &[
            "complaint",
            "deadline",
            "docx",
            "intake",
            "letter",
            "packed",
            "press",
            "register",
            "russian",
        ],
    ),
    ("commands", &["complaint", "office"]),
    ("otvet", &["commands", "keyring"]),
    ("stand-in", &["commands", "otvet"]),
    ("otvet-cli", &["complaint", "office"]),
    (
        "workbench",
        &[
            "complaint",
            "office",
            "otvet-cli",
            "prerequisites",
            "press",
            "register",
            "russian",
        ],
    ),
    (
        "acceptance",
        &["commands", "complaint", "office", "prerequisites"],
    ),
    ("xtask", &[]),
];

/// Crates of others that one room alone may name.
const OWNED: &[(&str, &str)] = &[
    ("tauri", "otvet"),
    ("tauri-build", "otvet"),
    ("tauri-plugin-", "otvet"),
    ("webkit2gtk", "otvet"),
    ("spellbook", "spelling"),
    ("rusqlite", "register"),
    ("argon2", "vault"),
    ("chacha20poly1305", "vault"),
    ("printpdf", "press"),
    ("hayro", "otvet-pages"),
    ("secret-service", "keyring"),
];

/// What a crate of the workspace depends on, by name; for shipping and for testing.
struct Rooms {
    shipped: BTreeMap<String, BTreeSet<String>>,
    tested: BTreeMap<String, BTreeSet<String>>,
}

fn rooms() -> Rooms {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(top())
        .output()
        .expect("cargo metadata");
    let told: Value = serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata");
    let mut rooms = Rooms {
        shipped: BTreeMap::new(),
        tested: BTreeMap::new(),
    };
    for package in told["packages"].as_array().expect("packages") {
        let name = package["name"].as_str().expect("a name").to_owned();
        rooms.shipped.entry(name.clone()).or_default();
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let on = dependency["name"].as_str().expect("a name").to_owned();
            let side = if dependency["kind"] == "dev" {
                &mut rooms.tested
            } else {
                &mut rooms.shipped
            };
            side.entry(name.clone()).or_default().insert(on);
        }
    }
    rooms
}

#[test]
fn every_room_is_drawn_and_leans_only_on_what_is_drawn() {
    let rooms = rooms();
    let drawn: BTreeMap<&str, BTreeSet<&str>> = DRAWN
        .iter()
        .map(|(room, on)| (*room, on.iter().copied().collect()))
        .collect();
    let there: BTreeSet<&str> = rooms.shipped.keys().map(String::as_str).collect();
    assert_eq!(
        there,
        drawn.keys().copied().collect(),
        "the picture has other rooms than the workspace"
    );

    let mut stray = Vec::new();
    for (room, on) in &rooms.shipped {
        for other in on {
            if there.contains(other.as_str()) && !drawn[room.as_str()].contains(other.as_str()) {
                stray.push(format!("{room} → {other}"));
            }
        }
    }
    assert!(stray.is_empty(), "arrows that nobody drew: {stray:?}");
}

#[test]
fn nothing_that_users_get_leans_on_the_workbench() {
    let rooms = rooms();
    let leaning: Vec<&String> = rooms
        .shipped
        .iter()
        .filter(|(_, on)| on.contains("workbench"))
        .map(|(room, _)| room)
        .collect();
    assert!(leaning.is_empty(), "{leaning:?}");
    let tested = |room: &str| rooms.tested[room].contains("workbench");
    assert!(tested("press") && tested("letter") && tested("otvet-cli"));
}

#[test]
fn window_database_and_pdf_are_named_in_one_room_each() {
    let rooms = rooms();
    let mut strays = Vec::new();
    for (room, on) in rooms.shipped.iter().chain(&rooms.tested) {
        for name in on {
            for (owned, owner) in OWNED {
                let meant = name == owned || (owned.ends_with('-') && name.starts_with(owned));
                if meant && room != owner {
                    strays.push(format!("{room} names {name}, which is {owner}'s"));
                }
            }
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
}

#[test]
fn no_room_makes_temporary_files_of_its_own() {
    let rooms = rooms();
    let making: Vec<&String> = rooms
        .shipped
        .iter()
        .filter(|(room, on)| on.contains("tempfile") && *room != "acceptance")
        .map(|(room, _)| room)
        .collect();
    assert!(
        making.is_empty(),
        "the scratch folder of the register is the only one: {making:?}"
    );
}
