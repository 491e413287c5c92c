// A register of any length, told from the places of its rows, for what a long list asks of its screen: a
// million complaints can't be taken in while a test waits. It knows no rule of the office and no filter.

import type { Backend, ComplaintRow } from '../backend'

/** Answers for a register of so many rows, the newest having the highest number. */
export function manyRows(total: number): Pick<Backend, 'registerPage'> {
  return {
    registerPage: async ({ offset, limit }) => {
      const last = Math.min(total, offset + limit)
      const rows = Array.from({ length: Math.max(0, last - offset) }, (_, at) => rowOf(total - offset - at))
      return { rows, total, offset }
    },
  }
}

/** The row of the complaint with this number. */
export function rowOf(number: number): ComplaintRow {
  return {
    id: `row-${number}`,
    number: `ВХ-2026/${number}`,
    received_at: '2026-11-20T10:15:00+03:00',
    kind: 'claim',
    channel: 'email',
    regime: 'goods',
    complainant: 'Соколова Марина Львовна',
    subject: 'Трещина на столешнице',
    demands: ['refund'],
    status: 'closed',
    next_step: 'nothing',
    next_due: null,
    next_due_safe: null,
    next_due_kind: null,
    promised: null,
    delivery: null,
    owed: null,
    drafted: false,
    trashed: false,
  }
}
