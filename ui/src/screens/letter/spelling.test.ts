// A word that no dictionary has: what may have been meant, each by one click, and the way into the dictionary.

import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Finding } from '../../backend'
import Findings from './Findings.svelte'

const slip: Finding = {
  rule: 'spelling',
  severity: 'should',
  group: 'tone',
  block: 'closing',
  start: 2,
  end: 10,
  message_ru: 'Слова «увжением» нет в словаре: проверьте, как оно пишется.',
  message_en: '“увжением” is not in the dictionary: check its spelling.',
  suggestion: 'уважением',
  mend: null,
  others: ['сужением', 'вложением'],
  word: 'увжением',
}

const shown = (finding: Finding, onlearn?: (word: string) => void) => {
  const onmend = vi.fn()
  render(Findings, { findings: [finding], active: null, canMend: () => true, onshow: vi.fn(), onmend, ...(onlearn && { onlearn }) })
  return onmend
}

it('offers each word that may have been meant', async () => {
  const onmend = shown(slip, vi.fn())
  await userEvent.click(screen.getByRole('button', { name: 'Заменить на «уважением»' }))
  expect(onmend).toHaveBeenLastCalledWith(slip)
  await userEvent.click(screen.getByRole('button', { name: 'Заменить на «вложением»' }))
  expect(onmend).toHaveBeenLastCalledWith({ ...slip, suggestion: 'вложением' })
})

it('takes the word into the dictionary', async () => {
  const onlearn = vi.fn()
  shown(slip, onlearn)
  await userEvent.click(screen.getByRole('button', { name: 'Добавить «увжением» в словарь' }))
  expect(onlearn).toHaveBeenCalledExactlyOnceWith('увжением')
})

it('offers no dictionary where there is none, and for no other finding', () => {
  shown(slip)
  const { word: _, ...other } = slip
  shown({ ...other, rule: 'tone.shouting' }, vi.fn())
  expect(screen.queryByRole('button', { name: /в словарь/ })).toBeNull()
})
