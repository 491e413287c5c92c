import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useBackend, type Backend, type LetterCard } from '../../backend'
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
})
