import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { useBackend } from '../../backend'
import { refusal } from '../../testing/cases'
import { file, folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import BundleDialog from './BundleDialog.svelte'

const words = t.bundle
let here: Machine
let complaint: string

beforeEach(async () => {
  cleanup()
  here = await machine()
  useBackend(here.backend)
  complaint = (await refusal(here)).complaint
  const text = file('Переписка.txt', 'Тимофеев: верните деньги')
  const picture = file('Снимок.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
  await here.seat({ files: [text, picture] })
  const files = await here.backend.filesChoose({ purpose: 'documents' })
  const tokens = files.map((one) => one.token)
  await here.backend.documentAdd({ complaint, tokens, side: 'complainant', source: '', task: crypto.randomUUID() }, () => undefined)
})

async function opened() {
  render(BundleDialog, { open: true, complaint })
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByText(words.forms.folder)
  return dialog
}

it('puts the case into a folder and says what is in it', { timeout: 30_000 }, async () => {
  const place = folder()
  await here.seat({ folder: place })
  const dialog = await opened()
  await fireEvent.click(within(dialog).getByLabelText(new RegExp(words.forms.folder)))
  await fireEvent.click(within(dialog).getByRole('button', { name: words.make }))
  await within(dialog).findByText(new RegExp('^' + words.saved('').trim()), {}, { timeout: 20_000 })
  const [made] = readdirSync(place)
  expect(existsSync(join(place, made ?? '', 'index.html'))).toBe(true)
  within(dialog).getByText('Приложение 1. Переписка.txt')
})

it('names what a court asks for and writes nothing when nobody says where', { timeout: 30_000 }, async () => {
  await here.seat({})
  const dialog = await opened()
  await fireEvent.click(within(dialog).getByLabelText(new RegExp(words.forms.court)))
  await within(dialog).findByText(words.rules)
  await fireEvent.click(within(dialog).getByRole('button', { name: words.make }))
  const again = await within(dialog).findByRole('button', { name: words.make }, { timeout: 20_000 })
  expect(again).toBeTruthy()
  expect(within(dialog).queryByText(words.ready)).toBeNull()
})

it('closes personal data, and pictures until somebody says otherwise', { timeout: 30_000 }, async () => {
  const save = join(folder(), 'закрыто.pdf')
  await here.seat({ save })
  const dialog = await opened()
  await fireEvent.click(within(dialog).getByLabelText(words.redacted))
  const picture = within(dialog).getByRole('group', { name: /Снимок/ })
  expect(within(picture).getByLabelText<HTMLInputElement>(words.withheld).checked).toBe(true)
  await fireEvent.click(within(dialog).getByRole('button', { name: words.make }))
  await within(dialog).findByText(words.saved(save), {}, { timeout: 20_000 })
  within(dialog).getByText(words.notes.withheld)
  expect(readFileSync(save).subarray(0, 5).toString()).toBe('%PDF-')
  expect(within(dialog).queryByText(/Снимок/)).toBeNull()
})
