import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { saver } from './autosave'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the newest value is kept after a pause, once', async () => {
  const kept: string[] = []
  const it = saver<string>(400, async (value) => void kept.push(value), vi.fn())
  for (const value of ['а', 'аб', 'абв']) it.changed(value)
  await vi.advanceTimersByTimeAsync(399)
  expect(kept).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(kept).toEqual(['абв'])
  expect(it.pending()).toBe(false)
})

test('leaving keeps at once, and nothing twice', async () => {
  const kept: string[] = []
  const it = saver<string>(2000, async (value) => void kept.push(value), vi.fn())
  it.changed('слово')
  await it.flush()
  await vi.advanceTimersByTimeAsync(5000)
  expect(kept).toEqual(['слово'])
})

test('what could not be kept is told and tried again', async () => {
  const failed = vi.fn()
  let works = false
  const kept: string[] = []
  const it = saver<string>(
    10,
    async (value) => {
      if (!works) throw new Error('диск')
      kept.push(value)
    },
    failed,
  )
  it.changed('слово')
  await vi.advanceTimersByTimeAsync(10)
  expect(failed).toHaveBeenCalledOnce()
  expect(it.pending()).toBe(true)
  works = true
  await it.flush()
  expect(kept).toEqual(['слово'])
})
