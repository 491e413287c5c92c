import { renameSync } from 'node:fs'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listenDrops } from '../../app/drops.svelte'
import { dismiss, notices } from '../../app/notices.svelte'
import { useBackend, type Backend } from '../../backend'
import { ago } from '../../testing/cases'
import { file, message } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Intake from './Intake.svelte'

let it: Machine
let office: Backend
let stop: () => void

beforeEach(async () => {
  it = await machine()
  office = it.backend
  useBackend(office)
  stop = await listenDrops()
})
afterEach(() => {
  stop()
  for (const { id } of [...notices()]) dismiss(id)
})

const words = () => screen.findByLabelText(t.intake.text.label)
const save = () => userEvent.click(screen.getByRole('button', { name: t.intake.save }))
const listed = () =>
  within(screen.getByRole('list', { name: t.intake.files.list })).getAllByRole('listitem').map((one) => one.querySelector('span')?.textContent)
const documentsOf = async (added: { mock: { results: { value: unknown }[] } }) => {
  const { id } = (await added.mock.results.at(-1)?.value) as { id: string }
  return (await office.complaintCard({ complaint: id })).documents.map((document) => document.name)
}

describe('files of a complaint that is being taken in', { timeout: 30_000 }, () => {
  test('let go while the form is open are shown, are one each, can be taken off, and belong to this complaint alone', async () => {
    const paths = ['чек.txt', 'фото.txt', 'лишнее.txt'].map((name) => file(name, name))
    render(Intake)
    await userEvent.type(await words(), 'Чайник не греет')
    await it.drop(paths)
    await waitFor(() => expect(listed()).toEqual(['чек.txt', 'фото.txt', 'лишнее.txt']))
    await it.drop(paths.slice(0, 2))
    await new Promise((done) => setTimeout(done, 50))
    expect(listed()).toEqual(['чек.txt', 'фото.txt', 'лишнее.txt'])
    await userEvent.click(screen.getByRole('button', { name: t.intake.files.remove('лишнее.txt') }))
    expect(listed()).toEqual(['чек.txt', 'фото.txt'])
    const added = vi.spyOn(office, 'complaintAdd')
    await save()
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(await documentsOf(added)).toEqual(['чек.txt', 'фото.txt'])

    await userEvent.click(screen.getByRole('button', { name: t.intake.saved.another }))
    await userEvent.type(await words(), 'Другое')
    expect(screen.queryByText('чек.txt')).toBeNull()
    await save()
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(await documentsOf(added)).toEqual([])
  })

  test('are chosen by a button, and stay when one leaves the screen and the program', async () => {
    const path = file('чек.txt', 'чек')
    await it.seat({ files: [path] })
    const first = render(Intake)
    await words()
    await userEvent.click(screen.getByRole('button', { name: t.intake.files.add }))
    await waitFor(() => expect(listed()).toEqual(['чек.txt']))
    first.unmount()
    const kept = async () => (await office.draftGet({ key: 'complaint/new' }))?.value as { files?: unknown[] } | undefined
    await waitFor(async () => expect((await kept())?.files).toHaveLength(1))

    await it.again()
    const second = render(Intake)
    await waitFor(() => expect(listed()).toEqual(['чек.txt']))
    expect(screen.queryByText(t.intake.files.gone)).toBeNull()
    second.unmount()

    renameSync(path, `${path}.away`)
    render(Intake)
    expect(await screen.findByText(t.intake.files.gone)).toBeInTheDocument()
    await userEvent.type(await words(), 'Чайник не греет')
    await save()
    await waitFor(() => expect(notices().at(-1)?.text).toMatch(/^Файла уже нет там.*чек\.txt/))
    renameSync(`${path}.away`, path)
    const added = vi.spyOn(office, 'complaintAdd')
    await save()
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(await documentsOf(added)).toEqual(['чек.txt'])
  })

  test('come with a message as well', async () => {
    await it.seat({ files: [file('письмо.eml', message(ago(0), 'Полка', 'Верните деньги за полку.'))] })
    const mail = (await office.filesChoose({ purpose: 'mail' }))[0]!.token
    render(Intake, { mail })
    await words()
    await it.drop([file('снимок.txt', 'снимок')])
    await waitFor(() => expect(listed()).toEqual(['снимок.txt']))
    const added = vi.spyOn(office, 'mailTake')
    await save()
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect((await documentsOf(added)).sort()).toEqual(['Полка.eml', 'снимок.txt'])
  })

  test('one that is gone when it is let go is named', async () => {
    render(Intake)
    await words()
    const path = file('пропал.txt', '1')
    renameSync(path, `${path}.away`)
    await it.drop([path])
    await waitFor(() => expect(notices().at(-1)?.text).toBe(t.frame.dropGone(['пропал.txt'])))
  })
})
