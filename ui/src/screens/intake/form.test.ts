import { expect, test } from 'vitest'
import { isoDay, readMoney, rfc3339 } from '../../app/format'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { emptyForm, filled, filledFromWords, formOf, rowErrors, toNew, worded, type IntakeForm } from './form'

const now = new Date(2026, 10, 22, 15, 30)
const make = (change: Partial<IntakeForm> = {}): IntakeForm => ({
  ...emptyForm('goods', now),
  text: 'Верните деньги за чайник.',
  ...change,
})

test('what a demand lacks stands beside its row', () => {
  const { demands } = make({
    demands: [
      { key: 7, kind: 'refund', detail: '', amount: null },
      { key: 4, kind: 'other', detail: ' ', amount: null },
    ],
  })
  const errors = worded([
    { code: 'field', field: 'demands.1.detail', detail: 'missing' },
    { code: 'field', field: 'their_number', detail: 'too_long' },
  ])
  expect(rowErrors(errors, demands)).toEqual({ 4: t.intake.demands.detailMissing })
  expect(errors['their_number']).toBe(t.failures.fields['too_long'])
})

test('the words tell what is asked and how much, and not how or when they came', () => {
  const typed = make({ channel: 'phone', day: '2026-11-20', clock: '09:15', demands: [{ key: 3, kind: 'refund', detail: '', amount: null }] })
  const read = make({
    channel: 'messenger',
    kind: 'statement' as IntakeForm['kind'],
    day: '2026-11-02',
    subject: 'Верните деньги',
    price: '4590.00',
    demands: [
      { key: 0, kind: 'refund', detail: '', amount: '4590.00' },
      { key: 1, kind: 'apology', detail: '', amount: null },
    ],
  })
  const now = filledFromWords(typed, read)
  expect(now).toMatchObject({ channel: 'phone', kind: typed.kind, day: '2026-11-20', clock: '09:15', subject: '', price: '4590.00' })
  expect(now.demands.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['refund', '4590.00'],
    ['apology', null],
  ])
})

test('a draft from before the groups of a telephone were kept is read, and taken without them', () => {
  const { phone_written: _, ...before } = { ...make().complainant, name: 'Соколова Марина', phone: '+74822345678' }
  const old = make({ complainant: before as IntakeForm['complainant'] })
  expect(toNew(old).complainant).toMatchObject({ phone: '+74822345678', phone_written: '' })
  const read = formOf({ ...toNew(old), complainant: before as IntakeForm['complainant'] }, null)
  expect(read.complainant.phone_written).toBe('')
})

test('what is read from a chat fills gaps and leaves typed words alone', () => {
  const typed = make({
    complainant: { ...make().complainant, name: 'Соколова Марина Львовна' },
    demands: [{ key: 0, kind: 'refund', detail: 'за чайник', amount: '4590.00' }],
  })
  const read = make({
    text: 'Вся переписка',
    order: '№ 17',
    complainant: { ...make().complainant, name: 'Марина', email: 'm@post.example' },
    demands: [
      { key: 0, kind: 'refund', detail: '', amount: null },
      { key: 1, kind: 'apology', detail: '', amount: null },
    ],
  })
  const both = filled(typed, read)
  expect(both.text).toBe('Верните деньги за чайник.')
  expect(both.order).toBe('№ 17')
  expect(both.complainant).toMatchObject({ name: 'Соколова Марина Львовна', email: 'm@post.example' })
  expect(both.demands.map((d) => [d.kind, d.detail])).toEqual([
    ['refund', 'за чайник'],
    ['apology', ''],
  ])
  expect(new Set(both.demands.map((d) => d.key)).size).toBe(2)
})

test('the day of a chat takes the place of today and of no chosen day', () => {
  const read = make({ day: '2026-11-20', clock: '18:03', backdating: 'Дата получения взята из переписки' })
  const today = isoDay(now)
  expect(filled(make(), read, today)).toMatchObject({ day: '2026-11-20', clock: '18:03', backdating: read.backdating })
  expect(filled(make({ day: '2026-11-21', clock: '09:00' }), read, today)).toMatchObject({ day: '2026-11-21', clock: '09:00' })
  expect(filled(make({ clock: '09:00' }), make({ clock: '15:30' }), today)).toMatchObject({ day: today, clock: '09:00' })
})

test('a sum belongs to demands of money only, and what is typed is kept without its edges', async () => {
  const { backend: office } = await machine()
  const demands: IntakeForm['demands'] = [
    { key: 0, kind: 'refund', detail: ' x ', amount: '10.00' },
    { key: 1, kind: 'apology', detail: '', amount: '10.00' },
  ]
  const complaint = { ...toNew(make({ demands })), received_at: rfc3339() }
  const { id } = await office.complaintAdd({ complaint, tokens: [], task: crypto.randomUUID() }, () => undefined)
  const kept = (await office.complaintCard({ complaint: id })).demands
  expect(kept.map(({ demand }) => [demand.kind, demand.detail, demand.amount])).toEqual([
    ['refund', 'x', '10.00'],
    ['apology', '', null],
  ])
})

test('a sum is read as the office reads it, and what it can’t read is none', async () => {
  const { backend: office } = await machine()
  const taken = async (price: string): Promise<string | null> => {
    const complaint = { ...toNew(make()), received_at: rfc3339(), price }
    try {
      const { id } = await office.complaintAdd({ complaint, tokens: [], task: crypto.randomUUID() }, () => undefined)
      return (await office.complaintCard({ complaint: id })).complaint.price
    } catch {
      return null
    }
  }
  const typed = ['4590', '4 590,5', '68\u202f000 руб.', '12 рублей', '7р', '0.07', '9999999999999,99', '99999999999999', '1,234', '12a', '1,2,3', '-5', '₽']
  for (const one of typed) expect(readMoney(one), one).toBe(await taken(one))
})

test('what the office says of the terms goes along, and a day that a request names only with a request', () => {
  expect(toNew(make()).terms).toEqual([])
  const said = { special: 'accident', namedDay: '2026-12-24' }
  expect(toNew(make(said)).terms).toEqual([{ what: 'special', variant: 'accident' }])
  expect(toNew(make({ kind: 'authority', namedDay: said.namedDay })).terms).toEqual([{ what: 'named', day: '2026-12-24' }])
})
