// Made by `cargo xtask types`; change the Rust types instead.
import type { NewComplaint } from '../office/case'

/** Reads a message into a draft. */
export type MailRead = { token: string, };

/** Takes a message in as a complaint, itself and the chosen attachments as its documents. */
export type MailTake = { token: string, complaint: NewComplaint,
/** Which attachments to keep, by their place in the message. */
attachments: Array<number>, };
