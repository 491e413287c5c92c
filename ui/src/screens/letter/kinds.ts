// What is asked for a letter of a kind.

import { LETTER_DETAILS, type AskedDetail, type LetterDetail, type LetterKind } from '../../backend'

/** What is known of a detail that the writer of such a letter is asked for; nothing when it is not. */
export const asked = (kind: LetterKind, detail: LetterDetail): AskedDetail | undefined =>
  LETTER_DETAILS[kind].find((one) => one.detail === detail)
