//! A law pack as a TOML file that people can read, change and pass on.
//!
//! A file is refused whole, with the line and what would mend it.

use super::body::Law;
use super::fault::{LONGEST_FILE, PackFault, PackProblem};
use super::pack::{Lines, Pack};
use super::toml_table::{Misfit, MisfitAt, Top, first_line};
use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_edit::{DocumentMut, Table};

/// The tables of a pack, as their headers name them.
const TABLES: [&str; 2] = ["penalty", "rule"];

impl Pack {
    /// Reads a law pack.
    ///
    /// # Errors
    /// [`PackFault`] for the first thing that is wrong. Penalties of other packs are looked up only
    /// when the pack joins a [`Law`].
    pub fn read(text: &str) -> Result<Self, PackFault> {
        Ok(read(text)?.0)
    }

    /// The pack as a file, which [`Pack::read`] reads back. What goes without saying is left out.
    #[must_use]
    pub fn write(&self) -> String {
        let mut document = toml_edit::ser::to_document(self)
            .expect("a pack has nothing but texts, whole numbers, days and lists of them");
        for name in TABLES {
            set_out(&mut document, name);
        }
        for table in tables_mut(&mut document) {
            let said = self.checked_on.to_string();
            table.retain(|name, value| {
                let text = value.as_str();
                let goes_without_saying = match name {
                    "regime" => true,
                    "checked_on" => text == Some(&said),
                    "start" => text == Some("demand_received"),
                    "binds" => text == Some("office"),
                    "source" => text == Some(""),
                    _ => {
                        value.as_bool() == Some(false)
                            || value.as_array().is_some_and(|list| list.is_empty())
                    }
                };
                !goes_without_saying
            });
        }
        document.to_string()
    }
}

/// Gives each table of a list a header of its own; a list of none goes.
fn set_out(document: &mut DocumentMut, name: &str) {
    let list = document.remove(name).unwrap_or_default();
    if let Ok(tables) = list.into_array_of_tables()
        && !tables.is_empty()
    {
        document.insert(name, toml_edit::Item::ArrayOfTables(tables));
    }
}

fn tables_mut(document: &mut DocumentMut) -> impl Iterator<Item = &mut Table> {
    document
        .iter_mut()
        .filter_map(|(_, item)| item.as_array_of_tables_mut())
        .flat_map(|tables| tables.iter_mut())
}

impl Law {
    /// Adds a law pack as its file (TOML), as [`Law::add`].
    ///
    /// # Errors
    /// [`PackFault`] with the line.
    pub fn add_toml(&mut self, text: &str) -> Result<(), PackFault> {
        let (pack, lines) = read(text)?;
        self.join(&pack, &lines.rules)
    }
}

fn read(text: &str) -> Result<(Pack, Lines), PackFault> {
    let fault = |at: usize, subject: Option<String>, problem| PackFault {
        line: line_of(text, at),
        ..PackFault::about(&subject.unwrap_or_default(), 0, problem)
    };
    if text.len() > LONGEST_FILE {
        return Err(fault(0, None, PackProblem::TooLarge));
    }
    // A mark at the beginning is what some editors leave; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let tree = DeTable::parse(text).map_err(|error| {
        let detail = error
            .message()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        let at = error.span().map_or(0, |span| span.start);
        fault(at, None, PackProblem::Syntax { detail })
    })?;
    let mut pack = Pack::deserialize(Top(&tree)).map_err(|found| {
        let at = found.at.unwrap_or(0);
        fault(at, found.id.clone(), problem(found))
    })?;
    for rule in &mut pack.rules {
        rule.regime = pack.regime;
        if rule.checked_on == NaiveDate::default() {
            rule.checked_on = pack.checked_on;
        }
    }
    let [penalties, rules] = TABLES.map(|name| lines(text, &tree, name));
    let lines = Lines { rules, penalties };
    pack.check_at(&lines)?;
    Ok((pack, lines))
}

fn problem(found: MisfitAt) -> PackProblem {
    match found.misfit {
        Misfit::Unknown(key) => PackProblem::UnknownKey {
            key: key.chars().take(80).collect(),
        },
        Misfit::Missing(key) => PackProblem::MissingKey {
            key: key.to_owned(),
        },
        Misfit::Value => PackProblem::BadValue {
            key: found.key.unwrap_or_default(),
        },
    }
}

fn line_of(text: &str, at: usize) -> u32 {
    let before = text.as_bytes().iter().take(at).filter(|&&b| b == b'\n');
    u32::try_from(before.count() + 1).unwrap_or(u32::MAX)
}

/// The lines on which the tables of a list begin.
fn lines(text: &str, tree: &Spanned<DeTable<'_>>, name: &str) -> Vec<u32> {
    let Some(DeValue::Array(list)) = tree.get_ref().get(name).map(Spanned::get_ref) else {
        return Vec::new();
    };
    list.iter()
        .filter_map(|value| {
            let table = value.get_ref().as_table()?;
            Some(line_of(text, first_line(table, value.span().start)))
        })
        .collect()
}
