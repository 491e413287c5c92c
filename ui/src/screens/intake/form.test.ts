import { describe, expect, test } from 'vitest'
import { isoDay } from '../../app/format'
import { countMistakes, emptyForm, filled, isBackdated, mistakes, phoneLooksShort, toNew, type IntakeForm } from './form'

const now = new Date(2026, 10, 22, 15, 30)
const say = {
  receivedMissing: 'receivedMissing',
  receivedFuture: 'receivedFuture',
  backdatingMissing: 'backdatingMissing',
  emailWrong: 'emailWrong',
  textMissing: 'textMissing',
  theirDateFuture: 'theirDateFuture',
  detailMissing: 'detailMissing',
}
const make = (change: Partial<IntakeForm> = {}): IntakeForm => ({
  ...emptyForm('goods', now),
  text: 'Верните деньги за чайник.',
  ...change,
})

describe('what the form can’t be without', () => {
  test('one phrase is enough: everything else may come later', () => {
    expect(mistakes(make(), now, say)).toEqual({})
    expect(mistakes(make({ text: ' ', subject: 'Чайник' }), now, say)).toEqual({})
    expect(mistakes(make({ text: ' ' }), now, say)).toEqual({ text: 'textMissing' })
  })

  test('the time of receipt is there and not in the future', () => {
    expect(mistakes(make({ clock: null }), now, say)).toEqual({ received: 'receivedMissing' })
    expect(mistakes(make({ clock: '15:32' }), now, say)).toEqual({ received: 'receivedFuture' })
    expect(mistakes(make({ clock: '15:30' }), now, say)).toEqual({})
  })

  test('an earlier day asks for the reason, and only then', () => {
    const late = make({ day: '2026-11-20' })
    expect(isBackdated(late, isoDay(now))).toBe(true)
    expect(mistakes(late, now, say)).toEqual({ backdating: 'backdatingMissing' })
    expect(mistakes({ ...late, backdating: 'Пришло в выходной' }, now, say)).toEqual({})
    expect(toNew(make({ backdating: 'осталось от прежнего' }), isoDay(now)).backdating_reason).toBeNull()
  })

  test('addresses, dates and demands in words', () => {
    const odd = make({
      complainant: { ...make().complainant, email: 'без собаки' },
      theirDate: '2026-11-23',
      demands: [
        { key: 4, kind: 'other', detail: ' ', amount: null },
        { key: 7, kind: 'refund', detail: '', amount: null },
      ],
    })
    const found = mistakes(odd, now, say)
    expect(found).toEqual({ email: 'emailWrong', their_date: 'theirDateFuture', demands: { 4: 'detailMissing' } })
    expect(countMistakes(found)).toBe(3)
  })

  test('a phone that lacks digits is only pointed out', () => {
    expect([phoneLooksShort('12345'), phoneLooksShort('+7 903 555-77-10'), phoneLooksShort('')]).toEqual([true, false, false])
  })
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

test('a sum belongs to demands of money only', () => {
  const taken = toNew(
    make({
      demands: [
        { key: 0, kind: 'refund', detail: ' x ', amount: '10.00' },
        { key: 1, kind: 'apology', detail: '', amount: '10.00' },
      ],
    }),
    isoDay(now),
  )
  expect(taken.demands.map((d) => d.amount)).toEqual(['10.00', null])
  expect(taken.demands[0]?.detail).toBe('x')
})
