import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { useBackend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Case from './Case.svelte'

// A whole case is drawn, which a busy machine does slowly.
test('what was typed to reckon with is there again on return, the assumptions too', { timeout: 30_000 }, async () => {
  const office = (await machine()).backend
  useBackend(office)
  const { id } = await takeIn(office)
  const open = async () => {
    const view = render(Case, { id })
    await screen.findByRole('heading', { level: 1, name: 'Чайник' })
    return view
  }
  const offered = () => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${t.prices.offered}`))
  const days = () => screen.findByLabelText<HTMLInputElement>(t.prices.days)

  const first = await open()
  await userEvent.click(screen.getByRole('button', { name: t.prices.open }))
  await userEvent.type(await offered(), '1500')
  const usual = (await days()).value
  await userEvent.clear(await days())
  await userEvent.type(await days(), '77')
  first.unmount()
  await waitFor(async () =>
    expect((await office.draftGet({ key: `prices/${id}` }))?.value).toMatchObject({ offered: '1500.00', assumed: { days: '77' } }),
  )

  const asked = vi.spyOn(office, 'answerPrices')
  await open()
  expect((await offered()).value).toMatch(/^1.?500/)
  await waitFor(async () => expect((await days()).value).toBe('77'))
  await waitFor(() => expect(asked.mock.lastCall?.[0]).toMatchObject({ offered: '1500.00', assumptions: { days_to_judgment: 77 } }))
  await userEvent.click(screen.getByRole('button', { name: t.controls.draftDiscard }))
  await waitFor(async () => expect((await days()).value).toBe(usual))
  expect((await offered()).value).toBe('')
  await waitFor(async () => expect(await office.draftGet({ key: `prices/${id}` })).toBeNull())
})
