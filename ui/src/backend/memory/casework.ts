// What one does to a case in the memory office: its facts, its demands, its diary and notes, its papers.

import { rfc3339 } from '../../app/format'
import type { Backend } from '../backend'
import type { Card } from '../index'
import { questionOpen, type Kept } from './rules'

interface Ways {
  get: (complaint: string) => Kept
  /** One change of a case, with its journal row and the way back. */
  change: (complaint: string, op: string, make: (kept: Kept) => void) => Card
  id: () => string
  actor: () => string
  fail: (code: string, field?: string | null, detail?: string | null) => never
}

/** The commands of a case. */
export function casework({ get, change, id, actor, fail }: Ways) {
  return {
    complaintEdit: async (input) => {
      const kept = get(input.id)
      if (kept.complaint.version !== input.version) fail('conflict')
      if (!input.subject.trim()) fail('field', 'subject', 'missing')
      const { id: key, version: _, ...values } = structuredClone(input)
      return change(key, 'complaint_edit', (one) => Object.assign(one.complaint, values))
    },
    complaintClose: async ({ complaint, reason }) => {
      const kept = get(complaint)
      const answered = kept.letters.some(
        ({ summary }) => summary.state === 'issued' && summary.kind.startsWith('final_'),
      )
      if (!answered && !reason) fail('not_answered')
      if (reason && reason[0] === 'other' && !reason[1].trim()) fail('words_needed', 'reason')
      return change(complaint, 'complaint_close', (one) => {
        one.complaint.closed_at = rfc3339()
        one.complaint.no_answer = reason
      })
    },
    complaintReopen: async ({ complaint }) =>
      change(complaint, 'complaint_reopen', (one) => {
        one.complaint.closed_at = null
        one.complaint.no_answer = null
      }),
    complaintTrash: async ({ complaint }) =>
      change(complaint, 'complaint_trash', (one) => (one.complaint.trashed_at = rfc3339())),
    complaintRestore: async ({ complaint }) =>
      change(complaint, 'complaint_restore', (one) => (one.complaint.trashed_at = null)),
    questionAnswered: async ({ complaint }) => {
      if (!questionOpen(get(complaint))) fail('no_question')
      return change(complaint, 'question_answered', (one) => (one.question_answered += 1))
    },
    demandSave: async ({ complaint, demand, values }) =>
      change(complaint, demand ? 'demand_edit' : 'demand_add', (one) => {
        const made = values.made_on ?? one.complaint.received_at.slice(0, 10)
        const old = one.demands.find((each) => each.id === demand)
        if (old) Object.assign(old, values, { made_on: made })
        else
          one.demands.push({
            ...structuredClone(values),
            id: id(),
            made_on: made,
            decision: null,
            rule: null,
            due_legal: null,
            due_safe: null,
          })
      }),
    demandRemove: async ({ complaint, demand }) =>
      change(complaint, 'demand_remove', (one) => {
        one.demands = one.demands.filter((each) => each.id !== demand)
      }),
    decide: async ({ complaint, demand, decision }) => {
      if (decision && ['refuse', 'partly'].includes(decision.kind) && !decision.reasons.trim())
        fail('field', 'reasons', 'needed_for_decision')
      return change(complaint, 'demand_decide', (one) => {
        const found = one.demands.find((each) => each.id === demand) ?? fail('not_found')
        found.decision = structuredClone(decision)
        for (const letter of one.letters) if (letter.summary.state === 'draft') letter.stale = true
      })
    },
    diarySave: async ({ complaint, entry, at, text, source }) => {
      if (!text.trim()) fail('field', 'text', 'missing')
      return change(complaint, entry ? 'diary_edit' : 'diary_add', (one) => {
        const old = one.diary.find((each) => each.id === entry)
        if (old) Object.assign(old, { at, text, source })
        else one.diary.push({ id: id(), at, text, source })
        one.diary.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      })
    },
    diaryRemove: async ({ complaint, entry }) =>
      change(complaint, 'diary_remove', (one) => {
        one.diary = one.diary.filter((each) => each.id !== entry)
      }),
    noteSave: async ({ complaint, note, text }) => {
      if (!text.trim()) fail('field', 'text', 'missing')
      return change(complaint, note ? 'note_edit' : 'note_add', (one) => {
        const old = one.notes.find((each) => each.id === note)
        if (old) old.text = text
        else one.notes.push({ id: id(), at: rfc3339(), author: actor(), text })
      })
    },
    noteRemove: async ({ complaint, note }) =>
      change(complaint, 'note_remove', (one) => {
        one.notes = one.notes.filter((each) => each.id !== note)
      }),
    documentEdit: async ({ complaint, document, side, source }) =>
      change(complaint, 'document_edit', (one) => {
        Object.assign(one.documents.find((each) => each.id === document) ?? fail('not_found'), {
          side,
          source,
        })
      }),
    documentTrash: async ({ complaint, document }) =>
      change(complaint, 'document_trash', (one) => {
        one.trashed_documents.push(...one.documents.filter((each) => each.id === document))
        one.documents = one.documents.filter((each) => each.id !== document)
      }),
    documentRestore: async ({ complaint, document }) =>
      change(complaint, 'document_restore', (one) => {
        one.documents.push(...one.trashed_documents.filter((each) => each.id === document))
        one.documents.sort((a, b) => a.exhibit - b.exhibit)
        one.trashed_documents = one.trashed_documents.filter((each) => each.id !== document)
      }),
    documentAdd: async ({ complaint, tokens, side, source }, progress) => {
      for (const done of [0.25, 0.5, 1])
        progress({ done: done * 245_760, total: 245_760, name: 'Акт осмотра.pdf' })
      return change(complaint, 'document_add', (one) => {
        for (const token of tokens) {
          const exhibit =
            Math.max(0, ...[...one.documents, ...one.trashed_documents].map((each) => each.exhibit)) + 1
          one.documents.push({
            id: id(),
            name: `Документ ${exhibit}.pdf`,
            exhibit,
            media_type: 'application/pdf',
            bytes: 245_760,
            sha256: token.replace(/\W/g, '').padEnd(64, '0').slice(0, 64),
            file_time: null,
            added_at: rfc3339(),
            side,
            source,
          })
        }
      })
    },
  } satisfies Partial<Backend>
}
