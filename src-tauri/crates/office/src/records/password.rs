//! The password of an office: how good one is, setting, changing and taking it
//! off, and the sheet with the recovery key.

use crate::error::{OfficeError, Result};
use crate::office::Office;
use crate::records::backup::{LostDocument, named};
use crate::texts::texts;
use complaint::Language;
use press::{Align, Block, Cell, Column, Document, Family, Meta, Span, Table, Width};
use register::{
    By, DamagedContent, Locking, LossReason, LostContent, Op, PasswordAfter, RecoveryRenewal,
    Register, WayIn,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// A password as it is typed; it is kept nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PasswordTry {
    pub password: String,
}

/// What was done about the password of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordDeed {
    Set,
    Changed,
    Removed,
    /// The recovery key opened the records in its place.
    Recovered,
    /// There is another recovery key.
    RecoveryRenewed,
    /// The account on the computer may open the records from now on.
    KeyringOn,
    KeyringOff,
    /// It opened them.
    KeyringUsed,
}

/// Writes into the journal what was done about the password of the open office; it holds no word of it.
///
/// # Errors
/// Those of the register.
pub fn password_deed_note(office: &Office, by: &By, deed: PasswordDeed) -> Result<()> {
    let op = match deed {
        PasswordDeed::Set => Op::PasswordSet,
        PasswordDeed::Changed => Op::PasswordChange,
        PasswordDeed::Removed => Op::PasswordRemove,
        PasswordDeed::Recovered => Op::RecoveryKeyUsed,
        PasswordDeed::RecoveryRenewed => Op::RecoveryKeyRenew,
        PasswordDeed::KeyringOn => Op::KeyringOn,
        PasswordDeed::KeyringOff => Op::KeyringOff,
        PasswordDeed::KeyringUsed => Op::KeyringUsed,
    };
    office.register().transact(by, op, |change| {
        change.password_tell();
        Ok::<_, OfficeError>(())
    })?;
    Ok(())
}

/// What is to be said of a password before it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PasswordAdvice {
    /// Found by trying within days: it is not taken.
    TooShort,
    /// Longer would be better: four or five words that have nothing to do with
    /// one another are hard to find and easy to keep in mind.
    Weak,
    /// It would take a dictionary of words years.
    Fair,
    Good,
}

/// The fewest characters of a password.
const SHORTEST: usize = 8;

/// How good a password is by its length and variety. It knows no dictionary, so
/// what it calls good may still be a well-known one.
pub fn password_check(input: &PasswordTry) -> PasswordAdvice {
    let characters: Vec<char> = input.password.chars().collect();
    let different: HashSet<char> = characters.iter().copied().collect();
    // Each character of a run (1234, абвг, aaaa) adds next to nothing.
    let telling = characters
        .windows(2)
        .filter(|pair| (u32::from(pair[1])).abs_diff(u32::from(pair[0])) > 1)
        .count();
    let telling = telling.min(different.len() * 2);
    let words = input.password.split_whitespace().count();
    // Letters of both sizes, figures and signs in one word are drawn by lot, not thought of.
    let enough = match words {
        4.. => 16,
        _ if is_mixed(&characters) => 14,
        _ => 20,
    };
    match telling {
        _ if is_too_short(&input.password) => PasswordAdvice::TooShort,
        telling if telling >= enough => PasswordAdvice::Good,
        11.. => PasswordAdvice::Fair,
        _ => PasswordAdvice::Weak,
    }
}

fn is_mixed(characters: &[char]) -> bool {
    let kinds: [fn(&char) -> bool; 4] = [
        |c| c.is_lowercase(),
        |c| c.is_uppercase(),
        |c| c.is_numeric(),
        |c| !c.is_alphanumeric() && !c.is_whitespace(),
    ];
    kinds.iter().all(|kind| characters.iter().any(kind))
}

/// Whether the office in a folder is locked with a password.
///
/// # Errors
/// Those of the register.
pub fn is_locked(folder: &Path) -> Result<bool> {
    Ok(Register::is_locked(folder)?)
}

/// What opens the records once a copy has taken their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopyPassword {
    /// What opens them now: the same password, or none.
    Same,
    /// None, though the records have one now: everything lies in plain text then.
    Off,
    /// The password, or the recovery key, of the day the copy was made.
    Other,
}

/// What opens the records in a folder once a copy has taken their place.
///
/// # Errors
/// Those of the disk.
pub fn copy_password(folder: &Path, copy: &Path) -> Result<CopyPassword> {
    Ok(match Register::password_after(folder, copy)? {
        PasswordAfter::Same => CopyPassword::Same,
        PasswordAfter::Off => CopyPassword::Off,
        PasswordAfter::Other => CopyPassword::Other,
    })
}

/// Whether records beside an office that is locked lie there in plain text. Of a folder that can't be read it
/// says so too.
pub fn is_plain_beside(office: &Path, beside: &Path) -> bool {
    is_locked(office).unwrap_or(false) && !is_locked(beside).unwrap_or(false)
}

/// The folders beside a locked office that hold its records in plain text: those that a copy took the place of,
/// and copies that were restored and took no place.
///
/// # Errors
/// Those of the disk.
pub fn plain_beside(office: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Register::former_records(office)?;
    found.extend(Register::restored_leftovers(office)?);
    found.retain(|beside| is_plain_beside(office, beside));
    Ok(found)
}

/// Whether a password is not taken, for it would be found within days.
pub fn is_too_short(password: &str) -> bool {
    password.chars().count() < SHORTEST
}

fn still_damaged(damaged: Vec<DamagedContent>) -> Vec<LostDocument> {
    let altered = |content: DamagedContent| LostContent {
        sha256: content.sha256,
        reason: LossReason::Altered,
        used_by: content.used_by,
    };
    named(damaged.into_iter().map(altered).collect())
}

/// Locks an office that nobody has open. Gives the documents that were damaged
/// before, and are still.
///
/// # Errors
/// [`register::RegisterError::HasPassword`], `Locked`, `Cancelled`, and those of the disk.
pub fn lock(
    folder: &Path,
    locking: &Locking,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<LostDocument>> {
    Ok(still_damaged(Register::lock(folder, locking, progress)?))
}

/// Takes the password off an office that nobody has open. Gives the documents
/// that were damaged before, of which as much is kept as can be read.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `WrongPassword`, `WrongRecoveryKey`,
/// `Locked`, `Cancelled`, and those of the disk.
pub fn unlock(
    folder: &Path,
    way_in: &WayIn,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<LostDocument>> {
    Ok(still_damaged(Register::unlock(folder, way_in, progress)?))
}

/// Gives a locked office another password; the recovery key stays.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `WrongPassword`, `WrongRecoveryKey`,
/// and those of the disk.
pub fn password_change(folder: &Path, way_in: &WayIn, password: &str) -> Result<()> {
    Ok(Register::password_change(folder, way_in, password)?)
}

/// Gives a locked office another recovery key, and tells it.
///
/// # Errors
/// As [`password_change`].
pub fn recovery_key_change(folder: &Path, way_in: &WayIn) -> Result<String> {
    Ok(Register::recovery_key_change(folder, way_in)?.to_string())
}

/// Makes another recovery key for a locked office, of which nothing is written yet.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `WrongPassword`.
pub fn recovery_key_prepare(folder: &Path, way_in: &WayIn) -> Result<RecoveryRenewal> {
    Ok(Register::recovery_key_prepare(folder, way_in)?)
}

/// Lets a locked office have the recovery key that was prepared.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `WrongRecoveryKey` and those of the disk.
pub fn recovery_key_renew(folder: &Path, renewal: &RecoveryRenewal) -> Result<()> {
    Ok(Register::recovery_key_renew(folder, renewal)?)
}

/// The sheet with the recovery key, to be printed and kept apart: a name for
/// the file, and its PDF.
///
/// # Errors
/// Those of typesetting.
pub fn recovery_sheet(
    office: &str,
    recovery_key: &str,
    by: &By,
    language: Language,
) -> Result<(String, Vec<u8>)> {
    let words = texts(language);
    let mut body = vec![
        Block::aligned(Align::Left, vec![Span::bold(words.recovery_title)]),
        Block::Space { mm: 4.0 },
        Block::text((words.recovery_of)(office, by.now.date_naive())),
        Block::Space { mm: 8.0 },
    ];
    body.push(Block::Table(groups(recovery_key)));
    body.push(Block::Space { mm: 6.0 });
    for rule in words.recovery_rules {
        body.push(Block::text(*rule));
        body.push(Block::Space { mm: 2.0 });
    }
    let meta = Meta {
        title: words.recovery_title.to_owned(),
        author: office.to_owned(),
        subject: String::new(),
        language: match language {
            Language::Ru => press::Language::Ru,
            Language::En => press::Language::En,
        },
        created: by.now,
        // Not of the key, which the file's own number would give away.
        seed: words.recovery_title.to_owned(),
    };
    let mut document = Document::new(meta, body);
    document.page.indent = 0.0;
    document.page.numbers = false;
    // A face in which one sign is not taken for another.
    document.page.family = Family::Sans;
    let name = format!("{}.pdf", words.recovery_sheet_file);
    Ok((name, press::print(&document)?.pdf))
}

/// The groups of the key, each in a box with its number, sign by sign, so that none runs into the next.
fn groups(recovery_key: &str) -> Table {
    let groups: Vec<&str> = recovery_key.split('-').collect();
    let cells = (1..).zip(&groups).map(|(number, group)| {
        let signs: Vec<String> = group.chars().map(String::from).collect();
        let signs = Span::name(signs.join("\u{a0}"));
        Cell {
            spans: vec![
                Span::plain(format!("{number}\n")),
                Span {
                    bold: true,
                    ..signs
                },
            ],
        }
    });
    let cells: Vec<Cell> = cells.collect();
    let column = Column {
        width: Width::Share(1.0),
        align: Align::Centre,
    };
    Table {
        columns: vec![column; 4],
        head: Vec::new(),
        rows: cells.chunks(4).map(<[Cell]>::to_vec).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{PasswordAdvice, PasswordTry, password_check, recovery_sheet};
    use chrono::DateTime;
    use complaint::{Actor, Language};
    use register::By;

    #[test]
    fn longer_and_more_varied_passwords_are_better() {
        for (password, advice) in [
            ("", PasswordAdvice::TooShort),
            ("qW3$eй7", PasswordAdvice::TooShort),
            ("12345678901234567890", PasswordAdvice::Weak),
            ("аааааааааааааааааааааааа", PasswordAdvice::Weak),
            ("пароль12", PasswordAdvice::Weak),
            ("кефир-на-окне", PasswordAdvice::Fair),
            ("сом пеньку не указ 41", PasswordAdvice::Good),
            ("wT7#rq0Lz!m4Xv9&Kd2p", PasswordAdvice::Good),
        ] {
            let password = password.to_owned();
            assert_eq!(
                password_check(&PasswordTry {
                    password: password.clone()
                }),
                advice,
                "{password}"
            );
        }
    }

    #[test]
    fn each_group_of_the_key_stands_in_a_box_of_its_own_sign_by_sign() {
        let table = super::groups("7KQ2M-00000-11111-22222-33333-44444-55555-66666");
        assert_eq!(table.rows.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
        let text = |row: usize, at: usize| -> String {
            let spans = table.rows[row][at].spans.iter();
            spans.map(|span| span.text.as_str()).collect()
        };
        assert_eq!(text(0, 0), "1\n7\u{a0}K\u{a0}Q\u{a0}2\u{a0}M");
        assert_eq!(text(1, 3), "8\n6\u{a0}6\u{a0}6\u{a0}6\u{a0}6");
    }

    #[test]
    fn the_sheet_is_one_page_in_both_languages() {
        let now = DateTime::parse_from_rfc3339("2026-11-30T08:00:00+03:00").unwrap();
        let actor = Actor::named("Анна");
        let key = "7KQ2M-00000-11111-22222-33333-44444-55555-66666";
        for language in [Language::Ru, Language::En] {
            let by = By {
                actor: actor.clone(),
                now,
            };
            let (name, pdf) = recovery_sheet("Север", key, &by, language).unwrap();
            assert!(name.ends_with(".pdf") && pdf.starts_with(b"%PDF-1.7"));
            let raster = press::Raster::open(pdf).unwrap();
            assert_eq!(raster.page_count(), 1);
        }
    }
}
