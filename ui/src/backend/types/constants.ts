// Made by `cargo xtask types`; change the Rust types instead.
import type { DemandKind } from './complaint/words'

/** What asks for a sum of money. */
export const DEMANDS_FOR_MONEY: Array<DemandKind> = [
  "refund",
  "price_reduction",
  "expenses",
  "damages",
  "penalty",
  "moral_damages",
  "recalculation",
  "payment"
]
