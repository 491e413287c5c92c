// A small office in memory, for component tests and for the screens in a plain
// browser. It keeps the window's own interface, so it can't drift from it.

import { isoDay, rfc3339 } from '../app/format'
import type { Backend, DragHandlers } from './backend'
import { approvals } from './memory/approval'
import { casework } from './memory/casework'
import { clockAnswers, clockPart } from './memory/clocks'
import { forms } from './memory/forms'
import { madeUpPage } from './memory/many'
import { madeUpMail, newCase, pastedDraft, requisitesFound } from './memory/intake'
import { alikeIn, matches, order, row, searchIn, todayOf } from './memory/lists'
import { compose, draftLetter, pagePicture } from './memory/letters'
import { memoryNorms } from './memory/norms'
import { outside } from './memory/outside'
import { postingAnswers } from './memory/posting'
import { cardOf, clocksOf, plusDays, type Kept } from './memory/rules'
import { people } from './memory/people'
import { slowed } from './memory/slowed'
import { memoryTemplates } from './memory/templates'
import { writingAnswers } from './memory/writing'
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

  const writing = writingAnswers({ get, letterOf, change, approved, previews, profile: () => profile, id, fail })

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
        if (issued) writing.issue(letter)
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
    ...casework({ get, change, id, actor: () => settings.actor, fail }),
    clocks: async ({ kind, regime, demands, received }) => {
      if (demands.length > 0) return demands.map((demand) => ({ demand, clocks: clocksOf(demand, regime, received) }))
      const none = ['gratitude', 'review', 'authority'].includes(kind)
      return [{ demand: null, clocks: none ? [] : clocksOf(null, regime, received) }]
    },
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
    ...writing.answers,
    ...memoryTemplates({
      id,
      actor: () => settings.actor,
      write: (op) => write(op, null),
      show: (text) => (previews.set(`try-${previews.size}`, text), `try-${previews.size - 1}`),
      caseNumber: (key) => get(key).complaint.number,
      frame: () => [...cases.values()].flatMap((one) => one.letters)[0]?.text ?? fail('not_found'),
    }),
    letterPage: async ({ key, scale }) => {
      const text = previews.get(key)
      return text ? pagePicture(text, scale) : ((await posting.picture(key, scale)) ?? fail('no_preview'))
    },
    ...approved.answers,
    ...forms({ get, change, profile: () => profile, id, fail }),
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
