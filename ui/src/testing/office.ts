// The real office for the tests of the screens: the program without its window (`tests/host` at the top of
// the checkout) answers the commands that the window would, each test on a machine of its own.

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach } from 'vitest'
import type { Backend, DragHandlers } from '../backend'
import { asFailure } from '../backend/failure'
import type { Dropped } from '../backend/types'

/** What is there when the program starts: nothing yet, a new office of its own, or the sample office. */
export type Start = 'empty' | 'office' | 'sample'

/** What the person answers at the dialogs (paths), and what the clock shows; a dialog that is told nothing is closed. */
export interface Person {
  files?: string[]
  folder?: string
  save?: string
  now?: string
}

/** A program and the person before it. */
export interface Machine {
  /** A method for each command, as the window has; a test may put another in its place. */
  backend: Backend
  /** Puts another person before the dialogs. */
  seat(person: Person): Promise<void>
  /** Lets files fall on the window. */
  drop(paths: string[]): Promise<void>
  /** Ends the program and starts it again. */
  again(): Promise<void>
  /** The copies that were opened with other programs. */
  opened(): Promise<string[]>
}

interface Reply {
  id: number
  ok?: unknown
  bytes?: string
  failure?: unknown
  progress?: unknown
}

interface Waiting {
  done: (value: unknown) => void
  failed: (reason: unknown) => void
  progress?: (step: unknown) => void
}

/** The tests run in `ui`. */
const program = process.env['OTVET_HOST'] ?? resolve('../target/debug/otvet-host')

/** Linux keeps a file system in memory there. */
const MEMORY = '/dev/shm'

let host: ChildProcessWithoutNullStreams | undefined
let last = 0
const waiting = new Map<number, Waiting>()
const running: number[] = []

/** Starts a program on a fresh machine. It is gone when the test ends. */
export async function machine(start: Start = 'office'): Promise<Machine> {
  const begun = (await ask({ start })) as { program: number; commands: string[] }
  const number = begun.program
  running.push(number)
  let handlers: DragHandlers | undefined
  const methods: Record<string, unknown> = {
    onDrag: async (given: DragHandlers) => {
      handlers = given
      return () => (handlers = undefined)
    },
  }
  for (const command of begun.commands) {
    methods[methodName(command)] = (input?: unknown, progress?: (step: unknown) => void) =>
      ask({ program: number, command, input: input ?? null }, progress)
  }
  return {
    backend: methods as unknown as Backend,
    seat: async (person) => void (await ask({ program: number, person })),
    drop: async (paths) => {
      const dropped = (await ask({ program: number, drop: paths })) as Dropped
      handlers?.dropped(dropped)
    },
    again: async () => void (await ask({ program: number, again: true })),
    opened: async () => (await ask({ program: number, opened: true })) as string[],
  }
}

afterEach(async () => {
  const over = running.splice(0)
  await Promise.all(over.map((number) => ask({ program: number, end: true })))
})

/** `complaint_add` → `complaintAdd`. */
function methodName(command: string): string {
  return command.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function ask(line: object, progress?: (step: unknown) => void): Promise<unknown> {
  const id = ++last
  const answer = new Promise((done, failed) => {
    waiting.set(id, { done, failed, ...(progress && { progress }) })
  })
  started().stdin.write(`${JSON.stringify({ id, ...line })}\n`)
  return answer
}

function started(): ChildProcessWithoutNullStreams {
  if (host) return host
  if (!existsSync(program)) {
    throw new Error(`${program} is not there: build it with "cargo build --package acceptance --bin otvet-host"`)
  }
  // Machines are kept in memory where that can be had: an office waits for its disk with each change.
  const begun = spawn(program, { env: existsSync(MEMORY) ? { ...process.env, TMPDIR: MEMORY } : process.env })
  begun.stderr.on('data', (told: Buffer) => process.stderr.write(told))
  begun.on('exit', (code) => {
    for (const { failed } of waiting.values()) failed(new Error(`the host ended with ${code}`))
  })
  createInterface({ input: begun.stdout }).on('line', heard)
  // It must not keep a finished run alive; it ends with its input.
  begun.unref()
  return (host = begun)
}

function heard(line: string): void {
  const reply = JSON.parse(line) as Reply
  const asked = waiting.get(reply.id)
  if (!asked) return
  if ('progress' in reply) {
    asked.progress?.(reply.progress)
    return
  }
  waiting.delete(reply.id)
  if ('failure' in reply) asked.failed(asFailure(reply.failure))
  else if (reply.bytes !== undefined) asked.done(bytes(reply.bytes))
  else asked.done(reply.ok)
}

function bytes(text: string): ArrayBuffer {
  const buffer = Buffer.from(text, 'base64')
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer
}
