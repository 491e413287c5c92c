// The words of the screens. `t.today.title` reads in the language of the
// moment, and whatever shows it changes with the language.

import type { Language } from '../backend/types'
import { en } from './en'
import { ru } from './ru'

export type Text = typeof ru

const all: Record<Language, Text> = { ru, en }
const now = $state<{ language: Language }>({ language: 'ru' })

/** The language the screens speak. */
export function language(): Language {
  return now.language
}

/** Changes the language of every screen at once. */
export function speak(language: Language): void {
  now.language = language
  document.documentElement.lang = language
}

/** The words, section by section. */
export const t: Text = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.keys(ru).map((section) => [
      section,
      { enumerable: true, get: () => all[now.language][section as keyof Text] },
    ]),
  ),
) as Text
