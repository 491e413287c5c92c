// Documents that strangers sent, opened with other programs. The office says of
// each whether it is opened, asked about or only saved.

import { backend, type ComplaintId, type DocumentId } from '../backend'
import { asFailure } from '../backend/failure'
import { ask } from '../parts/question.svelte'
import { t } from '../text/index.svelte'
import { notify } from './notices.svelte'

/** Opens a document, asks first, or offers to save it, as the office has it. */
export async function openDocument(complaint: ComplaintId, document: DocumentId): Promise<void> {
  const words = t.case.documents
  try {
    await backend.documentOpen({ complaint, document, confirmed: false })
  } catch (error) {
    const { code, detail } = asFailure(error)
    if (code === 'opening_asked') {
      const yes = await ask({ title: words.openAsk(detail ?? ''), text: words.openWhy, yes: words.openYes })
      if (yes) await backend.documentOpen({ complaint, document, confirmed: true })
    } else if (code === 'only_saved') {
      const text = t.failures.codes['only_saved'] ?? ''
      if (!(await ask({ title: words.onlySaved, text, yes: words.saveAs }))) return
      const { saved } = await backend.documentSave({ complaint, document })
      if (saved !== null) notify(words.savedAs(saved))
    } else throw error
  }
}
