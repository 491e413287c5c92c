// What letters of single kinds say, in the memory office.

import { date } from '../../app/format'
import type { Block, Content, LetterChoices, LetterKind, Particulars, Span } from '../index'

/** Particulars that say nothing yet. */
export const blankParticulars = (): Particulars => ({
  recipient: {
    organisation: '',
    post: '',
    name: '',
    gender: 'auto',
    dative: null,
    salutation: null,
    address: '',
    email: '',
  },
  inspection: { purpose: 'inspection', on: null, at: '', place: '', object: '', by: '', reply_by: null },
  act: {
    until: '',
    found: '',
    remarks: '',
    attended: false,
    absence: 'did_not_come',
    reason: '',
    notified: '',
    present: [],
  },
  correction: { letter: null, said: '', right: '', reason: '', whole: false },
  settlement: { terms: [], until: null },
  inquiry: { number: '', on: null, ticket: '' },
  claim: {
    against: 'supplier',
    contract: '',
    contract_on: null,
    ground: '',
    demand: '',
    amount: null,
    until: null,
  },
  statement: { by: 'staff', name: '', about: '' },
  data: { none: false, categories: '', purposes: '', basis: '', source: '', shared: '', kept: '', done: '' },
  forwarding_reason: '',
})

interface Pen {
  block: (id: string, content: Content) => Block
  paragraph: (...spans: Span[]) => Content
  text: (words: string) => Span
  field: (name: string, label: string, value: string | null) => Span
}

/** The blocks that only letters of this kind have. */
export function kindBlocks(kind: LetterKind, choices: LetterChoices, pen: Pen): Block[] {
  const own = choices.particulars
  const say = (id: string, before: string, label: string, value: string | null): Block =>
    pen.block(id, pen.paragraph(pen.text(before), pen.field(id, label, value || null), pen.text('.')))
  switch (kind) {
    case 'inspection_invitation':
    case 'inspection_act':
    case 'no_show_act':
      return [
        say('inspection_date', 'Когда: ', 'день осмотра', own.inspection.on ? date(own.inspection.on) : null),
        say('inspection_place', 'Где: ', 'место осмотра', own.inspection.place),
        say('inspection_object', 'Что осматриваем: ', 'что осматривают', own.inspection.object),
      ]
    case 'settlement_offer':
    case 'settlement_agreement':
      return own.settlement.terms.map((term, at) => say(`term.${at}`, 'Условие: ', 'условие соглашения', term.text))
    case 'own_claim':
      return [say('claim_demand', 'Просим ', 'чего мы требуем', own.claim.demand)]
    case 'correction':
      return [
        say('said', 'Было написано: ', 'что было сказано', own.correction.said),
        say('right', 'Следует читать: ', 'как следует читать', own.correction.right),
      ]
    case 'forwarding':
    case 'forwarding_notice':
      return [say('forwarding_reason', 'Почему: ', 'почему вопрос относится к их ведению', own.forwarding_reason)]
    case 'personal_data_reply':
      return [say('data_categories', 'Какие данные есть: ', 'какие данные есть', own.data.categories)]
    default:
      return []
  }
}
