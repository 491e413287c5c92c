//! What a finished file is charged with.

/// A fault of a finished file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    pub rule: &'static str,
    pub detail: String,
}

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, rule: &'static str, detail: &str) {
        self.0.push(Fault {
            rule,
            detail: detail.to_owned(),
        });
    }

    pub fn found(self) -> Vec<Fault> {
        self.0
    }
}
