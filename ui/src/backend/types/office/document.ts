// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId } from '../complaint/id'
import type { Side } from '../complaint/words'

/** What is known of a document, besides its bytes. */
export type DocumentEdit = { complaint: ComplaintId, document: DocumentId, side: Side,
/** From where and how: «приложено к письму», «снято камерой зала». */
source: string, };

/** Opens a document with the system's own program for it. */
export type DocumentOpen = { complaint: ComplaintId, document: DocumentId,
/** Whether the person was asked and said yes, for kinds that are not only looked at. */
confirmed: boolean, };

/** Asks for one picture of a document that is shown as several. */
export type DocumentPage = { complaint: ComplaintId, document: DocumentId,
/** Counted from 0. */
page: number, };

export type DocumentRef = { complaint: ComplaintId, document: DocumentId, };

/** What is shown of a document. */
export type DocumentView = { "how": "pages", count: number, } | { "how": "text", text: string, cut: boolean, } | { "how": "message" } & MessageView | { "how": "elsewhere" };

/** A message as words. */
export type MessageView = { from: string, subject: string, sent: string | null, text: string,
/** Names of what is attached to it. */
attachments: Array<string>, };
