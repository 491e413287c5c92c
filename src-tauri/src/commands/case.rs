//! The case screen.

use office::wire::{
    Card, CloseCase, ComplaintEdit, ComplaintRef, Decide, DemandRef, DemandSave, DiaryRef,
    DiarySave, NoteRef, NoteSave, Undo,
};

use_cases! {
    complaint_card(input: ComplaintRef) -> Card;
    complaint_edit(input: ComplaintEdit) -> Card;
    complaint_close(input: CloseCase) -> Card;
    complaint_reopen(input: ComplaintRef) -> Card;
    complaint_trash(input: ComplaintRef) -> Card;
    complaint_restore(input: ComplaintRef) -> Card;
    question_answered(input: ComplaintRef) -> Card;
    demand_save(input: DemandSave) -> Card;
    demand_remove(input: DemandRef) -> Card;
    decide(input: Decide) -> Card;
    diary_save(input: DiarySave) -> Card;
    diary_remove(input: DiaryRef) -> Card;
    note_save(input: NoteSave) -> Card;
    note_remove(input: NoteRef) -> Card;
    undo(input: Undo) -> Card;
}
