import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { useBackend, type Backend, type Finding, type LetterId } from '../../backend'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import WordsDialog from './WordsDialog.svelte'

let office: Backend

beforeEach(async () => {
  ;({ backend: office } = await machine('sample'))
  useBackend(office)
}, 60_000)

async function choose() {
  render(WordsDialog, { open: true, letter: 'none' as LetterId, ontake: () => {} })
  const letters = await screen.findAllByRole('button', { name: /20\d\d/ })
  await userEvent.click(letters[0]!)
}

test('words of an issued letter are offered, and looked at as words that go to somebody else', { timeout: 60_000 }, async () => {
  const checked = vi.spyOn(office, 'formsCheck')
  await choose()
  expect(await screen.findByText(t.letter.taken.blanks)).toBeVisible()
  expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(0)
  expect(checked.mock.calls.length).toBeGreaterThan(1)
  expect(checked.mock.calls.every(([{ to_take, form }]) => to_take === true && form.parts.length <= 40)).toBe(true)
})

test('without a dictionary no words are taken, and the dialog says why', { timeout: 60_000 }, async () => {
  const read = office.formsCheck
  const lacking: Finding = { rule: 'data.no_dictionary', severity: 'must', group: 'safe', block: null, start: 0, end: 0, message_ru: '', message_en: '', suggestion: null, mend: null }
  office.formsCheck = async (ask) => {
    const said = await read(ask)
    return { ...said, findings: [...said.findings, lacking] }
  }
  await choose()
  expect(await screen.findByText(t.letter.taken.unlooked)).toBeVisible()
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByRole('button', { name: t.letter.taken.take })).toBeDisabled()
})
