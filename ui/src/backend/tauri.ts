// The only file that knows Tauri.

import { Channel, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Backend } from './backend'
import { asFailure } from './failure'
import type { DocumentAdd, Dropped, Progress } from './types'

async function call<T>(command: string, input?: unknown, extra?: object): Promise<T> {
  try {
    return await invoke<T>(command, input === undefined ? { ...extra } : { input, ...extra })
  } catch (error) {
    throw asFailure(error)
  }
}

/** `complaintAdd` → `complaint_add`. */
export function commandName(method: string): string {
  return method.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const own = {
  documentAdd: (input: DocumentAdd, progress: (step: Progress) => void) => {
    const channel = new Channel<Progress>()
    channel.onmessage = progress
    return call('document_add', input, { progress: channel })
  },
  async onDrag({ enter, leave, dropped }: Parameters<Backend['onDrag']>[0]) {
    const stops = await Promise.all([
      listen('drag_enter', enter),
      listen('drag_leave', leave),
      listen<Dropped>('dropped', (event) => dropped(event.payload)),
    ])
    return () => stops.forEach((stop) => stop())
  },
}

/** Every method that is not its own is the command of its name. */
export const tauri: Backend = new Proxy(own, {
  get(target, name) {
    if (typeof name !== 'string' || name === 'then') return undefined
    return Reflect.get(target, name) ?? ((input?: unknown) => call(commandName(name), input))
  },
}) as unknown as Backend
