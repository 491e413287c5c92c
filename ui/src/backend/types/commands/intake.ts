// Made by `cargo xtask types`; change the Rust types instead.
import type { NewComplaint } from '../office/case'

/** Takes a complaint in by hand, with the files that came with it as its documents. */
export type ComplaintAdd = { complaint: NewComplaint,
/** Chosen or dropped files, in their order. */
tokens: Array<string>,
/** A fresh id of the window's own, to cancel by. */
task: string, };

/** Reads a message into a draft. */
export type MailRead = { token: string,
/** Which message of a mailbox, from 0. */
message: number,
/** The charset to read the text in, when a person chose one. */
charset: string | null, };

/** Takes a message in as a complaint, itself and the chosen attachments as its documents. */
export type MailTake = { token: string,
/** Which message of a mailbox, from 0. */
message: number, complaint: NewComplaint,
/** Which attachments to keep, by their place in the message. */
attachments: Array<number>,
/** Files handed over beside the message, in their order. */
tokens: Array<string>, };
