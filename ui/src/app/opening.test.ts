import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backend, useBackend, type ComplaintId, type DocumentId } from '../backend'
import QuestionDialog from '../parts/QuestionDialog.svelte'
import { takeIn } from '../testing/cases'
import { machine, type Machine } from '../testing/office'
import { speak, t } from '../text/index.svelte'
import { openDocument } from './opening'

let folder: string
let office: Machine

beforeEach(async () => {
  speak('ru')
  folder = mkdtempSync(join(tmpdir(), 'opening-'))
  office = await machine()
  useBackend(office.backend)
})

afterEach(() => rmSync(folder, { recursive: true }))

async function attached(complaint: ComplaintId, name: string, bytes: string): Promise<DocumentId> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await office.seat({ files: [path], save: join(folder, 'saved') })
  const files = await backend.filesChoose({ purpose: 'documents' })
  const tokens = files.map((file) => file.token)
  const task = crypto.randomUUID()
  const { documents } = await backend.documentAdd(
    { complaint, tokens, side: 'complainant', source: '', task },
    () => undefined,
  )
  const added = documents.find((document) => document.name === name)
  if (!added) throw new Error(`${name} was not added`)
  return added.id
}

it('asks once about a kind that is not only looked at', async () => {
  const { id } = await takeIn(backend)
  const first = await attached(id, 'смета.docx', 'PK')
  const second = await attached(id, 'ещё.docx', 'PK')
  render(QuestionDialog)
  const no = openDocument(id, first)
  expect(await screen.findByRole('dialog')).toHaveTextContent('.docx')
  await userEvent.click(screen.getByRole('button', { name: t.controls.cancel }))
  await no
  expect(await office.opened()).toEqual([])
  const yes = openDocument(id, first)
  await userEvent.click(await screen.findByRole('button', { name: 'Открыть' }))
  await yes
  expect(await office.opened()).toHaveLength(1)
  await openDocument(id, second)
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('never opens what does something, and saves it when told to', async () => {
  const { id } = await takeIn(backend)
  const document = await attached(id, 'чек.pdf', '#!/bin/sh\necho')
  render(QuestionDialog)
  const opening = openDocument(id, document)
  await userEvent.click(await screen.findByRole('button', { name: 'Сохранить…' }))
  await opening
  expect(await office.opened()).toEqual([])
  expect(readFileSync(join(folder, 'saved'), 'utf8')).toBe('#!/bin/sh\necho')
  await expect(backend.documentOpen({ complaint: id, document, confirmed: true })).rejects.toMatchObject({
    code: 'only_saved',
  })
})
