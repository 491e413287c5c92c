// A small office in memory, for component tests and for the screens in a plain
// browser. It keeps the window's own interface, so it can't drift from it.

import { isoDay, rfc3339 } from '../app/format'
import type { Backend, DragHandlers } from './backend'
import { approvals } from './memory/approval'
import { clockAnswers, clockPart, promisedBy } from './memory/clocks'
import { forms } from './memory/forms'
import { madeUpPage } from './memory/many'
import { madeUpMail, newCase, pastedDraft, requisitesFound } from './memory/intake'
import { alikeIn, matches, order, row, searchIn, todayOf } from './memory/lists'
import { check, compose, draftLetter, pagePicture } from './memory/letters'
import { memoryNorms } from './memory/norms'
import { outside } from './memory/outside'
import { readingsOf } from './memory/readings'
import { postingAnswers } from './memory/posting'
import { cardOf, clocksOf, plusDays, questionOpen, type Kept } from './memory/rules'
import { people } from './memory/people'
import { slowed } from './memory/slowed'
import { memoryTemplates } from './memory/templates'
import { ago, sampleProfile, seedCases, seedDispatch } from './memory/seed'
import type { Card, Failure, FormDraft, JournalRow, LetterCard, NewComplaint, OfficeInfo, ProgramState, UndoOffer } from './index'

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
    reminders: true,
  }

  const get = (key: string): Kept => cases.get(key) ?? fail('not_found')
  const letterOf = (key: string): { kept: Kept; letter: LetterCard } => {
    for (const kept of cases.values()) {
      const letter = kept.letters.find((one) => one.summary.id === key)
      if (letter) return { kept, letter }
    }
    return fail('not_found')
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
        clockPart(kept),
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

  const approved = approvals({ letterOf, change, profile: () => profile, actor: () => settings.actor, id, fail })

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
    const kept = newCase(input, key, number, id)
    cases.set(key, kept)
    write('complaint_add', kept)
    return { id: key, number }
  }

  const issue = (letter: LetterCard) => {
    outgoing += 1
    letter.summary.state = 'issued'
    letter.summary.changed_at = rfc3339()
    letter.summary.promised = promisedBy(letter)
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
      const gone = (letter: LetterCard, way: 'email' | 'post_registered' = 'email', days = 0) => seedDispatch(kept, letter, way, days, id())
      if (stage === 'acknowledged') gone(put('acknowledgement', true))
      if (stage === 'asked') gone(put('information_request', true))
      if (stage === 'interim') gone(put('interim', true))
      if (stage === 'draft') put('final_goodwill', false)
      if (stage === 'issued') put('final_refusal', true)
      if (stage === 'sent') gone(put('final_satisfied', true))
      if (stage === 'late') gone(put('final_satisfied', true), 'post_registered', 20)
    }
  }
  seed()

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

  const posting = postingAnswers({ cases: () => cases.values(), letterOf, change, fail, id })

  const answers: Backend = {
    officeInfo: async () => info(),
    profileSave: async (input) => {
      if (!/\{n(:\d)?\}/.test(input.numbering.incoming))
        fail('pattern', 'numbering', input.numbering.incoming)
      if (!/\{n(:\d)?\}/.test(input.numbering.paper)) fail('pattern', 'numbering', input.numbering.paper)
      if (!/\{n(:\d)?\}/.test(input.numbering.outgoing))
        fail('pattern', 'numbering', input.numbering.outgoing)
      profile = structuredClone(input)
      write('profile_save', null)
      return info()
    },
    letterheadPicture: async ({ profile: tried, scale }) => {
      const text = [...cases.values()].flatMap((one) => one.letters)[0]?.text
      if (!text) return new ArrayBuffer(0)
      return pagePicture({ ...text, signatory: tried.requisites.signatory }, scale)
    },
    requisitesCheck: async (input) => requisitesFound(input),
    today: async () => ({ ...todayOf(cases.values()), to_approve: approved.waiting(cases.values()) }),
    registerPage: async ({ query, offset, limit }) => {
      if (options.rows && !query.trashed) return madeUpPage(query, offset, limit, options.rows)
      const rows = [...cases.values()].filter((kept) => matches(kept, query)).map(row)
      rows.sort(order(query))
      return { rows: rows.slice(offset, offset + limit), total: rows.length, offset }
    },
    search: async ({ text, limit }) => searchIn([...cases.values()], text, limit),
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
    duplicates: async (question) => alikeIn([...cases.values()], question),
    nameForms: async (input) => ({
      dative: input.name_dative ?? input.name,
      salutation:
        input.salutation ??
        (input.name ? `Здравствуйте, ${input.name.split(' ').slice(1).join(' ') || input.name}!` : 'Здравствуйте!'),
      gender: input.gender === 'auto' ? null : input.gender,
    }),
    textRead: async ({ text }) => pastedDraft(text, profile.usual_regime),
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
    ...memoryTemplates({
      id,
      actor: () => settings.actor,
      write: (op) => write(op, null),
      show: (text) => (previews.set(`try-${previews.size}`, text), `try-${previews.size - 1}`),
      caseNumber: (key) => get(key).complaint.number,
      frame: () => [...cases.values()].flatMap((one) => one.letters)[0]?.text ?? fail('not_found'),
    }),
    letterPreview: async ({ letter, text }) => {
      const key = `${letter}-${previews.size}`
      previews.set(key, structuredClone(text))
      return { key, pages: 1, findings: check(text), missing_glyphs: '' }
    },
    letterReadings: async ({ letter, text }) => readingsOf(text ?? letterOf(letter).letter.text),
    letterPage: async ({ key, scale }) => {
      const text = previews.get(key)
      return text ? pagePicture(text, scale) : ((await posting.picture(key, scale)) ?? fail('no_preview'))
    },
    ...approved.answers,
    ...forms({ get, change, profile: () => profile, id, fail }),
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
      const next = draftLetter(kept, old.summary.kind, profile, id())
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
    ...people(() => [...cases.values()], id),
    ...posting.answers,
    ...clockAnswers({ get, change, fail, id }),
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
    mailRead: async () => madeUpMail(profile.usual_regime),
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
    ...outside,
    ...memoryNorms(cases, write),
    onDrag: async (given) => {
      handlers = given
      return () => (handlers = undefined)
    },
  }

  const slow = options.delay ? slowed(answers, options.delay) : answers
  return Object.assign(slow, { drag: () => handlers })
}
