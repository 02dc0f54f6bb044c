import type { PayloadRequest } from 'payload'
import { METHODS, type Kind, type MethodName } from './methods.ts'

/** What the methods for documents are called with. */
export type Arguments = {
  readonly [name: string]: unknown
  readonly req?: Partial<PayloadRequest>
}

export type Method = (args: Arguments) => Promise<unknown>

/** What ends a transaction is called with its id alone. */
export type Ending = (id: number | string | Promise<number | string>) => Promise<void>

/**
 * One thing that is to be true of an adapter: what is called in the place of `next`, or `next` itself where that method is none of its
 * business. Called once for each method, when the adapter is wrapped.
 */
export type Layer = (method: MethodName, kind: Kind, next: Method) => Method

/** Puts `layers` around every method of `database`: the first is the outermost, which is called first and sees what the others made of it. */
export function wrapAdapter(database: object, layers: readonly Layer[]): void {
  const adapter = database as Record<string, Method | undefined>
  for (const [method, kind] of Object.entries(METHODS) as [MethodName, Kind][]) {
    const own = adapter[method]
    if (!own && kind !== 'lifecycle') continue
    // Payload calls `connect` and its like where they are there.
    const plain = (own ?? nothing).bind(database)
    const wrapped = layers.reduceRight<Method>((next, layer) => layer(method, kind, next), plain)
    if (wrapped !== plain) adapter[method] = wrapped
  }
}

const nothing: Method = () => Promise.resolve()

/** Names of all functions that an adapter has, its prototypes' included. */
export function methodsOf(database: object): readonly string[] {
  const names = new Set<string>()
  for (let at: object | null = database; at && at !== Object.prototype; at = Object.getPrototypeOf(at) as object | null)
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && name !== 'constructor') names.add(name)
  return [...names]
}
