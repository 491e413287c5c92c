import { expect, it } from 'vitest'
import { takeIn } from '../../testing/cases'
import { machine } from '../../testing/office'

it('the office tells paragraph by paragraph what strangers must not read of a case, on which taking words relies', { timeout: 60_000 }, async () => {
  const { backend } = await machine()
  const { id } = await takeIn(backend, { complainant: { name: 'Тимофеев Олег Дмитриевич' } })
  const words = { plain: 'Мы проверили товар и вернём деньги.', ill: 'Мы сожалеем, что после лечения пульпита диагноз не подтвердился.', sum: 'Вернём пять тысяч рублей.', name: 'Мы ответили Тимофееву.' }
  const parts = Object.entries(words).map(([part, text]) => ({ id: part, title: '', text }))
  const { findings } = await backend.formsCheck({ complaint: id, form: { kind: 'public', language: 'ru', limit: null, parts } })
  const telling = findings.filter(({ rule }) => rule.startsWith('data.')).map(({ block }) => block)
  expect(new Set(telling)).toEqual(new Set(['ill', 'sum', 'name']))
})
