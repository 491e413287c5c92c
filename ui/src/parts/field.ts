import { tick, type Snippet } from 'svelte'

/** What a box must carry to belong to its label, hint and error: spread it on the control. */
export interface FieldControl {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  'aria-required': 'true' | undefined
}

/** What every field says of itself. */
export interface FieldWords {
  label: string
  /** A line beneath: what to write, or why. */
  hint?: string | undefined
  /** What is wrong and how to cure it. */
  error?: string | null | undefined
  /** What looks odd but stops nothing. */
  warning?: string | null | undefined
  /** Says «необязательно» beside the label. */
  optional?: boolean | undefined
  required?: boolean | undefined
  /** Label for screen readers only, where the place says it for eyes. */
  labelHidden?: boolean | undefined
  /** Something at the label's right, for instance a small button. */
  aside?: Snippet | undefined
}

const BOX = 'input, textarea, select, [role=spinbutton]'

/** Goes to the box of a field and shows the field whole: its label above, what is said of it below. */
export function showField(box: HTMLElement): void {
  box.focus({ preventScroll: true })
  ;(box.closest('.field') ?? box).scrollIntoView({ block: 'nearest' })
}

/** Goes to the first field that is wrong, once what is wrong with it stands there. */
export function toWrongField(root: HTMLElement | undefined): void {
  void tick().then(() => {
    const wrong = root?.querySelector<HTMLElement>('[aria-invalid=true]')
    const box = wrong?.matches(BOX) ? wrong : wrong?.querySelector<HTMLElement>(BOX)
    if (box) showField(box)
  })
}
