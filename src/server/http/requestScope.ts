import { AsyncLocalStorage } from 'node:async_hooks'

/** The request that whatever runs now is for, so that a line in the log names it wherever it is written. */
export const requestScope = new AsyncLocalStorage<{ readonly requestId: string }>()
