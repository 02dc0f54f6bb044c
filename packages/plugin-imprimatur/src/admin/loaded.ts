import type { Payload } from 'payload'
import { entriesOf, isTransient, isUnavailable } from '../errors/index.ts'

/** What a part of a page shows, or that it could not be loaded, with the code of the refusal if it has one. */
export type Loaded<T> = { readonly found: T } | { readonly code: string | undefined }

/** Loads what a part of a page shows. A failure is for that part, and for the log unless it is a refusal or of the moment: the rest of the page stays. */
export async function loaded<T>(payload: Payload, load: () => Promise<T>): Promise<Loaded<T>> {
  try {
    return { found: await load() }
  } catch (err) {
    const [refusal] = entriesOf(err) ?? []
    if (refusal) return { code: refusal.code }
    if (isTransient(err) || isUnavailable(err)) return { code: 'busy' }
    payload.logger.error({ err, msg: 'A part of a page of the panel could not be loaded.' })
    return { code: undefined }
  }
}
