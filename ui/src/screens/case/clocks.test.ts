import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { LONGEST_TERM, useBackend, type Backend, type CaseClockView } from '../../backend'
import { isoDay } from '../../app/format'
import { ago, takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import LatePromises from '../letter/LatePromises.svelte'
import Case from './Case.svelte'
import { overSince } from './clocks'

let office: Backend
let id: string

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  id = (await takeIn(office)).id
})

const terms = async () => {
  render(Case, { id })
  await screen.findByRole('heading', { level: 1, name: 'Чайник' })
  return screen.getByRole('region', { name: new RegExp(`^${t.case.sections.terms}`) })
}

test('a term of hours is over by its hour, not with its day', () => {
  const clock = { legal: '2026-11-09', until: '11:30:00' } as CaseClockView
  expect(overSince(clock, new Date(2026, 10, 9, 11, 29))).toBeNull()
  expect(overSince(clock, new Date(2026, 10, 9, 11, 30))).toBe('11:30')
  expect(overSince(clock, new Date(2026, 10, 8, 23, 0))).toBeNull()
  expect(overSince({ ...clock, until: null }, new Date(2026, 10, 9, 23, 0))).toBeNull()
})

describe('the clocks of a case', { timeout: 30_000 }, () => {
  test('no promise is advised by a day that has passed', async () => {
    const late = await takeIn(office, { daysAgo: 26 })
    render(Case, { id: late.id })
    expect(await screen.findByText(/срок по закону истёк .* назовите самый близкий день/)).toBeInTheDocument()
    expect(screen.queryByText(/Обещайте не позже/)).toBeNull()
  })

  test('a payment is started, leaves the lead to the answer, is ended with an explanation, and can be opened again', async () => {
    const saved = vi.spyOn(office, 'clockSave')
    const section = await terms()
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.add }))
    const form = within(section).getByRole('form', { name: t.clocks.form.title })
    const count = within(form).getByLabelText(t.clocks.form.count)
    await userEvent.clear(count)
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    expect(within(form).getByText(t.clocks.form.countWrong(LONGEST_TERM))).toBeInTheDocument()
    expect(saved).not.toHaveBeenCalled()
    await userEvent.type(count, '3')
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    const name = t.clocks.kind.payment
    await within(section).findByRole('button', { name: t.clocks.endOf(name) })
    const first = within(section).getAllByRole('listitem')[0]!
    expect(within(first).getByText(name)).toBeInTheDocument()
    // At the side the day of the answer leads until that has left.
    expect(screen.queryByText(`${name}:`)).toBeNull()
    expect(screen.getByText(`${t.case.next.left}:`)).toBeInTheDocument()

    await userEvent.click(within(section).getByRole('button', { name: t.clocks.endOf(name) }))
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.ending.save }))
    expect(within(section).getByText(t.clocks.ending.whyMissing)).toBeInTheDocument()
    await userEvent.type(within(section).getByRole('textbox', { name: new RegExp(t.clocks.ending.why) }), 'поручение 17')
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.ending.save }))
    await within(section).findByText(t.clocks.ended(1))
    expect(within(section).queryByRole('button', { name: t.clocks.endOf(name) })).toBeNull()
    await userEvent.click(within(section).getByText(t.clocks.ended(1)))
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.reopenOf(name) }))
    await within(section).findByRole('button', { name: t.clocks.endOf(name) })
  })

  test('what the office refuses of a clock stands at its field', async () => {
    const saved = vi.spyOn(office, 'clockSave')
    const section = await terms()
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.add }))
    const form = within(section).getByRole('form', { name: t.clocks.form.title })
    await userEvent.selectOptions(within(form).getByLabelText(t.clocks.form.kind), 'other')
    expect(within(form).queryByText(t.clocks.form.nameMissing)).toBeNull()
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    await within(form).findByText(t.clocks.form.nameMissing)
    expect(saved).toHaveBeenCalledOnce()
    expect((await office.complaintCard({ complaint: id })).running.some(({ kind }) => kind === 'other')).toBe(false)
    await userEvent.type(within(form).getByLabelText(new RegExp(t.clocks.form.name)), 'Вывоз')
    await waitFor(() => expect(within(form).queryByText(t.clocks.form.nameMissing)).toBeNull())
  })

  test('a term that a rule lets stand still asks for its ground', async () => {
    const paused = vi.spyOn(office, 'clockPause')
    const section = await terms()
    const name = t.words.demand.refund
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.pauseOf(name) }))
    // A pause can't begin on the very day the term does.
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.stop.save }))
    expect(within(section).getByText(t.clocks.stop.groundMissing)).toBeInTheDocument()
    expect(within(section).getByText(t.clocks.stop.fromEarly)).toBeInTheDocument()
    expect(paused).not.toHaveBeenCalled()
  })

  test('a special case that is taken takes the keyboard along to the row it becomes', async () => {
    const section = await terms()
    await userEvent.click(within(section).getByText(t.clocks.law))
    const folded = [...section.querySelectorAll('summary')].find((one) => /^Другие сроки/.test(one.textContent ?? ''))!
    await userEvent.click(folded)
    const [button] = within(section).getAllByRole('button', { name: (name) => name.startsWith(t.case.terms.choose) })
    const row = button!.closest<HTMLElement>('[data-term]')!
    const term = row.dataset['term']!
    await userEvent.click(button!)
    await waitFor(() => expect(section.querySelector(`[data-term="${CSS.escape(term)}"]`)).toContainElement(document.activeElement as HTMLElement))
    expect(document.activeElement).not.toBe(document.body)
    expect(section.querySelector(`[data-term="${CSS.escape(term)}"]`)).toBeVisible()
  })

  test('the panel is clean for assistive programs, forms open', async () => {
    const section = await terms()
    await userEvent.click(within(section).getByRole('button', { name: t.clocks.add }))
    const found = await axe.run(section, { rules: { 'color-contrast': { enabled: false } } })
    expect(found.violations.map((one) => one.id)).toEqual([])
  })

  test('the papers of an inspection begin with the invitation', async () => {
    const drafted = vi.spyOn(office, 'letterDraft')
    await terms()
    const section = screen.getByRole('region', { name: t.clocks.inspection.title })
    await userEvent.click(await within(section).findByRole('button', { name: t.clocks.inspection.begin }))
    await waitFor(() => expect(drafted).toHaveBeenCalledWith({ complaint: id, kind: 'inspection_invitation', language: null }))
  })

  test('a promise behind the legal day says which article and what a day costs', async () => {
    const view = render(LatePromises, { complaint: id, promised: isoDay(ago(-5)) })
    await waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement())
    await view.rerender({ complaint: id, promised: isoDay(ago(-40)) })
    expect(await screen.findByText(/ст\. 23/)).toHaveTextContent('45,90')
  })
})
