import { basename } from 'node:path'
import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { backend, useBackend, type Backend } from '../../backend'
import { folder } from '../../testing/files'
import { machine, type Machine } from '../../testing/office'
import { t } from '../../text/index.svelte'
import { forgetWords } from './vocabulary.svelte'
import TemplateList from './TemplateList.svelte'
import Templates from './Templates.svelte'

/** A short letter, for what is done to a template of one's own. */
const PART = 'interim.ru'

let seat: Machine['seat']

beforeEach(async () => {
  const here = await machine()
  seat = here.seat
  useBackend(here.backend)
  forgetWords()
  vi.stubGlobal('ResizeObserver', class {
    observe() {}
    disconnect() {}
  })
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1, height: 1, close: () => undefined }))
  Element.prototype.scrollIntoView ??= () => undefined
})

/** A template of an office's own, saved. */
async function own(office: Backend = backend, name = 'обычный') {
  const { standalone } = await office.templateCard({ kind: 'interim', language: 'ru', template: null })
  return office.templateSave({ template: null, expected: null, choose: true, note: '', standalone: { ...standalone, name } })
}

/** Another office's template as a file. */
async function fromElsewhere(name: string): Promise<string> {
  const elsewhere = await machine()
  const { head } = await own(elsewhere.backend, name)
  await elsewhere.seat({ save: folder() })
  return (await elsewhere.backend.templateExport({ templates: [{ kind: 'interim', language: 'ru', template: head.template }] })).saved!
}

describe('the template editor', () => {
  it('shows the program’s template read-only until one makes a copy', async () => {
    const user = userEvent.setup()
    render(Templates, { part: 'final_refusal.ru' })
    await screen.findByText(t.templates.editor.readOnly)
    expect(screen.queryByRole('toolbar', { name: t.templates.tools.label })).toBeNull()
    expect(await screen.findAllByText(/среди решений есть «отказать»/)).not.toHaveLength(0)
    // Alternatives of one family are said in one breath.
    expect(screen.getAllByText('если вид дела — «управление многоквартирным домом» или «коммунальные услуги»')).not.toHaveLength(0)
    // No sign of the template language anywhere.
    expect(document.body.textContent).not.toMatch(/\{|\[\[|has:|any:refuse/)
    await user.click(screen.getByRole('button', { name: t.templates.make }))
    expect(screen.getByRole('toolbar', { name: t.templates.tools.label })).toBeTruthy()
  })

  it('adds, moves and removes a paragraph, and takes it all back', async () => {
    const user = userEvent.setup()
    const { head } = await own()
    render(Templates, { part: `${PART}.${head.template}` })
    const paragraphs = () => screen.getAllByRole('region', { name: /^Абзац \d+/ }).map((one) => one.getAttribute('aria-label')!)
    const said = (label: string) => label.replace(/^Абзац \d+/, '')
    await screen.findByRole('toolbar', { name: t.templates.tools.label })
    await waitFor(() => expect(paragraphs()[0]).toMatch(/«Вашу претензию»/))
    const before = paragraphs()
    await user.click(screen.getByRole('button', { name: t.templates.editor.add }))
    expect(paragraphs()).toHaveLength(before.length + 1)
    const second = screen.getAllByRole('region', { name: /^Абзац 2/ })[0]!
    second.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }))
    await waitFor(() => expect(paragraphs().slice(0, 2).map(said)).toEqual([said(before[1]!), said(before[0]!)]))
    await user.click(screen.getByRole('button', { name: t.templates.editor.undo }))
    await user.click(screen.getByRole('button', { name: t.templates.editor.undo }))
    await waitFor(() => expect(paragraphs()).toEqual(before))
    await user.click(screen.getByRole('button', { name: t.templates.editor.redo }))
    expect(paragraphs()).toHaveLength(before.length + 1)
  })

  it('adds a snippet of one’s own and lets go of it again', async () => {
    const user = userEvent.setup()
    const { head } = await own()
    render(Templates, { part: `${PART}.${head.template}` })
    await screen.findByRole('toolbar', { name: t.templates.tools.label })
    await user.click(screen.getByRole('button', { name: t.templates.editor.newSnippet }))
    const remove = await screen.findAllByRole('button', { name: t.templates.editor.removeSnippet, hidden: true })
    const count = remove.length
    expect(remove.at(-1)).toBeEnabled()
    await user.click(remove.at(-1)!)
    await waitFor(() => expect(screen.queryAllByRole('button', { name: t.templates.editor.removeSnippet, hidden: true })).toHaveLength(count - 1))
  })

  it('chooses a condition in plain words', async () => {
    const user = userEvent.setup()
    const { head } = await own()
    render(Templates, { part: `${PART}.${head.template}` })
    const first = (await screen.findAllByRole('region', { name: /^Абзац 1/ }))[0]!
    await user.click(within(first).getByRole('button', { name: /^Условие/ }))
    const dialog = screen.getByRole('dialog', { hidden: true })
    await user.selectOptions(within(dialog).getByLabelText(t.templates.conditions.what), 'regime')
    await user.selectOptions(within(dialog).getByLabelText(t.templates.conditions.which), 'hotel')
    await user.click(within(dialog).getByText(t.templates.conditions.pick))
    expect(within(first).getByText('если вид дела — «гостиницы»')).toBeTruthy()
    await user.click(within(first).getByRole('button', { name: /Убрать условие/ }))
    expect(within(first).queryByText(/гостиницы/)).toBeNull()
  })

  it('keeps what was not saved, and saves a version with a note', async () => {
    const user = userEvent.setup()
    const { head } = await own()
    const part = `${PART}.${head.template}`
    const shown = render(Templates, { part })
    const closing = await screen.findByLabelText(t.templates.editor.closing)
    await user.clear(closing)
    await user.type(closing, 'Всего доброго,')
    shown.unmount()
    await waitFor(async () => expect(await backend.draftGet({ key: `template/${part}` })).not.toBeNull())
    const again = render(Templates, { part })
    await screen.findByText(t.templates.editor.restored)
    expect(screen.getByLabelText<HTMLInputElement>(t.templates.editor.closing).value).toBe('Всего доброго,')
    await user.click(screen.getByRole('button', { name: t.templates.editor.save }))
    const note = () => within(screen.getByRole('dialog', { hidden: true })).getByLabelText<HTMLInputElement>(new RegExp(t.templates.save.note))
    await user.type(note(), 'теплее')
    again.unmount()
    await waitFor(async () => expect((await backend.draftGet({ key: `template-save/${part}` }))?.value).toMatchObject({ note: 'теплее' }))
    render(Templates, { part })
    await user.click(await screen.findByRole('button', { name: t.templates.editor.save }))
    await waitFor(() => expect(note().value).toBe('теплее'))
    await user.click(within(screen.getByRole('dialog', { hidden: true })).getByText(t.templates.save.save))
    await waitFor(async () => {
      const card = await backend.templateCard({ kind: 'interim', language: 'ru', template: head.template })
      expect([card.head.version, card.head.note, card.standalone.text.closing]).toEqual([2, 'теплее', 'Всего доброго,'])
    })
    await waitFor(async () => expect(await backend.draftGet({ key: `template/${part}` })).toBeNull())
    await waitFor(async () => expect(await backend.draftGet({ key: `template-save/${part}` })).toBeNull())
  })

  it('does not offer to save what has errors and says what they are', async () => {
    const user = userEvent.setup()
    const { head } = await own()
    render(Templates, { part: `${PART}.${head.template}` })
    await user.clear(await screen.findByLabelText(t.templates.editor.closing))
    await screen.findByText(t.templates.check.errors)
    await user.click(screen.getByRole('button', { name: t.templates.editor.save }))
    expect(await screen.findByText(t.templates.faults.no_closing(''))).toBeTruthy()
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull()
  })
})

describe('the list of templates', () => {
  it('says what a file would change and takes it only then', async () => {
    const user = userEvent.setup()
    const path = await fromElsewhere('для гостиницы')
    await seat({ files: [path] })
    render(TemplateList)
    await user.click(await screen.findByRole('button', { name: t.templates.import }))
    await screen.findByText(t.templates.importing.from(basename(path)))
    const names = async () => (await backend.templates()).flatMap((group) => group.templates.map((one) => one.name)).filter(Boolean)
    expect(await names()).toEqual([])
    await user.click(screen.getByText(t.templates.importing.take(1)))
    await waitFor(async () => expect(await names()).toEqual(['для гостиницы']))
    expect(await screen.findByText('для гостиницы')).toBeTruthy()
  })
})
