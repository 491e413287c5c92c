// Lists of the office in memory: rows, filters, order, today, search.

import { daysLeft } from '../../app/format'
import type { ComplaintRow, DuplicateQuestion, RegisterQuery, SearchHit, Today } from '../types'
import { leadOf } from './clocks'
import { deliveryDue, dueOf, hasUnsent, nextStepOf, statusOf, type Kept } from './rules'

/** A case as a row of the register. */
export const row = (kept: Kept): ComplaintRow => {
  const lead = leadOf(kept)
  // A case without demands has an answer to give all the same.
  const due = lead ?? (kept.demands.length === 0 ? dueOf(kept) : { legal: null, safe: null })
  const { complaint } = kept
  const interim = kept.letters.findLast((letter) => letter.summary.promised)
  return {
    id: complaint.id,
    number: complaint.number,
    received_at: complaint.received_at,
    kind: complaint.kind,
    channel: complaint.channel,
    regime: complaint.regime,
    complainant: complaint.complainant.name,
    subject: complaint.subject,
    demands: kept.demands.map((demand) => demand.kind),
    status: statusOf(kept),
    next_step: nextStepOf(kept),
    next_due: due.legal,
    next_due_safe: due.safe,
    next_due_kind: lead?.kind ?? null,
    promised: ['answered', 'closed'].includes(statusOf(kept))
      ? null
      : (interim?.summary.promised ?? null),
    delivery: complaint.closed_at ? null : deliveryDue(kept),
    trashed: complaint.trashed_at !== null,
  }
}

/** Whether a query keeps a case. */
export const matches = (kept: Kept, query: RegisterQuery): boolean => {
  const one = row(kept)
  if (one.trashed !== query.trashed) return false
  if (query.statuses.length && !query.statuses.includes(one.status)) return false
  if (query.channels.length && !query.channels.includes(one.channel)) return false
  if (query.kinds.length && !query.kinds.includes(one.kind)) return false
  const left = one.next_due ? daysLeft(one.next_due) : null
  if (query.due === 'overdue' && !(left !== null && left < 0)) return false
  if (query.due === 'today' && left !== 0) return false
  if (query.due === 'week' && !(left !== null && left >= 0 && left < 7)) return false
  if (query.due === 'none' && left !== null) return false
  const words = query.text.trim().toLowerCase()
  const all = `${one.number} ${one.complainant} ${one.subject} ${kept.complaint.text}`
  return words.split(/\s+/).every((word) => all.toLowerCase().includes(word.slice(0, 5)))
}

/** The order a query asks for. */
export const order = (query: RegisterQuery) => {
  const steps = ['fresh', 'in_work', 'waiting', 'decided', 'answered', 'closed']
  const key = (one: ComplaintRow): string => {
    switch (query.sort) {
      case 'number':
        return one.number
      case 'due':
        return one.next_due ?? '9999'
      case 'complainant':
        return one.complainant
      case 'subject':
        return one.subject
      case 'status':
        return String(steps.indexOf(one.status))
      default:
        return one.received_at
    }
  }
  return (a: ComplaintRow, b: ComplaintRow) =>
    key(a).localeCompare(key(b), 'ru') * (query.descending ? -1 : 1)
}

/** What to do today. */
export function todayOf(cases: Iterable<Kept>): Today {
  const section = () => ({ total: 0, rows: [] as ComplaintRow[] })
  const found: Today = {
    overdue: section(),
    due_soon: section(),
    promised: section(),
    delivery: section(),
    fresh: section(),
    to_answer: section(),
    to_send: section(),
    waiting: section(),
    in_work: section(),
    to_approve: [],
  }
  for (const kept of cases) {
    const one = row(kept)
    if (one.trashed || one.status === 'closed') continue
    // What was only promised stands in a list of its own.
    const term = leadOf(kept, false)?.legal ?? (one.next_due_kind === null ? one.next_due : null)
    const left = term ? daysLeft(term) : 99
    const promise = one.promised ? daysLeft(one.promised) : 99
    const into =
      one.delivery && daysLeft(one.delivery) < 0 && left > 3 && promise > 3
        ? found.delivery
        : one.status === 'answered'
        ? one.next_step === 'send'
          ? found.to_send
          : null
        : left < 0
          ? found.overdue
          : left <= 3
            ? found.due_soon
            : promise <= 3
              ? found.promised
              : one.status === 'fresh'
                ? found.fresh
                : one.status === 'decided'
                  ? found.to_answer
                  : hasUnsent(kept)
                  ? found.to_send
                  : one.status === 'waiting'
                    ? found.waiting
                    : found.in_work
    into?.rows.push(one)
    if (into) into.total += 1
  }
  for (const one of Object.values(found))
    if ('rows' in one) one.rows.sort((a, b) => (a.next_due ?? '9').localeCompare(b.next_due ?? '9'))
  return found
}

/** Complaints that look like this one. */
export function alikeIn(cases: Kept[], { name, email, phone, order: number }: DuplicateQuestion): ComplaintRow[] {
  return cases
    .filter(({ complaint }) => {
      const who = complaint.complainant
      return (
        (name.length > 4 && who.name.toLowerCase() === name.trim().toLowerCase()) ||
        (email !== '' && who.email === email) ||
        (phone !== '' && who.phone.replace(/\D/g, '') === phone.replace(/\D/g, '')) ||
        (number !== '' && complaint.order === number)
      )
    })
    .map(row)
}

/** Cases that hold these words. */
export function searchIn(cases: Kept[], text: string, limit: number): SearchHit[] {
  const words = text.trim().toLowerCase()
  if (!words) return []
  return cases
    .filter((kept) => !kept.complaint.trashed_at)
    .flatMap((kept) => {
      const { complaint } = kept
      const fields: [string, string][] = [
        ['number', complaint.number],
        ['complainant', complaint.complainant.name],
        ['subject', complaint.subject],
        ['text', complaint.text],
      ]
      for (const [field, value] of fields) {
        const at = value.toLowerCase().indexOf(words)
        if (at < 0) continue
        const from = Math.max(0, at - 24)
        const snippet = value.slice(from, at + words.length + 48)
        const start = at - from
        return [{ row: row(kept), field, snippet, spans: [{ start, end: start + words.length }] }]
      }
      return []
    })
    .slice(0, limit)
}
