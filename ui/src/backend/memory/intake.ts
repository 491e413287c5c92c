// What comes into the office in memory: requisites, complaints, a message, pasted words.

import { rfc3339 } from '../../app/format'
import type { MailProposal, NewComplaint, Regime, Requisites } from '../types'
import type { Kept } from './rules'
import { ago, complainant } from './seed'

/** What does not look right in the requisites. */
export function requisitesFound(input: Requisites): { field: string; problem: string }[] {
  const found: { field: string; problem: string }[] = []
  const digits = (field: string, value: string | null, lengths: number[]) => {
    if (!value) return
    if (!/^\d+$/.test(value)) found.push({ field, problem: 'digits' })
    else if (!lengths.includes(value.length)) found.push({ field, problem: 'length' })
  }
  if (!input.name.trim()) found.push({ field: 'name', problem: 'missing' })
  if (!input.address.trim()) found.push({ field: 'address', problem: 'missing' })
  else if (!/\b\d{6}\b/.test(input.address)) found.push({ field: 'address', problem: 'format' })
  digits('inn', input.inn, [10, 12])
  digits('kpp', input.kpp, [9])
  digits('ogrn', input.ogrn, [13, 15])
  if (input.email && !/^\S+@\S+\.\S+$/.test(input.email))
    found.push({ field: 'email', problem: 'format' })
  digits('bank.bic', input.bank?.bic ?? null, [9])
  digits('bank.account', input.bank?.account ?? null, [20])
  if (!input.signatory.name.trim()) found.push({ field: 'signatory.name', problem: 'missing' })
  return found
}

/** A complaint as it is taken in. */
export function newCase(input: NewComplaint, key: string, number: string, id: () => string): Kept {
  const subject =
    input.subject.trim() || input.text.trim().split(/\s+/).slice(0, 8).join(' ')
  return {
    complaint: {
      id: key,
      number,
      kind: input.kind,
      regime: input.regime,
      channel: input.channel,
      received_at: input.received_at,
      recorded_at: rfc3339(),
      backdating_reason: input.backdating_reason,
      person_id: input.person_id ?? id(),
      complainant: structuredClone(input.complainant),
      subject,
      text: input.text,
      order: input.order,
      their_number: input.their_number,
      their_date: input.their_date,
      price: input.price,
      status: 'fresh',
      no_answer: null,
      closed_at: null,
      trashed_at: null,
      version: 1,
    },
    demands: input.demands.map((demand) => ({
      ...demand,
      id: id(),
      made_on: demand.made_on ?? input.received_at.slice(0, 10),
      decision: null,
      rule: null,
      due_legal: null,
      due_safe: null,
    })),
    documents: [],
    trashed_documents: [],
    diary: [],
    notes: [],
    letters: [],
    clocks: [],
    ends: {},
    pauses: [],
    dispatches: [],
    question_answered: 0,
  }
}

/** A message with two attachments and a stranger's markup. */
export function madeUpMail(regime: Regime): MailProposal {
  return {
    sha256: 'd3'.repeat(32),
    from_address: 'n.lebedeva@post.example',
    from_name: 'Наталья Лебедева',
    sent: ago(1, 18, 42),
    draft: {
      kind: 'claim',
      regime: regime,
      channel: 'email',
      received_at: ago(1, 18, 42),
      backdating_reason: null,
      person_id: null,
      complainant: complainant({
        name: 'Лебедева Наталья',
        email: 'n.lebedeva@post.example',
      }),
      subject: 'Претензия по заказу 1204',
      text: 'Здравствуйте!\n\nЗаказ 1204 пришёл с разбитым стеклом. Прошу вернуть деньги, 12 300 рублей.\n\n<script>alert(1)</script>\n\nНаталья Лебедева',
      order: '1204',
      their_number: '',
      their_date: null,
      price: '12300.00',
      demands: [{ kind: 'refund', detail: '', amount: '12300.00', made_on: null }],
    },
    attachments: [
      { index: 0, name: 'стекло.jpg', media_type: 'image/jpeg', bytes: 2_202_009, sha256: 'b1'.repeat(32) },
      { index: 1, name: 'чек.pdf', media_type: 'application/pdf', bytes: 88_120, sha256: 'c2'.repeat(32) },
    ],
    notices: ['text_from_html'],
    phones: ['+79165550122'],
    duplicates: [],
  }
}

/** Pasted words as the draft of a complaint. */
export function pastedDraft(text: string, regime: Regime): NewComplaint {
  return {
    kind: 'complaint',
    regime: regime,
    channel: 'messenger',
    received_at: rfc3339(),
    backdating_reason: null,
    person_id: null,
    complainant: complainant({
      email: /\S+@\S+\.\w+/.exec(text)?.[0] ?? '',
      phone: /\+?\d[\d\s()-]{9,}\d/.exec(text)?.[0] ?? '',
    }),
    subject: text.trim().split('\n')[0]?.slice(0, 80) ?? '',
    text,
    order: '',
    their_number: '',
    their_date: null,
    price: null,
    demands: /верн(ите|уть) деньги/i.test(text)
      ? [{ kind: 'refund', detail: '', amount: null, made_on: null }]
      : [],
  }
}
