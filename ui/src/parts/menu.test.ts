import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import Menu from './Menu.svelte'

const print = vi.fn()
const remove = vi.fn()
const items = [
  { label: 'Открыть', run: vi.fn() },
  { label: 'Печать', icon: 'print' as const, run: print },
  { label: 'Отправить', run: vi.fn(), disabled: true },
  { label: 'Удалить', run: remove, danger: true },
]

beforeEach(() => {
  vi.clearAllMocks()
  render(Menu, { label: 'Действия', items })
})

const opener = () => screen.getByRole('button', { name: 'Действия' })
const item = (name: string) => screen.getByRole('menuitem', { name })
const press = (keys: string) => userEvent.keyboard(keys)
const gone = () => waitFor(() => expect(screen.queryByRole('menu')).toBeNull())

describe('a menu', () => {
  it('opens by keys at its first item, walks round past what is disabled, and Enter runs it', async () => {
    opener().focus()
    expect(opener()).toHaveAttribute('aria-expanded', 'false')
    await press('{Enter}')
    await waitFor(() => expect(item('Открыть')).toHaveFocus())
    expect(opener()).toHaveAttribute('aria-expanded', 'true')
    await press('{ArrowDown}{ArrowDown}')
    expect(item('Удалить')).toHaveFocus()
    await press('{ArrowDown}')
    expect(item('Открыть')).toHaveFocus()
    await press('{ArrowUp}')
    expect(item('Удалить')).toHaveFocus()
    await press('{Home}')
    expect(item('Открыть')).toHaveFocus()
    await press('{End}')
    expect(item('Удалить')).toHaveFocus()
    await press('{Enter}')
    expect(remove).toHaveBeenCalledOnce()
    await gone()
  })

  it('opens by the arrow too, and goes to the item whose first letters are typed', async () => {
    opener().focus()
    await press('{ArrowDown}')
    await waitFor(() => expect(item('Открыть')).toHaveFocus())
    await press('п')
    expect(item('Печать')).toHaveFocus()
    await press(' ')
    expect(print).toHaveBeenCalledOnce()
    await gone()
  })

  it('Esc closes it and gives the focus back, and so does the button', async () => {
    await userEvent.click(opener())
    await screen.findByRole('menu')
    await press('{Escape}')
    await gone()
    await waitFor(() => expect(opener()).toHaveFocus())
    expect(print).not.toHaveBeenCalled()
  })

  it('a click runs an item, unless it is disabled', async () => {
    await userEvent.click(opener())
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Отправить' }), { pointerEventsCheck: 0 })
    expect(items[2]?.run).not.toHaveBeenCalled()
    expect(screen.getByRole('menu')).toBeVisible()
    await userEvent.click(item('Печать'))
    expect(print).toHaveBeenCalledOnce()
    await gone()
  })

  it('is named and clean for assistive programs', async () => {
    await userEvent.click(opener())
    expect(await screen.findByRole('menu', { name: 'Действия' })).toBeVisible()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
    expect(violations.map((one) => one.id)).toEqual([])
  })
})
