import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { useBackend, type Backend } from '../../backend'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { emptyForm } from './form'
import SidePanel from './SidePanel.svelte'

let office: Backend

beforeEach(async () => {
  ;({ backend: office } = await machine())
  useBackend(office)
})

test('the usual case leads the terms, and special ones are folded away until they are this one', async () => {
  const form = { ...emptyForm('goods', new Date()), demands: [{ key: 0, kind: 'replacement' as const, detail: '', amount: null }] }
  render(SidePanel, { form })
  const special = (await screen.findByText(/^Другие сроки \(\d+\)$/)).closest('details')!
  expect(special.open).toBe(false)
  const terms = special.closest('li')!
  const clocks = [...terms.querySelectorAll('.clock')]
  expect(special.contains(clocks[0]!)).toBe(false)
  expect(within(clocks[0] as HTMLElement).queryByText(t.case.terms.choose)).toBeNull()
  const folded = special.querySelectorAll('.clock').length
  expect(folded).toBeGreaterThan(0)
  await userEvent.click(special.querySelector('summary')!)
  expect(special.open).toBe(true)
  const tick = within(special).getAllByLabelText(t.case.terms.choose)[0]!
  await userEvent.click(tick)
  expect(form.special).not.toBeNull()
  expect(special.open).toBe(true)
  // Unticking it shuts nothing over the keyboard.
  await userEvent.click(tick)
  expect(form.special).toBeNull()
  expect(special.open).toBe(true)
  expect(tick).toHaveFocus()
})
