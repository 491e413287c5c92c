// Any number of made-up register rows, told from their place alone, so that a
// list of a million costs nothing to hold.

import { isoDay } from '../../app/format'
import type { ComplaintRow, RegisterQuery, RegisterPage, Status } from '../index'

const NAMES = [
  'Соколова Марина Львовна',
  'Ким Виктор',
  'Абдуллаев Тимур Рустамович',
  'ООО «Вектор»',
  'Константинопольская-Преображенская Елизавета Александровна, доверенное лицо семьи',
  'Ли Анна',
  'Никитина Дарья Олеговна',
  'Орлов Пётр Ильич',
]
const SUBJECTS = [
  'Трещина на столешнице через неделю после доставки',
  'Не привезли заказ к обещанному дню',
  'Просит вернуть деньги за полку',
  'Скрип кровати',
  'Перерасчёт рассрочки за сентябрь',
]
const STATUSES: Status[] = ['fresh', 'in_work', 'waiting', 'decided', 'answered', 'closed']
const CHANNELS = ['email', 'phone', 'post', 'in_person', 'messenger', 'platform'] as const
const STEPS = {
  fresh: 'acknowledge',
  in_work: 'decide',
  waiting: 'await_complainant',
  decided: 'draft_final',
  answered: 'send',
  closed: 'nothing',
} as const

/** The row at a place, the newest being 0. */
export function madeUpRow(at: number, total: number): ComplaintRow {
  const n = total - at
  const day = new Date()
  day.setDate(day.getDate() - Math.floor(at / 40))
  const status = at < 60 ? STATUSES[(at * 7) % 5]! : n % 9 === 0 ? 'answered' : 'closed'
  const open = !['answered', 'closed'].includes(status)
  const due = new Date(day)
  due.setDate(due.getDate() + 8)
  return {
    id: `made-up-${n}`,
    number: `ВХ-${day.getFullYear()}/${String(n).padStart(4, '0')}`,
    received_at: `${isoDay(day)}T${String(9 + (n % 9)).padStart(2, '0')}:15:00+03:00`,
    kind: n % 4 ? 'claim' : 'complaint',
    channel: CHANNELS[n % CHANNELS.length]!,
    regime: 'goods',
    complainant: NAMES[n % NAMES.length]!,
    subject: SUBJECTS[n % SUBJECTS.length]!,
    demands: ['refund'],
    status,
    next_step: STEPS[status],
    next_due: open ? isoDay(due) : null,
    next_due_safe: open ? isoDay(due) : null,
    next_due_kind: open ? 'demand' : null,
    promised: null,
    delivery: null,
    trashed: false,
  }
}

/** A window onto so many made-up rows. A filter looks through the newest twenty thousand. */
export function madeUpPage(query: RegisterQuery, offset: number, limit: number, total: number): RegisterPage {
  const words = query.text.trim().toLowerCase()
  const filtered =
    words || query.statuses.length || query.channels.length || query.kinds.length || query.due
  const flip = query.sort === 'received' || query.sort === 'number' ? !query.descending : false
  if (!filtered) {
    const rows = []
    for (let at = offset; at < Math.min(total, offset + limit); at += 1)
      rows.push(madeUpRow(flip ? total - 1 - at : at, total))
    return { rows, total, offset }
  }
  const found: ComplaintRow[] = []
  for (let at = 0; at < Math.min(total, 20_000); at += 1) {
    const row = madeUpRow(at, total)
    if (query.statuses.length && !query.statuses.includes(row.status)) continue
    if (query.channels.length && !query.channels.includes(row.channel)) continue
    if (query.kinds.length && !query.kinds.includes(row.kind)) continue
    if (query.due && (query.due === 'none') !== (row.next_due === null)) continue
    if (words && !`${row.number} ${row.complainant} ${row.subject}`.toLowerCase().includes(words))
      continue
    found.push(row)
  }
  return { rows: found.slice(offset, offset + limit), total: found.length, offset }
}
