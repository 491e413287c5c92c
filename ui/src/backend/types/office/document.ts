// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId } from '../complaint/id'
import type { Side } from '../complaint/words'

/** What is known of a document, besides its bytes. */
export type DocumentEdit = { complaint: ComplaintId, document: DocumentId, side: Side,
/** From where and how: «приложено к письму», «снято камерой зала». */
source: string, };

export type DocumentRef = { complaint: ComplaintId, document: DocumentId, };
