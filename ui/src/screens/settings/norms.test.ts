import { readFileSync } from 'node:fs'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { notices } from '../../app/notices.svelte'
import { useBackend, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { file, folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Prices from '../case/Prices.svelte'
import type { CaseModel } from '../case/model.svelte'
import Calendar from './Calendar.svelte'
import Rules from './Rules.svelte'

let seat: Machine['seat']
let office: Backend

beforeEach(async () => {
  ;({ backend: office, seat } = await machine())
  useBackend(office)
})

describe('what the office counts by', { timeout: 90_000 }, () => {
  test('a day is turned over, looked at, applied, and taken back', async () => {
    render(Calendar)
    const year = await screen.findByLabelText(t.norms.calendar.year)
    await userEvent.selectOptions(year, '2027')
    const day = `20 мая 2027 г., ${t.norms.calendar.dayWorked}`
    await userEvent.click(await screen.findByRole('button', { name: day }))
    expect(await screen.findByText(t.norms.calendar.working(246), { exact: false })).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: t.norms.calendar.apply }))
    const dialog = await screen.findByRole('dialog', { name: t.norms.preview.title })
    expect(within(dialog).getByText(t.norms.preview.none)).toBeInTheDocument()
    expect((await office.norms()).years.every((one) => !one.own)).toBe(true)
    await userEvent.click(within(dialog).getByRole('button', { name: t.norms.preview.apply }))
    await waitFor(async () => expect((await office.norms()).years.some((one) => one.own)).toBe(true))
    const notice = () => notices().at(-1)
    await waitFor(() => expect(notice()).toMatchObject({ text: t.norms.preview.done(0), action: { label: t.controls.undo } }))
    notice()?.action?.run()
    await waitFor(async () => expect((await office.norms()).years.every((one) => !one.own)).toBe(true))
  })

  test('what nobody compared with the act stands apart from what was, with what to do about it', async () => {
    render(Rules)
    const apart = await screen.findByRole('list', { name: t.norms.unsure })
    const compared = screen.getByRole('list', { name: t.norms.terms })
    expect(screen.getByText(t.norms.unsureTodo)).toBeVisible()
    const own = (await office.norms()).regimes.find((one) => one.regime === 'goods')!.rules.filter((view) => !view.rule.reference)
    const rows = (list: HTMLElement) => within(list).getAllByRole('listitem')
    expect(rows(apart)).toHaveLength(own.filter((view) => view.unverified).length)
    expect(rows(compared)).toHaveLength(own.filter((view) => !view.unverified).length)
    for (const row of rows(apart)) expect(row).not.toHaveTextContent(/сверено/)
    for (const row of rows(compared)) expect(row).toHaveTextContent(/сверено/)
  })

  test('a rule is edited in words; what is missing is said at its field', async () => {
    const asked = vi.spyOn(office, 'normPreview')
    render(Rules)
    const title = 'Деньги за товар, снижение цены, расходы на ремонт, убытки: 10 дней'
    await userEvent.click(await screen.findByRole('button', { name: t.norms.editOf(title) }))
    const citation = await screen.findByLabelText(t.norms.form.citation)
    await userEvent.clear(citation)
    const save = screen.getByRole('button', { name: t.norms.calendar.apply })
    await userEvent.click(save)
    expect(citation).toBeInvalid()
    expect(asked).not.toHaveBeenCalled()
    await userEvent.click(citation)
    await userEvent.paste('Приказ № 3')
    await userEvent.click(save)
    await waitFor(() => expect(asked).toHaveBeenCalledOnce())
    expect(asked.mock.calls[0]?.[0]).toMatchObject({
      what: 'rule',
      rule: { id: 'goods.money', citation: 'Приказ № 3', term: { count: 10, unit: 'calendar_days' } },
      instead: { id: 'goods.money', valid_from: '2024-01-01' },
    })
    const dialog = await screen.findByRole('dialog', { name: t.norms.preview.title })
    await userEvent.click(within(dialog).getByRole('button', { name: t.norms.preview.apply }))
    expect(await screen.findByText(t.norms.origin.changed)).toBeInTheDocument()
  })

  test('a broken file names its line and what to do', async () => {
    await seat({ save: folder() })
    const { saved } = await office.normFileSave({ regime: 'goods' })
    const lines = readFileSync(saved!, 'utf8').split('\n')
    const broken = lines.findIndex((line) => line.includes('unit = "calendar_days"'))
    lines[broken] = lines[broken]!.replace('calendar_days', 'moons')
    await seat({ files: [file('goods.toml', lines.join('\n'))] })

    render(Rules)
    await userEvent.click(await screen.findByRole('button', { name: t.norms.open }))
    const said = await screen.findByRole('alert')
    expect(said).toHaveTextContent(t.norms.preview.line(broken + 1))
    expect(said).toHaveTextContent(t.norms.problems['bad_value']?.('unit') ?? '')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('the price of each answer', { timeout: 90_000 }, () => {
  test('is reckoned on asking, with each formula, and follows the assumptions', async () => {
    const { id } = await takeIn(office)
    const card = await office.complaintCard({ complaint: id })
    render(Prices, { model: { id, card } as unknown as CaseModel })
    await userEvent.click(screen.getByRole('button', { name: t.prices.open }))
    const lost = await screen.findByRole('region', { name: t.prices.answers.refuse_and_lose })
    expect(within(lost).getByText('ЗоЗПП № 2300-1, ст. 13 п. 6', { exact: false })).toBeInTheDocument()
    const before = lost.querySelector('.total')?.textContent
    await userEvent.click(screen.getByLabelText(t.prices.excused))
    await waitFor(() => expect(lost.querySelector('.total')?.textContent).not.toBe(before))
    await userEvent.click(screen.getByRole('button', { name: t.prices.showTable }))
    expect(screen.getByRole('table', { name: t.prices.chart })).toBeInTheDocument()
  })
})
