// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId, DocumentId } from '../complaint/id'
import type { Side } from '../complaint/words'

/** What is known of a document, besides its bytes. */
export type DocumentEdit = {
/** The complaint. */
complaint: ComplaintId,
/** The document. */
document: DocumentId,
/** From which side. */
side: Side,
/** From where and how: «приложено к письму», «снято камерой зала». */
source: string, };

/** Names one document. */
export type DocumentRef = {
/** The complaint. */
complaint: ComplaintId,
/** The document. */
document: DocumentId, };
