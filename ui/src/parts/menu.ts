import type { IconName } from './icons'

/** One action of a menu. */
export interface MenuItem {
  label: string
  icon?: IconName
  run: () => void
  disabled?: boolean
  danger?: boolean
  /** The keys that do the same, said at its right. */
  keys?: string
}
