import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { rfc3339 } from '../../app/format'
import { useBackend, type JournalVerification } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { speak, t } from '../../text/index.svelte'
import Journal from './Journal.svelte'

let told: Machine

beforeEach(async () => {
  speak('ru')
  told = await machine()
  useBackend(told.backend)
  await takeIn(told.backend)
})

async function verified(found?: Partial<JournalVerification>) {
  if (found) {
    const whole = await told.backend.journalVerify()
    told.backend.journalVerify = () => Promise.resolve({ ...whole, ...found })
  }
  render(Journal)
  await userEvent.click(await screen.findByRole('button', { name: 'Проверить' }))
  return within(screen.getByRole('status'))
}

it('counts the rows of the journal, not of the records', async () => {
  const { id } = await takeIn(told.backend)
  const fields = { at: rfc3339(), text: 'Позвонили', source: '' }
  await told.backend.diarySave({ complaint: id, entry: null, ...fields })
  const { checked, compared, uncompared } = await told.backend.journalVerify()
  expect(compared).toBeGreaterThan(0)
  expect(uncompared).toBe(0)
  const status = await verified()
  await status.findByText(t.records.journalGood(checked, compared, 0))
})

it('says of a row that differs what it is, and nothing of a broken chain', async () => {
  const status = await verified({ differing: [{ table: 'diary', number: 'ВХ-2026/0001' }] })
  await status.findByText('ВХ-2026/0001: запись дневника')
  expect(status.queryByText(t.records.journalBad)).toBeNull()
  expect(status.queryByText(t.records.structureBad)).toBeNull()
})

it('says of a damaged database that it is damaged', async () => {
  const status = await verified({ structure: 'Tree 5 page 7' })
  await status.findByText(t.records.structureBad)
  expect(status.queryByText(t.records.journalBad)).toBeNull()
  expect(status.queryByText(t.records.rowsDiffer)).toBeNull()
})

it('says how many rows it could not compare', async () => {
  const status = await verified({ uncompared: 3 })
  await status.findByText(/Не сверено: 3\./)
})
