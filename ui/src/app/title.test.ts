import { render, waitFor } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import App from '../App.svelte'
import { useBackend } from '../backend'
import { takeIn } from '../testing/cases'
import { machine } from '../testing/office'
import { t } from '../text/index.svelte'
import { go } from './router.svelte'

it('the window is called by the number of a case and never by whose it is', { timeout: 60_000 }, async () => {
  const { backend } = await machine()
  useBackend(backend)
  const { id, number } = await takeIn(backend, { complainant: { name: 'Тимофеев Олег Дмитриевич' } })
  go({ screen: 'case', id })
  const app = render(App)
  await waitFor(() => expect(document.title).toBe(`${number} — ${t.controls.program}`), { timeout: 20_000 })
  app.unmount()
  expect(document.title).toBe(t.controls.program)
})
