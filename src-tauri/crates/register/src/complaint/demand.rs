//! The demands of a complaint and the decisions on them.

use crate::clock::term::Due;
use crate::database::row::{read_id, read_sum, read_variant};
use crate::database::value::{day_opt, read_day, read_day_opt, text, text_opt};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use chrono::NaiveDate;
use complaint::{ComplaintId, Decision, Demand, DemandFields, DemandId, DemandKind};
use rusqlite::Row;
use rusqlite::types::Value;
use serde_json::json;

/// A demand to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDemand {
    pub fields: DemandFields,
    pub made_on: NaiveDate,
    /// Last day of the term that leads, by which lists are ordered.
    pub due: Due,
}

impl From<&Demand> for NewDemand {
    fn from(kept: &Demand) -> Self {
        Self {
            fields: kept.fields.clone(),
            made_on: kept.made_on,
            due: Due {
                rule: kept.rule.clone(),
                legal: kept.due_legal,
                safe: kept.due_safe,
            },
        }
    }
}

/// What a person writes down of a demand, but for its day and the decision.
pub(crate) fn demand_fields(fields: &DemandFields) -> Columns {
    let DemandFields {
        kind,
        detail,
        amount,
    } = fields;
    let amount = amount.map_or(Value::Null, |sum| Value::Integer(sum.kopecks()));
    vec![
        ("kind", text(kind.as_str())),
        ("detail", text(detail.clone())),
        ("amount", amount),
    ]
}

fn demand_columns(demand: &NewDemand) -> Columns {
    let mut columns = demand_fields(&demand.fields);
    columns.extend([
        ("made_on", text(demand.made_on.to_string())),
        ("rule", text_opt(demand.due.rule.clone())),
        ("due_legal", day_opt(demand.due.legal)),
        ("due_safe", day_opt(demand.due.safe)),
    ]);
    columns
}

pub(crate) fn demand_insert(
    change: &mut Change<'_>,
    serial: i64,
    position: i64,
    demand: &NewDemand,
    decision: Option<&Decision>,
) -> Result<DemandId> {
    let id = DemandId::new();
    let mut row = demand_columns(demand);
    row.push(("complaint", Value::Integer(serial)));
    row.push(("position", Value::Integer(position)));
    if let Some(decision) = decision {
        row.push(("decision", text(serde_json::to_string(decision)?)));
    }
    change.insert(Table::Demand, id.0, row)?;
    Ok(id)
}

pub(crate) fn read_demand(row: &Row<'_>) -> Result<Demand> {
    let decision: Option<String> = row.get("decision")?;
    Ok(Demand {
        id: DemandId(read_id(row, "id")?),
        fields: DemandFields {
            kind: read_variant(row, "kind", DemandKind::parse)?,
            detail: row.get("detail")?,
            amount: read_sum(row.get("amount")?)?,
        },
        made_on: read_day(row.get_ref("made_on")?.as_str().unwrap_or_default())?,
        decision: decision.map(|d| serde_json::from_str(&d)).transpose()?,
        rule: row.get("rule")?,
        due_legal: read_day_opt(row.get("due_legal")?)?,
        due_safe: read_day_opt(row.get("due_safe")?)?,
    })
}

impl Change<'_> {
    /// Adds a demand at the end.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn demand_add(&mut self, complaint: ComplaintId, demand: &NewDemand) -> Result<DemandId> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        let position = self
            .tx
            .prepare_cached(include_str!("demand_next.sql"))?
            .query_row([serial], |row| row.get(0))?;
        demand_insert(self, serial, position, demand, None)
    }

    /// Changes a demand.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn demand_edit(&mut self, id: DemandId, demand: &NewDemand) -> Result<()> {
        self.on_owner_of(Table::Demand, id.0, Precondition::Open)?;
        self.update(Table::Demand, id.0, demand_columns(demand))?;
        Ok(())
    }

    /// Changes the terms of many demands at once, as when a rule or the
    /// calendar changed: rule, legal and safe last day of each.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn demand_terms(
        &mut self,
        complaint: ComplaintId,
        terms: &[(DemandId, NewDemand)],
    ) -> Result<()> {
        let subject = self.on(complaint, Precondition::Open)?;
        for (id, demand) in terms {
            let owner = self.on_owner_of(Table::Demand, id.0, Precondition::Open)?;
            if owner.serial != subject.serial {
                return Err(RegisterError::NotFound("demand"));
            }
            let row = demand_columns(demand)
                .into_iter()
                .filter(|(name, _)| matches!(*name, "rule" | "due_legal" | "due_safe" | "made_on"))
                .collect();
            self.update(Table::Demand, id.0, row)?;
        }
        Ok(())
    }

    /// Takes a demand away.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn demand_remove(&mut self, id: DemandId) -> Result<()> {
        let case = self.on_owner_of(Table::Demand, id.0, Precondition::Open)?;
        self.reindexed.insert(case.serial);
        self.delete(Table::Demand, id.0)
    }

    /// Decides on a demand; `None` takes the decision back.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn decide(&mut self, demand: DemandId, decision: Option<&Decision>) -> Result<()> {
        let case = self.on_owner_of(Table::Demand, demand.0, Precondition::Open)?;
        self.reindexed.insert(case.serial);
        let kept = decision.map(serde_json::to_string).transpose()?;
        if self.update(Table::Demand, demand.0, vec![("decision", text_opt(kept))])? {
            self.detail(
                Op::DemandDecide,
                json!({ "decision": decision.map(|d| d.kind.as_str()) }),
            );
        }
        Ok(())
    }
}
