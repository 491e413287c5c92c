import { fireEvent, render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { t } from '../text/index.svelte'
import ContextMenu from './ContextMenu.svelte'
import { closeContextMenu, holdContextMenu, openContextMenu } from './contextMenu.svelte'
import { reactive } from './reactive.svelte'
import Select from './Select.svelte'

beforeEach(() => {
  HTMLElement.prototype.showPopover ??= () => undefined
})

const colours = [
  { value: 'red', label: 'Красный' },
  { value: 'grey', label: 'Серый', disabled: true },
  { value: 'blue', label: 'Синий' },
]

it('a list of choices is the program’s own, by pointer and by keys, and tells what was chosen', async () => {
  const props = reactive({ label: 'Цвет', value: 'red', options: colours })
  render(Select<string>, props)
  const box = screen.getByLabelText('Цвет')
  await fireEvent.mouseDown(box)
  const list = screen.getByRole('listbox', { name: 'Цвет' })
  expect(list).toHaveClass('dropdown')
  await userEvent.click(screen.getAllByText('Серый').find((one) => list.contains(one))!)
  expect(props.value).toBe('red')
  await userEvent.click(screen.getAllByText('Синий').find((one) => list.contains(one))!)
  expect(props.value).toBe('blue')
  expect(screen.queryByRole('listbox')).toBeNull()
  // One may not be stood on that may not be chosen.
  box.focus()
  await userEvent.keyboard('{Enter}{Home}{ArrowDown}{ArrowUp}{Enter}')
  expect(props.value).toBe('red')
  await userEvent.keyboard('{ArrowDown}{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(props.value).toBe('red')
  await userEvent.keyboard('си')
  expect(props.value).toBe('blue')
})

it('what may not be chosen is not chosen by its letters either, open or shut', async () => {
  const props = reactive({ label: 'Цвет', value: 'red', options: colours })
  render(Select<string>, props)
  screen.getByLabelText('Цвет').focus()
  // «с» means the next one that may be chosen.
  await userEvent.keyboard('се')
  expect(props.value).toBe('blue')
  await userEvent.keyboard('{Enter}се{Enter}')
  expect(props.value).toBe('blue')
})

it('a list of choices shuts when its choices change under it', async () => {
  const props = reactive({ label: 'Цвет', value: 'red', options: colours })
  render(Select<string>, props)
  screen.getByLabelText('Цвет').focus()
  await userEvent.keyboard('{Enter}{ArrowDown}')
  expect(screen.getByRole('listbox')).toBeVisible()
  props.options = [{ value: 'green', label: 'Зелёный' }, ...colours]
  await vi.waitFor(() => expect(screen.queryByRole('listbox')).toBeNull())
  expect(props.value).toBe('red')
})

it('the right button opens our menu and nowhere the browser’s, but where one types', async () => {
  const stop = holdContextMenu()
  const run = vi.fn()
  render(ContextMenu)
  const input = document.body.appendChild(document.createElement('input'))
  const plain = document.body.appendChild(document.createElement('p'))
  expect(await fireEvent.contextMenu(plain)).toBe(false)
  expect(screen.queryByRole('menu')).toBeNull()
  expect(await fireEvent.contextMenu(input)).toBe(true)
  const row = document.body.appendChild(document.createElement('button'))
  row.addEventListener('contextmenu', (event) => openContextMenu(event, [{ label: 'Открыть', run }], row.getBoundingClientRect()))
  row.focus()
  expect(await fireEvent.contextMenu(row, { button: 0 })).toBe(false)
  expect(screen.getByRole('menu', { name: t.controls.contextMenu })).toBeVisible()
  // From the keyboard the first entry has the focus at once.
  expect(screen.getByRole('menuitem', { name: 'Открыть' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(run).toHaveBeenCalledOnce()
  expect(screen.queryByRole('menu')).toBeNull()
  expect(row).toHaveFocus()
  closeContextMenu(false)
  stop()
  input.remove()
  plain.remove()
  row.remove()
})
