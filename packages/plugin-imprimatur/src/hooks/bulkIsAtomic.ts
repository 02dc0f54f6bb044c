import type { CollectionAfterOperationHook, PayloadRequest } from 'payload'
import { ERRORS } from '../domain/workflow/index.ts'
import { coded, CodedError, entriesOf, type ErrorEntry } from '../errors/index.ts'
import { scopeOf, transactionOf } from '../transaction/index.ts'

/** What Payload hands to a hook, as far as it tells which document that is about. */
type About = {
  readonly req: PayloadRequest
  readonly id?: unknown
  readonly originalDoc?: unknown
  readonly doc?: unknown
}

/**
 * `hook`, with its refusals remembered for {@link bulkIsAtomic} by document and message, because Payload 3.90 keeps
 * nothing else of them in bulk.
 */
export function rememberRefusal<A extends About, R>(hook: (args: A) => R | Promise<R>): (args: A) => Promise<R> {
  return async (args) => {
    try {
      return await hook(args)
    } catch (error) {
      if (entriesOf(error) && (await transactionOf(args.req)) !== undefined) {
        const { refusals } = await scopeOf(args.req)
        refusals.set(keyOf(documentIn(args), (error as Error).message), error as CodedError)
      }
      throw error
    }
  }
}

const keyOf = (id: unknown, message: string): string => `${String(id)} ${message}`

/** The document that a hook is about, wherever Payload hands it over. */
function documentIn({ id, originalDoc, doc }: About): unknown {
  return id ?? (originalDoc as { id?: unknown } | undefined)?.id ?? (doc as { id?: unknown } | undefined)?.id
}

/**
 * Calls `guard` for each document of a call. In bulk it goes through all of them, so that the refusal has one entry for
 * each refused document, as with {@link bulkIsAtomic}.
 */
export async function eachOrNone(
  pages: AsyncIterable<readonly string[]>,
  bulk: boolean,
  guard: (id: string) => Promise<void>,
): Promise<void> {
  const refused: { id: string; error: CodedError }[] = []
  for await (const ids of pages) {
    for (const id of ids) {
      try {
        await guard(id)
      } catch (error) {
        if (!bulk || !entriesOf(error)) throw error
        refused.push({ id, error: error as CodedError })
      }
    }
  }
  if (refused.length > 0) throw together(refused)
}

type Refused = { readonly id: unknown; readonly message?: string; readonly error: CodedError | undefined }

/** One refusal for all these documents, with the status that comes first. */
function together(refused: readonly Refused[]): CodedError {
  const entries = refused.map(({ id, message, error }): ErrorEntry => ({
    ...(entriesOf(error)?.[0] ?? { code: 'invalid_value', message: message ?? ERRORS.invalid_value.message }),
    id: String(id),
  }))
  const statuses = refused.map(({ error }) => error?.status ?? 400)
  return new CodedError(FIRST_TOLD.find((status) => statuses.includes(status)) ?? statuses[0] ?? 400, entries)
}

/** What the asker may not know of comes before missing rights, these before conflicts, these before unmet conditions. */
const FIRST_TOLD: readonly number[] = [404, 401, 400, 403, 409, 412, 422]

/**
 * Rolls a bulk operation back when one document was refused. Payload 3.90 commits the others, and also what was written
 * of the refused one before the refusal, such as its new version.
 *
 * @throws CodedError with one entry for each refused document, or `conflict` when a write lost a race.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const bulkIsAtomic: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { errors } = result as { errors?: readonly { id: unknown; message: string }[] }
  if (errors === undefined || errors.length === 0) return result
  const { lostRace, refusals } = await scopeOf(req)
  if (lostRace) throw coded('conflict')
  throw together(errors.map(({ id, message }) => ({ id, message, error: refusals.get(keyOf(id, message)) })))
}
