import type { Payload } from 'payload'
import { checkWriteParameters, type WriteKind } from '../domain/public-query/index.ts'
import type { Blocker } from '../domain/workflow/index.ts'
import { runtimeOf } from '../runtime/index.ts'
import { selectableIn } from './readableFields.ts'

export type Write = { readonly target: string; readonly kind: WriteKind }

/** What a request writes by Payload's own endpoints, or null; writes in bulk are reads, too. Endpoints of the plugin's collections know their own parameters. */
export function writeOf(
  payload: Payload,
  request: Request,
  [first = '', second, third]: readonly string[],
): Write | null {
  const { collections } = payload.config
  const isOurs = Object.values(runtimeOf(payload).slugs).includes(first)
  if (isOurs || third !== undefined || !collections.some(({ slug }) => slug === first)) return null
  const isNamed = second !== undefined && second !== ''
  if (request.method === 'POST') return isNamed ? null : { target: first, kind: 'create' }
  const changes = request.method === 'PATCH' || request.method === 'DELETE'
  return changes && isNamed ? { target: first, kind: 'one' } : null
}

const NO_FIELDS = { selectable: {}, populatable: {} }

/** What nothing reads of what it says in its address, and the fields it names that are not there. */
export async function oddInWrite(
  payload: Payload,
  query: Readonly<Record<string, unknown>>,
  { kind, target }: Write,
): Promise<readonly Blocker[]> {
  const selects = query.select !== undefined || query.populate !== undefined
  const fields = selects ? await selectableIn(payload, { target }, 'staff') : NO_FIELDS
  return checkWriteParameters(query, kind, fields)
}
