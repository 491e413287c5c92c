// Recipients of earlier letters and kept forms of names, in the memory office.

import { rfc3339 } from '../../app/format'
import type { Backend } from '../backend'
import type { KeptNameForm } from '../index'
import type { Kept } from './rules'

/** Those methods of the backend that speak of people who are no complainants of the case. */
export function people(
  cases: () => Kept[],
  id: () => string,
): Pick<Backend, 'recipients' | 'nameFormsKept' | 'nameFormForget'> {
  let forms: KeptNameForm[] = [
    {
      id: id(),
      name: 'Дюма Александр',
      gender: 'm',
      form: 'dative',
      language: 'ru',
      words: 'Дюма Александру',
      kept_at: rfc3339(),
    },
  ]
  return {
    recipients: async ({ kind }) => {
      const found = cases()
        .flatMap((one) => one.letters)
        .filter((one) => one.choices.particulars.recipient.organisation)
        .sort((a, b) => Number(b.summary.kind === kind) - Number(a.summary.kind === kind))
        .map((one) => one.choices.particulars.recipient)
      const first = found.filter(
        (who, at) => found.findIndex((one) => one.organisation === who.organisation) === at,
      )
      return structuredClone(first)
    },
    nameFormsKept: async () => structuredClone(forms),
    nameFormForget: async ({ id: gone }) => {
      forms = forms.filter((one) => one.id !== gone)
      return structuredClone(forms)
    },
  }
}
