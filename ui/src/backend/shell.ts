// What the shell adds to the office's commands, until its types are generated with them.

import type { Added, BackupMade, Card, ComplaintId, ComplaintRow, DocumentRef, Failure, Language, LetterRef, NewComplaint, OfficeInfo, OfficeProfile, PageQuestion, Side } from './types'

export type AttachmentOffer = {
  index: number
  name: string
  media_type: string
  bytes: number
  sha256: string
}
export type MailProposal = {
  from_address: string
  from_name: string
  sent: string | null
  draft: NewComplaint
  attachments: Array<AttachmentOffer>
  notices: Array<string>
  phones: Array<string>
  duplicates: Array<ComplaintRow>
}
export type Theme = 'system' | 'light' | 'dark'
export type ProgramSettings = { language: Language; theme: Theme; text_scale: number; actor: string }
export type ProgramState = {
  office_open: boolean
  language: Language
  theme: Theme
  text_scale: number
  actor: string
  last_folder: string | null
  default_folder: string
  version: string
  sample_open: boolean
  problem: Failure | null
}
export type ChosenFolder = {
  token: string
  display: string
  holds_office: boolean
  network_share: boolean
  writable: boolean
}
export type OfficeCreate = { folder: string | null; profile: OfficeProfile }
export type OfficeOpen = { folder: string | null }
export type FilePurpose = 'documents' | 'mail' | 'image'
export type FilesChoose = { purpose: FilePurpose }
export type DroppedFile = { token: string; name: string; bytes: number }
export type Position = { x: number; y: number }
export type Dropped = { files: Array<DroppedFile>; position: Position | null }
export type DocumentAdd = { complaint: ComplaintId; tokens: Array<string>; side: Side; source: string; work: string }
export type Progress = { done: number; total: number; name: string }
export type WorkCancel = { work: string }
export type MailRead = { token: string }
export type MailTake = { token: string; complaint: NewComplaint; attachments: Array<number> }
export type ImagePlace = 'logo' | 'stamp' | 'signature'
export type ImageChoose = { purpose: ImagePlace }
export type StoredImage = { sha256: string; width: number; height: number }
export type ImageShow = { sha256: string }
export type SavedFile = { saved: string | null }

export interface ShellCommands {
  program_state: { input: null; output: ProgramState }
  program_settings_save: { input: ProgramSettings; output: ProgramState }
  folder_choose: { input: null; output: ChosenFolder | null }
  office_create: { input: OfficeCreate; output: OfficeInfo }
  office_open: { input: OfficeOpen; output: OfficeInfo }
  office_close: { input: null; output: ProgramState }
  sample_open: { input: null; output: OfficeInfo }
  sample_delete: { input: null; output: ProgramState }
  files_choose: { input: FilesChoose; output: Array<DroppedFile> }
  mail_read: { input: MailRead; output: MailProposal }
  mail_take: { input: MailTake; output: Added }
  document_add: { input: DocumentAdd; output: Card }
  work_cancel: { input: WorkCancel; output: null }
  document_open: { input: DocumentRef; output: null }
  image_choose: { input: ImageChoose; output: StoredImage | null }
  image_show: { input: ImageShow; output: ArrayBuffer }
  letter_page: { input: PageQuestion; output: ArrayBuffer }
  letter_save_pdf: { input: LetterRef; output: SavedFile }
  letter_open_pdf: { input: LetterRef; output: null }
  letter_print: { input: LetterRef; output: null }
  letter_mail_draft: { input: LetterRef; output: null }
  backup_create: { input: null; output: BackupMade }
  window_ready: { input: null; output: null }
  help_open: { input: null; output: null }
}
