// Three readings in the memory office: a few points of each, read from the text as it stands.

import type { LetterText, ReadingPoint, Reader, Reading } from '../index'
import { blockText } from './letters'

interface Looked {
  id: string
  title: readonly [string, string]
  why: readonly [string, string]
  cure: readonly [string, string]
  at: (letter: LetterText) => Pick<ReadingPoint, 'block' | 'start' | 'end'> | null
  finals?: true
}

const words =
  (pattern: RegExp) =>
  (letter: LetterText): Pick<ReadingPoint, 'block' | 'start' | 'end'> | null => {
    for (const block of letter.blocks) {
      const hit = pattern.exec(blockText(block))
      if (hit) return { block: block.id, start: hit.index, end: hit.index + hit[0].length }
    }
    return null
  }

const part = (name: 'salutation' | 'signatory', filled: (letter: LetterText) => boolean) => (letter: LetterText) =>
  filled(letter) ? { block: name, start: 0, end: 0 } : null

const POINTS: Record<Reader, readonly Looked[]> = {
  customer: [
    {
      id: 'customer.name',
      title: ['Ко мне обращаются по имени', 'I am addressed by name'],
      why: ['Письмо без имени читают как рассылку.', 'A letter without a name reads like a circular.'],
      cure: ['Обратитесь по имени и отчеству.', 'Address the person by name.'],
      at: part('salutation', (letter) => letter.salutation.trim() !== '' && !/клиент|customer/iu.test(letter.salutation)),
    },
    {
      id: 'customer.when',
      title: ['Назван день, когда это будет', 'The day is named'],
      why: ['Без числа обещание не проверить.', 'Without a date nobody can check the promise.'],
      cure: ['Напишите день: «не позднее …».', 'Write the day: “no later than …”.'],
      at: words(/(?:не позднее|до) \d{1,2}[ .][а-я\d]+/iu),
    },
    {
      id: 'customer.contact',
      title: ['Сказано, кому звонить', 'It says whom to call'],
      why: ['Один телефон в письме избавляет от повторной жалобы.', 'One telephone number saves a second complaint.'],
      cure: ['Добавьте телефон или почту.', 'Add a telephone number or an e-mail address.'],
      at: words(/позвоните|напишите|\+7[\d -]+/iu),
    },
  ],
  inspector: [
    {
      id: 'inspector.reference',
      title: ['Названы номер или дата обращения', 'The number or the date of the message is named'],
      why: ['Ответ должен связываться с записью в журнале.', 'The answer must lead to the entry in the register.'],
      cure: ['Добавьте номер и день поступления.', 'Add the number and the day of receipt.'],
      at: words(/ВХ-\d{4}\/\d+|№ ?\S+/u),
    },
    {
      id: 'inspector.signatory',
      title: ['Подписывает названный человек с должностью', 'A named person with a post signs'],
      why: ['Письмо без подписавшего не считается ответом.', "A letter nobody signs is not the organisation's answer."],
      cure: ['Впишите должность и имя.', 'Fill in the post and the name.'],
      at: part('signatory', (letter) => letter.signatory.name.trim() !== '' && letter.signatory.post.trim() !== ''),
    },
  ],
  judge: [
    {
      id: 'judge.received',
      title: ['Назван день, когда обращение получено', 'The day of receipt is named'],
      why: ['От этого дня считают все сроки.', 'All terms run from that day.'],
      cure: ['Добавьте дату поступления.', 'Add the date of receipt.'],
      at: words(/\d{1,2} [а-я]+ \d{4}|\d{2}\.\d{2}\.\d{4}/u),
    },
    {
      id: 'judge.contest',
      title: ['Право обратиться в суд названо', 'The right to go to court is named'],
      why: ['Разъяснение прав показывает добросовестность отказа.', 'Explaining rights shows good faith.'],
      cure: ['Добавьте абзац о праве обратиться в суд.', 'Add the paragraph on the right to go to court.'],
      at: words(/суд(?!ь)/iu),
      finals: true,
    },
  ],
}

/** What the three find in this text. */
export function readingsOf(letter: LetterText): Reading[] {
  return (Object.keys(POINTS) as Reader[]).map((reader) => ({
    reader,
    points: POINTS[reader].map((looked) => {
      const asked = !looked.finals || letter.kind === 'final_refusal' || letter.kind === 'final_partial'
      const at = asked ? looked.at(letter) : null
      const seen = !asked ? 'not_applicable' : at ? 'found' : 'missing'
      return {
        id: looked.id,
        seen,
        block: at?.block ?? null,
        start: at?.start ?? 0,
        end: at?.end ?? 0,
        title_ru: looked.title[0],
        title_en: looked.title[1],
        why_ru: looked.why[0],
        why_en: looked.why[1],
        cure_ru: seen === 'missing' ? looked.cure[0] : '',
        cure_en: seen === 'missing' ? looked.cure[1] : '',
      } satisfies ReadingPoint
    }),
  }))
}
