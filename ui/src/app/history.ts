// What a row of the journal tells beside its operation: the file it is about, the fields that changed.

import type { JournalRow } from '../backend'
import { t } from '../text/index.svelte'

const operation = (op: string): string => t.case.history.ops[op] ?? t.case.history.other

/** The operation in words; of an undoing, what it took back. In the history of another case than the row's own it tells what came of it here. */
export function toldOp(row: JournalRow, of?: string): string {
  if (of !== undefined && row.complaint !== null && row.complaint !== of) return t.case.history.onCard(row.number ?? '')
  const detail = row.detail as { undoes_op?: string } | null
  return row.op === 'undo' && detail?.undoes_op ? t.case.undo.of(detail.undoes_op === 'undo' ? null : operation(detail.undoes_op)) : operation(row.op)
}

/** Files by name and fields by what forms call them; empty where neither is known. */
export function toldMore(row: JournalRow): string {
  const fields = row.fields.map((field) => t.case.history.fields[field]).filter((name) => name !== undefined)
  return [...row.files, ...new Set(fields)].join(', ')
}
