// A believable small shop: twelve complaints in every state, dated from today.

import { rfc3339 } from '../../app/format'
import type {
  Channel,
  Complainant,
  DecisionKind,
  DemandKind,
  Kind,
  LetterCard,
  OfficeProfile,
  Regime,
} from '../index'
import type { Kept } from './rules'

/** The sample shop. */
export function sampleProfile(sample = true): OfficeProfile {
  return {
    name: 'Мебель «Северный дом»',
    requisites: {
      name: 'ООО «Северный дом»',
      inn: '7710140679',
      kpp: '771001001',
      ogrn: '1027700132195',
      address: '127006, г. Москва, ул. Долгоруковская, д. 9',
      phone: '+7 495 123-45-67',
      email: 'office@severny-dom.example',
      website: null,
      bank: null,
      signatory: { post: 'Директор', post_en: 'Director', name: 'Ермакова Ольга Игоревна', authority: null },
      executor: { name: 'Панова Светлана Андреевна', phone: '+7 495 123-45-68' },
    },
    letterhead: {
      form: 'longitudinal',
      logo: null,
      stamp: null,
      signature: null,
      use_images: false,
      code: false,
      receipt: false,
      summary: false,
      tagline: 'Мебель и вещи для дома',
    },
    numbering: { incoming: 'ВХ-{year}/{n:4}', outgoing: 'ИСХ-{year}/{n:4}', paper: 'ВД-{year}/{n:4}' },
    language: 'ru',
    sample,
    usual_regime: 'goods',
    approval: { required: false, post: '', name: '', finals: false, refusals: false, above: null, printed: false },
  }
}

/** A complainant about whom only this is known. */
export function complainant(known: Partial<Complainant>): Complainant {
  return {
    kind: 'person',
    name: '',
    gender: 'auto',
    name_dative: null,
    salutation: null,
    address: '',
    email: '',
    phone: '',
    representative: '',
    ...known,
  }
}

interface Plan {
  name: string
  subject: string
  text: string
  days: number
  kind?: Kind
  channel?: Channel
  regime?: Regime
  demands?: [DemandKind, string | null, DecisionKind?][]
  email?: string
  phone?: string
  closed?: boolean
  /** Letters to put in by the office itself: kind and whether issued, sent. */
  stage?: 'acknowledged' | 'asked' | 'interim' | 'draft' | 'issued' | 'sent' | 'late'
}

const PLANS: Plan[] = [
  {
    name: 'Соколова Марина Львовна',
    subject: 'Трещина на столешнице через неделю после доставки',
    text: 'Купила у вас стол «Лахта» 68 000 рублей. Через неделю на столешнице пошла трещина, хотя мы ставили только тарелки. Верните деньги и заберите стол.\n\nФотографии прилагаю.',
    days: 14,
    kind: 'claim',
    channel: 'email',
    demands: [
      ['refund', '68000.00'],
      ['damages', '3500.00'],
    ],
    email: 'sokolova@post.example',
    stage: 'acknowledged',
  },
  {
    name: 'Кузнецов Андрей Викторович',
    subject: 'Не привезли кресло к обещанному дню',
    text: 'Заказ 1187 должны были доставить в субботу. Никто не приехал и не позвонил, я отпросился с работы.',
    days: 9,
    kind: 'claim',
    channel: 'phone',
    demands: [['penalty', '2400.00'], ['delivery', null]],
    phone: '+7 916 555-01-22',
    stage: 'acknowledged',
  },
  {
    name: 'Петросян Гаяне Суреновна',
    subject: 'Скрип кровати, просит ремонт',
    text: 'Кровать скрипит с первого дня. Мастер обещал прийти и пропал.',
    days: 12,
    kind: 'complaint',
    channel: 'in_person',
    demands: [['repair', null]],
    stage: 'asked',
  },
  {
    name: 'ООО «Вектор»',
    subject: 'Недостача двух офисных стульев по накладной 214',
    text: 'При приёмке обнаружена недостача 2 шт. Просим допоставить либо вернуть оплату.',
    days: 3,
    kind: 'claim',
    channel: 'email',
    regime: 'b2b',
    demands: [['delivery', null]],
    email: 'snab@vector.example',
  },
  {
    name: 'Морозов Игорь Павлович',
    subject: 'Царапины на комоде после сборки',
    text: 'Сборщики поцарапали боковину. Прошу снизить цену на 5 000.',
    days: 6,
    kind: 'claim',
    channel: 'email',
    demands: [['price_reduction', '5000.00', 'satisfy']],
    email: 'morozov@post.example',
    stage: 'acknowledged',
  },
  {
    name: 'Белова Екатерина Романовна',
    subject: 'Обменять диван на другой цвет',
    text: 'Диван хороший, но цвет в жизни другой. Можно ли обменять?',
    days: 4,
    kind: 'complaint',
    channel: 'website',
    demands: [['exchange', null, 'goodwill']],
    email: 'belova@post.example',
    stage: 'draft',
  },
  {
    name: 'Тимофеев Олег Дмитриевич',
    subject: 'Отказ в возврате: полка собрана и просверлена',
    text: 'Требую вернуть деньги за полку, она мне не подошла.',
    days: 8,
    kind: 'claim',
    channel: 'post',
    demands: [['refund', '4590.00', 'refuse']],
    stage: 'issued',
  },
  {
    name: 'Фомин Павел Сергеевич',
    subject: 'Возврат денег за лампу, не работает выключатель',
    text: 'Лампа перестала включаться на третий день. Прошу вернуть деньги.',
    days: 26,
    kind: 'claim',
    channel: 'post',
    demands: [['refund', '3290.00', 'satisfy']],
    stage: 'late',
  },
  {
    name: 'Управление Роспотребнадзора',
    subject: 'Запрос сведений по обращению гр. Соколовой',
    text: 'Просим представить копии договора и ответа потребителю.',
    days: 2,
    kind: 'authority',
    channel: 'authority',
    demands: [['information', null]],
  },
  {
    name: 'Гришина Вера Николаевна',
    subject: 'Долгое ожидание ответа по рассрочке',
    text: 'Жду перерасчёта рассрочки третью неделю.',
    days: 20,
    kind: 'complaint',
    channel: 'phone',
    demands: [['recalculation', '1250.50']],
    phone: '+7 926 555-40-40',
    stage: 'interim',
  },
  {
    name: '',
    subject: 'Грубость на кассе',
    text: 'Ваша кассирша мне нагрубила. Имя не скажу.',
    days: 30,
    kind: 'review',
    channel: 'complaint_book',
    regime: 'none',
    closed: true,
  },
  {
    name: 'Константинопольская-Преображенская Елизавета Александровна, доверенное лицо семьи',
    subject: 'Благодарность за быструю замену фурнитуры и вежливость сборщика Ивана, который остался допоздна',
    text: 'Спасибо! Всё заменили за день.',
    days: 40,
    kind: 'gratitude',
    channel: 'email',
    regime: 'none',
    closed: true,
  },
]

/** What the seed asks the office to do after a case stands. */
export type Stage = NonNullable<Plan['stage']>

/** A letter of the seed on its way: sent so many days ago. */
export function seedDispatch(
  kept: Kept,
  letter: LetterCard,
  way: 'email' | 'post_registered',
  days: number,
  id: string,
): void {
  const at = days > 0 ? ago(days, 16, 40) : rfc3339()
  const late = way === 'post_registered'
  if (late && letter.summary.issued) letter.summary.issued.at = ago(days, 11, 5)
  letter.summary.sent = [late ? 'post' : 'email', at]
  kept.dispatches.push({
    id,
    letter: letter.summary.id,
    way,
    sent_at: at,
    tracking: late ? '62009147017544' : '',
    address: late ? letter.text.addressee : [],
    cost: late ? '92.50' : null,
    expected: late ? ago(days - 14).slice(0, 10) : null,
    inventory: [],
    note: '',
    receipt: null,
    events: [],
  })
}

/** A moment so many days ago, at the hour given. */
export function ago(days: number, hour = 10, minute = 15): string {
  const at = new Date()
  at.setDate(at.getDate() - days)
  at.setHours(hour, minute, 0, 0)
  return rfc3339(at)
}

/** The twelve cases, the oldest first, each with what is to be done to it. */
export function seedCases(id: () => string): { kept: Kept; stage: Stage | null }[] {
  return PLANS.slice()
    .sort((a, b) => b.days - a.days)
    .map((plan, at) => {
      const received = ago(plan.days, 9 + (at % 8), (at * 13) % 60)
      const kept: Kept = {
        complaint: {
          id: id(),
          number: `ВХ-${received.slice(0, 4)}/${String(at + 1).padStart(4, '0')}`,
          kind: plan.kind ?? 'complaint',
          regime: plan.regime ?? 'goods',
          channel: plan.channel ?? 'email',
          received_at: received,
          recorded_at: received,
          backdating_reason: null,
          person_id: id(),
          complainant: complainant({
            name: plan.name,
            kind: plan.name.startsWith('ООО') ? 'organisation' : 'person',
            email: plan.email ?? '',
            phone: plan.phone ?? '',
            address: plan.channel === 'post' ? '101000, г. Москва, ул. Мясницкая, д. 1, кв. 5' : '',
          }),
          subject: plan.subject,
          text: plan.text,
          order: plan.days % 2 ? '' : `№ ${1100 + plan.days}`,
          their_number: '',
          their_date: null,
          price: plan.demands?.[0]?.[1] ?? null,
          status: 'fresh',
          no_answer: plan.closed ? ['nothing_asked', ''] : null,
          closed_at: plan.closed ? ago(plan.days - 2) : null,
          trashed_at: null,
          version: 1,
        },
        demands: (plan.demands ?? []).map(([kind, amount, decided]) => ({
          id: id(),
          kind,
          detail: '',
          amount,
          made_on: received.slice(0, 10),
          decision: decided
            ? {
                kind: decided,
                reasons:
                  decided === 'refuse'
                    ? 'Товар надлежащего качества был собран и закреплён, товарный вид не сохранён.'
                    : 'Недостаток подтверждён осмотром и фотографиями.',
                ground: decided === 'refuse' ? 'ЗоЗПП ст. 25' : 'ЗоЗПП ст. 18',
                amount,
                action: '',
                due: null,
                evidence: [],
              }
            : null,
          rule: null,
          due_legal: null,
          due_safe: null,
        })),
        documents:
          at % 3 === 0
            ? [
                {
                  id: id(),
                  name: 'Фото столешницы.jpg',
                  exhibit: 1,
                  media_type: 'image/jpeg',
                  bytes: 1_843_200,
                  sha256: 'a3'.repeat(32),
                  file_time: received,
                  added_at: received,
                  side: 'complainant',
                  source: 'приложено к письму',
                },
              ]
            : [],
        trashed_documents: [],
        diary: plan.stage
          ? [
              {
                id: id(),
                at: received,
                text: 'Позвонили заявителю, выслушали, договорились об осмотре.',
                source: 'Панова С. А.',
              },
            ]
          : [],
        notes: [],
        letters: [],
        clocks: [],
        ends: {},
        pauses: [],
        dispatches: [],
        question_answered: 0,
      }
      return { kept, stage: plan.stage ?? null }
    })
}
