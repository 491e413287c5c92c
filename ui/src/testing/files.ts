// Files that the person in a test has on their disk. They are gone when the test ends.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

/** An empty folder. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'otvet-'))
  made.push(path)
  return path
}

/** A file of this name with this in it; its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name)
  writeFileSync(path, content)
  return path
}

/** A message with attachments that came so long ago, as it is saved from a mail program. */
export function message(sent: Date, subject: string, text: string, attachments: { name: string; type: string; content: string }[] = []): string {
  const encoded = (words: string) => Buffer.from(words).toString('base64')
  const word = (words: string) => `=?utf-8?b?${encoded(words)}?=`
  const part = (head: string[], content: string) => [...head, 'Content-Transfer-Encoding: base64', '', encoded(content), ''].join('\r\n')
  const parts = [
    part(['Content-Type: text/plain; charset="utf-8"'], text),
    ...attachments.map(({ name, type, content }) =>
      part([`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${word(name)}"`], content),
    ),
  ]
  const head = [
    `From: ${word('Соколова Марина')} <sokolova@mail.example>`,
    'To: office@severny-dom.example',
    `Subject: ${word(subject)}`,
    `Date: ${sent.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
  ].join('\r\n')
  return `${head}\r\n${parts.map((one) => `--part\r\n${one}`).join('')}--part--\r\n`
}

afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
})
