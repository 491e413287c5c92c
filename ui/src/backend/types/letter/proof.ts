// Made by `cargo xtask types`; change the Rust types instead.
import type { Severity } from '../letter/check'

/** One thing that does not agree, or is missing. */
export type ProofFinding = {
/** The rule's id: «address.envelope». */
rule: string,
/**
 * How much it weighs; `must` is a contradiction, and the pack then needs
 * a written reason.
 */
severity: Severity,
/** One sentence for the Russian screens and the cover. */
message_ru: string,
/** One sentence for the English screens and the cover. */
message_en: string,
/** What cures it, in Russian: a defect is cured, as lawyers say. */
cure_ru: string, cure_en: string, };
