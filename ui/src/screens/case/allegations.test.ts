import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { useBackend, type Added, type Backend } from '../../backend'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Case from './Case.svelte'
import { holds, stretches } from './phrases'

let office: Backend
let added: Added

const TEXT = 'Здравствуйте! Чайник протекает у основания 😡. Кассир нагрубил мне по телефону. Прошу вернуть деньги.'

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
  added = await takeIn(office, { text: TEXT })
})

const open = async () => {
  const view = render(Case, { id: added.id })
  await screen.findByRole('heading', { level: 1, name: 'Чайник' })
  return view
}
const section = () => screen.getByRole('region', { name: new RegExp(`^${t.allegations.title}`) })
const points = async () => (await office.complaintCard({ complaint: added.id })).allegations
const stated = (text: string) => ({
  text,
  phrases: [],
  demands: [],
  check: '',
  checked_by: '',
  checked_on: null,
  verdict: null,
  found: '',
  ground_kind: null,
  ground: '',
  evidence: [],
})

describe('the points of a complaint', { timeout: 30_000 }, () => {
  test('are taken from the text without what is none, and mended before', async () => {
    await open()
    await userEvent.click(within(section()).getByRole('button', { name: t.allegations.suggest }))
    const offered = await screen.findByRole('form', { name: t.allegations.offered.title })
    const words = within(offered).getAllByRole('textbox')
    expect(words.map((one) => (one as HTMLTextAreaElement).value)).toEqual(['Чайник протекает у основания 😡.', 'Кассир нагрубил мне по телефону.'])
    // While one has the keyboard, its words are marked in the complaint.
    words[1]!.focus()
    await waitFor(() => expect(document.querySelector('blockquote mark')).toHaveTextContent('Кассир нагрубил мне по телефону.'))
    await userEvent.click(within(offered).getByRole('checkbox', { name: t.allegations.offered.one(1) }))
    await userEvent.clear(words[1]!)
    await userEvent.type(words[1]!, 'Кассир был груб')
    await userEvent.click(within(offered).getByRole('button', { name: t.allegations.offered.take(1) }))
    await waitFor(async () => expect((await points()).map((one) => one.text)).toEqual(['Кассир был груб']))
    expect((await points())[0]?.phrases[0]?.words).toBe('Кассир нагрубил мне по телефону.')
  })

  test('give the keyboard back to the button where nothing was added, else to the new point', async () => {
    await office.allegationsTake({ complaint: added.id, allegations: [stated('Кассир нагрубил')] })
    await open()
    const button = () => within(section()).getByRole('button', { name: t.allegations.add })
    await userEvent.click(button())
    await userEvent.click(within(await screen.findByRole('form', { name: t.allegations.form.titleNew })).getByRole('button', { name: t.controls.cancel }))
    await waitFor(() => expect(button()).toHaveFocus())
    await userEvent.click(within(section()).getByRole('button', { name: t.allegations.suggest }))
    await userEvent.click(await screen.findByRole('button', { name: t.allegations.offered.close }))
    await waitFor(() => expect(within(section()).getByRole('button', { name: t.allegations.suggest })).toHaveFocus())

    await userEvent.click(button())
    const form = await screen.findByRole('form', { name: t.allegations.form.titleNew })
    await userEvent.type(within(form).getAllByRole('textbox')[0]!, 'Чайник протекает')
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
    // The other point is not established either, and stands first.
    await waitFor(() => expect(screen.getByRole('button', { name: t.allegations.move(2) })).toHaveFocus())
  })

  test('lead to what they lack, and are put in order by keys', async () => {
    await office.complaintAcknowledge({ complaint: added.id })
    await office.allegationsTake({ complaint: added.id, allegations: [stated('Чайник протекает'), stated('Кассир нагрубил')] })
    await open()
    const next = screen.getByRole('region', { name: t.case.next.title })
    expect(within(next).getByRole('button', { name: t.case.next.button.establish })).toBeInTheDocument()
    const [first] = within(section()).getAllByRole('button', { name: /переставить|move/ })
    first!.focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(async () => expect((await points()).map((one) => one.text)).toEqual(['Кассир нагрубил', 'Чайник протекает']))
    await userEvent.click(within(next).getByRole('button', { name: t.case.next.button.establish }))
    const form = await screen.findByRole('form', { name: t.allegations.form.title(1) })
    await userEvent.type(within(form).getByLabelText(t.allegations.form.check, { exact: false }), 'запись звонка')
    await userEvent.click(within(form).getByRole('radio', { name: t.allegations.verdict.not_confirmed }))
    await userEvent.click(within(form).getByRole('button', { name: t.controls.save }))
    await waitFor(() => expect(form).not.toBeInTheDocument())
    expect((await points())[0]).toMatchObject({ verdict: 'not_confirmed', check: 'запись звонка' })
    expect(within(section()).getAllByRole('button', { name: t.allegations.verdictMissing })).toHaveLength(1)
  })

  test('are split with all that was typed', async () => {
    await office.complaintAcknowledge({ complaint: added.id })
    await office.allegationsTake({ complaint: added.id, allegations: [stated('Чайник протекает. Кассир нагрубил')] })
    await open()
    await userEvent.click(within(section()).getByRole('button', { name: t.allegations.verdictMissing }))
    const form = await screen.findByRole('form', { name: t.allegations.form.title(1) })
    await userEvent.type(within(form).getByLabelText(t.allegations.form.check, { exact: false }), 'осмотр')
    const words = within(form).getByDisplayValue<HTMLTextAreaElement>('Чайник протекает. Кассир нагрубил')
    words.setSelectionRange(17, 17)
    const split = within(form).getByRole('button', { name: t.allegations.split })
    await userEvent.dblClick(split)
    await waitFor(async () => expect((await points()).map((one) => one.text)).toEqual(['Чайник протекает.', 'Кассир нагрубил']))
    expect((await points()).map((one) => one.check)).toEqual(['осмотр', ''])
  })
})

test('a phrase is found at its place, else where its words stand now', () => {
  const phrase = { start: 3, words: 'б' }
  expect(stretches('😡б.б', [phrase])).toEqual([
    { text: '😡б.', marked: false },
    { text: 'б', marked: true },
  ])
  expect(stretches('ааб', [{ start: 0, words: 'б' }])).toEqual([
    { text: 'аа', marked: false },
    { text: 'б', marked: true },
  ])
  expect(holds('ааа', phrase)).toBe(false)
  expect(stretches('аб', [{ start: 0, words: 'аб' }, { start: 1, words: 'б' }])).toEqual([{ text: 'аб', marked: true }])
})
