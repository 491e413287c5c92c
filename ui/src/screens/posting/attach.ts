// Keeping a photograph of a receipt with the case, from wherever a form asks for it.

import { backend, type Document, type DroppedFile } from '../../backend'
import { wasStopped } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'

/** Adds files to the case; gives the last one as the case has it now. */
export async function keepFiles(
  complaint: string,
  files: readonly DroppedFile[],
  source: string,
): Promise<Document | null> {
  if (files.length === 0) return null
  const card = await backend.documentAdd(
    { complaint, tokens: files.map((file) => file.token), side: 'office', source, task: crypto.randomUUID() },
    () => undefined,
  )
  changed()
  return card.documents.toSorted((a, b) => a.exhibit - b.exhibit).at(-1) ?? null
}

/** Asks for a file and keeps it with the case; null when nothing was chosen. */
export async function chooseFile(complaint: string, source: string): Promise<Document | null> {
  try {
    const files = await backend.filesChoose({ purpose: 'documents' })
    return await keepFiles(complaint, files.slice(0, 1), source)
  } catch (error) {
    if (wasStopped(error)) return null
    throw error
  }
}
