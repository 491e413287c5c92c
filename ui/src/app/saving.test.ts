import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useBackend } from '../backend'
import { takeIn } from '../testing/cases'
import { folder } from '../testing/files'
import { machine } from '../testing/office'
import { failureDetails, failureText } from './notices.svelte'

it('a file that can’t be saved names the folder that is gone, and what the system said stays out of sight', { timeout: 30_000 }, async () => {
  const { backend: office, seat } = await machine()
  useBackend(office)
  await takeIn(office, { subject: 'Чайник' })
  const gone = join(folder(), 'нет такой')
  await seat({ save: join(gone, 'сроки.ics') })
  const failure: unknown = await office.calendarFileSave({ complaint: null, language: 'ru' }).catch((error: unknown) => error)
  expect(failureText(failure)).toBe(`Папки, в которую сохраняли файл, нет. Выберите другую. (${gone})`)
  expect(failureDetails(failure)).toBeNull()
})
