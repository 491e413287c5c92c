import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { office, readProgram } from '../../app/office.svelte'
import { forgetPlaces } from '../../app/router.svelte'
import { backend, useBackend } from '../../backend'
import Notices from '../../parts/Notices.svelte'
import QuestionDialog from '../../parts/QuestionDialog.svelte'
import { takeIn, issue } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { speak } from '../../text/index.svelte'
import FirstRun from '../first/FirstRun.svelte'
import Frame from '../frame/Frame.svelte'
import Today from '../today/Today.svelte'
import Records from '../settings/Records.svelte'
import Copies from './Copies.svelte'

let disk: string
let told: Machine

beforeEach(async () => {
  forgetPlaces()
  speak('ru')
  location.hash = '#/copies'
  disk = mkdtempSync(join(tmpdir(), 'otvet-disk-'))
  told = await machine()
  useBackend(told.backend)
  await told.seat({ folder: disk })
  await readProgram()
})

afterEach(() => rmSync(disk, { recursive: true, force: true }))

const shelf = () => join(disk, 'Ответ, копии')
const aCopy = () => screen.findByRole('radio', { name: /^\d\d\.\d\d\.\d{4}/ })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

async function placed() {
  await backend.copiesPlaceChoose()
  await backend.copyMake({ task: crypto.randomUUID() }, () => undefined)
}

describe('copies', () => {
  it('a place is chosen, and the first copy is made there at once', async () => {
    await takeIn(backend)
    render(Notices)
    render(Copies)
    await screen.findByText(/Место не выбрано/)
    await userEvent.click(await button('Выбрать место…'))
    const list = await screen.findByRole('table', { name: 'Копии' })
    expect(within(list).getAllByRole('radio')).toHaveLength(1)
    expect(screen.getByText(shelf())).toBeVisible()
    expect(await screen.findByText(/Записи в сохранности на/)).toBeVisible()
    expect(readdirSync(shelf())).toContain('shelf.json')
  })

  it('says what a copy lacks before it takes the place of the records, and keeps these', async () => {
    const { id: first } = await takeIn(backend)
    await placed()
    const { id } = await takeIn(backend)
    const letter = await issue(backend, id, 'acknowledgement')
    const { complaint } = await backend.complaintCard({ complaint: id })
    const { folder } = await backend.officeInfo()
    render(Notices)
    render(QuestionDialog)
    render(Copies)
    await userEvent.click(await aCopy())
    await screen.findByText(/В ней 1 обращение, 0 писем и 0 файлов/)
    expect(screen.getByText(`В ней нет 1 обращения: ${complaint.number}.`)).toBeVisible()
    expect(screen.getByText(`В ней нет 1 выпущенного письма: ${letter.summary.issued?.number}.`)).toBeVisible()
    await userEvent.click(await button('Вернуть записи из этой копии…'))
    const question = await screen.findByRole('dialog')
    expect(within(question).getByText(new RegExp(complaint.number))).toBeVisible()
    await userEvent.click(within(question).getByRole('button', { name: 'Вернуть' }))
    await screen.findByText(/Прежние лежат в папке/)
    expect(office()?.complaints).toBe(1)
    await backend.complaintCard({ complaint: first })
    const kept = readdirSync(join(folder, '..')).find((name) => name.startsWith('office-before-'))
    expect(existsSync(join(folder, '..', kept ?? '', 'office.sqlite'))).toBe(true)
    const { held } = await backend.copiesShown({ folder: null })
    expect(held).toEqual({ restored: true, damaged: false })
  })

  it('asks before a copy that lost something takes the place of the records, and removes what it left', async () => {
    const { id } = await takeIn(backend)
    await issue(backend, id, 'acknowledgement')
    await placed()
    rmSync(join(shelf(), 'documents'), { recursive: true })
    const { folder } = await backend.officeInfo()
    const beside = () => readdirSync(join(folder, '..')).filter((name) => name.startsWith('office.restored-'))
    render(Notices)
    render(QuestionDialog)
    render(Copies)
    await userEvent.click(await aCopy())
    await userEvent.click(await button('Вернуть записи из этой копии…'))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Вернуть' }))
    const question = await screen.findByRole('dialog', { name: /Всё равно вернуть записи/ })
    expect(within(question).getByText(/сейчас их не прочитать/)).toBeVisible()
    await userEvent.click(within(question).getByRole('button', { name: 'Отмена' }))
    await screen.findByText(/осталась копия, которая не заняла их место/)
    expect(beside()).toHaveLength(1)
    expect((await backend.officeInfo()).complaints).toBe(1)
    await userEvent.click(await button('Удалить эту папку'))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Удалить эту папку' }))
    await waitFor(() => expect(screen.queryByText(/осталась копия/)).toBeNull())
    expect(beside()).toEqual([])
  })

  it('asks before a copy of before the password takes the place of locked records', { timeout: 60_000 }, async () => {
    await placed()
    const { recovery_key } = await backend.passwordPrepare({ password: 'сом пеньку не указ 41' })
    await backend.passwordSet({ recovery_key }, () => undefined)
    await readProgram()
    render(Notices)
    render(QuestionDialog)
    render(Copies)
    const restore = async () => {
      await userEvent.click(await button('Вернуть записи из этой копии…'))
      await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Вернуть' }))
      return screen.findByRole('dialog', { name: 'Вернуть записи без пароля?' })
    }
    await userEvent.click(await aCopy())
    const question = await restore()
    expect(within(question).getByText(/записи будут лежать открыто/)).toBeVisible()
    await userEvent.click(within(question).getByRole('button', { name: 'Отмена' }))
    expect((await backend.officeInfo()).safety.locked).toBe(true)
    await userEvent.click(within(await restore()).getByRole('button', { name: 'Вернуть без пароля' }))
    await waitFor(() => expect(office()?.safety.locked).toBe(false))
  })

  it('opens beside the records, says so on every screen, and changes nothing', async () => {
    await takeIn(backend)
    await placed()
    const { id } = await takeIn(backend)
    const { folder } = await backend.officeInfo()
    const first = render(Copies)
    await userEvent.click(await aCopy())
    await userEvent.click(await button('Открыть копию рядом'))
    await waitFor(() => expect(office()?.copy_of).not.toBeNull())
    first.unmount()
    render(Notices)
    render(Frame)
    await screen.findByText(/Вы смотрите копию от/)
    expect(office()?.complaints).toBe(1)
    await expect(backend.complaintCard({ complaint: id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(takeIn(backend)).rejects.toMatchObject({ code: 'a_copy' })
    await userEvent.click(await button('Вернуться к своим записям'))
    await waitFor(() => expect(office()?.folder).toBe(folder))
    expect(office()?.complaints).toBe(2)
    expect(office()?.copy_of).toBeNull()
    expect(readdirSync(join(folder, '..')).filter((name) => name.startsWith('copy-'))).toEqual([])
  })

  it('is restored for trial, and the list says when it was read', async () => {
    await placed()
    render(Notices)
    render(Copies)
    await userEvent.click(await aCopy())
    await userEvent.click(await button('Восстановить для пробы'))
    expect((await screen.findAllByText(/восстановлена для пробы: всё цело/)).length).toBeGreaterThan(0)
  })

  it('a medium that is unplugged is told of, and its copies show again once it is back', async () => {
    await placed()
    renameSync(disk, `${disk}-away`)
    try {
      const first = render(Copies)
      await screen.findByText('Их видно, когда диск подключён.')
      expect(await button('Сделать копию')).toBeDisabled()
      first.unmount()
    } finally {
      renameSync(`${disk}-away`, disk)
    }
    render(Copies)
    expect(await aCopy()).toBeVisible()
  })

  it('held back copies are let go by a word', async () => {
    const { id } = await takeIn(backend)
    await issue(backend, id, 'acknowledgement')
    const { folder } = await backend.officeInfo()
    rmSync(join(folder, 'documents'), { recursive: true })
    await placed()
    render(Copies)
    await screen.findByText(/Найдены повреждения, поэтому/)
    await userEvent.click(await button('Всё в порядке, продолжать как обычно'))
    await waitFor(() => expect(screen.queryByText(/Найдены повреждения, поэтому/)).toBeNull())
  })

  it('Today says as of when the records are safe', async () => {
    await placed()
    render(Today)
    expect(await screen.findByText(/Записи в сохранности на/)).toBeVisible()
  })

  it('the keyboard alone picks a copy', async () => {
    await placed()
    render(Copies)
    const radio = await aCopy()
    radio.focus()
    await userEvent.keyboard(' ')
    await screen.findByText(/После неё ничего не записано/)
  })

  it('records come back where none are open', async () => {
    await takeIn(backend)
    await placed()
    const other = await machine('empty')
    useBackend(other.backend)
    await other.seat({ folder: disk })
    await readProgram()
    render(QuestionDialog)
    render(FirstRun)
    await userEvent.click(await button('Вернуть записи из копии…'))
    await userEvent.click(await button('Показать копии в другой папке…'))
    await userEvent.click(await aCopy())
    await userEvent.click(await button('Вернуть записи из этой копии…'))
    const question = await screen.findByRole('dialog')
    await userEvent.click(within(question).getByRole('button', { name: 'Вернуть' }))
    await waitFor(() => expect(office()?.complaints).toBe(1))
  })

  it('a document that is gone is taken whole from a copy, and nothing else is touched', async () => {
    const { id } = await takeIn(backend)
    await issue(backend, id, 'acknowledgement')
    await placed()
    const later = await takeIn(backend, { subject: 'Позже копии' })
    rmSync(join((await backend.officeInfo()).folder, 'documents'), { recursive: true, force: true })
    render(Notices)
    render(Records)
    await userEvent.click(await button('Проверить документы'))
    await userEvent.click(await button('Взять целые из копии'))
    expect(await screen.findByText('Взято из копии: 1')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Взять целые из копии' })).toBeNull())
    expect((await backend.documentsVerify()).missing).toEqual([])
    expect((await backend.complaintCard({ complaint: later.id })).complaint.subject).toBe('Позже копии')
  })
})
