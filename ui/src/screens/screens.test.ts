import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetPlaces, fromHash } from '../app/router.svelte'
import { readSafety } from '../app/copies.svelte'
import { office, readProgram, tookOffice } from '../app/office.svelte'
import { WHOLE_REGISTER, backend, useBackend } from '../backend'
import { issue, takeIn } from '../testing/cases'
import { machine } from '../testing/office'
import { speak, t } from '../text/index.svelte'
import QuestionDialog from '../parts/QuestionDialog.svelte'
import FirstRun from './first/FirstRun.svelte'
import Journal from './records/Journal.svelte'
import Trash from './records/Trash.svelte'
import { fromForm, toForm } from './settings/profile'
import Settings from './settings/Settings.svelte'
import Today from './today/Today.svelte'

beforeEach(() => {
  localStorage.clear()
  forgetPlaces()
  speak('ru')
  location.hash = '#/today'
})

describe('first run', () => {
  it('makes an office in three steps, and asks for nothing but what a letter can’t do without', async () => {
    useBackend((await machine('empty')).backend)
    await readProgram()
    render(FirstRun)
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    expect(screen.getByLabelText('Полное название')).toHaveAccessibleDescription(/Напишите название/)
    await userEvent.type(screen.getByLabelText('Полное название'), 'ООО «Лавка»')
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    expect(screen.getByLabelText('Почтовый адрес с индексом')).toHaveAccessibleDescription(/Напишите адрес/)
    expect(screen.getByLabelText('Почтовый адрес с индексом')).toBeRequired()
    expect(screen.getByLabelText('ИНН')).not.toBeRequired()
    await userEvent.type(screen.getByLabelText('Почтовый адрес с индексом'), '127006, г. Москва, ул. Садовая, д. 1')
    await userEvent.type(screen.getByLabelText('ИНН'), '123')
    await screen.findByText(/Нужно 10 или 12 цифр, а здесь 3/)
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    await screen.findByLabelText('Кто подписывает')
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    expect(screen.getByLabelText('Кто подписывает')).toHaveAccessibleDescription(/Напишите, кто подписывает/)
    await userEvent.type(screen.getByLabelText('Кто подписывает'), 'Иванова Анна Петровна')
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Начать работу' }))
    await waitFor(() => expect(office()?.profile.name).toBe('ООО «Лавка»'))
    expect(office()?.profile.requisites.signatory.name).toBe('Иванова Анна Петровна')
    expect(office()?.profile.sample).toBe(false)
  })

  it('keeps what was typed when the window closes', async () => {
    useBackend((await machine('empty')).backend)
    await readProgram()
    const first = render(FirstRun)
    await userEvent.type(screen.getByLabelText('Полное название'), 'Лавка')
    first.unmount()
    render(FirstRun)
    await waitFor(() =>
      expect(screen.getByLabelText('Полное название')).toHaveValue('Лавка'),
    )
  })
})

describe('today', () => {
  it('puts each complaint in its section with its next step', async () => {
    useBackend((await machine()).backend)
    // Nobody confirmed its receipt, and now that it is late the answer itself is the step.
    const { id: overdue } = await takeIn(backend, { daysAgo: 26 })
    await takeIn(backend)
    await readProgram()
    render(Today)
    const late = await screen.findByRole('region', { name: /Просрочено/ })
    expect(within(late).getByText('Решить по требованиям')).toBeVisible()
    expect(within(late).getByText(/просрочено на/)).toBeVisible()
    await userEvent.click(within(late).getByRole('link'))
    expect(fromHash(location.hash)).toMatchObject({ screen: 'case', id: overdue })
    const fresh = screen.getByRole('region', { name: /Новые/ })
    expect(within(fresh).getByText('Подтвердить получение')).toBeVisible()
  })

  it('says that records went back, and goes on with them only when told to', async () => {
    useBackend((await machine()).backend)
    const { folder } = await backend.officeInfo()
    const database = join(folder, 'office.sqlite')
    await takeIn(backend)
    await backend.officeClose()
    const earlier = readFileSync(database)
    await backend.officeOpen({ folder: null })
    await takeIn(backend)
    await backend.officeClose()
    writeFileSync(database, earlier)
    tookOffice(await backend.officeOpen({ folder: null }))
    render(Today)
    expect(await screen.findByRole('alert')).toHaveTextContent(/в журнале 2 строки, а было 3/)
    await expect(takeIn(backend)).rejects.toMatchObject({ code: 'rows_lost' })
    render(QuestionDialog)
    await userEvent.click(screen.getByRole('button', { name: 'Продолжить с тем, что есть' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Продолжить с тем, что есть' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    const { id } = await takeIn(backend)
    const { complaint } = await backend.complaintCard({ complaint: id })
    expect(complaint.number).toMatch(/0003$/)
  })

  it('teaches when there is nothing', async () => {
    useBackend((await machine()).backend)
    await readProgram()
    render(Today)
    await screen.findByText('Здесь появится, что сделать сегодня')
    await readSafety()
    expect(screen.queryByText(/Скажите, где хранить копии записей/)).toBeNull()
  })

  it('asks for a copy once there is something to lose', async () => {
    useBackend((await machine()).backend)
    await takeIn(backend)
    await readProgram()
    render(Today)
    expect(await screen.findByText(/Скажите, где хранить копии записей/)).toBeVisible()
  })
})

describe('settings', () => {
  it('a profile survives its form', async () => {
    useBackend((await machine()).backend)
    const { profile } = await backend.officeInfo()
    expect(fromForm(toForm(profile))).toEqual(profile)
  })

  it('show what a number will look like and refuse one without a counter', async () => {
    useBackend((await machine()).backend)
    await readProgram()
    render(Settings, { part: 'numbering' })
    expect(within(await screen.findByLabelText('Входящие')).getByRole('option', { name: `ВХ-${new Date().getFullYear()}/0001` })).toBeInTheDocument()
    await userEvent.selectOptions(screen.getByLabelText('Входящие'), t.settings.numbering.own)
    const box = await screen.findByLabelText('Входящие: свой вид')
    await userEvent.clear(box)
    await userEvent.type(box, 'ВХ')
    await waitFor(() => expect(box).toHaveAccessibleDescription(/Добавьте счётчик/))
    expect(screen.getByRole('button', { name: 'Сохранить' })).toBeDisabled()
    await userEvent.type(box, '-{{n:3}')
    await waitFor(() => expect(box).toHaveAccessibleDescription(/Будет так: ВХ-001/))
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }))
    await waitFor(() => expect(office()?.profile.numbering.incoming).toBe('ВХ-{n:3}'))
  })
})

describe('records', () => {
  it('a backup says what it holds, and names what could not be saved', async () => {
    const told = await machine()
    useBackend(told.backend)
    const folder = mkdtempSync(join(tmpdir(), 'otvet-copies-'))
    try {
      const { id } = await takeIn(backend)
      const letter = await issue(backend, id, 'acknowledgement')
      const { folder: records } = await backend.officeInfo()
      await told.seat({ folder })
      await readProgram()
      render(Settings, { part: 'records' })
      await userEvent.click(await screen.findByRole('button', { name: 'Копия в другое место…' }))
      await screen.findByText('Скопировано и прочитано заново. Файлов: 1.')
      rmSync(folder, { recursive: true })
      rmSync(join(records, 'documents'), { recursive: true })
      await userEvent.click(screen.getByRole('button', { name: 'Копия в другое место…' }))
      await screen.findByText('Копия сделана, но часть файлов сохранить не удалось: 1')
      const { complaint } = await backend.complaintCard({ complaint: id })
      expect(
        screen.getByText(`${complaint.number}: ${letter.summary.issued?.number} (файла нет)`),
      ).toBeVisible()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('the journal says every action and verifies its chain', async () => {
    useBackend((await machine()).backend)
    await takeIn(backend)
    await takeIn(backend)
    render(Journal)
    expect((await screen.findAllByText('Обращение записано')).length).toBe(2)
    await userEvent.click(screen.getByRole('button', { name: 'Проверить' }))
    // The office itself and the two.
    await screen.findByText(/Проверены 3 строки журнала: цепочка цела/)
  })

  it('the trash gives back', async () => {
    useBackend((await machine()).backend)
    await takeIn(backend)
    await takeIn(backend)
    const { rows } = await backend.registerPage({ query: WHOLE_REGISTER, offset: 0, limit: 1 })
    await backend.complaintTrash({ complaint: rows[0]!.id, reason: 'спам' })
    render(Trash)
    await userEvent.click(await screen.findByRole('button', { name: /Вернуть/ }))
    await screen.findByText('Корзина пуста')
    expect((await backend.registerPage({ query: WHOLE_REGISTER, offset: 0, limit: 1 })).total).toBe(2)
  })

  it('the trash is emptied for good, once it is said what goes', async () => {
    useBackend((await machine()).backend)
    await takeIn(backend)
    await takeIn(backend)
    const query = { statuses: [], channels: [], kinds: [], due: null, text: '', trashed: false, sort: 'received' as const, descending: true }
    const { rows } = await backend.registerPage({ query, offset: 0, limit: 1 })
    await backend.complaintTrash({ complaint: rows[0]!.id, reason: 'спам' })
    render(Trash)
    render(QuestionDialog)
    const button = await screen.findByRole('button', { name: 'Очистить корзину' })
    await userEvent.click(button)
    expect(await screen.findByText(new RegExp(`Исчезнет всё.*${rows[0]!.number}`))).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Отмена' }))
    expect((await backend.trashContents()).numbers).toEqual([rows[0]!.number])

    await userEvent.click(button)
    await userEvent.click(await screen.findByRole('button', { name: 'Стереть навсегда' }))
    await screen.findByText('Корзина пуста')
    expect(screen.queryByRole('button', { name: 'Очистить корзину' })).toBeNull()
    await expect(backend.complaintCard({ complaint: rows[0]!.id })).rejects.toMatchObject({ code: 'not_found' })
    expect((await backend.registerPage({ query, offset: 0, limit: 1 })).total).toBe(1)
    expect((await backend.journalPage({ complaint: null, before: null, limit: 1 }))[0]!.op).toBe('trash_empty')
  })
})
