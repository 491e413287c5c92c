import { copyFileSync } from 'node:fs'
import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listenDrops } from '../../app/drops.svelte'
import { rfc3339 } from '../../app/format'
import { placeInQueue, readQueue, waitingMail } from '../../app/mail.svelte'
import { dismiss, notices } from '../../app/notices.svelte'
import { readProgram } from '../../app/office.svelte'
import { go, route, startRouter } from '../../app/router.svelte'
import { useBackend, type Backend } from '../../backend'
import { ago } from '../../testing/cases'
import { file, message } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Frame from '../frame/Frame.svelte'

let it: Machine
let office: Backend
let stops: (() => void)[]

beforeEach(async () => {
  it = await machine()
  office = it.backend
  useBackend(office)
  await readProgram()
  stops = [startRouter(), await listenDrops()]
  go({ screen: 'today' })
})
afterEach(() => {
  stops.forEach((stop) => stop())
  for (const { id } of [...notices()]) dismiss(id)
})

const words = () => screen.findByLabelText(t.intake.text.label)
const save = () => userEvent.click(screen.getByRole('button', { name: t.intake.save }))
const eml = (name: string) => file(`${name}.eml`, message(ago(0), `${name} сломан`, `${name} сломался, верните деньги. Заказ А-17.`))
const at = (n: number, of: number) => screen.findByText(t.intake.mail.queue(n, of))

describe('messages let go together', { timeout: 30_000 }, () => {
  test('wait until each has had its turn: leaving loses none, Today leads back, one can be passed over and taken up again', async () => {
    render(Frame)
    await it.drop([eml('Чайник'), eml('Утюг'), eml('Фен')])
    await at(1, 3)
    await words()
    await save()
    await at(2, 3)
    expect(await words()).toHaveValue('Утюг сломался, верните деньги. Заказ А-17.')

    await userEvent.click(screen.getByRole('link', { name: t.frame.today }))
    expect(await screen.findByText(t.today.mailWaits(2))).toBeInTheDocument()
    await it.again()
    await readQueue()
    await userEvent.click(await screen.findByRole('button', { name: t.today.mailGo }))
    await at(2, 3)
    expect(await words()).toHaveValue('Утюг сломался, верните деньги. Заказ А-17.')

    await userEvent.click(screen.getByRole('button', { name: t.intake.mail.skip }))
    await at(3, 3)
    expect(notices().at(-1)?.text).toBe(t.intake.mail.skipped('Утюг.eml'))
    notices().at(-1)?.action?.run()
    await at(2, 3)
    await waitFor(async () => expect(await words()).toHaveValue('Утюг сломался, верните деньги. Заказ А-17.'))
    await userEvent.click(screen.getByRole('button', { name: t.intake.mail.skip }))
    await at(3, 3)
    await words()
    await save()
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    await waitFor(async () => expect(await office.draftGet({ key: 'mail/queue' })).toBeNull())
    await userEvent.click(screen.getByRole('link', { name: t.frame.today }))
    await screen.findByRole('heading', { name: t.today.title })
    expect(screen.queryByRole('button', { name: t.today.mailGo })).toBeNull()
  })

  test('are not written over where they could not be read, and those that come meanwhile join them', async () => {
    render(Frame)
    const { draftGet } = office
    const kept = async () => ((await draftGet({ key: 'mail/queue' }))?.value as { waiting: unknown[] } | undefined)?.waiting
    await it.drop([eml('Чайник'), eml('Утюг')])
    await at(1, 2)
    await waitFor(async () => expect(await kept()).toHaveLength(2))
    office.draftGet = (input) => (input.key === 'mail/queue' ? Promise.reject(new Error('busy')) : draftGet(input))
    await expect(readQueue()).rejects.toThrow('busy')
    await it.drop([eml('Фен')])
    await words()
    expect(await kept()).toHaveLength(2)
    office.draftGet = draftGet
    await it.drop([eml('Миксер')])
    await waitFor(async () => expect(await kept()).toHaveLength(4))
    expect(waitingMail()).toHaveLength(4)
  })

  test('are not taken over a copy that is looked at, where nothing is typed either', async () => {
    const { officeInfo } = office
    office.officeInfo = async () => ({ ...(await officeInfo()), copy_of: rfc3339() })
    await readProgram()
    render(Frame)
    await it.drop([eml('Чайник')])
    expect(notices().at(-1)?.text).toBe(t.failures.codes['a_copy'])
    expect(waitingMail()).toHaveLength(0)
    go({ screen: 'intake' })
    expect(await screen.findByText(t.failures.codes['a_copy']!)).toBeInTheDocument()
    expect(screen.queryByLabelText(t.intake.text.label)).toBeNull()
  })

  test('one that is let go again while it waits keeps its place', async () => {
    render(Frame)
    const paths = [eml('Чайник'), eml('Утюг')]
    await it.drop(paths)
    await at(1, 2)
    await it.drop([paths[1]!])
    await at(2, 2)
    expect(waitingMail()).toHaveLength(2)
    expect(placeInQueue(waitingMail()[0]!.token)).toEqual({ at: 1, of: 2 })
    expect(route()).toMatchObject({ screen: 'intake', mail: waitingMail()[1]!.token })
  })

  test('the same message a second time is shown beside the complaint that the first one became', async () => {
    render(Frame)
    const [first, again, third] = [eml('Чайник'), file('чайник-копия.eml', ''), file('чайник-ещё.eml', '')]
    copyFileSync(first, again)
    copyFileSync(first, third)
    await it.drop([first, again, third])
    await at(1, 3)
    await words()
    await save()
    await at(2, 3)
    const duplicates = async () => (await screen.findByText(t.intake.side.duplicates, { exact: false })).closest('section')!
    expect(await duplicates()).toHaveTextContent(/\/0001/)
    await save()
    await at(3, 3)
    await waitFor(async () => expect(await duplicates()).toHaveTextContent(/\/0001/))
    expect(await duplicates()).toHaveTextContent(/\/0002/)
  })
})
