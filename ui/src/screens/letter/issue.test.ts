import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { useBackend, type Backend, type Finding, type ShutGate } from '../../backend'
import { machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import IssueDialog from './IssueDialog.svelte'

let office: Backend
beforeEach(async () => {
  office = (await machine()).backend
  useBackend(office)
})

const must = { severity: 'must', message_ru: 'Нет срока', message_en: 'No term' } as Finding
const open = (onissue: (reason: string | null) => Promise<boolean>, findings = [must], gates: ShutGate[] = []) =>
  render(IssueDialog, { open: true, letter: 'l1', findings, gates, unresolved: 0, busy: false, onissue, onfill: () => undefined })
const reason = () => screen.findByLabelText(t.letter.issue.reason)
const issue = () => userEvent.click(screen.getByRole('button', { name: t.letter.issue.confirm }))

describe('the reason to issue a letter in spite of its check', () => {
  test('survives closing and a kill, and goes only when the letter is issued', async () => {
    const onissue = vi.fn(async () => false)
    const first = open(onissue)
    await userEvent.type(await reason(), 'Срок назван в договоре')
    await waitFor(async () => expect(await office.draftGet({ key: 'issue/l1' })).toMatchObject({ value: { reason: 'Срок назван в договоре' } }))
    await issue()
    expect(onissue).toHaveBeenCalledExactlyOnceWith('Срок назван в договоре')
    expect(await office.draftGet({ key: 'issue/l1' })).not.toBeNull()
    first.unmount()

    onissue.mockResolvedValue(true)
    open(onissue)
    expect(await screen.findByText(t.controls.draftRestored)).toBeVisible()
    expect(await reason()).toHaveValue('Срок назван в договоре')
    await issue()
    await waitFor(async () => expect(await office.draftGet({ key: 'issue/l1' })).toBeNull())
  })
})

test('findings besides those that must be put right are more of them, and stand alone where there are none', async () => {
  const should = { ...must, severity: 'should', message_ru: 'Длинно', message_en: 'Long' } as Finding
  const both = open(vi.fn(async () => true), [must, should])
  expect(await screen.findByText('Обязательно исправить')).toBeVisible()
  expect(screen.getByText('Ещё 1 замечание можно исправить сейчас.')).toBeVisible()
  both.unmount()
  open(vi.fn(async () => true), [should])
  expect(await screen.findByText('1 замечание можно исправить сейчас.')).toBeVisible()
})

test('what comes before a letter is named, and passed over for a reason alone', async () => {
  const onissue = vi.fn(async () => true)
  open(onissue, [], [{ gate: 'documents_unseen', what: ['чек.pdf'] }])
  expect(await screen.findByText(`${t.procedure.gate.documents_unseen}: чек.pdf`)).toBeVisible()
  await issue()
  expect(screen.getByText(t.letter.issue.reasonMissing)).toBeVisible()
  expect(onissue).not.toHaveBeenCalled()
  await userEvent.type(await reason(), 'Суд завтра')
  await issue()
  expect(onissue).toHaveBeenCalledExactlyOnceWith('Суд завтра')
})
