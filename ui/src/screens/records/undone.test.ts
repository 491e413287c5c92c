import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useBackend, type Backend } from '../../backend'
import { asked, reply } from '../../parts/question.svelte'
import { takeIn } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Retention from '../settings/Retention.svelte'
import Trash from './Trash.svelte'
import UndoneLine from './UndoneLine.svelte'

const words = t.retention.undone
let disk: string
let seat: Machine['seat']
let office: Backend

beforeEach(async () => {
  disk = mkdtempSync(join(tmpdir(), 'otvet-disk-'))
  ;({ backend: office, seat } = await machine())
  useBackend(office)
  await seat({ now: '2026-11-20T12:00:00+03:00', folder: disk })
})

afterEach(() => rmSync(disk, { recursive: true, force: true }))

const taken = () => takeIn(office, {}, new Date('2026-11-20T11:00:00+03:00'))

describe('the trash', { timeout: 60_000 }, () => {
  test('is emptied after a question that names what goes, and what went has its act', async () => {
    const { id, number } = await taken()
    await office.complaintTrash({ complaint: id, reason: 'спам' })
    render(Trash)
    const empty = () => screen.findByRole('button', { name: t.records.emptyTrash })
    await userEvent.click(await empty())
    await waitFor(() => expect(asked()?.text).toContain(number))
    reply(false)
    expect((await office.trashContents()).numbers).toEqual([number])
    await userEvent.click(await empty())
    await waitFor(() => expect(asked()).not.toBeNull())
    reply(true)
    await screen.findByText(t.records.trashEmptyTitle)
    expect((await office.erasures()).map((row) => row.numbers)).toEqual([[number]])
    render(Retention)
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${t.retention.log.act}`) }))
  })

  test('gives back a document of a case that is ordered to be kept', async () => {
    const { id, number } = await taken()
    const path = join(disk, 'чек.txt')
    writeFileSync(path, 'чек')
    await seat({ now: '2026-11-20T12:00:00+03:00', files: [path] })
    const tokens = (await office.filesChoose({ purpose: 'documents' })).map((file) => file.token)
    const task = crypto.randomUUID()
    const { documents } = await office.documentAdd({ complaint: id, tokens, side: 'complainant', source: '', task }, () => undefined)
    const document = documents[0]!
    await office.documentTrash({ complaint: id, document: document.id })
    await office.complaintHold({ complaint: id, hold: null, reason: 'иск', ordered_by: 'суд', until: null })
    render(Trash)
    await userEvent.click(await screen.findByRole('button', { name: `${t.records.restore}: ${document.name}, ${number}` }))
    await waitFor(async () => expect((await office.complaintCard({ complaint: id })).documents).toHaveLength(1))
  })
})

describe('what was erased and came back with a copy', { timeout: 60_000 }, () => {
  test('is told of, and erased again in one step', async () => {
    const { id, number } = await taken()
    await office.copiesPlaceChoose()
    await office.copyMake({ task: crypto.randomUUID() }, () => undefined)
    await office.complaintTrash({ complaint: id, reason: 'спам' })
    await office.trashEmpty(await office.trashContents())
    const none = render(UndoneLine)
    const { copies } = await office.copiesShown({ folder: null })
    expect(screen.queryByText(words.today(1))).toBeNull()
    none.unmount()
    const restored = await office.copyRestore({ copy: copies[0]!.copy, task: crypto.randomUUID(), lacking: false, password: null }, () => undefined)
    expect(restored.kind).toBe('in_place')

    const line = render(UndoneLine)
    await screen.findByText(words.today(1))
    line.unmount()
    render(Retention)
    expect(await screen.findByRole('list', { name: words.title })).toHaveTextContent(number)
    await userEvent.click(screen.getByRole('button', { name: words.repeat(1) }))
    await waitFor(() => expect(asked()?.text).toContain(number))
    reply(true)
    await waitFor(() => expect(screen.queryByRole('list', { name: words.title })).toBeNull())
    await expect(office.complaintCard({ complaint: id })).rejects.toMatchObject({ code: 'not_found' })
    expect(await office.erasuresUndone()).toEqual([])
  })
})
