// What a message leaves open is asked: whose it is, which letters it is written in, when it came, whether it is taken already.

import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { dateTime, isoDay } from '../../app/format'
import { route, startRouter } from '../../app/router.svelte'
import { useBackend, type Backend } from '../../backend'
import { ago } from '../../testing/cases'
import { file } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Intake from './Intake.svelte'

let seat: Machine['seat']
let office: Backend

beforeEach(async () => {
  ;({ backend: office, seat } = await machine())
  useBackend(office)
})

const mailDay = (day: Date) => day.toUTCString().replace('GMT', '+0000')
const base64 = (words: string) => `=?utf-8?b?${Buffer.from(words).toString('base64')}?=`

/** A message as its file: what stands in its head, and its text. */
function eml(head: string[], text: string | Uint8Array): Uint8Array {
  const body = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text)
  return Buffer.concat([Buffer.from([...head, '', ''].join('\r\n')), body])
}

/** Hands the message to the screen that takes it in. */
async function taken(content: Uint8Array): Promise<void> {
  await seat({ files: [file('письмо.eml', content)] })
  const [mail] = await office.filesChoose({ purpose: 'mail' })
  render(Intake, { mail: mail!.token })
  await screen.findByLabelText(t.intake.text.label)
}

const box = (role: 'combobox' | 'textbox', label: string) => screen.getByRole<HTMLInputElement>(role, { name: (name) => name.startsWith(label) })
const odd = () => screen.findByRole('list', { name: t.intake.mail.odd })

test('a forwarded letter proposes its writer, names who passed it on, and asks which day counts', { timeout: 60_000 }, async () => {
  const [now, written] = [ago(1), ago(3)]
  const russian = written.toLocaleDateString('ru-RU', { day: 'numeric', month: 'long', year: 'numeric' })
  const text = `Посмотрите, пожалуйста.\n\n-------- Пересылаемое сообщение --------\nОт: Анна Зуева <anna.zueva@post.example>\nДата: ${russian} в 10:15\nКому: office@severny-dom.example\nТема: Чайник\n\nЧайник потёк. Прошу вернуть 4 590 рублей.`
  await taken(eml([`From: ${base64('Ольга Продавцова')} <olga@severny-dom.example>`, 'To: office@severny-dom.example', `Subject: ${base64('Fwd: Чайник')}`, `Date: ${mailDay(now)}`, 'Content-Type: text/plain; charset=utf-8'], text))
  expect(box('combobox', t.intake.person.name).value).toBe('Анна Зуева')
  expect(box('textbox', t.intake.person.email).value).toBe('anna.zueva@post.example')
  expect(await odd()).toHaveTextContent(t.intake.mail.notices.passed_on)
  expect(screen.getByText(/olga@severny-dom\.example/)).toBeInTheDocument()
  const question = screen.getByText(t.intake.mail.receipts).closest<HTMLElement>('.asked')!
  await userEvent.click(within(question).getByRole('button', { name: (name) => name.includes('пересланное') }))
  await waitFor(() => expect(screen.getByRole('spinbutton', { name: new RegExp(`^${t.intake.received}.*день`) })).toHaveTextContent(String(written.getDate())))
})

test('letters that were guessed are said to be, and another reading is one click away', { timeout: 60_000 }, async () => {
  // «Верните деньги за чайник» in windows-1251, which the head calls KOI8-R.
  const words = Uint8Array.from('Прошу вернуть деньги за чайник'.split('').map((c) => (c === ' ' ? 32 : c.charCodeAt(0) - 0x350)))
  await taken(eml(['From: a@post.example', 'To: office@severny-dom.example', 'Subject: t', `Date: ${mailDay(ago(1))}`, 'Content-Type: text/plain; charset=koi8-r', 'Content-Transfer-Encoding: 8bit'], words))
  const text = () => screen.getByLabelText<HTMLTextAreaElement>(t.intake.text.label)
  expect(text().value).toBe('Прошу вернуть деньги за чайник')
  expect(await odd()).toHaveTextContent(t.intake.mail.notices.charset_guessed)
  const question = screen.getByText(t.intake.mail.readings).closest<HTMLElement>('.asked')!
  const [other] = within(question).getAllByRole('button')
  await userEvent.click(other!)
  await waitFor(() => expect(text().value).not.toBe('Прошу вернуть деньги за чайник'))
})

test('where the clocks of sender and server differ the server’s counts, and the other day is offered', { timeout: 60_000 }, async () => {
  const [came, told] = [ago(2), new Date('2018-03-04T10:00:00Z')]
  await taken(eml([`Received: from x by mail.severny-dom.example; ${mailDay(came)}`, 'From: a@post.example', 'To: office@severny-dom.example', 'Subject: t', `Date: ${mailDay(told)}`, 'Content-Type: text/plain; charset=utf-8'], 'Прошу вернуть деньги за чайник.'))
  expect(await odd()).toHaveTextContent(t.intake.mail.notices.clocks_differ)
  const day = () => screen.getByRole('spinbutton', { name: new RegExp(`^${t.intake.received}.*год`) })
  expect(day()).toHaveTextContent(isoDay(came).slice(0, 4))
  const offered = screen.getByRole('button', { name: (name) => name.includes('2018') })
  await userEvent.click(offered)
  await waitFor(() => expect(day()).toHaveTextContent('2018'))
  expect(screen.getByRole('button', { name: (name) => name.includes(dateTime(came.toISOString()).slice(6, 10)) && name.includes('сервер') })).toBeInTheDocument()
})

test('a message that is taken already is asked about, and its case is one click away', { timeout: 60_000 }, async () => {
  const content = eml(['From: a@post.example', 'To: office@severny-dom.example', 'Subject: t', 'Message-ID: <one@post.example>', `Date: ${mailDay(ago(0))}`, 'Content-Type: text/plain; charset=utf-8'], 'Прошу вернуть деньги за чайник.')
  await seat({ files: [file('письмо.eml', content)] })
  const [mail] = await office.filesChoose({ purpose: 'mail' })
  const { unmount } = render(Intake, { mail: mail!.token })
  await screen.findByLabelText(t.intake.text.label)
  await userEvent.click(screen.getByRole('button', { name: t.intake.save }))
  await screen.findByText(t.intake.saved.open)
  unmount()
  await taken(content)
  const question = (await screen.findByText(t.intake.mail.taken)).closest<HTMLElement>('.asked')!
  const stop = startRouter()
  await userEvent.click(within(question).getByRole('button', { name: /\/0001/ }))
  expect(route()).toMatchObject({ screen: 'case' })
  stop()
})
