//! What the office says of itself, and the head of every screen.

use crate::error::{OfficeError, Result};
use crate::office::Office;
use crate::texts::texts;
use chrono::{DateTime, FixedOffset};
use complaint::{
    ApprovalRules, Language, Letterhead, Margins, Numbering, OfficeProfile, Regime, Requisites,
    Signatory,
};
use register::{By, Change, LostRows, Op, Unwritable};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The open office, as every screen's head shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OfficeInfo {
    /// Name, requisites, letterhead, numbering.
    pub profile: OfficeProfile,
    /// Where the records lie, for showing only.
    pub folder: String,
    /// How many complaints are in the register, the trash not counted.
    #[ts(type = "number")]
    pub complaints: u64,
    /// How safe the records are.
    pub safety: Safety,
    /// When the copy was made whose records these are, where a copy is looked at.
    pub copy_of: Option<DateTime<FixedOffset>>,
    /// The languages whose spelling can't be checked, and why.
    pub spelling_lacks: Vec<letter::SpellingLack>,
}

/// The one line that says whether records are safe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Safety {
    /// When the last one was made; one of a day to come is left out.
    pub last_backup: Option<DateTime<FixedOffset>>,
    /// Whether a password locks the records.
    pub locked: bool,
    /// Whether the folder lies on a network share, where a database breaks.
    pub network_share: bool,
    /// Why nothing can be written, so that the records can only be read, printed and copied elsewhere.
    pub unwritable: Option<Unwritable>,
    /// Whether another program wrote to the database, or a disk altered it, and no check of the
    /// journal has found the records whole since; where rows are lost, that says it.
    pub changed_outside: bool,
    /// When the structure of the database was last checked, which is done once a week.
    pub structure_checked: Option<DateTime<FixedOffset>>,
    /// Rows that were seen and are not there: until somebody takes the records
    /// as they are, they can only be read.
    pub lost_rows: Option<LostRows>,
    /// When the newest row was written, where the computer's clock stands behind it and nobody said that it is right.
    pub clock_behind: Option<DateTime<FixedOffset>>,
    /// Damaged files that were set aside when the records were opened; others
    /// were made in their place.
    pub set_aside: Vec<String>,
}

/// What is taken of an office before it says anything of itself to a program that speaks that
/// language: it writes in Russian and trades in goods. In Russian a director signs, as the usual head
/// of a firm; the post in English is asked for when it is first needed, since another may be written in Russian.
pub fn new_profile(language: Language) -> OfficeProfile {
    let signatory = match language {
        Language::Ru => Signatory {
            post: texts(Language::Ru).head_post.to_owned(),
            ..Signatory::default()
        },
        Language::En => Signatory::default(),
    };
    OfficeProfile {
        name: String::new(),
        requisites: Requisites {
            signatory,
            ..Requisites::default()
        },
        letterhead: Letterhead {
            margins: Margins::Wide,
            ..Letterhead::default()
        },
        numbering: Numbering::default(),
        language: Language::Ru,
        sample: false,
        usual_regime: Regime::Goods,
        own_words: Vec::new(),
        approval: ApprovalRules::default(),
    }
}

/// The office as every screen's head shows it.
///
/// # Errors
/// Those of the register.
pub fn office_info(office: &Office, by: &By) -> Result<OfficeInfo> {
    let register = office.register();
    // A copy made while the computer's clock ran ahead would be the last for good.
    let until_now = |at: &DateTime<FixedOffset>| *at <= by.now;
    let backups = register.backup_list()?.into_iter();
    let backups = backups.filter(|copy| !copy.damaged).map(|copy| copy.at);
    Ok(OfficeInfo {
        profile: register.profile()?,
        folder: register.dir().display().to_string(),
        complaints: register.complaints_total()?,
        copy_of: register.opening().copy_of.as_ref().map(|copy| copy.at),
        spelling_lacks: letter::spelling_lacks(),
        safety: Safety {
            last_backup: backups.filter(until_now).max(),
            locked: register.has_password(),
            network_share: register.opening().network_share.is_some(),
            unwritable: register.unwritable(),
            changed_outside: register.changed_outside() && register.opening().lost_rows.is_none(),
            structure_checked: register
                .structure_checked()
                .map(|at| at.with_timezone(by.now.offset())),
            lost_rows: register.lost_rows().cloned(),
            clock_behind: register.clock_behind(by.now)?,
            set_aside: {
                let aside = register.opening().set_aside.iter();
                aside.map(|path| path.display().to_string()).collect()
            },
        },
    })
}

/// Goes on with records that lost rows, as they are. The journal says so, and
/// no number is given twice. Where nothing is lost, nothing is done.
///
/// # Errors
/// Those of the register.
pub fn loss_accept(office: &Office, by: &By) -> Result<OfficeInfo> {
    if office.register().lost_rows().is_some() {
        // What is lost now may be found in an old backup yet.
        office.register().hold_damaged()?;
    }
    office.register().loss_accept(by)?;
    office_info(office, by)
}

/// Goes by the computer's clock as it stands, though records are newer: numbers count in its year again. Where none is,
/// nothing is done.
///
/// # Errors
/// Those of the register.
pub fn clock_trust(office: &Office, by: &By) -> Result<OfficeInfo> {
    let trust = |change: &mut Change<'_>| Ok::<_, OfficeError>(change.clock_trust()?);
    office.register().transact(by, Op::ClockTrust, trust)?;
    office_info(office, by)
}

/// Refuses to give a number while it would count in a later year than the clock shows: for hosts that have nobody to
/// ask.
///
/// # Errors
/// [`register::RegisterError::ClockBehind`].
pub fn clock_agrees(office: &Office, by: &By) -> Result<()> {
    Ok(office.register().clock_agrees(by.now)?)
}

/// Changes what the office says of itself. Where nobody approves letters any more, those that wait wait no longer.
///
/// # Errors
/// [`register::RegisterError::Pattern`] for a number pattern that can't count.
pub fn profile_save(office: &Office, by: &By, profile: &OfficeProfile) -> Result<OfficeInfo> {
    if profile.name.trim().is_empty() {
        return Err(OfficeError::Field {
            field: "name".into(),
            problem: crate::error::FieldProblem::Missing,
        });
    }
    office.register().transact(by, Op::ProfileSave, |change| {
        let was = office.register().profile()?;
        // Who goes over to another language and never chose numbers gets those of that language.
        let usual = profile.numbering == Numbering::of(was.language);
        let numbering = if usual && was.numbering == profile.numbering {
            Numbering::of(profile.language)
        } else {
            profile.numbering.clone()
        };
        change.profile_save(&OfficeProfile {
            numbering,
            // Whether it is the sample is a fact of its founding, not a setting.
            sample: was.sample,
            // They are added and taken out one by one, meanwhile perhaps.
            own_words: was.own_words.clone(),
            ..profile.clone()
        })?;
        if was.approval.required && !profile.approval.required {
            crate::letter::approval::let_go(office, change)?;
        }
        Ok::<_, OfficeError>(())
    })?;
    office_info(office, by)
}
