// A small office in memory, for component tests and for the screens in a plain
// browser. It keeps the window's own interface, so it can't drift from it.

import { daysLeft, isoDay, rfc3339 } from '../app/format'
import type { Backend, DragHandlers } from './backend'
import { madeUpPage } from './memory/many'
import { check, compose, draftLetter, pagePicture } from './memory/letters'
import {
  cardOf,
  clocksOf,
  dueOf,
  nextStepOf,
  plusDays,
  questionOpen,
  statusOf,
  type Kept,
} from './memory/rules'
import { ago, complainant, sampleProfile, seedCases } from './memory/seed'
import type {
  Card,
  ComplaintRow,
  Failure,
  FormDraft,
  JournalRow,
  LetterCard,
  NewComplaint,
  OfficeInfo,
  ProgramState,
  RegisterQuery,
  Today,
  UndoOffer,
} from './index'

export interface MemoryOptions {
  /** Instead of the twelve cases, a register of so many made-up rows. */
  rows?: number
  /** No case at all. */
  empty?: boolean
  /** No office yet: the first run. */
  first?: boolean
  /** Not the sample office. */
  own?: boolean
  language?: 'ru' | 'en'
  theme?: 'system' | 'light' | 'dark'
  scale?: number
  /** How long each answer takes, in milliseconds. */
  delay?: number
}

/** The memory office, with a hand on what only the window can do. */
export type MemoryOffice = Backend & {
  /** Files as if dragged over and let go. */
  drag: () => DragHandlers | undefined
}

const fail = (code: string, field: string | null = null, detail: string | null = null): never => {
  throw { code, field, detail } satisfies Failure
}

/** An office in memory. */
export function memoryOffice(options: MemoryOptions = {}): MemoryOffice {
  let ids = 0
  const id = () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, '0')}`
  const cases = new Map<string, Kept>()
  const drafts = new Map<string, FormDraft>()
  const journal: JournalRow[] = []
  const before = new Map<string, { seq: number; op: string; at: string; kept: Kept }[]>()
  const previews = new Map<string, LetterCard['text']>()
  let profile = sampleProfile(!options.own)
  let open = !options.first
  let handlers: DragHandlers | undefined
  let lastBackup: string | null = options.empty ? null : ago(1)
  let outgoing = 0
  let settings = {
    language: options.language ?? ('ru' as const),
    theme: options.theme ?? ('system' as const),
    text_scale: options.scale ?? 1,
    actor: 'Панова С. А.',
  }

  const get = (key: string): Kept => cases.get(key) ?? fail('not_found')
  const letterOf = (key: string): { kept: Kept; letter: LetterCard } => {
    for (const kept of cases.values()) {
      const letter = kept.letters.find((one) => one.summary.id === key)
      if (letter) return { kept, letter }
    }
    return fail('not_found')
  }

  const row = (kept: Kept): ComplaintRow => {
    const due = dueOf(kept)
    const { complaint } = kept
    const interim = kept.letters.findLast((letter) => letter.summary.promised)
    return {
      id: complaint.id,
      number: complaint.number,
      received_at: complaint.received_at,
      kind: complaint.kind,
      channel: complaint.channel,
      regime: complaint.regime,
      complainant: complaint.complainant.name,
      subject: complaint.subject,
      demands: kept.demands.map((demand) => demand.kind),
      status: statusOf(kept),
      next_step: nextStepOf(kept),
      next_due: due.legal,
      next_due_safe: due.safe,
      promised: ['answered', 'closed'].includes(statusOf(kept))
        ? null
        : (interim?.summary.promised ?? null),
      trashed: complaint.trashed_at !== null,
    }
  }

  const undoOf = (key: string): UndoOffer | null => {
    const last = before.get(key)?.at(-1)
    return last ? { seq: last.seq, op: last.op, at: last.at } : null
  }

  const card = (kept: Kept): Card =>
    structuredClone(
      cardOf(
        kept,
        undoOf(kept.complaint.id),
        [...cases.values()]
          .filter(
            (one) =>
              one !== kept &&
              kept.complaint.complainant.name !== '' &&
              one.complaint.complainant.name === kept.complaint.complainant.name,
          )
          .map(row),
      ),
    )

  const write = (op: string, kept: Kept | null, detail: unknown = {}) => {
    const seq = journal.length + 1
    journal.push({
      seq,
      at: rfc3339(),
      actor: settings.actor,
      op,
      complaint: kept?.complaint.id ?? null,
      number: kept?.complaint.number ?? null,
      detail,
      hash: seq.toString(16).padStart(64, '0'),
      undoable: false,
    })
    return seq
  }

  /** One change of a case, with its journal row and the way back. */
  const change = (key: string, op: string, make: (kept: Kept) => void, undoable = true): Card => {
    const kept = get(key)
    const copy = structuredClone(kept)
    make(kept)
    kept.complaint.version += 1
    const seq = write(op, kept)
    if (undoable) {
      const list = before.get(key) ?? []
      list.push({ seq, op, at: rfc3339(), kept: copy })
      before.set(key, list)
    } else before.delete(key)
    return card(kept)
  }

  const add = (input: NewComplaint): { id: string; number: string } => {
    if (!input.text.trim() && !input.subject.trim()) fail('field', 'text', 'missing')
    if (Date.parse(input.received_at) > Date.now() + 60_000) fail('field', 'received_at', 'future')
    const late = input.received_at.slice(0, 10) < isoDay()
    if (late && !input.backdating_reason?.trim() && input.channel !== 'email')
      fail('field', 'backdating_reason', 'missing')
    const key = id()
    const year = isoDay().slice(0, 4)
    const number = profile.numbering.incoming
      .replace('{year}', year)
      .replace(/\{n(?::(\d))?\}/, (_, width?: string) =>
        String(cases.size + 1).padStart(Number(width ?? 1), '0'),
      )
    const subject =
      input.subject.trim() || input.text.trim().split(/\s+/).slice(0, 8).join(' ')
    const kept: Kept = {
      complaint: {
        id: key,
        number,
        kind: input.kind,
        regime: input.regime,
        channel: input.channel,
        received_at: input.received_at,
        recorded_at: rfc3339(),
        backdating_reason: input.backdating_reason,
        person_id: input.person_id ?? id(),
        complainant: structuredClone(input.complainant),
        subject,
        text: input.text,
        order: input.order,
        their_number: input.their_number,
        their_date: input.their_date,
        price: input.price,
        status: 'fresh',
        no_answer: null,
        closed_at: null,
        trashed_at: null,
        version: 1,
      },
      demands: input.demands.map((demand) => ({
        ...demand,
        id: id(),
        made_on: demand.made_on ?? input.received_at.slice(0, 10),
        decision: null,
        rule: null,
        due_legal: null,
        due_safe: null,
      })),
      documents: [],
      trashed_documents: [],
      diary: [],
      notes: [],
      letters: [],
      question_answered: 0,
    }
    cases.set(key, kept)
    write('complaint_add', kept)
    return { id: key, number }
  }

  const issue = (letter: LetterCard) => {
    outgoing += 1
    letter.summary.state = 'issued'
    letter.summary.changed_at = rfc3339()
    letter.summary.promised = letter.summary.kind === 'interim' ? letter.choices.expected : null
    letter.summary.issued = {
      number: profile.numbering.outgoing
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

  const seed = () => {
    cases.clear()
    if (options.empty) return
    for (const { kept, stage } of seedCases(id)) {
      cases.set(kept.complaint.id, kept)
      write('complaint_add', kept)
      const put = (kind: Parameters<typeof draftLetter>[1], issued: boolean) => {
        const letter = draftLetter(kept, kind, profile, id())
        if (kind === 'interim') {
          letter.choices.expected = plusDays(isoDay(), 2)
          letter.choices.holding_reason = 'ждём ответ банка'
          letter.text = compose(kept, kind, profile, letter.choices)
        }
        kept.letters.push(letter)
        if (issued) issue(letter)
        return letter
      }
      if (stage === 'acknowledged') put('acknowledgement', true)
      if (stage === 'asked') put('information_request', true)
      if (stage === 'interim') put('interim', true)
      if (stage === 'draft') put('final_goodwill', false)
      if (stage === 'issued') put('final_refusal', true)
      if (stage === 'sent') put('final_satisfied', true).summary.sent = ['email', rfc3339()]
    }
  }
  seed()

  const matches = (kept: Kept, query: RegisterQuery): boolean => {
    const one = row(kept)
    if (one.trashed !== query.trashed) return false
    if (query.statuses.length && !query.statuses.includes(one.status)) return false
    if (query.channels.length && !query.channels.includes(one.channel)) return false
    if (query.kinds.length && !query.kinds.includes(one.kind)) return false
    const left = one.next_due ? daysLeft(one.next_due) : null
    if (query.due === 'overdue' && !(left !== null && left < 0)) return false
    if (query.due === 'today' && left !== 0) return false
    if (query.due === 'week' && !(left !== null && left >= 0 && left < 7)) return false
    if (query.due === 'none' && left !== null) return false
    const words = query.text.trim().toLowerCase()
    const all = `${one.number} ${one.complainant} ${one.subject} ${kept.complaint.text}`
    return words.split(/\s+/).every((word) => all.toLowerCase().includes(word.slice(0, 5)))
  }

  const order = (query: RegisterQuery) => {
    const steps = ['fresh', 'in_work', 'waiting', 'decided', 'answered', 'closed']
    const key = (one: ComplaintRow): string => {
      switch (query.sort) {
        case 'number':
          return one.number
        case 'due':
          return one.next_due ?? '9999'
        case 'complainant':
          return one.complainant
        case 'subject':
          return one.subject
        case 'status':
          return String(steps.indexOf(one.status))
        default:
          return one.received_at
      }
    }
    return (a: ComplaintRow, b: ComplaintRow) =>
      key(a).localeCompare(key(b), 'ru') * (query.descending ? -1 : 1)
  }

  const info = (): OfficeInfo => ({
    profile: structuredClone(profile),
    folder: profile.sample ? '~/Ответ/Учебные записи' : '~/Ответ/Записи',
    complaints: options.rows ?? [...cases.values()].filter((one) => !one.complaint.trashed_at).length,
    safety: { last_backup: lastBackup, network_share: false },
  })

  const state = (): ProgramState => ({
    office_open: open,
    ...settings,
    last_folder: open ? '~/Ответ/Записи' : null,
    default_folder: '~/Ответ/Записи',
    version: '0.1.0',
    sample_open: open && profile.sample,
    problem: null,
  })

  const refresh = (kept: Kept, letter: LetterCard) => {
    letter.text = compose(kept, letter.summary.kind, profile, letter.choices)
    letter.findings = check(letter.text)
    letter.stale = false
    letter.documents = kept.documents
  }

  const answers: Backend = {
    officeInfo: async () => info(),
    profileSave: async (input) => {
      if (!/\{n(:\d)?\}/.test(input.numbering.incoming))
        fail('pattern', 'numbering', input.numbering.incoming)
      if (!/\{n(:\d)?\}/.test(input.numbering.outgoing))
        fail('pattern', 'numbering', input.numbering.outgoing)
      profile = structuredClone(input)
      write('profile_save', null)
      return info()
    },
    requisitesCheck: async (input) => {
      const found: { field: string; problem: string }[] = []
      const digits = (field: string, value: string | null, lengths: number[]) => {
        if (!value) return
        if (!/^\d+$/.test(value)) found.push({ field, problem: 'digits' })
        else if (!lengths.includes(value.length)) found.push({ field, problem: 'length' })
      }
      if (!input.name.trim()) found.push({ field: 'name', problem: 'missing' })
      if (!input.address.trim()) found.push({ field: 'address', problem: 'missing' })
      else if (!/\b\d{6}\b/.test(input.address)) found.push({ field: 'address', problem: 'format' })
      digits('inn', input.inn, [10, 12])
      digits('kpp', input.kpp, [9])
      digits('ogrn', input.ogrn, [13, 15])
      if (input.email && !/^\S+@\S+\.\S+$/.test(input.email))
        found.push({ field: 'email', problem: 'format' })
      digits('bank.bic', input.bank?.bic ?? null, [9])
      digits('bank.account', input.bank?.account ?? null, [20])
      if (!input.signatory.name.trim()) found.push({ field: 'signatory.name', problem: 'missing' })
      return found
    },
    today: async () => {
      const section = () => ({ total: 0, rows: [] as ComplaintRow[] })
      const found: Today = {
        overdue: section(),
        due_soon: section(),
        promised: section(),
        fresh: section(),
        to_answer: section(),
        to_send: section(),
        waiting: section(),
        in_work: section(),
      }
      for (const kept of cases.values()) {
        const one = row(kept)
        if (one.trashed || one.status === 'closed') continue
        const left = one.next_due ? daysLeft(one.next_due) : 99
        const promise = one.promised ? daysLeft(one.promised) : 99
        const into =
          one.status === 'answered'
            ? one.next_step === 'send'
              ? found.to_send
              : null
            : left < 0
              ? found.overdue
              : left <= 3
                ? found.due_soon
                : promise <= 3
                  ? found.promised
                  : one.status === 'fresh'
                    ? found.fresh
                    : one.status === 'decided'
                      ? found.to_answer
                      : one.status === 'waiting'
                        ? found.waiting
                        : found.in_work
        into?.rows.push(one)
        if (into) into.total += 1
      }
      for (const one of Object.values(found))
        one.rows.sort((a, b) => (a.next_due ?? '9').localeCompare(b.next_due ?? '9'))
      return found
    },
    registerPage: async ({ query, offset, limit }) => {
      if (options.rows && !query.trashed) return madeUpPage(query, offset, limit, options.rows)
      const rows = [...cases.values()].filter((kept) => matches(kept, query)).map(row)
      rows.sort(order(query))
      return { rows: rows.slice(offset, offset + limit), total: rows.length, offset }
    },
    search: async ({ text, limit }) => {
      const words = text.trim().toLowerCase()
      if (!words) return []
      return [...cases.values()]
        .filter((kept) => !kept.complaint.trashed_at)
        .flatMap((kept) => {
          const { complaint } = kept
          const fields: [string, string][] = [
            ['number', complaint.number],
            ['complainant', complaint.complainant.name],
            ['subject', complaint.subject],
            ['text', complaint.text],
          ]
          for (const [field, value] of fields) {
            const at = value.toLowerCase().indexOf(words)
            if (at < 0) continue
            const from = Math.max(0, at - 24)
            const snippet = value.slice(from, at + words.length + 48)
            const start = at - from
            return [{ row: row(kept), field, snippet, spans: [{ start, end: start + words.length }] }]
          }
          return []
        })
        .slice(0, limit)
    },
    complaintAdd: async (input) => add(input),
    complaintCard: async ({ complaint }) => card(get(complaint)),
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
        else one.notes.push({ id: id(), at: rfc3339(), author: settings.actor, text })
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
    undo: async ({ complaint, seq }) => {
      const list = before.get(complaint) ?? []
      const last = list.at(-1)
      if (!last) return fail('nothing_to_undo')
      if (last.seq !== seq) return fail('undo_conflict')
      list.pop()
      const version = get(complaint).complaint.version + 1
      last.kept.complaint.version = version
      cases.set(complaint, last.kept)
      write('undo', last.kept, { seq })
      return card(last.kept)
    },
    clocks: async ({ regime, demands, received }) => [
      { demand: null, clocks: clocksOf(null, regime, received) },
      ...demands.map((demand) => ({ demand, clocks: clocksOf(demand, regime, received) })),
    ],
    personsFind: async ({ text }) => {
      const words = text.trim().toLowerCase()
      if (words.length < 2) return []
      return [...cases.values()]
        .filter(({ complaint: { complainant: who } }) =>
          [who.name, who.email, who.phone].some((value) => value.toLowerCase().includes(words)),
        )
        .slice(0, 6)
        .map(({ complaint }) => ({
          id: complaint.person_id,
          complainant: structuredClone(complaint.complainant),
          complaints: 1,
        }))
    },
    duplicates: async ({ name, email, phone, order: number }) =>
      [...cases.values()]
        .filter(({ complaint }) => {
          const who = complaint.complainant
          return (
            (name.length > 4 && who.name.toLowerCase() === name.trim().toLowerCase()) ||
            (email !== '' && who.email === email) ||
            (phone !== '' && who.phone.replace(/\D/g, '') === phone.replace(/\D/g, '')) ||
            (number !== '' && complaint.order === number)
          )
        })
        .map(row),
    nameForms: async (input) => ({
      dative: input.name_dative ?? input.name,
      salutation:
        input.salutation ??
        (input.name ? `Здравствуйте, ${input.name.split(' ').slice(1).join(' ') || input.name}!` : 'Здравствуйте!'),
      gender: input.gender === 'auto' ? null : input.gender,
    }),
    textRead: async ({ text }) => ({
      kind: 'complaint',
      regime: profile.usual_regime,
      channel: 'messenger',
      received_at: rfc3339(),
      backdating_reason: null,
      person_id: null,
      complainant: complainant({
        email: /\S+@\S+\.\w+/.exec(text)?.[0] ?? '',
        phone: /\+?\d[\d\s()-]{9,}\d/.exec(text)?.[0] ?? '',
      }),
      subject: text.trim().split('\n')[0]?.slice(0, 80) ?? '',
      text,
      order: '',
      their_number: '',
      their_date: null,
      price: null,
      demands: /верн(ите|уть) деньги/i.test(text)
        ? [{ kind: 'refund', detail: '', amount: null, made_on: null }]
        : [],
    }),
    journalPage: async ({ complaint, before: place, limit }) =>
      journal
        .filter((one) => !complaint || one.complaint === complaint)
        .filter((one) => place === null || one.seq < place)
        .slice()
        .reverse()
        .slice(0, limit),
    journalVerify: async () => ({ checked: journal.length, altered: [], missing: [] }),
    documentsVerify: async () => ({
      checked: [...cases.values()].reduce((sum, kept) => sum + kept.documents.length, 0),
      altered: [],
      missing: [],
    }),
    draftPut: async ({ key, value }) => {
      drafts.set(key, { key, value: structuredClone(value), at: rfc3339() })
      return null
    },
    draftGet: async ({ key }) => structuredClone(drafts.get(key) ?? null),
    draftDelete: async ({ key }) => {
      drafts.delete(key)
      return null
    },
    drafts: async () => structuredClone([...drafts.values()]),
    letterDraft: async ({ complaint, kind }) => {
      const letter = draftLetter(get(complaint), kind, profile, id())
      change(complaint, 'letter_draft_add', (one) => one.letters.push(letter))
      return structuredClone(letter)
    },
    letterCard: async ({ letter }) => structuredClone(letterOf(letter).letter),
    letterTextSave: async ({ letter, text }) => {
      const found = letterOf(letter).letter
      if (found.summary.state !== 'draft') fail('frozen')
      found.text = structuredClone(text)
      found.summary.heading = text.heading
      found.summary.changed_at = rfc3339()
      found.findings = check(text)
      return structuredClone(found)
    },
    letterChoicesSave: async ({ letter, choices }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      found.choices = structuredClone(choices)
      refresh(kept, found)
      return structuredClone(found)
    },
    letterRefresh: async ({ letter }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      refresh(kept, found)
      return structuredClone(found)
    },
    letterPreview: async ({ letter, text }) => {
      const key = `${letter}-${previews.size}`
      previews.set(key, structuredClone(text))
      return { key, pages: 1, findings: check(text), missing_glyphs: '' }
    },
    letterPage: async ({ key, scale }) => {
      const text = previews.get(key)
      return text ? pagePicture(text, scale) : fail('no_preview')
    },
    letterIssue: async ({ letter, override_reason }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
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
      return structuredClone(found)
    },
    letterSupersede: async ({ letter }) => {
      const { kept, letter: old } = letterOf(letter)
      if (old.summary.state !== 'issued') fail('not_issued')
      const next = draftLetter(kept, old.summary.kind, profile, id())
      next.text = structuredClone(old.text)
      next.choices = structuredClone(old.choices)
      next.summary.supersedes = letter
      change(kept.complaint.id, 'letter_supersede', (one) => one.letters.push(next))
      return structuredClone(next)
    },
    letterDelete: async ({ letter }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'draft') fail('frozen')
      return change(kept.complaint.id, 'letter_draft_delete', (one) => {
        one.letters = one.letters.filter((each) => each.summary.id !== letter)
      })
    },
    letterSent: async ({ letter, channel, at }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'issued') fail('not_issued')
      return change(kept.complaint.id, 'letter_sent', () => {
        found.summary.sent = [channel, at]
      })
    },
    backupCreate: async () => {
      lastBackup = rfc3339()
      return { at: lastBackup, folder: '~/Копии/Ответ', bytes: 4_718_592 }
    },
    programState: async () => state(),
    programSettingsSave: async (input) => {
      settings = { ...settings, ...input } as typeof settings
      return state()
    },
    folderChoose: async () => ({
      token: id(),
      display: '~/Документы/Ответ',
      holds_office: false,
      network_share: false,
      writable: true,
    }),
    officeCreate: async (input) => {
      if (!input.profile.name.trim()) fail('field', 'name', 'missing')
      profile = structuredClone(input.profile)
      cases.clear()
      open = true
      return info()
    },
    officeOpen: async () => {
      open = true
      return info()
    },
    officeClose: async () => {
      open = false
      return state()
    },
    sampleOpen: async () => {
      profile = sampleProfile(true)
      if (cases.size === 0) seed()
      open = true
      return info()
    },
    sampleDelete: async () => {
      cases.clear()
      open = false
      return state()
    },
    filesChoose: async ({ purpose }) => [
      {
        token: id(),
        name: purpose === 'mail' ? 'Претензия.eml' : 'Акт осмотра.pdf',
        bytes: 245_760,
      },
    ],
    mailRead: async () => ({
      from_address: 'n.lebedeva@post.example',
      from_name: 'Наталья Лебедева',
      sent: ago(1, 18, 42),
      draft: {
        kind: 'claim',
        regime: profile.usual_regime,
        channel: 'email',
        received_at: ago(1, 18, 42),
        backdating_reason: null,
        person_id: null,
        complainant: complainant({
          name: 'Лебедева Наталья',
          email: 'n.lebedeva@post.example',
        }),
        subject: 'Претензия по заказу 1204',
        text: 'Здравствуйте!\n\nЗаказ 1204 пришёл с разбитым стеклом. Прошу вернуть деньги, 12 300 рублей.\n\n<script>alert(1)</script>\n\nНаталья Лебедева',
        order: '1204',
        their_number: '',
        their_date: null,
        price: '12300.00',
        demands: [{ kind: 'refund', detail: '', amount: '12300.00', made_on: null }],
      },
      attachments: [
        { index: 0, name: 'стекло.jpg', media_type: 'image/jpeg', bytes: 2_202_009, sha256: 'b1'.repeat(32) },
        { index: 1, name: 'чек.pdf', media_type: 'application/pdf', bytes: 88_120, sha256: 'c2'.repeat(32) },
      ],
      notices: ['text_from_html'],
      phones: ['+79165550122'],
      duplicates: [],
    }),
    mailTake: async ({ complaint }) => add(complaint),
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
    workCancel: async () => null,
    documentOpen: async () => null,
    imageChoose: async () => ({ sha256: 'd4'.repeat(32), width: 320, height: 120 }),
    imageShow: async () => new ArrayBuffer(0),
    letterSavePdf: async () => ({ saved: '~/Документы/Ответ.pdf' }),
    letterOpenPdf: async () => null,
    letterPrint: async () => null,
    letterMailDraft: async () => null,
    windowReady: async () => null,
    onDrag: async (given) => {
      handlers = given
      return () => (handlers = undefined)
    },
  }

  const slow = options.delay
    ? (new Proxy(answers, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name)
          if (typeof method !== 'function') return method
          return async (...args: unknown[]) => {
            await new Promise((resolve) => setTimeout(resolve, options.delay))
            return (method as (...args: unknown[]) => unknown)(...args)
          }
        },
      }) as Backend)
    : answers
  return Object.assign(slow, { drag: () => handlers })
}

/** An office as the address asks for: `?rows=10000&lang=en&theme=dark`, `?empty`, `?first`. */
export function memoryFromAddress(search: string): Backend {
  const ask = new URLSearchParams(search)
  const options: MemoryOptions = {
    empty: ask.has('empty'),
    first: ask.has('first'),
    own: ask.has('own'),
    language: ask.get('lang') === 'en' ? 'en' : 'ru',
    delay: Number(ask.get('delay') ?? 0),
    scale: Number(ask.get('scale') ?? 1),
  }
  if (ask.has('rows')) options.rows = Number(ask.get('rows'))
  const theme = ask.get('theme')
  if (theme === 'dark' || theme === 'light') options.theme = theme
  const office = memoryOffice(options)
  Object.assign(globalThis, { otvetMemory: office })
  return office
}
