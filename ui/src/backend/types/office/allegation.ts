// Made by `cargo xtask types`; change the Rust types instead.
import type { AllegationFields, GroundKind, SourcePhrase, Verdict } from '../complaint/allegation'
import type { AllegationId, ComplaintId, DemandId, DocumentId } from '../complaint/id'

export type AllegationRef = { complaint: ComplaintId, allegation: AllegationId, };

/** A new or changed point of a complaint, with what was established of it. */
export type AllegationSave = { complaint: ComplaintId,
/** The point to change; a new one when absent. */
allegation: AllegationId | null,
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

/** Makes two points of one. */
export type AllegationSplit = { complaint: ComplaintId, allegation: AllegationId,
/** Where the second one begins, in `char`s of what is stated. */
at: number, };

/** A point that the text of the complaint seems to make and nobody wrote down yet. */
export type AllegationSuggestion = { text: string, phrase: SourcePhrase,
/** The demand that rests on it, where there is one alone. */
demands: Array<DemandId>, };

/** Makes one point of two; it stands where the first stood. */
export type AllegationsJoin = { complaint: ComplaintId, allegation: AllegationId,
/** The one that goes into it. */
with: AllegationId, };

/** Another order of the points; each of them is named once. */
export type AllegationsOrder = { complaint: ComplaintId, order: Array<AllegationId>, };

/** Points taken at once, as from what was suggested. */
export type AllegationsTake = { complaint: ComplaintId, allegations: Array<AllegationFields>, };
