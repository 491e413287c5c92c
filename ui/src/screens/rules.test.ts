import { render, screen } from '@testing-library/svelte'
import { beforeEach, describe, expect, test } from 'vitest'
import { useBackend, type Backend, type LetterKind } from '../backend'
import { decide, issue, takeIn } from '../testing/cases'
import { machine } from '../testing/office'
import Letter from './letter/Letter.svelte'

let office: Backend

beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
})

/** An authority's own address, as a writer chooses it for a letter. */
const inspection = { organisation: 'Территориальный отдел Роспотребнадзора', address: '101000, г. Москва, ул. Мясницкая, д. 40' }

// What the screens show of these rules they have from the office; here it is the office that is asked.
describe('the rules of the office that the screens lean on', { timeout: 30_000 }, () => {
  test('money is not granted without its sum', async () => {
    const { id } = await takeIn(office, { demands: [['refund', null]] })
    await expect(decide(office, id, 'satisfy')).rejects.toMatchObject({ code: 'field', field: 'amount' })
    const other = await takeIn(office, { demands: [['replacement', null]] })
    await decide(office, other.id, 'satisfy')
    const { demands } = await office.complaintCard({ complaint: other.id })
    expect(demands[0]?.demand.decision?.kind).toBe('satisfy')
  })

  test('an issued letter shows the number that the office’s pattern gives it', async () => {
    const { id } = await takeIn(office)
    await decide(office, id, 'refuse')
    const letter = await issue(office, id, 'final_refusal')
    render(Letter, { id: letter.summary.id })
    expect((await screen.findAllByText(new RegExp(`ИСХ-${new Date().getFullYear()}/0001`))).length).toBeGreaterThan(0)
  })

  test('an answer to an authority is addressed to it, all others to who complained', async () => {
    const complainant = { name: 'Тимофеев Олег Дмитриевич', address: '101000, г. Москва, ул. Мясницкая, д. 1, кв. 5' }
    const { id } = await takeIn(office, { complainant, kind: 'authority' })
    const addressed = async (kind: LetterKind) => {
      const { summary, text, choices } = await office.letterDraft({ complaint: id, kind, language: null })
      const chosen = { ...choices, particulars: { ...choices.particulars, recipient: { ...choices.particulars.recipient, ...inspection } } }
      const card = await office.letterChoicesSave({ letter: summary.id, text, choices: chosen })
      return card.text.addressee.join(' ')
    }
    expect(await addressed('regulator_reply')).toContain('Роспотребнадзора')
    const interim = await addressed('interim')
    expect(interim).toContain('Тимофеев')
    expect(interim).not.toContain('Роспотребнадзора')
  })
})
