// Made by `cargo xtask types`; change the Rust types instead.
import type { Paper } from '../office/paper'

/** Papers to be printed together. */
export type PapersPrint = {
/** In the order in which they come out of the printer. */
papers: Array<Paper>, };
