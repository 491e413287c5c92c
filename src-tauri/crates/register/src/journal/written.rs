//! What of the rows that change people write down themselves, so that a history tells it by name.

use crate::allegation::row::allegation_columns;
use crate::complaint::demand::demand_fields;
use crate::complaint::fields::complaint_columns;
use crate::diary::entry::diary_columns;
use crate::diary::note::note_fields;
use crate::dispatch::fields::dispatch_columns;
use crate::document::fields::provenance_columns;
use crate::error::Result;
use crate::journal::row_image::{Columns, Table};
use crate::legal_hold::order::hold_columns;
use crate::person::card::card_fields;
use crate::procedure::steps::assigned;
use chrono::{DateTime, FixedOffset};
use complaint::{
    AllegationFields, Complainant, ComplaintFields, DemandFields, DemandKind, DiaryFields,
    DispatchFields, DispatchWay, LegalHoldFields, Provenance, Side,
};

/// Every column in which a person wrote something that may be changed later, as «table.column».
///
/// # Errors
/// Those of a record that can't be written as a row.
pub fn written_columns() -> Result<Vec<String>> {
    let mut all = Vec::new();
    for table in Table::ALL {
        let of_table = written(table)?.into_iter();
        all.extend(of_table.map(|column| format!("{}.{column}", table.as_str())));
    }
    Ok(all)
}

/// The columns that a record of the table fills with what was written down. None where the name of the change says
/// all that a reader can use: a letter's text is compared elsewhere, a clock's days are counted.
fn written(table: Table) -> Result<Vec<&'static str>> {
    let when = DateTime::<FixedOffset>::default();
    let named = |columns: Columns| columns.into_iter().map(|(column, _)| column).collect();
    Ok(match table {
        Table::Person => named(card_fields(&Complainant::default())),
        Table::Complaint => named(complaint_columns(&ComplaintFields::received(when))),
        Table::Demand => {
            let fields = DemandFields {
                kind: DemandKind::Other,
                detail: String::new(),
                amount: None,
            };
            let mut columns: Vec<&str> = named(demand_fields(&fields));
            columns.extend(["made_on", "decision"]);
            columns
        }
        Table::Allegation => named(allegation_columns(&AllegationFields::default())?),
        Table::Diary => named(diary_columns(&DiaryFields {
            at: when,
            text: String::new(),
            source: String::new(),
        })),
        Table::Note => named(note_fields("")),
        Table::Document => named(provenance_columns(&Provenance {
            side: Side::Office,
            source: String::new(),
        })),
        Table::Dispatch => {
            let fields = DispatchFields::sent(DispatchWay::ALL[0], when);
            named(dispatch_columns(&fields)?)
        }
        Table::LegalHold => named(hold_columns(&LegalHoldFields {
            reason: String::new(),
            ordered_by: String::new(),
            until: None,
        })),
        Table::CaseStep => {
            let mut columns: Vec<&str> = named(assigned("", None));
            columns.push("remark");
            columns
        }
        Table::Office
        | Table::Letter
        | Table::Template
        | Table::Approval
        | Table::Norm
        | Table::Form
        | Table::NameForm
        | Table::DispatchEvent
        | Table::Clock
        | Table::ClockPause
        | Table::Routine
        | Table::CaseList => Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::written_columns;
    use crate::journal::op::By;
    use crate::register::Register;
    use complaint::{Actor, OfficeProfile};

    #[test]
    fn what_people_write_down_stands_in_columns_that_there_are() {
        let folder = tempfile::tempdir().unwrap();
        let profile: OfficeProfile = serde_json::from_value(serde_json::json!({
            "name": "Север", "requisites": {}, "language": "ru"
        }))
        .unwrap();
        let by = By {
            actor: Actor::named("Анна"),
            now: "2026-11-22T10:00:00+03:00".parse().unwrap(),
        };
        let office = Register::create(folder.path(), &by, &profile).unwrap();
        let conn = office.reader();
        let all = written_columns().unwrap();
        assert!(all.contains(&"complaint.subject".to_owned()));
        for name in all {
            let (table, column) = name.split_once('.').unwrap();
            let asked = format!("SELECT {column} FROM {table}");
            assert!(conn.prepare(&asked).is_ok(), "{name}");
        }
    }
}
