import { channel, subscribe } from 'node:diagnostics_channel'

import type { Log } from '../process/log.ts'

const NAME = 'imprimatur.page-error'

type PageError = { readonly err: unknown; readonly requestId: string | undefined }

/**
 * Reports an error within Next to the server. Next bundles its own copy of this module, so a channel of the process
 * connects the two.
 */
export function reportPageError(err: unknown, requestId: string | undefined): void {
  channel(NAME).publish({ err, requestId } satisfies PageError)
}

/** Next writes errors of its own to standard error without saying which request they belong to. */
export function logPageErrors(log: Log): void {
  subscribe(NAME, (message) => {
    log.error(message as PageError, 'page failed')
  })
}
