import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { office as held, readOffice, readProgram, tookOffice } from '../../app/office.svelte'
import { useBackend } from '../../backend'
import { machine } from '../../testing/office'
import { speak, t } from '../../text/index.svelte'
import Palette from './Palette.svelte'

beforeEach(async () => {
  const { backend } = await machine()
  useBackend(backend)
  await readProgram()
  await readOffice()
})

const words = (['ru', 'en'] as const).flatMap((language) => ['lock', 'заблокировать', 'закрыть'].map((word) => [word, language] as const))

test.each(words)('records are locked, or get the password for it, by «%s» on the screen in «%s»', async (word, language) => {
  speak(language)
  render(Palette, { open: true })
  await userEvent.type(screen.getByRole('combobox'), word)
  expect(await screen.findByRole('option', { name: (name) => name.startsWith(t.frame.commandSetPassword) })).toBeVisible()
  const open = held()!
  tookOffice({ ...open, safety: { ...open.safety, locked: true } })
  expect(await screen.findByRole('option', { name: (name) => name.startsWith(t.frame.commandLock) })).toBeVisible()
})
