import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useBackend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { CaseModel } from './model.svelte'
import PersonDataDialog from './PersonDataDialog.svelte'

test('who erases a person reads where the data remain: in cases of others, in copies, on paper and elsewhere', async () => {
  const disk = mkdtempSync(join(tmpdir(), 'otvet-disk-'))
  const { backend: office, seat } = await machine()
  useBackend(office)
  const { id } = await takeIn(office, { complainant: { name: 'Квазимодозубр Марина Львовна' } })
  const text = 'Со мной была Квазимодозубр Марина Львовна.'
  const other = await takeIn(office, { complainant: { name: 'Орлов Пётр Ильич' }, text })
  const card = await office.complaintCard({ complaint: id })
  const shown = render(PersonDataDialog, { open: true, model: new CaseModel(card, new Set()) })
  await screen.findByText(t.retention.person.mentioned(1))
  expect(screen.getByRole('button', { name: other.number })).toBeTruthy()
  expect(screen.getByText(t.retention.copies.outside)).toBeTruthy()
  expect(screen.getByText(new RegExp(t.retention.copies.none))).toBeTruthy()
  shown.unmount()

  await seat({ folder: disk })
  await office.copiesPlaceChoose()
  await office.copyMake({ task: crypto.randomUUID() }, () => undefined)
  render(PersonDataDialog, { open: true, model: new CaseModel(card, new Set()) })
  await userEvent.click(await screen.findByText(`${t.retention.copies.title}: 1`))
  expect(screen.getByText(new RegExp(t.retention.copies.lead))).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: other.number }))
  expect(location.hash).toContain(other.id)
  rmSync(disk, { recursive: true, force: true })
})
