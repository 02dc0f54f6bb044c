import type { CollectionBeforeOperationHook, GlobalBeforeOperationHook, PayloadRequest } from 'payload'
import { isDigest } from '../domain/workflow/index.ts'
import type { Base } from '../transaction/index.ts'
import { coded, type CodedError } from '../errors/index.ts'

/** Conditions of RFC 9110 §13.1 that a write cannot keep; `If-Modified-Since` does not apply to writes. */
const UNHELD = ['If-None-Match', 'If-Unmodified-Since'] as const

/**
 * The revisions that a write to pieces names as its base, in `If-Match` and as `baseDigest`. `If-Match: *` names none.
 *
 * @throws CodedError `invalid_value` for what is not one strong tag or digest; `condition_unsupported` for a condition
 * that nothing here holds to.
 */
export function basesOf(req: PayloadRequest, baseDigest: unknown): readonly Base[] {
  const tag = headerOf(req, 'If-Match')
  const unheld = UNHELD.find((name) => headerOf(req, name) !== null)
  // RFC 9110 §13.1.4: beside If-Match, the date of the last change is not looked at.
  if (unheld && !(unheld === 'If-Unmodified-Since' && tag !== null)) throw unsupported(unheld)
  return [...fromHeader(tag), ...fromBody(baseDigest)]
}

function fromHeader(tag: string | null): readonly Base[] {
  if (tag === null || tag.trim() === '*') return []
  const digest = /^"([^"]*)"$/.exec(tag.trim())?.[1]
  if (!isDigest(digest)) {
    throw coded('invalid_value', { field: 'If-Match', message: 'If-Match takes one strong tag: a digest in quotes.' })
  }
  return [{ digest, header: true }]
}

function fromBody(baseDigest: unknown): readonly Base[] {
  if (baseDigest === undefined || baseDigest === null) return []
  if (!isDigest(baseDigest)) {
    throw coded('invalid_value', {
      field: 'baseDigest',
      message: 'baseDigest has to be a digest: sha256: and 64 hex digits.',
    })
  }
  return [{ digest: baseDigest, header: false }]
}

/**
 * Refuses a condition on a request that writes what has no digest, or nothing that was there before.
 *
 * @throws CodedError `condition_unsupported`.
 */
export function refuseCondition(req: PayloadRequest, body?: unknown): void {
  const header = ['If-Match', ...UNHELD].find((name) => headerOf(req, name) !== null)
  if (header) throw unsupported(header)
  if (baseDigestIn(body) !== undefined) throw unsupported('baseDigest')
}

/** What a body names as the revision it is based on, whatever that is. */
export function baseDigestIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'baseDigest' in body ? body.baseDigest : undefined
}

/**
 * Whether a write may take back what was signed off, unless its body says `mayVoid: false`.
 *
 * @throws CodedError `invalid_value` for what is not true or false.
 */
export function mayVoidIn(value: unknown): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    throw coded('invalid_value', { field: 'mayVoid', message: 'It is true or false.' })
  return value ?? true
}

/** The body of a DELETE, which Payload 3.90 does not read: a condition may stand in it. What was read of it before is the `data` of the request. */
export async function bodyOfDelete(req: PayloadRequest): Promise<unknown> {
  if (req.method !== 'DELETE') return undefined
  if (!req.body || req.bodyUsed) return req.data
  try {
    return JSON.parse((await req.text?.()) ?? '')
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Refuses conditions on writes to a collection that is not under the workflow. */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const refuseConditions: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  // Code inside the server that runs within a request is not bound by that request's condition.
  if (overrideAccess !== true && WRITES.has(operation)) {
    refuseCondition(req, operation === 'delete' ? await bodyOfDelete(req) : (args as { data?: unknown }).data)
  }
  return args
}

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'restoreVersion'])

/** Refuses conditions on writes to a global. */
export const refuseConditionsOfGlobal: GlobalBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess !== true && operation !== 'read') refuseCondition(req, (args as { data?: unknown }).data)
  return args as unknown
}

function headerOf(req: PayloadRequest, name: string): string | null {
  return req.headers.get(name)
}

function unsupported(field: string): CodedError {
  return coded('condition_unsupported', { field })
}
