// Made by `cargo xtask types`; change the Rust types instead.
import type { NameFormId } from '../complaint/id'
import type { Gender } from '../complaint/party'
import type { Language, NameForm } from '../complaint/words'

/** A form of a name that the office keeps. */
export type RecordedNameForm = {
/** Given when it was first kept. */
id: NameFormId,
/** When its present words were kept. */
kept_at: string,
/** The name as it was written, in the nominative. */
name: string,
/** The gender the form belongs to; `Auto` where nothing tells it. */
gender: Gender,
/** Which of the forms that letters need. */
form: NameForm,
/** The language of the letters it serves. */
language: Language, words: string, };
