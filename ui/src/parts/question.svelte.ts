// A plain question before what can't be undone: `if (await ask({…})) …`.

export interface Question {
  title: string
  text: string
  /** The word on the button that does it. */
  yes: string
  danger?: boolean
}

const now = $state<{ question: Question | null }>({ question: null })
let answer: ((yes: boolean) => void) | undefined

/** The question on the screen. */
export function asked(): Question | null {
  return now.question
}

/** Asks, and gives the answer; Esc is no. */
export function ask(question: Question): Promise<boolean> {
  answer?.(false)
  now.question = question
  return new Promise((resolve) => (answer = resolve))
}

/** Answers the question on the screen. */
export function reply(yes: boolean): void {
  now.question = null
  answer?.(yes)
  answer = undefined
}
