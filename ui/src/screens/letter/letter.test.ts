import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useBackend, type Backend, type LetterCard } from '../../backend'
import { notices } from '../../app/notices.svelte'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Letter from './Letter.svelte'

// jsdom lays nothing out; the editor asks where the caret is to bring it into view.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect ??= () => new DOMRect()

let office: Backend
let letter: LetterCard

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  const added = await takeIn(office, { demands: [] })
  letter = await office.letterDraft({ complaint: added.id, kind: 'interim', language: null })
})

const heading = () => screen.findByLabelText(t.letter.parts.heading)

describe('a letter being written', { timeout: 30_000 }, () => {
  test('what was typed survives leaving and is offered again when it did not reach the letter', async () => {
    const text = { ...letter.text, heading: 'О Вашей претензии, не дописано' }
    await office.draftPut({ key: `letter/${letter.summary.id}`, value: { text } })
    render(Letter, { id: letter.summary.id })
    expect(await heading()).toHaveValue('О Вашей претензии, не дописано')
    expect(screen.getByText(t.letter.draft.restored)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: t.letter.draft.discard }))
    await waitFor(async () => expect(await heading()).toHaveValue(letter.text.heading))
  })

  test('typing is saved when the screen is left', async () => {
    const view = render(Letter, { id: letter.summary.id })
    const field = await heading()
    await userEvent.clear(field)
    await userEvent.type(field, 'О сроке')
    view.unmount()
    await waitFor(async () =>
      expect((await office.letterCard({ letter: letter.summary.id })).text.heading).toBe('О сроке'),
    )
  })

  test('an unresolved field stops issuing, and no reason gets past it', async () => {
    const issued = vi.spyOn(office, 'letterIssue')
    render(Letter, { id: letter.summary.id })
    await userEvent.click(await screen.findByRole('button', { name: t.letter.issue.button }))
    const dialog = await screen.findByRole('dialog', { name: t.letter.issue.title })
    expect(within(dialog).getByText(t.letter.issue.unresolved)).toBeInTheDocument()
    expect(within(dialog).queryByRole('button', { name: t.letter.issue.confirm })).toBeNull()
    expect(within(dialog).queryByLabelText(t.letter.issue.reason)).toBeNull()
    expect(issued).not.toHaveBeenCalled()
  })

  test('choices go out with the text as it stands on the screen, and come back written into it', async () => {
    const saved = vi.spyOn(office, 'letterChoicesSave')
    render(Letter, { id: letter.summary.id })
    const field = await heading()
    await userEvent.type(field, ' и сроке')
    await userEvent.click(screen.getByRole('tab', { name: t.letter.tabs.choices }))
    await userEvent.click(await screen.findByLabelText(t.letter.choices.reason))
    await userEvent.paste('ждём акт сервисного центра')
    await waitFor(() => expect(document.querySelector('.letter-body')).toHaveTextContent('ждём акт сервисного центра'), {
      timeout: 5000,
    })
    expect(saved.mock.calls[0]?.[0].text.heading).toBe(`${letter.text.heading} и сроке`)
  })

  test('what another window saved meanwhile stands beside what is written here, and is read before it is issued', async () => {
    render(Letter, { id: letter.summary.id })
    const field = await heading()
    const closing = () => screen.getByLabelText(t.letter.parts.closing)
    await office.letterTextSave({ letter: letter.summary.id, text: { ...letter.text, closing: 'Всего доброго,' } })
    await userEvent.type(field, ' и сроке')
    await userEvent.tab()
    await waitFor(() => expect(closing()).toHaveValue('Всего доброго,'))
    const kept = async () => (await office.letterCard({ letter: letter.summary.id })).text
    await waitFor(async () => expect(await kept()).toMatchObject({ heading: `${letter.text.heading} и сроке`, closing: 'Всего доброго,' }))
    expect(notices().map(({ text }) => text)).toContain(t.letter.together.merged)

    await office.letterTextSave({ letter: letter.summary.id, text: { ...(await kept()), closing: 'С почтением,' } })
    await userEvent.click(screen.getByRole('button', { name: t.letter.issue.button }))
    await waitFor(() => expect(closing()).toHaveValue('С почтением,'))
    expect(screen.queryByRole('dialog', { name: t.letter.issue.title })).toBeNull()
  })

  test('a promised day that is past is led to when the letter is to be issued, and stays', async () => {
    render(Letter, { id: letter.summary.id })
    await heading()
    await userEvent.click(screen.getByRole('tab', { name: t.letter.tabs.choices }))
    const group = await screen.findByRole('group', { name: new RegExp(t.letter.choices.expected) })
    await userEvent.click(within(group).getAllByRole('spinbutton')[0]!)
    await userEvent.keyboard('01022020')
    await waitFor(() => expect(screen.getByRole('img', { name: t.controls.toMend })).toBeInTheDocument(), { timeout: 5000 })
    await userEvent.click(screen.getByRole('tab', { name: t.letter.tabs.preview }))
    await userEvent.click(screen.getByRole('button', { name: t.letter.issue.button }))
    await waitFor(() => expect(screen.getByRole('tab', { name: new RegExp(t.letter.tabs.choices) })).toHaveAttribute('aria-selected', 'true'))
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-invalid', 'true'))
    expect(within(screen.getByRole('group', { name: new RegExp(t.letter.choices.expected) })).getAllByRole('spinbutton').map((part) => part.textContent?.trim())).toEqual(['01', '02', '2020'])
  })
})
