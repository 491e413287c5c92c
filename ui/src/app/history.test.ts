import { expect, test } from 'vitest'
import type { JournalRow } from '../backend'
import { toldMore } from './history'

const row = (change: Partial<JournalRow>) => ({ op: 'demand_decide', fields: ['demand.decision'], files: [], reason: null, ...change }) as JournalRow

test('a decision is not named twice, and what else changed is named', () => {
  expect(toldMore(row({}))).toBe('')
  expect(toldMore(row({ op: 'demand_edit' }))).not.toBe('')
})
