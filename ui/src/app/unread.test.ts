import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { machine } from '../testing/office'
import { useBackend, type Backend } from '../backend'
import { t } from '../text/index.svelte'
import Intake from '../screens/intake/Intake.svelte'
import { holdUnread } from './unread'

let office: Backend
let stop: () => void
beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  stop = holdUnread()
})
afterEach(() => stop())

it('a form with a date that does not exist, or a sum that is none, is not sent; one is led there', { timeout: 30_000 }, async () => {
  const sent = vi.spyOn(office, 'complaintAdd')
  render(Intake)
  await userEvent.type(await screen.findByLabelText(t.intake.text.label), 'Чайник не греет')
  await userEvent.click(screen.getByRole('button', { name: t.intake.text.theirMore }))
  screen.getByRole('spinbutton', { name: `${t.fields['complaint.their_date']}: ${t.controls.day}` }).focus()
  await userEvent.keyboard('31022026')
  await userEvent.click(screen.getByRole('button', { name: t.intake.save }))
  expect(await screen.findByText(/Даты 31\.02\.2026 нет/)).toBeVisible()
  expect(screen.getByRole('spinbutton', { name: `${t.fields['complaint.their_date']}: ${t.controls.day}` })).toHaveFocus()
  expect(sent).not.toHaveBeenCalled()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await new Promise((done) => setTimeout(done, 100))
  expect(sent).not.toHaveBeenCalled()
  await userEvent.keyboard('28')
  await userEvent.type(screen.getByLabelText(t.fields['complaint.price']), '45р.x')
  await userEvent.click(screen.getByRole('button', { name: t.intake.save }))
  expect(screen.getByLabelText(t.fields['complaint.price'])).toHaveFocus()
  expect(sent).not.toHaveBeenCalled()
  await userEvent.keyboard('{Backspace}')
  await userEvent.click(screen.getByRole('button', { name: t.intake.save }))
  expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
})
