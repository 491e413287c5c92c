//! What the user does is one change: every command of the window is asked on a prepared office, and the rows
//! it writes into the journal are counted. What can be undone is undone and done again, whole.

pub mod asking;
pub mod case;
mod letters;
pub mod posting;
pub mod prepared;
mod procedure;
mod program;
mod settings;
pub mod user;

use asking::{Asking, Writes};
use prepared::Prepared;
use register::Op;
use serde_json::json;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use user::{Snapshot, User};

/// Commands that write more than one row, each with its reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "sample_open",
        "founds an office and lives through weeks of it: each row is what somebody would have done",
    ),
    (
        "copy_look",
        "opens another folder with the rows that the records had when they were copied",
    ),
];

/// Every asking, by rooms.
pub const TABLE: &[&[Asking]] = &[
    program::ASKINGS,
    case::ASKINGS,
    letters::ASKINGS,
    posting::ASKINGS,
    procedure::ASKINGS,
    settings::ASKINGS,
];

#[test]
fn a_new_command_must_be_counted() {
    let all = TABLE.iter().copied().flatten();
    let counted: BTreeSet<&str> = all.map(|asking| asking.command).collect();
    let named: BTreeSet<&str> = commands::NAMES.iter().copied().collect();
    let missing: Vec<_> = named.difference(&counted).collect();
    assert!(missing.is_empty(), "not counted yet: {missing:?}");
    let gone: Vec<_> = counted.difference(&named).collect();
    assert!(gone.is_empty(), "no commands any more: {gone:?}");
}

/// No command writes more than one row, and undo takes all of it back.
fn count(askings: &[Asking]) {
    let prepared = Prepared::shared();
    let mut wrong = Vec::new();
    for asking in askings {
        // All that is wrong is told at once, what a command needs beforehand among it.
        let told = catch_unwind(AssertUnwindSafe(|| counted(prepared, asking)));
        let fault = match told {
            Ok(Ok(())) => continue,
            Ok(Err(fault)) => fault,
            Err(_) => "it could not be asked".to_owned(),
        };
        wrong.push(format!("{} ({}): {fault}", asking.command, asking.of));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_the_program_the_lists_and_intake() {
    count(program::ASKINGS);
}

#[test]
fn of_the_case() {
    count(case::ASKINGS);
}

#[test]
fn of_letters_forms_and_templates() {
    count(letters::ASKINGS);
}

#[test]
fn of_posting() {
    count(posting::ASKINGS);
}

#[test]
fn of_procedures_and_checklists() {
    count(procedure::ASKINGS);
}

#[test]
fn of_settings_and_records() {
    count(settings::ASKINGS);
}

/// Asks a command and counts; undoes and does again what can be undone.
fn counted(prepared: &Prepared, asking: &Asking) -> Result<(), String> {
    let user = User::at(prepared);
    let input = (asking.input)(&user);
    let before = user.journal();
    let records_before = (asking.writes == Writes::Undoable).then(|| user.snapshot());
    user.try_ask(asking.command, &input)
        .map_err(|failure| format!("refused: {failure:?}"))?;
    let after = user.journal();
    let rows = match (&before, &after) {
        (_, None) => 0,
        (Some(before), Some(after)) if before.folder == after.folder => after.rows - before.rows,
        (_, Some(after)) => after.rows,
    };
    let exception = EXCEPTIONS.iter().find(|(name, _)| *name == asking.command);
    if let Some((_, reason)) = exception {
        return if rows > 1 {
            Ok(())
        } else {
            Err(format!("wrote {rows}, so it is no exception: {reason}"))
        };
    }
    let told = match asking.writes {
        Writes::Nothing | Writes::ForOneLost => 0,
        Writes::Undoable | Writes::ForGood => 1,
    };
    if rows != told {
        return Err(format!("wrote {rows} rows of the journal, not {told}"));
    }
    if asking.writes == Writes::ForOneLost {
        let op = after.map(|journal| journal.op);
        return match op.as_deref() {
            Some("loss_accept") => Ok(()),
            other => Err(format!("wrote {other:?} last")),
        };
    }
    let Some(after) = after.filter(|_| rows == 1) else {
        return Ok(());
    };
    let op = Op::parse(&after.op).ok_or("no such operation")?;
    let records_before = match (op.is_reversible(), records_before) {
        (true, Some(snapshot)) => snapshot,
        (false, None) => return Ok(()),
        (true, None) => return Err(format!("{} can be undone", after.op)),
        (false, Some(_)) => return Err(format!("{} can't be undone", after.op)),
    };
    let records_after = user.snapshot();
    let undo = match asking.command.split('_').next() {
        Some("template") => "template_undo",
        Some("norm") => "norm_undo",
        _ => "undo",
    };
    let turn_back = |seq: i64| {
        // What belongs to no case is offered for undo by no screen.
        if undo == "undo" && after.complaint.is_null() {
            return user.turn_back(seq).map_err(|error| error.to_string());
        }
        let input = json!({ "seq": seq, "complaint": after.complaint });
        let turned = user.try_ask(undo, &input);
        turned
            .map(drop)
            .map_err(|failure| format!("{undo} of {seq}: {failure:?}"))
    };
    turn_back(after.rows)?;
    same("after undo", &records_before, &user.snapshot())?;
    turn_back(after.rows + 1)?;
    same("after redo", &records_after, &user.snapshot())?;
    let last = user.journal().map_or(0, |journal| journal.rows);
    if last == after.rows + 2 {
        Ok(())
    } else {
        Err(format!("undo and redo wrote {} rows", last - after.rows))
    }
}

/// Compares two snapshots of the records.
fn same(when: &str, expected: &Snapshot, found: &Snapshot) -> Result<(), String> {
    let differing = expected.differences(found);
    if differing.is_empty() {
        Ok(())
    } else {
        Err(format!("{when} differ: {}", differing.join("; ")))
    }
}
