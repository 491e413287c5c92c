//! Storing documents, beside a plain copy with the same hash and the same
//! care to reach the disk.

use super::files::{copy_hashed, noise};
use super::ground::{Ground, by, new_office};
use super::timing::{median, millis, ratio};
use complaint::{Channel, ComplaintFields, ComplaintId, Matter, Provenance, Regime, Side};
use office::{IncomingFile, NewComplaint, Office};
use otvet_cli::answer::{Outcome, Trouble};
use serde_json::{Value, json};
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

/// Small files that are attached one after the other.
const SMALL: u64 = 60;

pub fn measured(mebibytes: u64) -> Outcome<Value> {
    let ground = Ground::new("attach")?;
    let office = new_office(&ground.path("office"))?;
    let complaint = office::complaint_add(&office, &by()?, one_complaint()?)?.id;

    let large = ground.path("large.bin");
    noise(&large, mebibytes)?;
    // The first reader pays for bringing the file into memory; that is nobody's figure.
    copy_hashed(&large, &ground.path("first"))?;
    let begun = Instant::now();
    let bytes = copy_hashed(&large, &ground.path("copy"))?;
    let copy_ms = millis(begun);
    let begun = Instant::now();
    attach(&office, complaint, &large)?;
    let attach_ms = millis(begun);

    let small: Vec<_> = (0..SMALL)
        .map(|n| ground.path(&format!("{n}.txt")))
        .collect();
    for (n, path) in small.iter().enumerate() {
        let text = format!("{n} ").repeat(20_000);
        otvet_cli::input::write(path, text.as_bytes())?;
    }
    let mut next = small.iter();
    let small_copy = median(small.len(), || match next.next() {
        Some(path) => copy_hashed(path, &path.with_extension("copy")).map(drop),
        None => Ok(()),
    })?;
    let mut next = small.iter();
    let small_attach = median(small.len(), || match next.next() {
        Some(path) => attach(&office, complaint, path),
        None => Ok(()),
    })?;
    let speed = |ms: f64| (bytes as f64 / 1048.576 / ms).round();
    Ok(json!({
        "bench": "attach",
        "mebibytes": mebibytes,
        "attach_ms": attach_ms,
        "attach_mib_s": speed(attach_ms),
        "copy_ms": copy_ms,
        "copy_mib_s": speed(copy_ms),
        "attach_to_copy": ratio(attach_ms, copy_ms),
        "small_attach_ms": small_attach,
        "small_copy_ms": small_copy,
        "small_attach_to_copy": ratio(small_attach, small_copy),
    }))
}

/// Adds a file to a case.
pub fn attach(office: &Office, complaint: ComplaintId, path: &Path) -> Outcome {
    let file = IncomingFile {
        fields: complaint::DocumentFields {
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            file_time: None,
            provenance: Provenance {
                side: Side::Office,
                source: String::new(),
            },
        },
        content: File::open(path).map_err(|error| Trouble::at_file(path, &error))?,
    };
    let on = |_, _| ControlFlow::Continue(());
    office::documents_add(office, &by()?, complaint, vec![file], &on)?;
    Ok(())
}

/// A complaint to hang documents and letters on.
pub fn one_complaint() -> Outcome<NewComplaint> {
    Ok(NewComplaint {
        id: None,
        fields: ComplaintFields {
            matter: Matter {
                regime: Regime::Goods,
                channel: Channel::Email,
                complainant: complaint::Complainant {
                    name: "Соколова Марина Львовна".into(),
                    email: "writer@mail.example".into(),
                    ..Default::default()
                },
                subject: "Чайник протекает".into(),
                order: "А-20418".into(),
                ..Matter::default()
            },
            text: "Чайник, купленный 24.10.2026, протекает. Прошу вернуть деньги.".into(),
            ..ComplaintFields::received(by()?.now)
        },
        person_id: None,
        demands: Vec::new(),
    })
}
