// Posting in the office in memory: dispatches, papers, the proof of an answer.

import { daysLeft, isoDay, rfc3339 } from '../../app/format'
import type { Backend } from '../backend'
import type {
  Card,
  DispatchValues,
  DispatchView,
  DispatchWay,
  InventoryLine,
  LetterCard,
  Paper,
  PaperShown,
  PostingCard,
  ProofFinding,
  TrackingCheck,
  WayView,
} from '../types'
import { dispatchesOf, dueOf, stateOf, type Kept } from './rules'

/** What the posting needs of the office around it. */
export interface Around {
  cases: () => Iterable<Kept>
  letterOf: (letter: string) => { kept: Kept; letter: LetterCard }
  change: (complaint: string, op: string, make: (kept: Kept) => void, undoable?: boolean) => Card
  fail: (code: string, field?: string | null, detail?: string | null) => never
  id: () => string
}

const DAYS: Partial<Record<DispatchWay, number>> = { post_registered: 14, post_valued: 14, courier: 3 }
const BY_POST: DispatchWay[] = ['post_simple', 'post_registered', 'post_valued', 'courier']
const NUMBERED: DispatchWay[] = ['post_registered', 'post_valued']
const ALL: DispatchWay[] = [
  ...BY_POST,
  'by_hand',
  'email',
  'messenger',
  'platform',
  'website',
  'other',
]
const CHANNELS = {
  post_simple: 'post',
  post_registered: 'post',
  post_valued: 'post',
  courier: 'post',
  by_hand: 'in_person',
  email: 'email',
  messenger: 'messenger',
  platform: 'platform',
  website: 'website',
  other: 'other',
} as const

const ways: WayView[] = ALL.map((way) => ({
  way,
  days: DAYS[way] ?? null,
  envelope: BY_POST.includes(way),
  tracking: NUMBERED.includes(way),
}))

/** What is to be said of a tracking number. */
export function trackingCheck(typed: string): TrackingCheck {
  const number = typed.replace(/[\s-]/g, '').toUpperCase()
  const said: TrackingCheck = { number, numbering: null, problem: null, digit: null, found: null }
  if (!number) return said
  const check = (at: number, digit: number): TrackingCheck =>
    Number(number[at]) === digit
      ? { ...said, numbering: at === 13 ? 'domestic' : 'international' }
      : { ...said, problem: 'wrong_check_digit', digit, found: Number(number[at]) }
  if (/^\d/.test(number)) {
    if (/\D/.test(number)) return { ...said, problem: 'wrong_character' }
    if (number.length !== 14) return { ...said, problem: 'wrong_length' }
    const sum = [...number.slice(0, 13)].reduce((all, d, at) => all + Number(d) * (at % 2 ? 1 : 3), 0)
    return check(13, (10 - (sum % 10)) % 10)
  }
  if (number.length !== 13) return { ...said, problem: 'wrong_length' }
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) return { ...said, problem: 'wrong_character' }
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((all, w, at) => all + w * Number(number[at + 2]), 0)
  const digit = 11 - (sum % 11)
  return check(10, digit === 10 ? 0 : digit === 11 ? 5 : digit)
}

const bare = (lines: string[]) =>
  lines.join('').toLowerCase().replace(/ё/g, 'е').replace(/[^\p{L}\p{N}]/gu, '')

function inventoryOf(letter: LetterCard): InventoryLine[] {
  const { issued } = letter.summary
  const day = issued?.at.slice(0, 10).split('-').reverse().join('.')
  return [
    { name: `Письмо № ${issued?.number} от ${day}`, sheets: issued?.pages ?? 1, copies: 1, value: null },
    ...letter.text.enclosures.map(({ name, pages, copies }) => ({
      name,
      sheets: pages,
      copies: copies || 1,
      value: null,
    })),
  ]
}

/** The posting's answers. */
export function postingAnswers({ cases, letterOf, change, fail, id }: Around) {
  const papers = new Map<string, Paper>()

  const cardOf = (letter: string): PostingCard => {
    const { kept, letter: found } = letterOf(letter)
    if (!found.summary.issued) return fail('not_issued')
    const address = found.text.addressee.filter((line) => line.trim())
    const view = (dispatch: DispatchView['dispatch']): DispatchView => {
      const state = stateOf(dispatch)
      const settled = ['delivered', 'returned', 'refused', 'lost'].includes(state)
      return {
        dispatch,
        state,
        overdue: dispatch.expected && !settled ? Math.max(0, -daysLeft(dispatch.expected)) : 0,
        tracking: trackingCheck(NUMBERED.includes(dispatch.way) ? dispatch.tracking : ''),
        elsewhere:
          BY_POST.includes(dispatch.way) &&
          dispatch.address.length > 0 &&
          bare(dispatch.address) !== bare(address),
      }
    }
    const who = kept.complaint.complainant
    return structuredClone({
      letter,
      complaint: kept.complaint.id,
      dispatches: dispatchesOf(kept, letter).map(view),
      address,
      address_now: null,
      email: who.email,
      inventory: inventoryOf(found),
      suggested: who.email ? 'email' : address.length > 1 ? 'post_registered' : 'by_hand',
      ways,
      window: address.length > 1 ? 'tight' : 'outside',
      documents: kept.documents,
      due: dueOf(kept).legal,
    } satisfies PostingCard)
  }

  const follow = (kept: Kept, letter: string) => {
    const found = kept.letters.find((one) => one.summary.id === letter)
    const first = dispatchesOf(kept, letter)[0]
    if (found) found.summary.sent = first ? [CHANNELS[first.way], first.sent_at] : null
  }

  const weighed = (values: DispatchValues, issued: string, address: string[]) => {
    if (Date.parse(values.sent_at) > Date.now() + 60_000) fail('field', 'sent_at', 'future')
    if (Date.parse(values.sent_at) < Date.parse(issued) - 60_000) fail('field', 'sent_at', 'too_early')
    if (NUMBERED.includes(values.way) && trackingCheck(values.tracking).problem && !values.tracking_kept)
      fail('field', 'tracking', 'doubtful')
    const given = values.address.map((line) => line.trim()).filter(Boolean)
    const lines = BY_POST.includes(values.way) && given.length === 0 ? address : given
    if (BY_POST.includes(values.way) && lines.length < 2) fail('field', 'address', 'missing')
    if (values.expected && values.expected < values.sent_at.slice(0, 10))
      fail('field', 'expected', 'too_early')
    const { tracking_kept: _, ...rest } = structuredClone(values)
    return { ...rest, address: lines, tracking: trackingCheck(values.tracking).number }
  }

  const dispatchOf = (key: string) => {
    for (const kept of cases()) {
      const dispatch = kept.dispatches.find(
        (one) => one.id === key || one.events.some((event) => event.id === key),
      )
      if (dispatch) return { kept, dispatch }
    }
    return fail('not_found')
  }

  const findings = (letter: string): ProofFinding[] => {
    const { dispatches } = cardOf(letter)
    const last = dispatches.at(-1)
    const found: ProofFinding[] = []
    if (!last)
      found.push({
        rule: 'dispatch.none',
        severity: 'must',
        message_ru: 'Письмо выпущено, но нет записи о том, что оно отправлено.',
        message_en: 'The letter is issued, but nothing says that it was sent.',
        cure_ru: 'Запишите отправку: как, когда и куда.',
        cure_en: 'Write the dispatch down: how, when and where to.',
      })
    if (last?.tracking.problem)
      found.push({
        rule: 'tracking.wrong',
        severity: 'must',
        message_ru: 'Номер отправления записан с ошибкой: контрольная цифра или длина не сходятся.',
        message_en: 'The tracking number is wrong: its check digit or length does not agree.',
        cure_ru: 'Сверьте номер с квитанцией.',
        cure_en: 'Compare it with the receipt.',
      })
    if (last && !last.dispatch.receipt && last.dispatch.way !== 'email')
      found.push({
        rule: 'receipt.none',
        severity: 'should',
        message_ru: 'Нет фотографии квитанции об отправке.',
        message_en: 'There is no photograph of the carrier’s receipt.',
        cure_ru: 'Сфотографируйте её и приложите к отправке.',
        cure_en: 'Photograph it and add it to the dispatch.',
      })
    return found
  }

  const answers = {
    postingCard: async ({ letter }) => cardOf(letter),
    dispatchSave: async ({ letter, dispatch, values }) => {
      const { kept, letter: found } = letterOf(letter)
      const { issued } = found.summary
      if (!issued) return fail('not_issued')
      const put = weighed(values, issued.at, found.text.addressee)
      change(kept.complaint.id, dispatch ? 'dispatch_edit' : 'dispatch_add', (one) => {
        const old = one.dispatches.find((each) => each.id === dispatch)
        if (old) Object.assign(old, put)
        else one.dispatches.push({ ...put, id: id(), letter, events: [] })
        follow(one, letter)
      })
      return cardOf(letter)
    },
    dispatchRemove: async ({ dispatch }) => {
      const { kept, dispatch: found } = dispatchOf(dispatch)
      change(kept.complaint.id, 'dispatch_remove', (one) => {
        one.dispatches = one.dispatches.filter((each) => each.id !== dispatch)
        follow(one, found.letter)
      })
      return cardOf(found.letter)
    },
    deliverySave: async ({ dispatch, ...step }) => {
      const { kept, dispatch: found } = dispatchOf(dispatch)
      if (step.on > isoDay()) fail('field', 'on', 'future')
      if (step.on < found.sent_at.slice(0, 10)) fail('field', 'on', 'too_early')
      if (['returned', 'refused'].includes(step.state) && !step.reason.trim())
        fail('field', 'reason', 'missing')
      change(kept.complaint.id, 'delivery_add', () => {
        found.events.push({ ...structuredClone(step), id: id(), recorded_at: rfc3339() })
        found.events.sort((a, b) => a.on.localeCompare(b.on))
      })
      return cardOf(found.letter)
    },
    deliveryRemove: async ({ event }) => {
      const { kept, dispatch: found } = dispatchOf(event)
      change(kept.complaint.id, 'delivery_remove', () => {
        found.events = found.events.filter((each) => each.id !== event)
      })
      return cardOf(found.letter)
    },
    trackingCheck: async ({ number }) => trackingCheck(number),
    letterSent: async ({ letter, channel, at }) => {
      const { kept, letter: found } = letterOf(letter)
      if (found.summary.state !== 'issued') fail('not_issued')
      const way = ALL.find((one) => CHANNELS[one] === channel) ?? 'other'
      return change(kept.complaint.id, 'letter_sent', (one) => {
        const first = dispatchesOf(one, letter)[0]
        if (first) Object.assign(first, { way, sent_at: at })
        else
          one.dispatches.push({
            id: id(),
            letter,
            way,
            sent_at: at,
            tracking: '',
            address: [],
            cost: null,
            expected: null,
            inventory: [],
            note: '',
            receipt: null,
            events: [],
          })
        follow(one, letter)
        found.summary.sent = [channel, at]
      })
    },
    paperPreview: async (paper): Promise<PaperShown> => {
      const key = `paper-${papers.size}`
      papers.set(key, structuredClone(paper))
      return {
        key,
        pages: paper.paper === 'inventory' && !paper.one_sheet ? 2 : 1,
        file_name: 'Бумага.pdf',
        missing_glyphs: '',
        overfull: false,
        no_index: 'address' in paper && paper.address.length > 0 && !/\d{6}/.test(paper.address.join(' ')),
      }
    },
    paperOpen: async () => null,
    paperSave: async () => ({ saved: '~/Документы/Конверт.pdf' }),
    proofCheck: async ({ letter }) => {
      const found = findings(letter)
      return {
        dispatch: cardOf(letter).dispatches.at(-1)?.dispatch.id ?? null,
        findings: found,
        contradicts: found.some((one) => one.severity === 'must'),
        contents: ['Сводка и сверка', `Письмо ${letterOf(letter).letter.summary.issued?.number}`],
      }
    },
    proofSave: async ({ letter, reason }) => {
      const against = findings(letter).filter((one) => one.severity === 'must')
      if (against.length && !reason?.trim()) fail('stopped', null, against.map((one) => one.rule).join('; '))
      change(letterOf(letter).kept.complaint.id, 'proof_made', () => undefined, false)
      return { saved: '~/Документы/Доказательства ответа.pdf' }
    },
  } satisfies Partial<Backend>

  /** The picture of a paper, drawn by the browser: the place of things, not the print. */
  const picture = async (key: string, scale: number): Promise<ArrayBuffer | null> => {
    const paper = papers.get(key)
    if (!paper) return null
    return drawn(paper, cardFor(paper, cardOf)?.address ?? [], scale)
  }
  return { answers, picture }
}

function cardFor(paper: Paper, cardOf: (letter: string) => PostingCard): PostingCard | null {
  if ('letter' in paper) return cardOf(paper.letter)
  return 'letters' in paper && paper.letters[0] ? cardOf(paper.letters[0]) : null
}

const SIZES = { c6: [162, 114], dl: [220, 110], dl_window: [220, 110], c5: [229, 162], c4: [324, 229], b4: [353, 250] }

async function drawn(paper: Paper, own: string[], scale: number): Promise<ArrayBuffer> {
  const mm = (72 / 25.4) * scale
  const [width = 210, height = 297] = paper.paper === 'envelope' ? SIZES[paper.size] : [210, 297]
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * mm)
  canvas.height = Math.round(height * mm)
  const pen = canvas.getContext?.('2d')
  if (!pen) return new ArrayBuffer(0)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000000'
  pen.font = `${4 * mm}px sans-serif`
  const lines = 'address' in paper && paper.address.length ? paper.address : own
  const put = (words: string[], x: number, y: number) =>
    words.forEach((line, at) => pen.fillText(line, x * mm, (y + at * 5) * mm))
  if (paper.paper === 'envelope') put(['ООО «Северный дом»', '127006, г. Москва'], 8, 14)
  put(lines, paper.paper === 'envelope' ? width * 0.5 : 20, paper.paper === 'envelope' ? height * 0.6 : 40)
  return new Promise((resolve) =>
    canvas.toBlob((blob) => {
      if (blob) void blob.arrayBuffer().then(resolve)
      else resolve(new ArrayBuffer(0))
    }),
  )
}
