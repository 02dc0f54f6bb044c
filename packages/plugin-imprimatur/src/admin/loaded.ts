import type { Payload } from 'payload'
import { CodedError } from '../errors/index.ts'

/** What a part of a page shows, or that it could not be loaded, with the code of the refusal if it has one. */
export type Loaded<T> = { readonly found: T } | { readonly code: string | undefined }

/** Loads what a part of a page shows. A failure is for the log and for that part: the rest of the page stays. */
export async function loaded<T>(payload: Payload, load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { found: await load() }
  } catch (err) {
    payload.logger.error({ err, msg: 'A part of a page of the panel could not be loaded.' })
    return { code: err instanceof CodedError ? err.data.entries[0]?.code : undefined }
  }
}
