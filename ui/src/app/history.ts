// What a row of the journal tells beside its operation: the file it is about, the fields that changed.

import type { JournalRow } from '../backend'
import { t } from '../text/index.svelte'

/** The operation in words; of an undoing, what it took back. In the history of another case than the row's own it tells what came of it here. */
export function toldOp(row: JournalRow, of?: string): string {
  if (of !== undefined && row.complaint !== null && row.complaint !== of) return t.case.history.onCard(row.number ?? '')
  if (row.undoes === null) return t.records.ops[row.op]
  if (row.undoes !== 'undo') return t.case.undo.of(t.records.ops[row.undoes])
  return t.case.undo.again(row.again ? t.records.ops[row.again] : null)
}

const inLine = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)

/** Files by name, fields by what forms call them, and a reason in the words it was given in. */
export function toldMore(row: JournalRow): string {
  return [...row.files, ...row.fields.filter((field) => !(row.op === 'demand_decide' && field === 'demand.decision')).map((field) => inLine(t.fields[field])), ...(row.reason === null ? [] : [row.reason])].join(', ')
}
