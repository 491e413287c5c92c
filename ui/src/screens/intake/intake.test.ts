import { renameSync } from 'node:fs'
import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listenDrops } from '../../app/drops.svelte'
import { perform } from '../../app/keys.svelte'
import { notices } from '../../app/notices.svelte'
import { isoDay } from '../../app/format'
import { useBackend, type Backend } from '../../backend'
import { ago } from '../../testing/cases'
import { file, message } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { emptyForm } from './form'
import Intake from './Intake.svelte'

let seat: Machine['seat']
let drop: Machine['drop']
let office: Backend

beforeEach(async () => {
  ;({ backend: office, seat, drop } = await machine())
  useBackend(office)
})

const words = () => screen.findByLabelText(t.intake.text.label)
const save = () => screen.getByRole('button', { name: t.intake.save })

describe('a complaint out of a message', { timeout: 30_000 }, () => {
  test('the same message handed over anew finds its form, and leaves out what was left out', async () => {
    const attachments = [
      { name: 'стекло.jpg', type: 'image/jpeg', content: 'снимок' },
      { name: 'чек.pdf', type: 'application/pdf', content: 'чек' },
    ]
    await seat({ files: [file('Претензия.eml', message(ago(1), 'Разбитое стекло', 'Верните деньги за полку, заказ А-17.', attachments))] })
    const handed = async () => (await office.filesChoose({ purpose: 'mail' }))[0]!.token
    const mail = await handed()
    const first = render(Intake, { mail })
    await userEvent.click(await screen.findByRole('checkbox', { name: 'стекло.jpg' }))
    const order = () => screen.getByLabelText<HTMLInputElement>(new RegExp(`^${t.fields['complaint.order_ref']}`))
    await userEvent.clear(order())
    await userEvent.type(order(), 'Б-9')
    first.unmount()
    const key = `mail/${(await office.mailRead({ token: mail, message: 0, charset: null })).sha256}`
    await waitFor(async () => expect((await office.draftGet({ key }))?.value).toMatchObject({ order: 'Б-9', leftOut: [0] }))

    const taken = vi.spyOn(office, 'mailTake')
    const anew = await handed()
    expect(anew).not.toBe(mail)
    render(Intake, { mail: anew })
    await waitFor(() => expect(order().value).toBe('Б-9'))
    expect(screen.getByRole('checkbox', { name: 'стекло.jpg' })).not.toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'чек.pdf' })).toBeChecked()
    await userEvent.click(await screen.findByRole('button', { name: t.intake.backdating.picks[0] }))
    await userEvent.click(save())
    await waitFor(() => expect(taken).toHaveBeenCalledOnce())
    expect(taken.mock.calls[0]?.[0]).toMatchObject({ token: anew, attachments: [1] })
    await waitFor(async () => expect(await office.draftGet({ key })).toBeNull())
  })
})

describe('a complaint taken by hand', { timeout: 30_000 }, () => {
  test('what the words tell is filled in by one press, and never by itself', async () => {
    const added = vi.spyOn(office, 'complaintAdd')
    render(Intake)
    await userEvent.click(await words())
    await userEvent.paste('Купила у вас 20 ноября чайник «Север-2» за 4 590 руб. Через неделю он перестал греть. Прошу вернуть деньги.')
    const fill = await screen.findByRole('button', { name: t.intake.text.fill })
    expect(fill.closest('[role=status]')).toHaveTextContent(/4.590/)
    expect(screen.queryByLabelText(t.intake.demands.kind)).toBeNull()
    await userEvent.click(fill)
    expect(await screen.findByLabelText(t.intake.demands.kind)).toHaveValue('refund')
    await waitFor(() => expect(screen.queryByRole('button', { name: t.intake.text.fill })).toBeNull())
    await userEvent.click(save())
    await waitFor(() => expect(added).toHaveBeenCalled())
    expect(added.mock.lastCall?.[0].complaint).toMatchObject({ channel: 'email', price: '4590.00', demands: [{ kind: 'refund' }] })
  })

  test('an empty form says beside the field what is missing, and goes there', async () => {
    render(Intake)
    const field = await words()
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.text.missing)).toBeInTheDocument()
    expect(field).toHaveAttribute('aria-invalid', 'true')
    await waitFor(() => expect(field).toHaveFocus())
  })

  test('all that the office would refuse is said at once, and goes with its cure', async () => {
    const typed = { text: ' ', day: isoDay(ago(3)), theirNumber: '1', theirDate: isoDay(ago(-2)) }
    const demands = [{ key: 0, kind: 'other' as const, detail: '', amount: null }]
    await office.draftPut({ key: 'complaint/new', value: { ...emptyForm('goods', ago(3)), ...typed, demands } })
    render(Intake)
    await screen.findByText(t.controls.draftRestored)
    const said = [t.intake.backdating.missing, t.intake.text.missing, t.intake.errors.theirDateFuture, t.intake.demands.detailMissing]
    for (const one of said) expect(screen.queryByText(one)).toBeNull()
    await userEvent.click(save())
    for (const one of said) expect(await screen.findByText(one)).toBeInTheDocument()
    expect(screen.getByText(t.intake.fixErrors(4), { exact: false })).toBeInTheDocument()
    await userEvent.type(await words(), 'Чайник не греет')
    await waitFor(() => expect(screen.queryByText(t.intake.text.missing)).toBeNull())
    expect(screen.getByText(t.intake.backdating.missing)).toBeInTheDocument()
  })

  test('a day to come is pointed out as it is typed, an odd address or telephone only pointed out, the subject is the office’s', async () => {
    const value = { ...emptyForm('goods', new Date()), day: isoDay(ago(-2)), text: 'Здравствуйте!\nЧайник течёт.' }
    value.complainant = { ...value.complainant, email: 'без собаки', phone: '12345' }
    await office.draftPut({ key: 'complaint/new', value })
    render(Intake)
    expect(await screen.findByText(t.intake.errors.receivedFuture)).toBeInTheDocument()
    expect(screen.getByText(t.intake.person.emailWrong)).toBeInTheDocument()
    expect(screen.getByText(t.intake.person.phoneOdd)).toBeInTheDocument()
    expect(screen.getByPlaceholderText('Чайник течёт.')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: t.intake.now }))
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
  })

  test('a subject too long for its line, a day long past and a price of nothing are said beside their fields', async () => {
    const typed = { ...emptyForm('goods', new Date()), text: 'Чайник не греет', subject: 'я'.repeat(930), day: '1900-01-01', backdating: 'Нашлось', price: '0.00' }
    await office.draftPut({ key: 'complaint/new', value: typed })
    const added = vi.spyOn(office, 'complaintAdd')
    render(Intake)
    expect(await screen.findByText(t.intake.text.priceZero)).toBeInTheDocument()
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.errors.subjectLong)).toBeInTheDocument()
    expect(screen.getByText(t.intake.errors.receivedEarly)).toBeInTheDocument()
    expect(screen.getByLabelText<HTMLInputElement>(t.fields['complaint.subject']).value).toHaveLength(930)
    expect(added).not.toHaveBeenCalled()
  })

  test('one phrase and a demand are recorded, and the number is shown', async () => {
    const added = vi.spyOn(office, 'complaintAdd')
    render(Intake)
    await userEvent.type(await words(), 'Чайник не греет')
    await userEvent.click(screen.getByRole('button', { name: t.words.demand.refund }))
    await userEvent.type(screen.getByLabelText(t.intake.demands.amount), '4 590')
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(await screen.findByText(/^Ответить нужно до \d{2}\.\d{2}\.\d{4}/)).toBeInTheDocument()
    const input = added.mock.calls[0]?.[0].complaint
    expect(input?.text).toBe('Чайник не греет')
    expect(input?.demands).toMatchObject([{ kind: 'refund', amount: '4590.00' }])
    expect(input?.backdating_reason).toBeNull()
    const number = (await added.mock.results[0]?.value as { number: string }).number
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(number)
    expect(number, 'by the pattern of the office, with its zeros').toBe(`ВХ-${new Date().getFullYear()}/0001`)
    await waitFor(async () => expect(await office.draftGet({ key: 'complaint/new' })).toBeNull())
  })

  test('dropped files are recorded with it, or not at all', async () => {
    const rows = async () => (await office.journalPage({ complaint: null, before: null, limit: 100 })).map((row) => row.op)
    const paths = ['чек.txt', 'фото.txt'].map((name) => file(name, name))
    const stop = await listenDrops()
    await drop(paths)
    render(Intake)
    await userEvent.type(await words(), 'Чайник не греет')
    const before = await rows()

    // One of the files is gone by the time it is to be read.
    renameSync(paths[1]!, `${paths[1]}.away`)
    await userEvent.click(save())
    await waitFor(() => expect(notices().at(-1)?.tone).toBe('bad'))
    expect(await rows()).toEqual(before)
    expect((await office.draftGet({ key: 'complaint/new' }))?.value).toMatchObject({ text: 'Чайник не греет' })
    expect(await words()).toHaveValue('Чайник не греет')

    renameSync(`${paths[1]}.away`, paths[1]!)
    const added = vi.spyOn(office, 'complaintAdd')
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(await rows()).toEqual(['complaint_add', ...before])
    const { id } = (await added.mock.results[0]?.value) as { id: string }
    const { documents } = await office.complaintCard({ complaint: id })
    expect(documents.map((document) => document.name)).toEqual(['чек.txt', 'фото.txt'])

    // The next complaint does not get them again.
    await userEvent.click(screen.getByRole('button', { name: t.intake.saved.another }))
    await words()
    expect(screen.queryByText('чек.txt')).toBeNull()
    stop()
  })

  test('what was typed is there again after the program was left', async () => {
    const first = render(Intake)
    await userEvent.type(await words(), 'Не успела дописать')
    first.unmount()
    await waitFor(async () => expect(await office.draftGet({ key: 'complaint/new' })).not.toBeNull())
    render(Intake)
    await waitFor(async () => expect(await words()).toHaveValue('Не успела дописать'))
    expect(screen.getByText(t.controls.draftRestored)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: t.controls.draftDiscard }))
    expect(await words()).toHaveValue('')
    await waitFor(async () => expect(await office.draftGet({ key: 'complaint/new' })).toBeNull())
    // Thrown away by mistake, it comes back by the button of the line that says so.
    await waitFor(() => expect(notices().at(-1)).toMatchObject({ text: t.controls.draftDiscarded, action: { label: t.controls.undo } }))
    notices().at(-1)?.action?.run()
    await waitFor(async () => expect(await words()).toHaveValue('Не успела дописать'))
    await waitFor(async () => expect((await office.draftGet({ key: 'complaint/new' }))?.value).toMatchObject({ text: 'Не успела дописать' }))
  })

  test('the time that came with today is not that of another day, and a typed one stays', async () => {
    const checked = vi.spyOn(office, 'complaintCheck')
    render(Intake)
    await userEvent.type(await words(), 'Чайник не греет')
    const part = (label: string) => screen.getByRole('spinbutton', { name: new RegExp(`^${label}`) })
    const year = () => screen.getByRole('spinbutton', { name: new RegExp(`^${t.intake.received}.*${t.controls.year}`) })
    const hour = () => part(`${t.intake.receivedTime}.*${t.controls.hour}`)
    expect(hour()).not.toHaveTextContent('––')
    await userEvent.click(year())
    await userEvent.keyboard('2025')
    await waitFor(() => expect(hour()).toHaveTextContent('––'))
    expect(await screen.findByLabelText(new RegExp(`^${t.intake.backdating.label}`)), 'the reason is asked all the same').toBeVisible()
    await waitFor(() => expect(checked.mock.lastCall?.[0].received_at).toMatch(/^2025-/))
    await userEvent.click(hour())
    await userEvent.keyboard('0905')
    await userEvent.click(year())
    await userEvent.keyboard('2024')
    await waitFor(() => expect(checked.mock.lastCall?.[0].received_at).toMatch(/^2024-.*T09:05/))
    expect(screen.getByRole('button', { name: 'Только начали вести журнал' })).toBeVisible()
  })

  test('once a number is given, the key for a new complaint opens the next form', async () => {
    render(Intake)
    await userEvent.type(await words(), 'Чайник не греет')
    await userEvent.click(save())
    expect(await screen.findByText(t.intake.saved.title)).toBeInTheDocument()
    expect(perform('new')).toBe(true)
    expect(await words()).toHaveValue('')
  })

  test('a firm under the rules of consumers is asked about, and nothing is changed unasked', async () => {
    const value = { ...emptyForm('goods', new Date()), text: 'Стол треснул.' }
    value.complainant = { ...value.complainant, kind: 'organisation', name: 'ООО «Вектор»' }
    await office.draftPut({ key: 'complaint/new', value })
    render(Intake)
    const offer = await screen.findByRole('button', { name: t.intake.text.firmTake(t.words.regime.b2b) })
    expect(screen.getByLabelText(new RegExp(`^${t.fields['complaint.regime']}`))).toHaveValue('goods')
    await userEvent.click(offer)
    expect(screen.getByLabelText(new RegExp(`^${t.fields['complaint.regime']}`))).toHaveValue('b2b')
    await waitFor(() => expect(offer).not.toBeInTheDocument())
  })

  test('a stranger’s markup is text', async () => {
    const first = render(Intake)
    const field = await words()
    await userEvent.click(field)
    await userEvent.paste('<img src=x onerror=alert(1)><script>1</script>')
    expect(field).toHaveValue('<img src=x onerror=alert(1)><script>1</script>')
    expect(document.querySelector('img, .screen script')).toBeNull()
    first.unmount()
  })
})
