import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { readProgram } from '../../app/office.svelte'
import { forgetPlaces, go, startRouter } from '../../app/router.svelte'
import { useBackend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Frame from '../frame/Frame.svelte'

it('the search in the head filters the register that stands open, each time', { timeout: 40_000 }, async () => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 680 })
  forgetPlaces()
  const { backend: office } = await machine()
  useBackend(office)
  await takeIn(office, { subject: 'Не привезли кресло' })
  await takeIn(office, { subject: 'Скрип кровати' })
  await readProgram()
  const stop = startRouter()
  go({ screen: 'register' })
  render(Frame)
  await waitFor(() => expect(screen.getByText('Скрип кровати')).toBeVisible())
  const search = screen.getByRole('combobox', { name: t.frame.search })
  await userEvent.type(search, 'кресло{Enter}')
  await waitFor(() => expect(screen.queryByText('Скрип кровати')).toBeNull())
  expect(screen.getByText('Не привезли кресло')).toBeVisible()
  expect(screen.getByDisplayValue('кресло')).toBeVisible()
  await userEvent.type(search, 'кровати{Enter}')
  await waitFor(() => expect(screen.getByText('Скрип кровати')).toBeVisible())
  expect(screen.queryByText('Не привезли кресло')).toBeNull()
  stop()
})
