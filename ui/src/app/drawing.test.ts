import { cleanup, fireEvent, render, screen } from '@testing-library/svelte'
import { beforeEach, expect, it } from 'vitest'
import { useBackend, type ComplaintId, type Document, type DocumentId } from '../backend'
import { takeIn } from '../testing/cases'
import { machine, type Machine } from '../testing/office'
import { t } from '../text/index.svelte'
import DocumentView from '../screens/case/DocumentView.svelte'

let here: Machine
let complaint: ComplaintId

beforeEach(async () => {
  cleanup()
  here = await machine()
  useBackend(here.backend)
  complaint = (await takeIn(here.backend)).id
})

/** A paper of many pages, whose drawing is answered by the test. */
function paper(page: (which: number) => Promise<ArrayBuffer>) {
  useBackend({ ...here.backend, documentPage: async ({ page: which }) => page(which) })
  const document = { id: 'x' as DocumentId, name: 'Договор.pdf' } as Document
  render(DocumentView, { complaint, document, view: { how: 'pages', count: 40 }, onclose: () => undefined })
}

it('asks for one page at a time, and then for the one that is wanted last', async () => {
  const asked: number[] = []
  const answers: (() => void)[] = []
  paper((which) => {
    asked.push(which)
    return new Promise((done) => answers.push(() => done(new ArrayBuffer(8))))
  })
  const onward = await screen.findByRole('button', { name: t.case.documents.pageAfter })
  for (let turn = 0; turn < 20; turn += 1) await fireEvent.click(onward)
  expect(asked).toEqual([0])
  answers[0]?.()
  await expect.poll(() => asked).toEqual([0, 20])
  answers[1]?.()
  await screen.findByAltText(t.case.documents.pageOf(21, 40))
  expect(asked).toEqual([0, 20])
})

it.each(['own_data', 'drawing_not_started', 'drawing_outdated'])(
  'says what the program lacks, and not that the paper is at fault: %s',
  async (code) => {
    paper(() => Promise.reject({ code, field: null, detail: 'otvet-pages' }))
    await screen.findByText(t.failures.codes[code] ?? '')
    expect(screen.queryByText(t.case.documents.notDrawn)).toBeNull()
  },
)

it('says that a page which can not be drawn can not be drawn', async () => {
  paper(() => Promise.reject({ code: 'typesetting', field: null, detail: null }))
  await screen.findByText(t.case.documents.notDrawn)
})
