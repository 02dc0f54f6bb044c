import type { PayloadRequest } from 'payload'
import type { Digest } from '../domain/workflow/index.ts'
import { coded } from '../errors/index.ts'
import type { Base } from '../transaction/index.ts'
import type { WorkflowCollection } from '../runtime/index.ts'
import { newestRevision, versionWith } from '../store/index.ts'

/**
 * Refuses a write that is based on an older revision than the newest: 412 when the base came as `If-Match`, 409 when
 * it came as `baseDigest`. A write that names no base passes.
 *
 * @throws CodedError `stale_revision`, with what was saved since.
 */
export async function refuseStale(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  bases: readonly Base[],
): Promise<void> {
  for (const base of bases) {
    const newer = await newerThan(req, collection, id, base.digest)
    if (!newer) continue
    throw coded('stale_revision', {
      status: base.header ? 412 : 409,
      ...newer,
      hint: 'Load the newest revision and make your change there.',
    })
  }
}

/** What was saved of a piece since the revision with this digest. */
export type NewerRevision = {
  readonly digest: Digest
  readonly changedBy: unknown
  readonly changedAt: unknown
  /** Top-level names; empty when the older revision is not known any more. */
  readonly changedFields: readonly string[]
}

/** What was saved since the revision with the digest `base`; null when that is the newest, or the piece is not there. */
export async function newerThan(
  req: PayloadRequest,
  collection: WorkflowCollection,
  id: string,
  base: Digest,
): Promise<NewerRevision | null> {
  const newest = await newestRevision(req, collection, id)
  if (!newest || newest.digest === base) return null
  const seen = await versionWith(req, collection, id, base)
  return {
    digest: newest.digest,
    changedBy: newest.doc.changedBy ?? null,
    changedAt: newest.doc.updatedAt ?? null,
    changedFields: seen ? changedFields(seen.canonical, newest.canonical) : [],
  }
}

function changedFields(before: string, after: string): readonly string[] {
  const [a, b] = [before, after].map((each) => JSON.parse(each) as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    .sort()
}
