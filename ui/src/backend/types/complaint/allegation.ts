// Made by `cargo xtask types`; change the Rust types instead.
import type { AllegationId, DemandId, DocumentId } from '../complaint/id'

/** One allegation of a case. */
export type Allegation = { id: AllegationId,
/** What is stated, as the letter repeats it. */
text: string,
/** Where in the complaint it stands; several where points were joined. */
phrases: Array<SourcePhrase>,
/** The demands that rest on it. */
demands: Array<DemandId>,
/** Which papers, people and things were asked, and in what way. */
check: string, checked_by: string, checked_on: string | null, verdict: Verdict | null,
/** What was found, in the words of the letter. */
found: string, ground_kind: GroundKind | null,
/** The article, the clause or the rule. */
ground: string,
/** The documents of the case that it was established by, in the order they are referred to. */
evidence: Array<DocumentId>, };

/** What is written down of one allegation: what is stated, how that was looked at and what came of it. */
export type AllegationFields = {
/** What is stated, as the letter repeats it. */
text: string,
/** Where in the complaint it stands; several where points were joined. */
phrases: Array<SourcePhrase>,
/** The demands that rest on it. */
demands: Array<DemandId>,
/** Which papers, people and things were asked, and in what way. */
check: string, checked_by: string, checked_on: string | null, verdict: Verdict | null,
/** What was found, in the words of the letter. */
found: string, ground_kind: GroundKind | null,
/** The article, the clause or the rule. */
ground: string,
/** The documents of the case that it was established by, in the order they are referred to. */
evidence: Array<DocumentId>, };

/** What sort of rule an allegation is measured by. */
export type GroundKind = "article" | "contract" | "own_rule" | "platform_rule";

/** A stretch of the complaint's text that an allegation comes from. */
export type SourcePhrase = {
/** Where it began when it was taken, in `char`s of the text. */
start: number,
/** The words themselves, by which it is found again when the text was put right. */
words: string, };

/** What a check of an allegation established. */
export type Verdict = "confirmed" | "partly" | "not_confirmed" | "unestablished";
