// The only file that knows Tauri.

import { Channel, invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Backend } from './backend'
import { asFailure } from './failure'
import type { Dropped } from './types'

type Listener = (step: unknown) => void

/** Asks for a command; one that takes long tells `progress` how far it is. */
async function call(command: string, input?: unknown, progress?: Listener): Promise<unknown> {
  const channel = progress && { progress: new Channel(progress) }
  try {
    return await invoke(command, input === undefined ? { ...channel } : { input, ...channel })
  } catch (error) {
    throw asFailure(error)
  }
}

/** `complaintAdd` → `complaint_add`. */
export function commandName(method: string): string {
  return method.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const own = {
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
    const ask = (input?: unknown, progress?: Listener) => call(commandName(name), input, progress)
    return Reflect.get(target, name) ?? ask
  },
}) as unknown as Backend
