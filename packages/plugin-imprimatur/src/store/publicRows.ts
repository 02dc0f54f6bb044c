import type { Payload, Where } from 'payload'

const PUBLISHED: Where = { _status: { equals: 'published' } }
const WITHOUT_STATUS: Where = { _status: { exists: false } }

/**
 * The rows of a collection under the workflow that readers get. One without a status is from before the collection had drafts, and was public:
 * MongoDB leaves such documents as they are, SQL gives each row what its migration says. No write of this software makes one.
 */
export function publicRows({ db }: Pick<Payload, 'db'>): Where {
  return db.name === 'mongoose' ? { or: [PUBLISHED, WITHOUT_STATUS] } : PUBLISHED
}

/** The same of a row that was read. */
export function isPublicRow(row: Readonly<Record<string, unknown>>): boolean {
  return row._status === 'published' || row._status === undefined || row._status === null
}
