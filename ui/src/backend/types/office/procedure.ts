// Made by `cargo xtask types`; change the Rust types instead.
import type { CaseListId, ComplaintId, DocumentId, RoutineId, RoutineVersionId } from '../complaint/id'
import type { Branch, Gate, StepDay, StepFact, StepNeed, StepRole, StepStanding } from '../complaint/step'
import type { Kind } from '../complaint/words'

/** A checklist on a case, in the version it was put with. */
export type CaseListView = { list: CaseListId, checklist: RoutineId, title: string, version: number,
/** Whether the office has changed it since. */
older: boolean, items: Array<CaseStepView>, put_at: string, put_by: string, };

/** One step of a case as its screen shows it. */
export type CaseStepView = {
/** Names it in commands: its key, the id of one added by hand, «list/item». */
step: string, title: InBoth,
/** Empty where nobody said why. */
why: InBoth, role: StepRole | null, done: StepFact, state: StepStanding,
/** Whether a fact of the case says that it is done. */
by_fact: boolean,
/** Whether it may be passed over. */
skippable: boolean,
/** Whether it was added by hand. */
own: boolean, remark: string, marked_at: string | null, marked_by: string | null,
/** Whose task it is; nobody's in particular when empty. */
person: string,
/** By when; a day of its own comes before that of the procedure. */
day: string | null,
/** Whether the day was set for this case. */
own_day: boolean,
/** Whether that day is past and it is not done. */
late: boolean, };

/** A checklist of the office with what it says now. */
export type ChecklistHead = { checklist: RoutineId, title: string, items: Array<ChecklistItem>,
/** It is proposed for these kinds of complaints; for all when empty. */
kinds: Array<Kind>,
/** It is proposed where one of these words is found in any of its forms; separated by commas or blanks. */
words: string, version: number, changed_at: string, actor: string,
/** When it was put aside. */
retired_at: string | null, };

/** One thing to be checked. */
export type ChecklistItem = {
/** Its place within the version, from 1. */
key: string, text: string, };

/** A checklist that could be put on a case. */
export type ChecklistOffer = { checklist: RoutineId, title: string,
/** Whether the office said that it fits such a case. */
proposed: boolean, };

export type ChecklistPut = { complaint: ComplaintId, checklist: RoutineId, };

export type ChecklistRef = { checklist: RoutineId, };

export type ChecklistRetire = { checklist: RoutineId, retired: boolean, };

export type ChecklistSave = {
/** The checklist to change; a new one when absent. */
checklist: RoutineId | null,
/** The version that was read; another one in the register refuses the save. */
expected: number | null, title: string, items: Array<string>, kinds: Array<Kind>, words: string, };

/** What one version of a checklist said. */
export type ChecklistVersion = { id: RoutineVersionId, version: number, title: string, items: Array<ChecklistItem>, made_at: string, actor: string, };

/** Records that documents were looked at. */
export type DocumentsSeen = { complaint: ComplaintId, documents: Array<DocumentId>, };

/** The same said in both languages. */
export type InBoth = { ru: string, en: string, };

export type ListRef = { complaint: ComplaintId, list: CaseListId, };

export type ProcedureChoose = { complaint: ComplaintId,
/** None leaves it to what the facts suggest. */
branch: Branch | null, };

export type ProcedureReset = { branch: Branch, };

/** A branch with its steps, as the office has it. */
export type ProcedureRule = { branch: Branch,
/** When it is the way to go, in one sentence. */
why: InBoth, steps: Array<StepSpec>,
/** The version: the office's own counted from 1, or the program's. */
version: number,
/** Whether the office changed it. */
own: boolean, changed_at: string | null, actor: string, };

export type ProcedureSave = { branch: Branch,
/** The version that was read; another one in the register refuses the save. */
expected: number | null, steps: Array<StepChange>, };

/** The procedure of a case. */
export type ProcedureView = { branch: Branch,
/** What the facts suggest. */
proposed: Branch,
/** Whether a person chose the branch. */
chosen: boolean, why: InBoth, version: number,
/** Whether the office changed this procedure. */
own: boolean,
/** Those that the case needs, in the order of the work. */
steps: Array<CaseStepView>,
/** The first that is not done. */
next: string | null, lists: Array<CaseListView>, offers: Array<ChecklistOffer>,
/** Documents of the complainant that nobody has looked at. */
unseen: Array<DocumentId>,
/** What a final answer would pass over if it went out now. */
gates: Array<ShutGate>, };

/** How the office works, as Settings show it. */
export type Routines = { procedures: Array<ProcedureRule>,
/** Those put aside last. */
checklists: Array<ChecklistHead>, };

/** The same after a change, with the change's place in the journal. */
export type RoutinesChanged = {
/** None when nothing differed. */
seq: number | null, procedures: Array<ProcedureRule>,
/** Those put aside last. */
checklists: Array<ChecklistHead>, };

/** What must be done before something else, and what exactly is missing. */
export type ShutGate = { gate: Gate,
/** Names of documents, or kinds of demands. */
what: Array<string>, };

export type StepAdd = { complaint: ComplaintId, title: string, person: string, day: string | null, };

/** Makes a step somebody's task, or gives it a day. */
export type StepAssign = { complaint: ComplaintId,
/** [`CaseStepView::step`]. */
step: string, person: string, day: string | null, };

/** What an office says of one step in its own way; what counts as done stays the program's. */
export type StepChange = { key: string, title: InBoth, why: InBoth, role: StepRole, day: StepDay | null, asked: boolean, };

/** Marks a step done, skipped or open again. */
export type StepMark = { complaint: ComplaintId,
/** [`CaseStepView::step`]. */
step: string, state: StepStanding,
/** What is said to it; a step is skipped for a reason. */
remark: string, };

export type StepRef = { complaint: ComplaintId,
/** [`CaseStepView::step`]. */
step: string, };

/** One step of a procedure as it is written down. */
export type StepSpec = { key: string, title: InBoth,
/** One or two plain sentences. */
why: InBoth, role: StepRole, day: StepDay | null, done: StepFact, needs: StepNeed,
/** Whether it may not be skipped. */
must: boolean,
/** Whether the office asks it at all. */
asked: boolean, };
