// Made by `cargo xtask types`; change the Rust types instead.
import type { Term } from '../deadline/count'

/** The terms that the office sets itself. The law names none for confirming a receipt. */
export type Goals = {
/** To confirm the receipt. */
acknowledge: Term | null,
/** To answer, where the law leaves more time. */
answer: Term | null, };
