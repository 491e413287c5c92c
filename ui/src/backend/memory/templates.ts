// Templates of the memory office: a short set of words, one written-out
// template that serves every kind, and versions that are kept.

import { rfc3339 } from '../../app/format'
import { ru } from '../../text/ru'
import type { Backend } from '../backend'
import type {
  BlockTemplate,
  ConditionWord,
  Failure,
  FieldWord,
  Language,
  LetterKind,
  LetterText,
  Piece,
  Regime,
  TemplateCard,
  TemplateFault,
  TemplateHead,
  StandaloneTemplate,
  TemplateShelf,
  TemplateVersionHead,
  TemplateWords,
} from '../index'

const words = (text: string, bold = false): Piece => ({ type: 'words', of: { text, bold, italic: false } })
const field = (name: string, inline = false): Piece => ({ type: 'value', of: { name, inline, bold: false, italic: false } })
const snippet = (name: string): Piece => ({ type: 'snippet', of: name })
const optional = (...of: Piece[]): Piece => ({ type: 'optional', of })

const block = (id: string, text: Piece[], more: Partial<BlockTemplate> = {}): BlockTemplate => ({
  id,
  role: id,
  lock: 'guided',
  when: [],
  each_demand: false,
  shape: 'paragraph',
  text,
  ...more,
})

const fields: FieldWord[] = (
  [
    ['number', 'case', false, 'номер обращения', 'complaint number'],
    ['received', 'case', false, 'дата поступления', 'date of receipt'],
    ['due', 'case', false, 'последний день ответа по закону', 'last legal day for the answer'],
    ['expected', 'case', false, 'обещанная дата ответа', 'promised date of the answer'],
    ['their_date', 'message', false, 'дата письма заявителя', 'date of the complainant’s letter'],
    ['subject', 'message', false, 'предмет обращения', 'what the complaint is about'],
    ['order', 'message', false, 'заказ или договор', 'order or contract'],
    ['demand.asks', 'demand', true, 'что просит заявитель («вернуть деньги»)', 'what is asked (“refund the money”)'],
    ['demand.asked', 'demand', false, 'сколько просит заявитель', 'sum asked'],
    ['demand.decision', 'demand', false, 'решение по требованию', 'decision on the demand'],
    ['demand.reasons', 'demand', false, 'причины решения', 'reasons for the decision'],
    ['demand.ground', 'demand', false, 'пункт договора или статья закона', 'clause or article relied on'],
    ['phone', 'office', false, 'телефон организации', 'telephone of the office'],
    ['email', 'office', false, 'электронная почта организации', 'e-mail of the office'],
    ['message.gen', 'wording', true, '«претензии», «жалобы» …', '“your claim”, “your complaint” …'],
    ['message.your_acc', 'wording', true, '«Вашу претензию», «Ваш отзыв» …', '“your claim” as the object'],
  ] as const
).map(([name, group, as_words, ruLabel, enLabel]) => ({
  name,
  group,
  as_words,
  languages: ['ru', 'en'],
  ru: ruLabel,
  en: enLabel,
}))

const condition = (
  head: string,
  kind: ConditionWord['kind'],
  values: readonly string[],
  [ruYes, ruNo, enYes, enNo]: [string, string, string, string],
  of_demand = false,
): ConditionWord => ({ head, kind, values: [...values], of_demand, ru: ruYes, ru_not: ruNo, en: enYes, en_not: enNo })

const conditions: ConditionWord[] = [
  condition('any', 'decision', Object.keys(ru.words.decision), [
    'среди решений есть «{}»',
    'среди решений нет «{}»',
    'one of the decisions is “{}”',
    'no decision is “{}”',
  ]),
  condition('demands', 'count', ['none', 'one', 'many'], ['{}', 'не так: {}', '{}', 'not so: {}']),
  condition('quality', 'nothing', [], ['спорят о качестве', 'о качестве не спорят', 'quality is in dispute', 'quality is not in dispute']),
  condition('regime', 'regime', Object.keys(ru.words.regime), [
    'вид дела — «{}»',
    'вид дела — не «{}»',
    'the field is “{}”',
    'the field is not “{}”',
  ]),
  condition('has', 'field', fields.map((one) => one.name), ['известно: {}', 'неизвестно: {}', 'known: {}', 'not known: {}']),
  condition('decision', 'decision_or_none', ['none', ...Object.keys(ru.words.decision)], [
    'решение — «{}»',
    'решение — не «{}»',
    'the decision is “{}”',
    'the decision is not “{}”',
  ], true),
]

const templateWords: TemplateWords = { fields, conditions }

const first = (kind: LetterKind, language: Language): StandaloneTemplate => ({
  kind,
  language,
  name: '',
  regimes: [],
  version: 1,
  note: '',
  text: {
    closing: 'С уважением,',
    heading: [
      { when: ['has:their_date'], text: [words('О рассмотрении '), field('message.gen', true), words(' от '), field('their_date', true)] },
      { when: [], text: [words('О рассмотрении '), field('message.gen', true), words(', поступившей '), field('received', true)] },
    ],
    blocks: [
      block('intro', [
        words('Мы рассмотрели '),
        field('message.your_acc', true),
        optional(words(' от '), field('their_date')),
        words(' (поступила '),
        field('received'),
        words(', № '),
        field('number'),
        words(').'),
        optional(words(' Предмет обращения: '), field('subject'), words('.')),
      ]),
      block(
        'overview',
        [words('Мы внимательно проверили каждый Ваш довод. Удовлетворить требования мы не можем; ниже подробно объясняем почему.')],
        { when: ['demands:many'] },
      ),
      block('decision', [words('Вы просите '), field('demand.asks', true), optional(words(' — '), field('demand.asked')), words('. Решение: '), field('demand.decision'), words('.')], {
        each_demand: true,
      }),
      block('ground', [words('Основание: '), field('demand.ground'), words('.')], {
        each_demand: true,
        when: ['has:demand.ground|decision:refuse|decision:partly'],
      }),
      block('rights', [words('Если Вы не согласны с решением, Вы вправе провести независимую экспертизу, а также '), snippet('bodies'), words('.')], {
        lock: 'locked',
        when: ['any:refuse|any:partly', 'quality', 'regime:goods|regime:distance'],
      }),
      block('rights', [words('Если Вы не согласны с решением, Вы вправе '), snippet('bodies'), words('.')], {
        lock: 'locked',
        when: ['any:refuse|any:partly'],
      }),
      block('contact', [words('Если появятся вопросы, позвоните нам по телефону '), field('phone', true), words(' и назовите номер '), field('number'), words('.')], {
        lock: 'free',
      }),
    ],
    snippets: {
      bodies: [
        { when: ['regime:b2b'], text: [words('обратиться в арбитражный суд')] },
        { when: [], text: [words('обратиться в Роспотребнадзор или в суд')] },
      ],
    },
  },
})

interface Kept {
  id: string
  chosen: boolean
  retired_at: string | null
  versions: (TemplateVersionHead & { sheet: StandaloneTemplate })[]
  current: number
}

const fail = (code: string, at: string | null = null, detail: string | null = null): never => {
  throw { code, field: at, detail } satisfies Failure
}

type TemplateMethods =
  | 'templates'
  | 'templateWords'
  | 'templateCard'
  | 'templateVersion'
  | 'templatePreview'
  | 'templateSave'
  | 'templateChoose'
  | 'templateRetire'
  | 'templateUndo'
  | 'templateImport'
  | 'templateImportLook'
  | 'templateExport'

interface Surroundings {
  id: () => string
  actor: () => string
  write: (op: string) => number
  /** Keeps a text to be shown as a page, and gives its key. */
  show: (text: LetterText) => string
  caseNumber: (id: string) => string
  frame: () => LetterText
}

const said = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      switch (piece.type) {
        case 'words':
          return piece.of.text
        case 'value':
          return `[${fields.find((one) => one.name === piece.of.name)?.ru ?? piece.of.name}]`
        case 'snippet':
          return 'обратиться в Роспотребнадзор или в суд'
        case 'optional':
          return said(piece.of)
      }
    })
    .join('')

/** The methods of the memory office about templates. */
export function memoryTemplates(around: Surroundings): Pick<Backend, TemplateMethods> {
  const kept: Kept[] = []
  const past = new Map<number, Kept[]>()
  const head = (one: Kept): TemplateHead => {
    const now = one.versions[one.current]!
    return {
      template: one.id,
      name: now.sheet.name,
      regimes: now.sheet.regimes,
      version: now.version,
      chosen: one.chosen,
      retired_at: one.retired_at,
      changed_at: now.made_at,
      actor: now.actor,
      note: now.note,
    }
  }
  const on = (kind: LetterKind, language: Language) =>
    kept.filter((one) => one.versions[0]!.sheet.kind === kind && one.versions[0]!.sheet.language === language)
  const shippedHead = (kind: LetterKind, language: Language): TemplateHead => ({
    template: null,
    name: '',
    regimes: [],
    version: 1,
    chosen: !on(kind, language).some((one) => one.chosen && head(one).regimes.length === 0),
    retired_at: null,
    changed_at: null,
    actor: '',
    note: '',
  })
  const shelves = (): TemplateShelf[] =>
    (Object.keys(ru.words.letter) as LetterKind[]).flatMap((kind) =>
      (['ru', 'en'] as const).map((language) => ({
        kind,
        language,
        templates: [shippedHead(kind, language), ...on(kind, language).map(head)],
      })),
    )
  const changed = (seqs: number[]) => ({ shelves: structuredClone(shelves()), seqs })
  const find = (id: string): Kept => kept.find((one) => one.id === id) ?? fail('not_found', null, 'template')
  const card = (one: Kept, seq: number | null): TemplateCard => {
    const { sheet } = one.versions[one.current]!
    return structuredClone({
      head: head(one),
      sheet,
      shipped: first(sheet.kind, sheet.language),
      versions: one.versions
        .map(({ sheet: _, ...version }, at) => ({ ...version, current: at === one.current }))
        .reverse(),
      faults: faults(sheet),
      seq,
    })
  }
  const change = (op: string, make: () => void): number => {
    const before = structuredClone(kept)
    make()
    const seq = around.write(op)
    past.set(seq, before)
    return seq
  }
  const choose = (one: Kept) => {
    const { sheet } = one.versions[one.current]!
    const compete = (other: Regime[]) =>
      sheet.regimes.length === 0 ? other.length === 0 : other.some((regime) => sheet.regimes.includes(regime))
    for (const other of on(sheet.kind, sheet.language)) if (compete(head(other).regimes)) other.chosen = false
    one.chosen = true
  }
  const save: Backend['templateSave'] = async ({ template, note, choose: chosen, sheet }) => {
    const wrong = faults(sheet).filter((fault) => fault.weight === 'error')
    if (wrong.length > 0) fail('template', null, wrong.map((fault) => fault.code).join('; '))
    if (on(sheet.kind, sheet.language).some((one) => one.id !== template && head(one).name.toLowerCase() === sheet.name.toLowerCase()))
      fail('field', 'name', 'taken')
    let one = template === null ? undefined : find(template)
    const seq = change('template_save', () => {
      if (!one) {
        one = { id: around.id(), chosen: false, retired_at: null, versions: [], current: 0 }
        kept.push(one)
      }
      const version = one.versions.length + 1
      one.versions.push({
        id: around.id(),
        version,
        name: sheet.name,
        made_at: rfc3339(),
        actor: around.actor(),
        note,
        current: true,
        sheet: structuredClone({ ...sheet, version, note }),
      })
      one.current = version - 1
      if (chosen) choose(one)
    })
    return card(one!, seq)
  }

  return {
    templates: async () => structuredClone(shelves()),
    templateWords: async () => structuredClone(templateWords),
    templateCard: async ({ kind, language, template }) =>
      template
        ? card(find(template), null)
        : {
            head: shippedHead(kind, language),
            sheet: first(kind, language),
            shipped: first(kind, language),
            versions: [],
            faults: [],
            seq: null,
          },
    templateVersion: async ({ version }) => {
      for (const one of kept)
        for (const each of one.versions) if (each.id === version) return structuredClone(each.sheet)
      return fail('not_found', null, 'template')
    },
    templatePreview: async ({ sheet, complaint }) => {
      const key = around.show({
        ...around.frame(),
        heading: said(sheet.text.heading.at(-1)?.text ?? []),
        closing: sheet.text.closing,
        blocks: sheet.text.blocks.map((one, at) => ({
          id: `${one.id}-${at}`,
          lock: one.lock,
          role: one.role,
          content: { type: 'paragraph', spans: [{ type: 'text', text: said(one.text), bold: false, italic: false }] },
        })),
      })
      return {
        preview: { key, pages: 1, findings: [], missing_glyphs: '' },
        faults: faults(sheet),
        used: sheet.text.blocks.map((one) => !one.when.includes('quality')),
        case_number: complaint ? around.caseNumber(complaint) : '',
      }
    },
    templateSave: save,
    templateChoose: async ({ kind, language, template }) => {
      const seq = change('template_choose', () => {
        if (template) choose(find(template))
        else for (const one of on(kind, language)) if (head(one).regimes.length === 0) one.chosen = false
      })
      return changed([seq])
    },
    templateRetire: async ({ template, retired }) => {
      const seq = change(retired ? 'template_retire' : 'template_restore', () => {
        const one = find(template)
        one.retired_at = retired ? rfc3339() : null
        if (retired) one.chosen = false
      })
      return changed([seq])
    },
    templateUndo: async ({ seqs }) => {
      for (const seq of [...seqs].reverse()) {
        const before = past.get(seq) ?? fail('nothing_to_undo')
        kept.splice(0, kept.length, ...structuredClone(before))
        past.delete(seq)
        around.write('undo')
      }
      return changed([])
    },
    templateImport: async ({ items }) => {
      const seqs: number[] = []
      for (const item of items) {
        const { seq } = await save(item)
        if (seq !== null) seqs.push(seq)
      }
      return changed(seqs)
    },
    templateImportLook: async () => {
      const sheet = { ...first('final_refusal', 'ru'), name: 'для гостиницы', regimes: ['hotel' as Regime] }
      sheet.text.blocks[0]!.text = [words('Благодарим Вас за письмо. Мы рассмотрели его (№ '), field('number'), words(').')]
      return {
        file: 'Гостиница.otvet-template.toml',
        items: [{ sheet, fate: 'new', template: null, current: first('final_refusal', 'ru'), faults: faults(sheet) }],
        faults: [],
      }
    },
    templateExport: async () => ({ saved: '~/Документы/Шаблоны.otvet-template.toml' }),
  }
}

/** As much of the check as the screens need to be tried out. */
function faults(sheet: StandaloneTemplate): TemplateFault[] {
  const found: TemplateFault[] = []
  const note = (fault: Partial<TemplateFault> & Pick<TemplateFault, 'code' | 'part'>) =>
    found.push({ weight: 'error', at: null, id: '', name: '', line: null, ...fault })
  if (sheet.name.trim() === '') note({ code: 'no_name', part: 'name' })
  if (sheet.text.heading.length === 0) note({ code: 'no_heading', part: 'heading' })
  if (sheet.text.closing.trim() === '') note({ code: 'no_closing', part: 'closing' })
  sheet.text.blocks.forEach((one, at) => {
    if (said(one.text).trim() === '') note({ code: 'empty', part: 'block', at, id: one.id })
    if (one.id === 'rights' && one.lock !== 'locked')
      note({ code: 'legal_unlocked', weight: 'warning', part: 'block', at, id: one.id })
  })
  if (!sheet.text.blocks.some((one) => one.id === 'rights'))
    note({ code: 'no_legal_block', part: 'file', id: 'rights', name: 'Если Вы не согласны с решением, Вы вправе …' })
  return found
}
