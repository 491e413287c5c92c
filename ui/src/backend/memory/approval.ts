// Approval of letters in the memory office.

import { rfc3339 } from '../../app/format'
import type { Approval, Card, LetterCard, OfficeProfile, Today } from '../index'
import type { Backend } from '../backend'
import { row } from './lists'
import type { Kept } from './rules'

interface Ways {
  letterOf: (id: string) => { kept: Kept; letter: LetterCard }
  change: (complaint: string, op: string, make: () => void) => Card
  profile: () => OfficeProfile
  actor: () => string
  id: () => string
  fail: (code: string, field?: string | null, detail?: string | null) => never
}

const plain = (name: string) => name.toLowerCase().replaceAll('ё', 'е').replace(/\s/g, '')

/** A mark of what the head reads. */
const markOf = (letter: LetterCard): string => {
  let hash = 7
  for (const char of JSON.stringify([letter.text, letter.choices])) hash = (hash * 31 + char.charCodeAt(0)) >>> 0
  return hash.toString(16).padStart(64, '0')
}

/** The commands, and how a letter is shown with its approval. */
export function approvals(ways: Ways) {
  const { letterOf, change, profile, actor, id, fail } = ways
  const history = new Map<string, Approval[]>()
  const of = (letter: LetterCard) => history.get(letter.summary.id) ?? []
  const acts = () => plain(profile().approval.name) === '' || plain(profile().approval.name) === plain(actor())

  const needed = (kept: Kept, letter: LetterCard): boolean => {
    const rules = profile().approval
    if (!rules.required || letter.summary.state !== 'draft') return false
    if (!rules.finals && !rules.refusals && rules.above === null) return true
    if (!letter.summary.kind.startsWith('final_')) return false
    const decisions = kept.demands.flatMap((demand) => (demand.decision ? [demand.decision] : []))
    const granted = decisions.reduce((sum, one) => sum + Number(one.amount ?? 0), 0)
    return (
      rules.finals ||
      (rules.refusals && decisions.some((one) => one.kind === 'refuse' || one.kind === 'partly')) ||
      (rules.above !== null && granted > Number(rules.above))
    )
  }

  /** The letter with its approval as it stands now. */
  const seen = (letter: LetterCard): LetterCard => {
    const { kept } = letterOf(letter.summary.id)
    const list = of(letter)
    const mark = markOf(letter)
    const latest = list[0]
    if (latest?.state === 'approved' && latest.mark !== mark && letter.summary.state === 'draft') {
      Object.assign(latest, { state: 'void', void_at: rfc3339(), void_by: actor(), void_why: 'letter' })
    }
    letter.summary.approval = latest ?? null
    const { post, name } = profile().approval
    return structuredClone({
      ...letter,
      approval: {
        needed: needed(kept, letter),
        stands: latest?.state === 'approved',
        approver_acts: acts(),
        approver: `${post} ${name}`.trim(),
        mark,
        history: list,
        differences: latest?.state === 'void' ? [{ what: 'block', before: '', after: letter.text.heading }] : [],
      },
    })
  }

  const told = (letter: LetterCard, change: Partial<Approval>) => {
    const latest = of(letter)[0]
    if (latest) Object.assign(latest, { told_at: rfc3339(), told_by: actor() }, change)
  }
  const draft = (key: string) => {
    const found = letterOf(key)
    if (found.letter.summary.state !== 'draft') fail('frozen')
    return found
  }
  const submitted = (letter: LetterCard, note: string) =>
    history.set(letter.summary.id, [
      {
        id: id(),
        state: 'waiting',
        asked_at: rfc3339(),
        asked_by: actor(),
        note,
        told_at: null,
        told_by: null,
        remarks: '',
        mark: null,
        void_at: null,
        void_by: null,
        void_why: null,
      },
      ...of(letter),
    ])

  const answers: Pick<Backend, 'letterSubmit' | 'letterRecall' | 'letterApprove' | 'letterReturn'> = {
    letterSubmit: async ({ letter, note }) => {
      const { kept, letter: found } = draft(letter)
      if (of(found)[0]?.state === 'waiting') fail('waiting_already')
      change(kept.complaint.id, 'letter_submit', () => submitted(found, note))
      return seen(found)
    },
    letterRecall: async ({ letter }) => {
      const { kept, letter: found } = draft(letter)
      const latest = of(found)[0]
      if (latest?.state !== 'waiting') fail('not_waiting')
      change(kept.complaint.id, 'letter_recall', () => Object.assign(latest!, { state: 'recalled' }))
      return seen(found)
    },
    letterApprove: async ({ letter, mark }) => {
      const { kept, letter: found } = draft(letter)
      if (!acts()) fail('not_approver', null, profile().approval.name)
      if (mark !== markOf(found)) fail('other_content')
      change(kept.complaint.id, 'letter_approve', () => {
        if (of(found)[0]?.state !== 'waiting') submitted(found, '')
        told(found, { state: 'approved', mark })
      })
      return seen(found)
    },
    letterReturn: async ({ letter, remarks }) => {
      const { kept, letter: found } = draft(letter)
      if (!remarks.trim()) fail('field', 'remarks', 'missing')
      if (!acts()) fail('not_approver', null, profile().approval.name)
      if (!['waiting', 'approved'].includes(of(found)[0]?.state ?? '')) fail('not_waiting')
      change(kept.complaint.id, 'letter_return', () => told(found, { state: 'returned', remarks }))
      return seen(found)
    },
  }

  /** Refuses to issue what the head has not approved as it is. */
  const mayIssue = (letter: LetterCard) => {
    const now = seen(letter)
    if (now.approval.needed && !now.approval.stands)
      fail('not_approved', null, now.approval.history[0]?.state ?? 'not_submitted')
  }

  const waiting = (cases: Iterable<Kept>): Today['to_approve'] =>
    [...cases].flatMap((kept) =>
      kept.letters
        .filter((letter) => letter.summary.state === 'draft' && of(letter)[0]?.state === 'waiting')
        .map((letter) => ({ row: row(kept), letter: seen(letter).summary })),
    )

  return { answers, seen, mayIssue, waiting }
}
