// Other forms of an answer in the memory office: simple words, simple checks.

import { rfc3339 } from '../../app/format'
import { en } from '../../text/en'
import { ru } from '../../text/ru'
import type { Backend } from '../backend'
import type { Card, Finding, Form, FormCard, FormLength, OfficeProfile } from '../index'
import type { Kept } from './rules'

interface Ways {
  get: (complaint: string) => Kept
  change: (complaint: string, op: string, make: (kept: Kept) => void) => Card
  profile: () => OfficeProfile
  id: () => string
  fail: (code: string, field?: string | null, detail?: string | null) => never
}

const lengthOf = (form: Form): FormLength => {
  const text = form.parts.map((part) => part.text).join('\n')
  const chars = [...text].length
  const messages = chars <= 70 ? Math.min(1, chars) : Math.ceil(chars / 67)
  return { chars, messages, room: (messages <= 1 ? 70 : messages * 67) - chars }
}

/** The commands. */
export function forms({ get, change, profile, id, fail }: Ways) {
  const all = new Map<string, { complaint: string; card: FormCard }>()

  const write = (kept: Kept, ask: Parameters<Backend['formsCompose']>[0]): Form => {
    const language = ask.language ?? profile().language
    const russian = language === 'ru'
    const words = russian ? ru.words : en.words
    const verdicts = kept.demands.map(
      (demand) => `${words.demand[demand.kind]} — ${demand.decision ? words.decision[demand.decision.kind] : russian ? 'решения ещё нет' : 'not decided yet'}`,
    )
    const { phone, name } = profile().requisites
    const limit = ask.limit ?? { public: 500, sms: 201, call: null }[ask.kind]
    const part = (part: string, title: string, text: string) => ({ id: part, title, text })
    const titles = russian ? ru.forms.kinds : en.forms.kinds
    if (ask.kind === 'public')
      return {
        kind: 'public',
        language,
        limit,
        parts: [
          part(
            'reply',
            titles.public,
            russian
              ? `Здравствуйте! Спасибо, что рассказали об этом. Мы всё проверили и подробный ответ направляем лично. Чтобы не обсуждать личное на виду у всех, позвоните нам: ${phone ?? ''}. ${name}`
              : `Hello! Thank you for telling us about this. We have checked everything and answer personally. To keep private matters private, please call us: ${phone ?? ''}. ${name}`,
          ),
        ],
      }
    if (ask.kind === 'sms')
      return {
        kind: 'sms',
        language,
        limit,
        parts: [part('message', titles.sms, `${kept.complaint.number}: ${verdicts.join('; ')}. ${russian ? 'Письмо направим.' : 'A letter will follow.'}`)],
      }
    return {
      kind: 'call',
      language,
      limit: null,
      parts: russian
        ? [
            part('opening', 'Начало разговора', `Здравствуйте! Это ${name}. Вам удобно сейчас говорить?`),
            part('decision', 'Решение по каждому требованию', verdicts.join('\n')),
            part('court', '«Я пойду в суд»', 'Это Ваше право, и отговаривать Вас я не буду.'),
            part('dont', 'Чего не говорить', '«Это наша вина», «Вы сами сломали».'),
          ]
        : [
            part('opening', 'Opening', `Hello! This is ${name}. Is this a good moment?`),
            part('decision', 'The decision on each demand', verdicts.join('\n')),
            part('court', '“I will go to court”', 'That is your right, and I will not talk you out of it.'),
            part('dont', 'What not to say', '“It is our fault”, “you broke it yourself”.'),
          ],
    }
  }

  const check = (kept: Kept, form: Form): Finding[] => {
    const found: Finding[] = []
    const [surname] = kept.complaint.complainant.name.split(' ')
    for (const part of form.kind === 'public' ? form.parts : []) {
      const stem = (surname ?? '').slice(0, -1)
      const start = stem.length > 2 ? part.text.indexOf(stem) : -1
      if (start >= 0)
        found.push({
          rule: 'data.name',
          severity: 'must',
          group: 'safe',
          block: part.id,
          start,
          end: start + stem.length,
          message_ru: 'Имя в публичном ответе — персональные данные (152-ФЗ): обратитесь без имени.',
          message_en: 'A name in a public reply is personal data: write without it.',
          suggestion: null,
          mend: null,
        })
    }
    const { chars } = lengthOf(form)
    if (form.limit !== null && chars > form.limit)
      found.push({
        rule: 'form.too_long',
        severity: 'must',
        group: 'complete',
        block: null,
        start: 0,
        end: 0,
        message_ru: `Длиннее, чем можно, на ${chars - form.limit} зн.`,
        message_en: `Too long by ${chars - form.limit} characters.`,
        suggestion: null,
        mend: null,
      })
    return found
  }

  const seen = (complaint: string, form: Form, old?: FormCard): FormCard => ({
    id: old?.id ?? null,
    form,
    changed_at: old?.changed_at ?? null,
    used: old?.used ?? [],
    findings: check(get(complaint), form),
    length: lengthOf(form),
  })
  const one = (key: string) => all.get(key) ?? fail('not_found')
  const listed = (complaint: string) =>
    structuredClone([...all.values()].filter((each) => each.complaint === complaint).map((each) => each.card))

  const answers: Pick<Backend, 'formsCompose' | 'formsCheck' | 'formsKept' | 'formSave' | 'formRemove' | 'formUsed'> = {
    formsCompose: async (ask) => seen(ask.complaint, write(get(ask.complaint), ask)),
    formsCheck: async ({ complaint, form }) => ({ findings: check(get(complaint), form), length: lengthOf(form) }),
    formsKept: async ({ complaint }) => listed(complaint),
    formSave: async ({ complaint, id: key, form }) => {
      const old = key ? one(key).card : undefined
      const card = { ...seen(complaint, structuredClone(form), old), id: key ?? id(), changed_at: rfc3339() }
      change(complaint, 'form_save', () => all.set(card.id, { complaint, card }))
      return structuredClone(card)
    },
    formRemove: async ({ form }) => {
      const { complaint } = one(form)
      change(complaint, 'form_remove', () => all.delete(form))
      return listed(complaint)
    },
    formUsed: async ({ form, at, place, link }) => {
      const { complaint, card } = one(form)
      if (!place.trim()) fail('field', 'place', 'missing')
      const text = card.form.parts.map((part) => part.text).join('\n')
      change(complaint, 'form_used', (kept) => {
        card.used.push({ at, place, link, text })
        kept.diary.push({ id: id(), at, text: `${place}${link ? `, ${link}` : ''}.\n${text}`, source: '' })
      })
      return structuredClone(card)
    },
  }
  return answers
}
