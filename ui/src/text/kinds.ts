// What the kinds of letters are called and what they are for. The words stand in the templates of each kind, so that a
// new kind brings its own.

import { LETTER_LABELS, type KindLabel, type Language, type LetterKind } from '../backend/types'

function label(language: Language, part: keyof KindLabel): Record<LetterKind, string> {
  const kinds = Object.keys(LETTER_LABELS) as LetterKind[]
  return Object.fromEntries(kinds.map((kind) => [kind, LETTER_LABELS[kind][language][part]])) as Record<LetterKind, string>
}

export const kindNames = (language: Language): Record<LetterKind, string> => label(language, 'name')

export const kindPurposes = (language: Language): Record<LetterKind, string> => label(language, 'purpose')
