//! A small office to test with.

mod clock_steps;
pub mod disk;
mod steps;

pub use clock_steps::ClockSteps;
pub use steps::SingleSteps;

use chrono::{DateTime, FixedOffset};
use complaint::*;
use register::*;
use std::convert::Infallible;
use std::ops::{ControlFlow, Deref};
use std::path::Path;

pub fn at(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(time).unwrap()
}

pub fn by(time: &str) -> By {
    By {
        actor: Actor::named("Анна"),
        now: at(time),
    }
}

pub fn profile() -> OfficeProfile {
    OfficeProfile {
        name: "Север".into(),
        requisites: Requisites::default(),
        letterhead: Letterhead::default(),
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: Default::default(),
    }
}

pub fn kettle() -> NewComplaint {
    NewComplaint {
        fields: ComplaintFields {
            matter: Matter {
                kind: Kind::Claim,
                regime: Regime::Goods,
                channel: Channel::Email,
                complainant: Complainant {
                    name: "Соколова Марина Львовна".into(),
                    email: "sokolova@example.org".into(),
                    ..Complainant::default()
                },
                subject: "Протекает чайник".into(),
                order: "А-17".into(),
                price: Some("4590".parse().unwrap()),
                ..Matter::default()
            },
            text: "Купил у вас чайник, через неделю он потёк. Верните деньги!".into(),
            ..ComplaintFields::received(at("2026-11-20T18:30:00+03:00"))
        },
        person: None,
        demands: vec![NewDemand {
            fields: DemandFields {
                kind: DemandKind::Refund,
                detail: String::new(),
                amount: Some("4590".parse().unwrap()),
            },
            made_on: "2026-11-20".parse().unwrap(),
            due: Due {
                rule: Some("zpp-22".into()),
                legal: Some("2026-11-30".parse().unwrap()),
                safe: Some("2026-11-30".parse().unwrap()),
            },
        }],
    }
}

pub fn pdf(number: &str) -> TypesetLetter {
    TypesetLetter {
        pdf: format!("%PDF-1.7 {number}").into_bytes(),
        pages: 1,
        override_reason: None,
    }
}

pub fn no_error<T>(value: T) -> Result<T, Infallible> {
    Ok(value)
}

pub fn document(name: &str) -> NewDocument {
    NewDocument {
        fields: complaint::DocumentFields {
            name: name.into(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: "приложено к письму".into(),
            },
        },
        media_type: None,
    }
}

pub fn store(register: &Register, bytes: &[u8]) -> StoredFile {
    register
        .document_store(bytes, &|_| ControlFlow::Continue(()))
        .unwrap()
}

/// An office in a folder of its own, gone when the test ends.
pub struct Office {
    register: Register,
    folder: tempfile::TempDir,
}

impl Deref for Office {
    type Target = Register;
    fn deref(&self) -> &Register {
        &self.register
    }
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let register =
            Register::create(folder.path(), &by("2026-11-22T10:00:00+03:00"), &profile()).unwrap();
        Self { register, folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Lets go of the office and leaves its folder.
    pub fn shut(self) -> tempfile::TempDir {
        self.folder
    }

    pub fn store(&self, bytes: &[u8]) -> StoredFile {
        store(&self.register, bytes)
    }

    pub fn add_document(
        &self,
        complaint: ComplaintId,
        name: &str,
        stored: &StoredFile,
    ) -> DocumentId {
        self.document_add(
            &by("2026-11-22T11:00:00+03:00"),
            complaint,
            &document(name),
            stored,
        )
        .unwrap()
        .id
    }

    pub fn list(&self) -> Vec<ComplaintRow> {
        let today = "2026-11-22".parse().unwrap();
        self.complaints_page(&RegisterQuery::default(), 0, 1000, today)
            .unwrap()
            .rows
    }

    /// Whether the kept changes of the journal hold these words anywhere.
    pub fn raw_contains(&self, words: &str) -> bool {
        let last = self.journal(0..=i64::MAX).unwrap();
        last.iter().any(|row| {
            row.payload.to_string().contains(words)
                || row
                    .changes
                    .as_ref()
                    .is_some_and(|changes| changes.to_string().contains(words))
        })
    }
}
