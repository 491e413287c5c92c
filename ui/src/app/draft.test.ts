import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { backend, useBackend } from '../backend'
import { machine } from '../testing/office'
import Form from './Form.test.svelte'

const kept = async () => (await backend.draftGet({ key: 'note/1' }))?.value

beforeEach(async () => useBackend((await machine()).backend))

describe('a draft', () => {
  it('keeps what is typed and is there on return, with a way to start over', async () => {
    const first = render(Form)
    await userEvent.type(await screen.findByLabelText('Слова'), 'Позвонить')
    await waitFor(async () => expect(await kept()).toMatchObject({ text: 'Позвонить' }))
    first.unmount()

    render(Form)
    expect(await screen.findByLabelText('Слова')).toHaveValue('Позвонить')
    expect(screen.getByText('Черновик восстановлен')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Начать заново' }))
    await waitFor(() => expect(screen.getByLabelText('Слова')).toHaveValue(''))
    await waitFor(async () => expect(await kept()).toBeUndefined())
  })

  it('is written at once when the screen is left mid-word', async () => {
    const first = render(Form)
    await userEvent.type(await screen.findByLabelText('Слова'), 'обрыв')
    first.unmount()
    await waitFor(async () => expect(await kept()).toMatchObject({ text: 'обрыв' }))
  })

  it('is gone after a save, and does not come back', async () => {
    render(Form)
    await userEvent.type(await screen.findByLabelText('Слова'), 'готово')
    await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }))
    await waitFor(async () => expect(await kept()).toBeUndefined())
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await kept()).toBeUndefined()
  })

  it('of an older form gives new fields their own values', async () => {
    await backend.draftPut({ key: 'note/1', value: { text: 'старое' } })
    render(Form)
    expect(await screen.findByLabelText('Слова')).toHaveValue('старое')
    expect(screen.getByText('есть')).toBeVisible()
  })
})
