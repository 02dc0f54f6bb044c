import type { Payload } from 'payload'
import { runtimeOf, type AuditReport } from 'payload-plugin-imprimatur'

/** What the last audit found. It is no evidence: `npm run audit` looks again. */
export type LastAudit = {
  /** When it ended, ISO 8601. */
  readonly at: string
  readonly pieces: number
  readonly offences: number
}

const KEY = 'last-audit'

/** Keeps what an audit found, for the dashboard of administrators. What cannot be kept, as where nothing may be written, is logged. */
export async function keepAudit(payload: Payload, { offences, pieces }: AuditReport): Promise<void> {
  const last: LastAudit = { at: runtimeOf(payload).now().toISOString(), pieces, offences: offences.length }
  try {
    await payload.kv.set(KEY, last)
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The dashboard will not know of this audit: it could not be written down.' })
  }
}

/** Null: there was none, or none that could be kept. */
export function lastAudit(payload: Payload): Promise<LastAudit | null> {
  return payload.kv.get<LastAudit>(KEY)
}
