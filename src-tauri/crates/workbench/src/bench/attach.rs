//! Storing documents, beside a plain copy with the same hash and the same
//! care to reach the disk.

use super::files::{copy_hashed, noise};
use super::ground::{Ground, by, new_office};
use super::timing::{median, millis, ratio};
use complaint::{
    Channel, ComplaintFields, ComplaintId, DocumentFields, Matter, Provenance, Regime, Side,
};
use office::{IncomingFile, NewComplaint, Office};
use otvet_cli::answer::{Outcome, Trouble};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

/// Small files that are attached one after the other.
const SMALL: u64 = 60;

/// Documents a case has when the next ones are attached beside them.
const MANY: usize = 2_000;

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
    let beside_few = beside(&office, complaint)?;
    attach_all(&office, complaint, (0..MANY).map(words).collect())?;
    let beside_many = beside(&office, complaint)?;
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
        "beside_few_ms": beside_few,
        "beside_many_ms": beside_many,
        "beside_many_to_few": ratio(beside_many, beside_few),
    }))
}

/// The median time of attaching one more small document to a case as it is.
fn beside(office: &Office, complaint: ComplaintId) -> Outcome<f64> {
    median(SMALL as usize, || {
        attach_all(office, complaint, vec![words(MANY)])
    })
}

/// A document of a few words.
fn words(n: usize) -> IncomingFile<Cursor<String>> {
    incoming(format!("{n}.txt"), Cursor::new(format!("содержимое {n}")))
}

fn incoming<R: Read>(name: String, content: R) -> IncomingFile<R> {
    let provenance = Provenance {
        side: Side::Office,
        source: String::new(),
    };
    let fields = DocumentFields {
        name,
        file_time: None,
        provenance,
    };
    IncomingFile { fields, content }
}

fn attach_all<R: Read>(
    office: &Office,
    complaint: ComplaintId,
    files: Vec<IncomingFile<R>>,
) -> Outcome {
    let on = |_, _| ControlFlow::Continue(());
    office::documents_add(office, &by()?, complaint, files, &on)?;
    Ok(())
}

/// Adds a file to a case.
pub fn attach(office: &Office, complaint: ComplaintId, path: &Path) -> Outcome {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let content = File::open(path).map_err(|error| Trouble::at_file(path, &error))?;
    attach_all(
        office,
        complaint,
        vec![incoming(name.into_owned(), content)],
    )
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
        terms: Vec::new(),
    })
}
