import type { Payload } from 'payload'
import { runtimeOf } from '../../runtime/index.ts'
import { startClock } from './startClock.ts'

/** By the instance of Payload. Global, as Next bundles a second copy of this module. */
const clocks = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.clocks')] ??= new WeakMap()) as WeakMap<
  Payload,
  { stop: () => Promise<void> }
>

/**
 * Starts the clock that the plugin brings itself, once for each instance of Payload that serves, and has it stop with that instance. A
 * build and Payload's own console publish nothing.
 */
export function startOwnClock(payload: Payload): void {
  if (runtimeOf(payload).clock !== 'timer' || isBuild() || isConsole() || clocks.has(payload)) return
  const clock = startClock(payload)
  clocks.set(payload, clock)
  const { db } = payload
  const destroy = db.destroy?.bind(db)
  db.destroy = async () => {
    clocks.delete(payload)
    await clock.stop()
    await destroy?.()
  }
}

function isBuild(): boolean {
  return process.env.NEXT_PHASE === 'phase-production-build'
}

function isConsole(): boolean {
  return /[\\/]payload[\\/](?:bin\.js|dist[\\/]bin[\\/])/.test(process.argv[1] ?? '')
}
