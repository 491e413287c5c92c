// Made by `cargo xtask types`; change the Rust types instead.
import type { Term } from '../complaint/term'

/** The goals that an office may have; each is none until the office sets it. */
export type Goals = {
/** To confirm the receipt, for which the law names no term. */
acknowledge: Term | null,
/** To answer sooner than the law asks. */
answer: Term | null, };
