// Made by `cargo xtask types`; change the Rust types instead.
import type { ComplaintId } from '../complaint/id'
import type { Side } from '../complaint/words'

/** Keeps chosen or dropped files with a case. */
export type DocumentAdd = { complaint: ComplaintId, tokens: Array<string>, side: Side,
/** Where they came from and how. */
source: string,
/** A fresh id of the window's own, to cancel by. */
task: string, };

/** What files are chosen for; decides what the dialog shows. */
export type FilePurpose = "documents" | "mail" | "image";

/** A file that was handed over and is a picture, to be shown before it is kept. */
export type FileShow = { token: string, };

/** Asks for files in the system's dialog. */
export type FilesChoose = { purpose: FilePurpose, };

/** The files that can't be handed on any more. */
export type FilesGone = { gone: Array<string>, };

/** Asks whether files can still be handed on. */
export type FilesLook = { tokens: Array<string>, };
