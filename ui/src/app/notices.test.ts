import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetNotices, leaveNotices, notices, notify, notifyUndo } from './notices.svelte'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  forgetNotices()
  vi.useRealTimers()
})

const said = () => notices().map(({ text }) => text)

it('what can be taken back stays its time when one goes elsewhere, other lines go', () => {
  notify('Сохранено')
  vi.advanceTimersByTime(2_000)
  leaveNotices()
  expect(said()).toEqual([])
  notifyUndo('Отправка отмечена', () => undefined)
  vi.advanceTimersByTime(2_000)
  leaveNotices()
  expect(said()).toEqual(['Отправка отмечена'])
  vi.advanceTimersByTime(10_001)
  expect(said()).toEqual([])
})

it('of other records nothing is offered to be taken back', () => {
  notifyUndo('Отправка отмечена', () => undefined)
  forgetNotices()
  expect(said()).toEqual([])
})
