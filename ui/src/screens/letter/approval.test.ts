import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { readProgram } from '../../app/office.svelte'
import { useBackend, type Backend, type LetterCard } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Letter from './Letter.svelte'

Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect ??= () => new DOMRect()

const HEAD = 'Королёва Н. П.'
let office: Backend
let letter: LetterCard

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  const { profile } = await office.officeInfo()
  await office.profileSave({ ...profile, approval: { ...profile.approval, required: true, post: 'Директор', name: HEAD } })
  await readProgram()
  const added = await takeIn(office, { text: 'Спасибо за ремонт', demands: [] })
  letter = await office.letterDraft({ complaint: added.id, kind: 'acknowledgement', language: null })
})

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const bar = () => screen.findByRole('region', { name: t.approval.title })

describe('approval of a letter', { timeout: 30_000 }, () => {
  test('a letter is submitted with a note, approved by its head, and falls with the next change', async () => {
    render(Letter, { id: letter.summary.id })
    expect(await bar()).toHaveTextContent(HEAD)
    await press(t.approval.submit)
    const dialog = await screen.findByRole('dialog', { name: t.approval.submitTitle })
    await userEvent.type(within(dialog).getByLabelText(new RegExp(t.approval.note)), 'Срочно')
    await userEvent.click(within(dialog).getByRole('button', { name: t.approval.submit }))
    await waitFor(async () => expect(await bar()).toHaveTextContent('Срочно'))
    expect((await office.today()).to_approve).toHaveLength(1)

    // Somebody else sits here: taking the head's name is a button, and the bar says what a name is worth.
    expect(screen.queryByRole('button', { name: t.approval.approve })).toBeNull()
    expect(await bar()).toHaveTextContent(t.approval.record)
    await press(t.approval.me(HEAD))
    await press(t.approval.approve)
    await waitFor(async () => expect((await bar()).className).toContain('stands'))
    expect((await office.letterCard({ letter: letter.summary.id })).approval.stands).toBe(true)

    await userEvent.type(await screen.findByLabelText(t.letter.parts.heading), ', снова')
    await userEvent.tab()
    await waitFor(async () => expect(await bar()).toHaveTextContent(t.approval.voidWhy.letter), { timeout: 9000 })
    await press(t.letter.issue.button)
    expect(screen.queryByRole('dialog', { name: t.letter.issue.title })).toBeNull()
  })

  test('a letter is returned only with remarks, and they stand on its bar', async () => {
    await office.letterSubmit({ letter: letter.summary.id, note: '' })
    const state = await office.programState()
    await office.programSettingsSave({ ...state, actor: HEAD })
    render(Letter, { id: letter.summary.id })
    await press(t.approval.return)
    const dialog = await screen.findByRole('dialog', { name: t.approval.returnTitle })
    await userEvent.click(within(dialog).getByRole('button', { name: t.approval.return }))
    expect(within(dialog).getByText(t.approval.remarksMissing)).toBeInTheDocument()
    await userEvent.type(within(dialog).getByLabelText(t.approval.remarks), 'Назовите срок')
    await userEvent.click(within(dialog).getByRole('button', { name: t.approval.return }))
    await waitFor(async () => expect(await bar()).toHaveTextContent('Назовите срок'))
  })
})
