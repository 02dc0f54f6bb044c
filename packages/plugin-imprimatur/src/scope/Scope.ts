import { AsyncLocalStorage } from 'node:async_hooks'

type Values = Readonly<Record<symbol, unknown>>

/**
 * One for all scopes: Node 20 hands each storage on with every promise and every step, so that one for each scope would slow down every read. Global,
 * as Next bundles a second copy of this module.
 */
const storage = ((globalThis as Record<symbol, unknown>)[Symbol.for('imprimatur.scopes')] ??=
  new AsyncLocalStorage()) as AsyncLocalStorage<Values>

/** A value that holds for what a function does, and for all that it starts. */
export class Scope<T> {
  readonly #key: symbol

  /** @param name under which every copy of the module that makes it finds the same scope; without one it is the maker's alone */
  constructor(name?: string) {
    this.#key = name === undefined ? Symbol() : Symbol.for(`imprimatur.${name}`)
  }

  /** Does `work` with this value. Other scopes stay as they are. */
  run<R>(value: T, work: () => R): R {
    return storage.run({ ...storage.getStore(), [this.#key]: value }, work)
  }

  /** The value here and now; undefined outside. */
  get(): T | undefined {
    return storage.getStore()?.[this.#key] as T | undefined
  }
}
