// Made by `cargo xtask types`; change the Rust types instead.
import type { Regime } from '../complaint/regime'

/** A file of what the office counts by: the rules of a regime, or without one the calendar. */
export type NormFile = { regime: Regime | null, };
