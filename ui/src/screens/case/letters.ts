// Beginning a letter, or going on with one begun before.

import { notifyFailure } from '../../app/notices.svelte'
import { changed } from '../../app/office.svelte'
import { go } from '../../app/router.svelte'
import { backend, type Language, type LetterKind } from '../../backend'
import type { CaseModel } from './model.svelte'

/** Opens the draft of this kind, or begins one. */
export async function write(model: CaseModel, kind: LetterKind, language: Language | null = null): Promise<void> {
  const begun = model.card.letters.find(
    (l) => l.state === 'draft' && l.kind === kind && (language === null || l.language === language),
  )
  if (begun) {
    go({ screen: 'letter', id: begun.id })
    return
  }
  if (model.busy) return
  model.busy = true
  try {
    const { summary } = await backend.letterDraft({ complaint: model.id, kind, language })
    changed()
    go({ screen: 'letter', id: summary.id })
  } catch (error) {
    notifyFailure(error)
  } finally {
    model.busy = false
  }
}

/** Begins the letter that takes the place of an issued one. */
export async function replace(model: CaseModel, letter: string): Promise<void> {
  if (model.busy) return
  model.busy = true
  try {
    const { summary } = await backend.letterSupersede({ letter })
    changed()
    go({ screen: 'letter', id: summary.id })
  } catch (error) {
    notifyFailure(error)
  } finally {
    model.busy = false
  }
}
