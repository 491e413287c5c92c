//! The open office: its register, the law and the calendar it counts by, and
//! the last previews.

use crate::document::viewed::Viewed;
use crate::error::{Failure, Result};
use crate::law::norms::{NormCache, Norms};
use crate::letter::previews::Previews;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{Language, OfficeProfile};
use register::{Admission, By, Register, RegisterError, WayIn};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Sheets of documents by the hash of their content, which never changes; none where they can't be told.
pub(crate) type SheetCounts = HashMap<String, Option<u32>>;

/// One business's records, open. It is shared between threads; what it keeps
/// guards itself.
pub struct Office {
    register: Register,
    norms: Arc<NormCache>,
    previews: Mutex<Previews>,
    viewed: Mutex<Option<Viewed>>,
    sheets: Mutex<SheetCounts>,
}

impl Office {
    /// Founds an office in a folder that holds none.
    ///
    /// # Errors
    /// [`register::RegisterError::AlreadyExists`] and those of the disk.
    pub fn create(dir: &Path, by: &By, profile: &OfficeProfile) -> Result<Self> {
        if profile.name.trim().is_empty() {
            return crate::error::field("name", crate::error::FieldProblem::Missing);
        }
        Self::over(Register::create(dir, by, profile)?, by.now)
    }

    /// Opens the office kept in a folder.
    ///
    /// # Errors
    /// [`register::RegisterError::NotAnOffice`], `TooNew`, `TooOld`, `Locked`, `Corrupt`.
    pub fn open(dir: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        Self::over(Register::open(dir, now)?, now)
    }

    /// Opens a copy of an office to be looked at beside it, in a new folder
    /// `room`; nothing can be changed in it.
    ///
    /// # Errors
    /// [`register::RegisterError::NotABackup`], `NotEmpty`, `Altered` and those of the disk.
    pub fn open_copy(copy: &Path, room: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        Self::over(Register::open_backup(copy, room, now)?, now)
    }

    /// What whoever reads these records has to know before trusting them, as the failure that a writer gets:
    /// rows were lost, or another program changed them.
    pub fn doubt(&self) -> Option<Failure> {
        match self.register.lost_rows() {
            Some(lost) => Some(RegisterError::RowsLost(lost.clone()).into()),
            None if self.register.changed_outside() => Some(Failure::of("changed_outside")),
            None => {
                let undone = self.register.erasures_undone().unwrap_or_default();
                (!undone.is_empty()).then(|| Failure::of("erasures_undone"))
            }
        }
    }

    /// Whether it is a copy that is only looked at.
    pub fn is_copy(&self) -> bool {
        self.copy().is_some()
    }

    /// The folder of the copy that is looked at, where it is one.
    pub fn copy(&self) -> Option<&Path> {
        let of = self.register.opening().copy_of.as_ref();
        of.map(|of| of.dir.as_path())
    }

    /// Admits somebody to the locked office, or the locked backup, in a folder:
    /// while what this gives is held, it opens.
    ///
    /// # Errors
    /// [`register::RegisterError::WrongPassword`], `WrongRecoveryKey`.
    pub fn admit(dir: &Path, way_in: &WayIn) -> Result<Admission> {
        Ok(Register::admit(dir, way_in)?)
    }

    /// Whether a password locks its records.
    pub fn has_password(&self) -> bool {
        self.register.has_password()
    }

    /// Holds the keys of the open office, if it has a password, beyond its closing.
    pub fn admission(&self) -> Admission {
        self.register.admission()
    }

    /// Removes the office kept in a folder that nobody has open, and nothing
    /// that it did not make.
    ///
    /// # Errors
    /// [`register::RegisterError::NotAnOffice`], `Locked`, `Foreign` and those of the disk.
    pub fn remove(dir: &Path) -> Result<()> {
        Ok(Register::remove(dir)?)
    }

    fn over(register: Register, now: DateTime<FixedOffset>) -> Result<Self> {
        let norms = Arc::new(NormCache::default());
        let book = Arc::clone(&norms);
        // The register asks within its own change, so what was read last counts.
        register.set_term_counter(Box::new(move |asked| book.latest().counted(asked)));
        norms.read(&register);
        let book = Arc::clone(&norms);
        register.set_answer_law(Box::new(move |about| book.latest().answer_term(about)), now)?;
        Ok(Self {
            register,
            norms,
            previews: Mutex::default(),
            viewed: Mutex::default(),
            sheets: Mutex::default(),
        })
    }

    pub(crate) fn register(&self) -> &Register {
        &self.register
    }

    /// The rules, the calendar and the assumptions that the office counts by today.
    pub(crate) fn norms(&self) -> Arc<Norms> {
        self.norms.read(&self.register)
    }

    /// The document whose pages are shown one by one.
    pub(crate) fn viewed(&self) -> &Mutex<Option<Viewed>> {
        &self.viewed
    }

    pub(crate) fn previews(&self) -> &Mutex<Previews> {
        &self.previews
    }

    /// How many sheets documents have that were counted already.
    pub(crate) fn sheets(&self) -> &Mutex<SheetCounts> {
        &self.sheets
    }

    /// The folder the records lie in.
    pub fn folder(&self) -> &Path {
        self.register.dir()
    }

    /// The article a rule rests on, Russian and English, if it was in force on that day. The
    /// consumer law is cited to nobody who buys for business.
    pub(crate) fn citation(
        &self,
        rule: &str,
        on: NaiveDate,
        to_business: bool,
    ) -> Option<(String, String)> {
        let norms = self.norms();
        let rule = norms
            .law
            .rules_on(on, None)
            .into_iter()
            .find(|r| r.id == rule)?;
        if !rule.certainty.is_citable() || rule.caution || to_business && rule.is_of_consumer_law()
        {
            return None;
        }
        let said = |language| letter::cited(&rule.citation, language);
        Some((said(Language::Ru)?, said(Language::En)?))
    }
}
