import type { Reader } from '../backend'

const section = {
  tab: 'Три взгляда',
  title: 'Три взгляда на письмо',
  lead: 'Одно письмо прочтут трое, и каждый ищет своё. Щелчок показывает место.',
  readers: {
    customer: 'Заявитель',
    inspector: 'Инспектор',
    judge: 'Судья',
  } satisfies Record<Reader, string> as Record<Reader, string>,
  asks: {
    customer: 'Услышали ли меня, что я получу и когда, кому звонить.',
    inspector: 'Соблюдён ли срок, есть ли ответ на каждое требование, норма и подпись.',
    judge: 'Факты и доказательства, основания, нет ли лишних признаний и противоречий.',
  } satisfies Record<Reader, string> as Record<Reader, string>,
  found: 'есть',
  missing: 'не видно',
  count: (found: number, asked: number) => `${found} из ${asked}`,
  all: 'Найдено всё, что ищут.',
  notAsked: (count: number) => `Не относится к этому письму: ${count}`,
  show: 'Показать в письме',
  failed: 'Прочитать письмо тремя взглядами не получилось.',
  again: 'Прочитать ещё раз',
}

export default section
