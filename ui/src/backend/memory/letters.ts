// Letters of the memory office: enough of composing to show and edit one.

import { date, money, rfc3339 } from '../../app/format'
import { ru } from '../../text/ru'
import { PAPERS } from '../index'
import type {
  Block,
  Content,
  Finding,
  LetterCard,
  LetterChoices,
  LetterKind,
  LetterText,
  OfficeProfile,
  Span,
} from '../index'
import { blankParticulars, kindBlocks } from './particulars'
import { dueOf, type Kept } from './rules'

const text = (words: string): Span => ({ type: 'text', text: words, bold: false, italic: false })

const field = (name: string, label: string, value: string | null): Span => ({
  type: 'field',
  name,
  label,
  value,
  by_hand: false,
  bold: false,
  italic: false,
})

const paragraph = (...spans: Span[]): Content => ({ type: 'paragraph', spans })

const block = (id: string, content: Content, lock: Block['lock'] = 'guided'): Block => ({
  id,
  lock,
  role: id,
  content,
})

/** A document's name without its ending. */
const titleOf = (name: string): string => name.replace(/(?<=.)\.[^.]{1,4}$/u, '')

const references = (kept: Kept, ids: readonly string[]): Span[] =>
  ids.flatMap((id): Span[] => {
    const document = kept.documents.find((one) => one.id === id)
    return document ? [{ type: 'reference', exhibit: document.exhibit, name: titleOf(document.name) }] : []
  })

/** A letter written from the case as it stands. */
export function compose(
  kept: Kept,
  kind: LetterKind,
  profile: OfficeProfile,
  choices: LetterChoices,
): LetterText {
  const { complaint, demands } = kept
  const name = complaint.complainant.name || 'заявитель'
  const blocks: Block[] = [
    block(
      'intro',
      paragraph(
        text('Мы рассмотрели ваше обращение, полученное '),
        field('received', 'дата получения', date(complaint.received_at)),
        text(' и записанное под № '),
        field('number', 'номер', complaint.number),
        text('.'),
      ),
      'locked',
    ),
  ]
  if (kind === 'information_request') {
    blocks.push(
      block('ask', paragraph(text('Чтобы ответить по существу, просим сообщить:'))),
      block('questions', {
        type: 'numbered_list',
        items: (choices.questions.length > 0 ? choices.questions : ['']).map((question, at) =>
          question ? [text(question)] : [field(`question.${at}`, 'вопрос', null)],
        ),
      }),
    )
  }
  blocks.push(...kindBlocks(kind, choices, { block, paragraph, text, field }))
  if (kind === 'interim') {
    blocks.push(
      block(
        'holding',
        paragraph(
          text('Проверка продолжается. Причина: '),
          field('reason', 'причина', choices.holding_reason || null),
          text('. Ответ направим не позднее '),
          field('expected', 'дата ответа', choices.expected ? date(choices.expected) : null),
          text('.'),
        ),
      ),
    )
  }
  if (kind.startsWith('final_')) {
    demands.forEach((demand, at) => {
      const decision = demand.decision
      blocks.push(
        block(
          `demand:${demand.id}`,
          paragraph(
            text(`${at + 1}. Требование: ${ru.words.demand[demand.kind].toLowerCase()}`),
            text(demand.amount ? ` (${money(demand.amount, true)}). ` : '. '),
            text('Решение: '),
            field(
              `demand:${demand.id}.decision`,
              'решение',
              decision ? ru.words.decision[decision.kind].toLowerCase() : null,
            ),
            text('.'),
          ),
          'locked',
        ),
        block(
          `demand:${demand.id}/reasons`,
          paragraph(
            decision?.reasons ? text(decision.reasons) : field('reasons', 'причины', null),
            ...references(kept, decision?.evidence ?? []),
          ),
          'guided',
        ),
      )
    })
    blocks.push(
      block('next', paragraph(text('Если у вас останутся вопросы, мы готовы обсудить их лично или по телефону.')), 'free'),
    )
  }
  for (const id of choices.figures) {
    const document = kept.documents.find((one) => one.id === id)
    if (document === undefined) continue
    const { exhibit } = document
    blocks.push(block(`figure:${exhibit}`, { type: 'figure', exhibit, caption: [text(titleOf(document.name))] }))
  }
  return {
    kind,
    language: 'ru',
    heading: 'О рассмотрении обращения',
    salutation: PAPERS.includes(kind) ? '' : `Здравствуйте, ${name.split(' ').slice(1).join(' ') || name}!`,
    addressee: PAPERS.includes(kind) ? [] : choices.particulars.recipient.organisation ? [choices.particulars.recipient.organisation, choices.particulars.recipient.address].filter(Boolean) : [name, complaint.complainant.address || complaint.complainant.email].filter(Boolean),
    blocks,
    closing: 'С уважением,',
    enclosures: choices.enclosures.flatMap((id) => {
      const document = kept.documents.find((one) => one.id === id)
      return document
        ? [{ exhibit: document.exhibit, name: document.name, pages: null, copies: 1 }]
        : []
    }),
    signatory: profile.requisites.signatory,
    signers: PAPERS.includes(kind) ? [{ role: profile.requisites.signatory.post, name: profile.requisites.signatory.name }] : [],
    executor: profile.requisites.executor,
    expected: choices.expected,
    made: {
      template: `${kind}.ru`,
      version: 1,
      source: '',
      own: null,
      heading: '',
      salutation: '',
      addressee: [],
      closing: '',
      enclosures: [],
      signatory: profile.requisites.signatory,
      executor: null,
      blocks: [],
    },
  }
}

const lines = (content: Content): Span[][] => {
  switch (content.type) {
    case 'paragraph':
      return [content.spans]
    case 'figure':
      return [content.caption]
    case 'table':
      return content.rows.flat()
    case 'quote':
      return content.paragraphs
    default:
      return content.items
  }
}

const reads = (span: Span): string =>
  span.type === 'text'
    ? span.text
    : span.type === 'field'
      ? (span.value ?? `[${span.label}]`)
      : span.type === 'reference'
        ? ''
        : '\n'

/** A block as it reads. */
export function blockText(one: Block): string {
  return lines(one.content)
    .map((line) => line.map(reads).join(''))
    .join('\n')
}

/** What the check finds: places left blank, and a few words that do harm. */
export function check(letter: LetterText): Finding[] {
  const found: Finding[] = []
  for (const one of letter.blocks) {
    const words = blockText(one)
    for (const span of lines(one.content).flat()) {
      if (span.type === 'field' && !span.value?.trim()) {
        const start = words.indexOf(`[${span.label}]`)
        found.push({
          rule: 'unresolved',
          severity: 'must',
          group: 'complete',
          block: one.id,
          start: Math.max(0, start),
          end: Math.max(0, start) + span.label.length + 2,
          message_ru: `Не заполнено: ${span.label}`,
          message_en: `Left blank: ${span.label}`,
          suggestion: null,
        mend: null,
        })
      }
    }
    const rude = /вы сами виноваты|потребительский экстремизм/i.exec(words)
    if (rude) {
      found.push({
        rule: 'accusation',
        severity: 'should',
        group: 'tone',
        block: one.id,
        start: rude.index,
        end: rude.index + rude[0].length,
        message_ru: 'Обвинение читателя. Назовите факт, а не вину.',
        message_en: 'Blames the reader. State the fact, not the fault.',
        suggestion: null,
        mend: null,
      })
    }
  }
  return found
}

/** A new draft. */
export function draftLetter(
  kept: Kept,
  kind: LetterKind,
  profile: OfficeProfile,
  id: string,
): LetterCard {
  const choices: LetterChoices = {
    enclosures: [],
    sheets: {},
    figures: [],
    findings_evidence: [],
    expected: null,
    holding_reason: '',
    questions: [],
    answer_by: null,
    findings: '',
    measures: '',
    particulars: blankParticulars(),
  }
  const letter = compose(kept, kind, profile, choices)
  return {
    summary: {
      id,
      kind,
      language: 'ru',
      state: 'draft',
      heading: letter.heading,
      changed_at: rfc3339(),
      issued: null,
      supersedes: null,
      promised: null,
      sent: null,
      approval: null,
    },
    complaint: kept.complaint.id,
    complaint_number: kept.complaint.number,
    text: letter,
    choices,
    documents: kept.documents,
    findings: check(letter),
    due: dueOf(kept).legal,
    stale: false,
    approval: { needed: false, stands: false, approver_acts: true, approver: '', mark: '', history: [], differences: [] },
    template: {
      made_from: { template: null, name: '', version: 1 },
      newer: null,
      others: [{ template: null, name: '', version: 1 }],
    },
    file_name: `${kept.complaint.number.replace(/\W+/g, '-')}.pdf`,
  }
}

/** A picture of the page: the words on white, drawn by the browser. */
export async function pagePicture(letter: LetterText, scale: number): Promise<ArrayBuffer> {
  const width = Math.round(595 * scale)
  const height = Math.round(842 * scale)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext?.('2d')
  if (!pen) return new ArrayBuffer(0)
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, width, height)
  pen.scale(scale, scale)
  pen.fillStyle = '#000000'
  pen.font = '11px "PT Serif", serif'
  const put = (words: string, left: number, top: number, room: number): number => {
    let y = top
    for (const part of words.split('\n')) {
      let line = ''
      for (const word of part.split(' ')) {
        if (line && pen.measureText(`${line} ${word}`).width > room) {
          pen.fillText(line, left, y)
          y += 16
          line = word
        } else line = line ? `${line} ${word}` : word
      }
      pen.fillText(line, left, y)
      y += 16
    }
    return y
  }
  let y = put(letter.addressee.join('\n'), 340, 110, 220)
  y = put(letter.heading, 70, Math.max(y, 190) + 10, 250) + 16
  y = put(letter.salutation, 220, y, 340) + 10
  for (const one of letter.blocks) y = put(blockText(one), 70, y, 475) + 6
  put(`${letter.closing}\n${letter.signatory.post}\t\t${letter.signatory.name}`, 70, y + 20, 475)
  return new Promise((resolve) =>
    canvas.toBlob((blob) => {
      if (blob) void blob.arrayBuffer().then(resolve)
      else resolve(new ArrayBuffer(0))
    }),
  )
}
