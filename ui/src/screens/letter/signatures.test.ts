import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { leaveNotices, notices } from '../../app/notices.svelte'
import { useBackend } from '../../backend'
import { refusal } from '../../testing/cases'
import { file, folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import Signatures from './Signatures.svelte'

const words = t.letter.signatures
let here: Machine
beforeEach(async () => {
  cleanup()
  leaveNotices()
  here = await machine()
  useBackend(here.backend)
})

it('refuses what is no signature, keeps one of this letter and says who signed', { timeout: 30_000 }, async (context) => {
  const letter = (await refusal(here)).summary.id
  const place = folder()
  const pdf = join(place, 'письмо.pdf')
  await here.seat({ save: pdf })
  await here.backend.letterSavePdf({ letter })
  render(Signatures, { letter })
  await here.seat({ files: [file('не подпись.sig', 'слова')] })
  await fireEvent.click(screen.getByRole('button', { name: words.add }))
  await waitFor(() => expect(notices().at(-1)?.text).toContain(t.failures.codes['signature_unreadable']))
  const openssl = (...told: string[]) => execFileSync('openssl', told, { cwd: place, stdio: 'ignore' })
  try {
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'k', '-out', 'c', '-days', '9', '-subj', '/CN=Vetrova')
  } catch {
    return context.skip()
  }
  openssl('cms', '-sign', '-binary', '-in', pdf, '-signer', 'c', '-inkey', 'k', '-outform', 'DER', '-out', 'good.sig')
  await here.seat({ files: [join(place, 'good.sig')] })
  await fireEvent.click(screen.getByRole('button', { name: words.add }))
  await screen.findByText('Vetrova')
  screen.getByText(words.trust)
  expect(readFileSync(pdf).length).toBeGreaterThan(1000)
})
