import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import Form from '../../app/Form.test.svelte'
import { dropped } from '../../app/drops.svelte'
import { listenKeys } from '../../app/keys.svelte'
import { lockNow, lockWhenIdle, onForget } from '../../app/lock.svelte'
import { notices } from '../../app/notices.svelte'
import { applyProgram, office, program, readProgram, saveProgram, tookOffice } from '../../app/office.svelte'
import { forgetPlaces } from '../../app/router.svelte'
import { backend, useBackend, type DroppedFile } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine, type Machine } from '../../testing/office'
import { speak } from '../../text/index.svelte'
import Password from '../settings/Password.svelte'
import Lock from './Lock.svelte'

const PASSWORD = 'сом пеньку не указ 41'
let here: Machine

beforeEach(async () => {
  localStorage.clear()
  forgetPlaces()
  speak('ru')
  here = await machine()
  useBackend(here.backend)
  onForget(() => undefined)
  await readProgram()
})

async function locked(): Promise<string> {
  const { recovery_key } = await backend.passwordPrepare({ password: PASSWORD })
  tookOffice((await backend.passwordSet({ recovery_key }, () => undefined)).office)
  await readProgram()
  return recovery_key
}

describe('the password of the records', { timeout: 60_000 }, () => {
  it('is set once the recovery key was noted, and asked for at the lock screen', async () => {
    const { number } = await takeIn(backend)
    render(Password)
    await userEvent.click(screen.getByRole('button', { name: 'Задать пароль…' }))
    await userEvent.type(screen.getByLabelText('Пароль'), 'кефир')
    expect(await screen.findByText(/Слишком коротко/)).toBeVisible()
    await userEvent.type(screen.getByLabelText('Пароль ещё раз'), 'кефир')
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    expect(await screen.findByText(/Слишком короткий/)).toBeVisible()
    expect(screen.queryByText(/Слишком коротко/), 'said once').toBeNull()
    await userEvent.clear(screen.getByLabelText('Пароль ещё раз'))
    await userEvent.clear(screen.getByLabelText('Пароль'))
    await userEvent.type(screen.getByLabelText('Пароль'), PASSWORD)
    expect(await screen.findByText('Надёжный.')).toBeVisible()
    await userEvent.type(screen.getByLabelText('Пароль ещё раз'), 'другое')
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))
    expect(await screen.findByText('Пароли не совпадают.')).toBeVisible()
    await userEvent.clear(screen.getByLabelText('Пароль ещё раз'))
    await userEvent.type(screen.getByLabelText('Пароль ещё раз'), PASSWORD)
    await userEvent.click(screen.getByRole('button', { name: 'Дальше' }))

    const key = (await screen.findByText(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/, undefined, { timeout: 20_000 })).textContent ?? ''
    const noted = screen.getByLabelText('Введите ключ с листа')
    await waitFor(() => expect(noted).toHaveFocus())
    await userEvent.click(screen.getByRole('button', { name: 'Напечатать лист' }))
    await waitFor(async () => expect((await here.opened()).at(-1)).toMatch(/Ключ восстановления\.pdf$/))
    const wrong = key.slice(0, 12) + (key[12] === '7' ? '8' : '7') + key.slice(13)
    await userEvent.type(noted, `${wrong}{Enter}`)
    expect(await screen.findByText(/Опечатка в группе 3/)).toBeVisible()
    expect(office()?.safety.locked).toBe(false)
    await userEvent.clear(screen.getByLabelText('Введите ключ с листа'))
    await userEvent.type(screen.getByLabelText('Введите ключ с листа'), key.toLowerCase())
    await userEvent.click(screen.getByRole('button', { name: 'Зашифровать записи' }))
    await waitFor(() => expect(office()?.safety.locked).toBe(true), { timeout: 20_000 })
    expect(screen.queryByText(key)).toBeNull()

    await lockNow()
    expect(office()).toBeNull()
    expect(program()?.locked).toBe(true)
    await expect(backend.today()).rejects.toMatchObject({ code: 'no_office' })
    render(Lock)
    await userEvent.type(screen.getByLabelText('Пароль'), 'мимо этого пароля{Enter}')
    expect(await screen.findByText(/Пароль не подходит/, undefined, { timeout: 20_000 })).toBeVisible()
    expect(screen.getByLabelText('Пароль')).toHaveValue('')
    await userEvent.type(screen.getByLabelText('Пароль'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(office()?.safety.locked).toBe(true), { timeout: 20_000 })
    expect((await backend.search({ text: number, limit: 5 })).length).toBe(1)
  })

  it('can be forgotten: the recovery key opens, mistyped groups are named', async () => {
    const key = await locked()
    await lockNow()
    render(Lock)
    await userEvent.click(screen.getByRole('button', { name: 'Забыли пароль?' }))
    const field = screen.getByLabelText('Ключ восстановления')
    await userEvent.type(field, `${key.slice(0, -1)}{Enter}`)
    expect(await screen.findByText(/Опечатка в группе 8/)).toBeVisible()
    await userEvent.clear(field)
    await userEvent.type(field, `${key}{Enter}`)
    await waitFor(() => expect(office()).not.toBeNull(), { timeout: 20_000 })
  })

  it('gets a new recovery key, and the former one holds until the new one was noted', async () => {
    const former = await locked()
    render(Password)
    await userEvent.click(screen.getByRole('button', { name: 'Новый ключ восстановления…' }))
    await userEvent.type(screen.getByLabelText('Нынешний пароль'), `${PASSWORD}{Enter}`)
    const field = await screen.findByLabelText('Введите ключ с листа', undefined, { timeout: 20_000 })
    await waitFor(() => expect(field).toBeEnabled())
    const key = document.querySelector('.key')?.textContent ?? ''
    expect(key).not.toBe(former)
    await userEvent.type(field, `${former}{Enter}`)
    expect(await screen.findByText(/ключ других записей или прежний/, undefined, { timeout: 20_000 })).toBeVisible()
    await waitFor(() => expect(field).toBeEnabled())
    await userEvent.clear(field)
    await userEvent.type(field, `${key}{Enter}`)
    await waitFor(() => expect(screen.queryByLabelText('Введите ключ с листа')).toBeNull(), { timeout: 20_000 })
    await lockNow()
    await expect(backend.officeUnlock({ password: null, recovery_key: former })).rejects.toMatchObject({ code: 'recovery_key_wrong' })
    await backend.officeUnlock({ password: null, recovery_key: key })
  })

  it('is not asked of whoever is signed in to the account that may open the records', async () => {
    await locked()
    const settings = render(Password)
    await userEvent.click(screen.getByRole('button', { name: 'Включить…' }))
    await userEvent.type(screen.getByLabelText('Нынешний пароль'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(program()?.keyring).toBe(true), { timeout: 20_000 })
    expect(screen.getByText(/откроет записи без пароля/)).toBeVisible()
    settings.unmount()
    await lockNow()
    const lock = render(Lock)
    await userEvent.click(screen.getByRole('button', { name: 'Открыть учётной записью компьютера' }))
    await waitFor(() => expect(office()?.safety.locked).toBe(true), { timeout: 20_000 })
    lock.unmount()
    render(Password)
    await userEvent.click(screen.getByRole('button', { name: 'Выключить' }))
    await waitFor(() => expect(program()?.keyring).toBe(false))
    await lockNow()
    render(Lock)
    expect(screen.queryByRole('button', { name: 'Открыть учётной записью компьютера' })).toBeNull()
  })

  it('is asked for where the keyring is of no use, which is said', async () => {
    await locked()
    await backend.keyringOn({ password: PASSWORD })
    await lockNow()
    useBackend({ ...here.backend, keyringUnlock: () => Promise.reject({ code: 'no_keyring', field: null, detail: null }) })
    render(Lock)
    await userEvent.click(screen.getByRole('button', { name: 'Открыть учётной записью компьютера' }))
    expect(await screen.findByText(/нет хранилища паролей/)).toBeVisible()
    await userEvent.type(screen.getByLabelText('Пароль'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(office()?.safety.locked).toBe(true), { timeout: 20_000 })
  })

  it('opens while the keyring never answers, and what that says later is dropped', async () => {
    await locked()
    await lockNow()
    applyProgram({ ...program()!, keyring: true })
    let late: (error: unknown) => void = () => undefined
    useBackend({ ...here.backend, keyringUnlock: () => new Promise((_, failed) => (late = failed)) })
    render(Lock)
    await userEvent.click(screen.getByRole('button', { name: 'Открыть учётной записью компьютера' }))
    expect(screen.getByLabelText('Пароль')).toBeEnabled()
    await userEvent.type(screen.getByLabelText('Пароль'), `${PASSWORD}{Enter}`)
    await waitFor(() => expect(office()?.safety.locked).toBe(true), { timeout: 20_000 })
    late({ code: 'no_keyring', field: null, detail: null })
    await new Promise((done) => setTimeout(done, 0))
    expect(screen.queryByText(/нет хранилища паролей/)).toBeNull()
    expect(office()?.safety.locked).toBe(true)
  })

  it('says of files that fall on the shut window that they wait', async () => {
    await locked()
    await lockNow()
    dropped({ files: [{ token: 'x', name: 'Жалоба.eml', place: '/x/Жалоба.eml' } as DroppedFile], gone: [] })
    expect(notices().map((notice) => notice.text)).toContain('Записи закрыты. Файлы подождут: откройте записи, и ими можно будет заняться.')
    await backend.officeUnlock({ password: PASSWORD, recovery_key: null })
  })

  it('loses nothing that is being typed, and leaves no office open', async () => {
    await locked()
    const form = render(Form)
    await userEvent.type(await screen.findByLabelText('Слова'), 'Начатое')
    await lockNow()
    expect(office()).toBeNull()
    form.unmount()
    await backend.officeUnlock({ password: PASSWORD, recovery_key: null })
    expect((await backend.draftGet({ key: 'note/1' }))?.value).toMatchObject({ text: 'Начатое' })
  })

  it('shuts the records when nobody works for as long as the settings say', async () => {
    await locked()
    await saveProgram({ lock_after: 5 })
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const stop = lockWhenIdle()
    const keys = listenKeys()
    try {
      await vi.advanceTimersByTimeAsync(4 * 60_000)
      await fireEvent.keyDown(document.body, { key: 'a' })
      await vi.advanceTimersByTimeAsync(4 * 60_000)
      expect(office()).not.toBeNull()
      await vi.advanceTimersByTimeAsync(61_000)
    } finally {
      vi.useRealTimers()
      stop()
      keys()
    }
    await waitFor(() => expect(office()).toBeNull())
    expect(program()?.locked).toBe(true)
  })

  it('is changed and taken off by who knows it', async () => {
    await locked()
    render(Password)
    await userEvent.click(screen.getByRole('button', { name: 'Сменить пароль…' }))
    await userEvent.type(screen.getByLabelText('Нынешний пароль'), 'не тот пароль')
    await userEvent.type(screen.getByLabelText('Новый пароль'), 'новый пароль для всех 7')
    await userEvent.type(screen.getByLabelText('Пароль ещё раз'), 'новый пароль для всех 7')
    const change = () => screen.getByRole('button', { name: 'Сменить пароль' })
    await userEvent.click(change())
    expect(await screen.findByText(/Пароль не подходит/, undefined, { timeout: 20_000 })).toBeVisible()
    await userEvent.clear(screen.getByLabelText('Нынешний пароль'))
    await userEvent.type(screen.getByLabelText('Нынешний пароль'), PASSWORD)
    await userEvent.click(change())
    await waitFor(() => expect(screen.queryByLabelText('Нынешний пароль')).toBeNull(), { timeout: 20_000 })

    await userEvent.click(screen.getByRole('button', { name: 'Убрать пароль…' }))
    await userEvent.type(screen.getByLabelText('Нынешний пароль'), 'новый пароль для всех 7')
    await userEvent.click(screen.getByRole('button', { name: 'Убрать пароль' }))
    await waitFor(() => expect(office()?.safety.locked).toBe(false), { timeout: 20_000 })
    expect(program()?.office_open).toBe(true)
    const told = (await backend.journalPage({ complaint: null, before: null, limit: 50 })).map((row) => row.op)
    expect(told.filter((op) => op.startsWith('password'))).toEqual(['password_remove', 'password_change', 'password_set'])
  })
})
