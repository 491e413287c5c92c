import { render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { useBackend, type Backend } from '../../backend'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import FieldPopover from './FieldPopover.svelte'

let office: Backend
beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
})

const open = async (name: string, value: string | null) => {
  const onfill = vi.fn()
  const filling = await office.letterField({ name, value })
  render(FieldPopover, { filling, language: 'ru', label: 'поле', value, byHand: false, near: new DOMRect(), onfill, onclose: () => undefined })
  return onfill
}

test('a day is read out of the letter and written into it as the office writes days', async () => {
  const onfill = await open('demand:0192.due', '20\u00a0ноября 2026\u00a0г.')
  expect(screen.getAllByRole('spinbutton').length).toBe(3)
  screen.getByRole('button', { name: t.letter.field.fill }).click()
  await waitFor(() => expect(onfill).toHaveBeenCalledWith('20 ноября 2026 г.'))
})

test('what names no day stays words, and a field of words is none', async () => {
  const onfill = await open('due', 'конец недели')
  expect(screen.queryByRole('spinbutton')).toBeNull()
  screen.getByRole('button', { name: t.letter.field.fill }).click()
  await waitFor(() => expect(onfill).toHaveBeenCalledWith('конец недели'))
  expect(await office.letterField({ name: 'findings', value: null })).toEqual({ by_day: false, day: null })
  expect(await office.letterField({ name: 'received', value: null })).toEqual({ by_day: true, day: null })
})
