import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import App from '../../App.svelte'
import { go } from '../../app/router.svelte'
import { useBackend, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { speak, t } from '../../text/index.svelte'

let it: Machine
let office: Backend

async function start(kind: 'empty' | 'office') {
  it = await machine(kind)
  office = it.backend
  useBackend(office)
}

beforeEach(() => {
  localStorage.clear()
  speak('ru')
  go({ screen: 'today' })
})

const next = () => userEvent.click(screen.getByRole('button', { name: t.first.next }))
const name = () => screen.findByLabelText(t.settings.requisites.name)

/** What a letter can't do without, so that the step can be left. */
const address = () => userEvent.type(screen.getByLabelText(t.settings.requisites.address), '127006, г. Москва, ул. Садовая, д. 1')

describe('the first run', { timeout: 40_000 }, () => {
  test('an e-mail in Cyrillic stops nothing, what is missing is said until it is there, and in the language chosen', async () => {
    await start('empty')
    const { container } = render(App)
    await name()
    for (const form of container.querySelectorAll('form')) expect(form).toHaveAttribute('novalidate')
    await next()
    expect(await screen.findByText(t.first.nameMissing)).toBeVisible()
    await waitFor(async () => expect(await name()).toHaveFocus())
    await userEvent.click(screen.getByRole('radio', { name: 'English' }))
    expect(await screen.findByText(/^Please enter a name/)).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: 'Русский' }))
    await userEvent.type(await name(), 'Свет')
    expect(screen.queryByText(t.first.nameMissing)).toBeNull()
    await address()
    const email = screen.getByLabelText(new RegExp(`^${t.settings.requisites.email}`))
    await userEvent.type(email, 'почта@магазин.рф')
    expect(screen.queryByText(t.intake.person.emailWrong)).toBeNull()
    await userEvent.type(screen.getByLabelText(t.settings.requisites.inn), '78270045261')
    expect(await screen.findByText('Нужно 10 или 12 цифр, а здесь 11. Сверьте с документом.')).toBeVisible()
    await userEvent.type(screen.getByLabelText(new RegExp(`^${t.settings.requisites.phone}`)), '+7 (495) 123-45-67 доб. 12')
    await new Promise((done) => setTimeout(done, 700))
    expect(screen.queryByText(t.settings.phoneOdd)).toBeNull()
    await next()
    expect(await screen.findByRole('heading', { name: t.first.letter })).toBeVisible()
  })

  test('proposes no director to an entrepreneur, and leaves a post that was typed', async () => {
    await start('empty')
    render(App)
    await userEvent.type(await name(), 'ИП Светлова Анна Ильинична')
    await address()
    await next()
    expect(await screen.findByLabelText(t.settings.people.post)).toHaveValue(t.first.entrepreneurPost)
    expect(screen.getByDisplayValue('Светлова Анна Ильинична')).toBeVisible()
    await userEvent.clear(screen.getByLabelText(t.settings.people.post))
    await userEvent.type(screen.getByLabelText(t.settings.people.post), 'Хозяйка')
    await userEvent.click(screen.getByRole('button', { name: t.first.back }))
    await name()
    await next()
    expect(await screen.findByLabelText(t.settings.people.post)).toHaveValue('Хозяйка')
    await next()
    expect(await screen.findByText(new RegExp(t.first.actorSignatory('Светлова Анна Ильинична')))).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: t.first.create }))
    await waitFor(async () => expect((await office.programState()).actor).toBe('Светлова Анна Ильинична'), { timeout: 10_000 })
    await screen.findByRole('heading', { name: t.today.title }, { timeout: 10_000 })
  })

  test('says nothing in English of a post that was written in Russian', async () => {
    await start('empty')
    render(App)
    await userEvent.type(await name(), 'Свет')
    await address()
    await next()
    await userEvent.type(await screen.findByLabelText(t.settings.people.name), 'Светлова Анна Ильинична')
    const post = await screen.findByLabelText(t.settings.people.post)
    await userEvent.clear(post)
    await userEvent.type(post, 'Индивидуальный предприниматель')
    await next()
    await userEvent.click(await screen.findByRole('button', { name: t.first.create }))
    await screen.findByRole('heading', { name: t.today.title })
    const { requisites } = (await office.officeInfo()).profile
    expect(requisites.signatory).toMatchObject({ post: 'Индивидуальный предприниматель', post_en: '' })
  })
})

describe('other records', { timeout: 40_000 }, () => {
  const records = async () => {
    go({ screen: 'settings', part: 'records' })
    await userEvent.click(await screen.findByRole('button', { name: t.settings.records.other }))
    return screen.findByRole('dialog', { name: t.settings.records.otherTitle })
  }

  test('are listed and opened, and none is closed meanwhile', async () => {
    await start('office')
    const first = await office.officeInfo()
    const other = folder()
    await it.seat({ folder: other })
    const chosen = await office.folderChoose({ purpose: 'new' })
    await office.officeCreate({ folder: chosen!.token, profile: { ...first.profile, name: 'Второй магазин' } })
    await office.officeOpen({ folder: (await office.programState()).offices[1]!.token })

    render(App)
    await screen.findByRole('heading', { name: t.today.title })
    const dialog = await records()
    const rows = within(dialog).getAllByRole('listitem').map((row) => row.textContent?.replace(/\s+/g, ' '))
    expect(rows[0]).toContain(t.first.openNow)
    expect(rows[1]).toContain('Второй магазин')
    await userEvent.click(within(dialog).getByRole('button', { name: t.controls.cancel }))
    expect((await office.officeInfo()).folder).toBe(first.folder)
    const again = await records()
    await userEvent.click(within(again).getByRole('button', { name: `${t.controls.open}: Второй магазин, ${other}` }))
    await waitFor(async () => expect((await office.officeInfo()).folder).toBe(other))
    expect(await screen.findByRole('heading', { name: t.today.title })).toBeVisible()
  })

  test('are opened from the head once what is typed into a letter is kept in these', async () => {
    await start('office')
    const first = await office.officeInfo()
    await it.seat({ folder: folder() })
    const chosen = await office.folderChoose({ purpose: 'new' })
    await office.officeCreate({ folder: chosen!.token, profile: { ...first.profile, name: 'Второй магазин' } })
    await office.officeOpen({ folder: (await office.programState()).offices.find(({ open, name }) => !open && name === first.profile.name)!.token })
    const added = await takeIn(office, { demands: [] })
    const letter = await office.letterDraft({ complaint: added.id, kind: 'interim', language: null })

    const order: string[] = []
    useBackend({
      ...office,
      letterTextSave: async (input) => {
        order.push('begun')
        await new Promise((done) => setTimeout(done, 50))
        const saved = await office.letterTextSave(input)
        order.push('kept')
        return saved
      },
      officeOpen: (input) => {
        order.push('opened')
        return office.officeOpen(input)
      },
    })
    go({ screen: 'letter', id: letter.summary.id })
    render(App)
    const heading = await screen.findByLabelText(t.letter.parts.heading)
    await userEvent.type(heading, ', дописано')
    order.length = 0
    await userEvent.click(screen.getByRole('button', { name: first.profile.name }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Второй магазин' }))
    await screen.findByRole('heading', { name: t.today.title })
    expect(order).toEqual(['begun', 'kept', 'opened'])
  })

  test('that are begun leave a way back, also after the program was left', async () => {
    await start('office')
    const first = await office.officeInfo()
    const app = render(App)
    await screen.findByRole('heading', { name: t.today.title })
    await userEvent.click(within(await records()).getByRole('button', { name: t.settings.records.begin }))
    const known = await screen.findByRole('list', { name: t.first.known })
    expect(known).toHaveTextContent(first.folder)
    expect(await name()).toHaveValue('')

    // Where the new ones would lie, there are these.
    await userEvent.type(await name(), 'Свет')
    await address()
    await next()
    await userEvent.type(await screen.findByLabelText(t.settings.people.name), 'Светлова Анна Ильинична')
    await next()
    expect(await screen.findByText(t.first.folderHolds)).toBeVisible()
    expect(screen.getByRole('button', { name: t.first.create })).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: t.first.openHere }))
    expect(await screen.findByRole('heading', { name: t.today.title })).toBeVisible()
    expect((await office.officeInfo()).folder).toBe(first.folder)

    await office.officeClose()
    app.unmount()
    await it.again()
    expect((await office.programState()).office_open).toBe(true)
  })
})
