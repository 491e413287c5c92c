// A letter of the memory office from its first draft to its issue.

import { isoDay, rfc3339 } from '../../app/format'
import type { Backend } from '../backend'
import type { Card, LetterCard, OfficeInfo } from '../index'
import type { approvals } from './approval'
import { promisedBy } from './clocks'
import { check, compose, draftLetter } from './letters'
import { readingsOf } from './readings'
import type { Kept } from './rules'

interface Ways {
  get: (complaint: string) => Kept
  letterOf: (letter: string) => { kept: Kept; letter: LetterCard }
  /** One change of a case, with its journal row and, when it can be undone, the way back. */
  change: (complaint: string, op: string, make: (kept: Kept) => void, undoable?: boolean) => Card
  approved: ReturnType<typeof approvals>
  /** Pages that were asked for, by their key. */
  previews: Map<string, LetterCard['text']>
  profile: () => OfficeInfo['profile']
  id: () => string
  fail: (code: string, field?: string | null, detail?: string | null) => never
}

/** The commands of a letter, and its issue for the sample. */
export function writingAnswers({ get, letterOf, change, approved, previews, profile, id, fail }: Ways) {
  let outgoing = 0

  const issue = (letter: LetterCard) => {
    outgoing += 1
    letter.summary.state = 'issued'
    letter.summary.changed_at = rfc3339()
    letter.summary.promised = promisedBy(letter)
    letter.summary.issued = {
      number: profile().numbering.outgoing
        .replace('{year}', isoDay().slice(0, 4))
        .replace(/\{n(?::(\d))?\}/, (_, width?: string) =>
          String(outgoing).padStart(Number(width ?? 1), '0'),
        ),
      at: rfc3339(),
      sha256: 'e5'.repeat(32),
      pages: 1,
    }
    letter.findings = []
    letter.stale = false
  }

  const refresh = (kept: Kept, letter: LetterCard) => {
    letter.text = compose(kept, letter.summary.kind, profile(), letter.choices)
    letter.findings = check(letter.text)
    letter.stale = false
    letter.documents = kept.documents
  }

  const answers = {
    letterDraft: async ({ complaint, kind }) => {
      const letter = draftLetter(get(complaint), kind, profile(), id())
      change(complaint, 'letter_draft_add', (one) => one.letters.push(letter))
      return approved.seen(letter)
    },
    letterCard: async ({ letter }) => approved.seen(letterOf(letter).letter),
    letterTextSave: async ({ letter, text }) => {
      const found = letterOf(letter).letter
      if (found.summary.state !== 'draft') fail('frozen')
      found.text = structuredClone(text)
      found.summary.heading = text.heading
      found.summary.changed_at = rfc3339()
      found.findings = check(text)
      return approved.seen(found)
    },
    letterChoicesSave: async ({ letter, choices }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      found.choices = structuredClone(choices)
      refresh(kept, found)
      return approved.seen(found)
    },
    letterRefresh: async ({ letter }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      refresh(kept, found)
      return approved.seen(found)
    },
    letterTemplate: async ({ letter }) => {
      const { kept, letter: found } = letterOf(letter)
      refresh(kept, found)
      return { card: structuredClone(found), changes: [] }
    },
    letterPreview: async ({ letter, text }) => {
      const key = `${letter}-${previews.size}`
      previews.set(key, structuredClone(text))
      return { key, pages: 1, findings: check(text), missing_glyphs: '' }
    },
    letterReadings: async ({ letter, text }) => readingsOf(text ?? letterOf(letter).letter.text),
    letterIssue: async ({ letter, override_reason }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      approved.mayIssue(found)
      const blank = found.findings.filter((one) => one.rule === 'unresolved')
      if (blank.length) fail('unresolved', null, blank.map((one) => one.message_ru).join('; '))
      if (found.findings.some((one) => one.severity === 'must') && !override_reason) fail('stopped')
      change(
        kept.complaint.id,
        'letter_issue',
        (one) => {
          issue(found)
          for (const old of one.letters)
            if (old.summary.id === found.summary.supersedes) old.summary.state = 'superseded'
        },
        false,
      )
      return approved.seen(found)
    },
    letterSupersede: async ({ letter }) => {
      const { kept, letter: old } = letterOf(letter)
      if (old.summary.state !== 'issued') fail('not_issued')
      const next = draftLetter(kept, old.summary.kind, profile(), id())
      next.text = structuredClone(old.text)
      next.choices = structuredClone(old.choices)
      next.summary.supersedes = letter
      change(kept.complaint.id, 'letter_supersede', (one) => one.letters.push(next))
      return approved.seen(next)
    },
    letterDelete: async ({ letter }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      return change(kept.complaint.id, 'letter_draft_delete', (one) => {
        one.letters = one.letters.filter((each) => each.summary.id !== letter)
      })
    },
  } satisfies Partial<Backend>

  return { issue, answers }
}
