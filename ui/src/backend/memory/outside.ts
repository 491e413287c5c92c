// What the memory office answers where the program would open a dialog or another program.

import type { Backend } from '../backend'

export const outside = {
  taskCancel: async () => null,
  documentOpen: async () => null,
  imageChoose: async () => ({ sha256: 'd4'.repeat(32), width: 320, height: 120 }),
  imageShow: async () => new ArrayBuffer(0),
  letterSavePdf: async () => ({ saved: '~/Документы/Ответ.pdf' }),
  letterSaveDocx: async () => ({ saved: '~/Документы/Ответ.docx' }),
  letterOpenPdf: async () => null,
  letterPrint: async () => null,
  letterMailDraft: async () => null,
  calendarFileSave: async () => ({ saved: '~/Документы/Сроки.ics' }),
  windowReady: async () => null,
} satisfies Partial<Backend>
