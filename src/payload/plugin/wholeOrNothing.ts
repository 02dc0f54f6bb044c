import type { CollectionAfterOperationHook } from 'payload'
import { CodedError, entriesOf, type ErrorEntry } from '../errors/CodedError.ts'

/** Refusals within one request, by their message, which is all that Payload 3.90 keeps of them in bulk. */
const refusals = new WeakMap<object, Map<string, CodedError>>()

/** `hook`, with its refusals remembered for {@link wholeOrNothing}. */
export function noting<A extends { readonly context: object }, R>(
  hook: (args: A) => R | Promise<R>,
): (args: A) => Promise<R> {
  return async (args) => {
    try {
      return await hook(args)
    } catch (error) {
      if (entriesOf(error)) {
        const known = refusals.get(args.context) ?? new Map<string, CodedError>()
        refusals.set(args.context, known.set((error as Error).message, error as CodedError))
      }
      throw error
    }
  }
}

/**
 * Takes a bulk operation back as a whole when one document was refused. Payload 3.90 commits the others, and of the
 * refused one what was written before the refusal, such as its new version.
 *
 * @throws CodedError with one entry for each refused document.
 */
// Payload 3.90 calls the whole property deprecated for the sake of one of its values.
// eslint-disable-next-line @typescript-eslint/no-deprecated
export const wholeOrNothing: CollectionAfterOperationHook = ({ operation, req, result }) => {
  if (operation !== 'update' && operation !== 'delete') return result
  const { errors } = result as { errors?: readonly { id: unknown; message: string }[] }
  if (errors === undefined || errors.length === 0) return result
  const known = refusals.get(req.context)
  const refused = errors.map(({ id, message }) => ({ id, message, error: known?.get(message) }))
  const entries = refused.map(({ id, message, error }): ErrorEntry => ({
    ...(entriesOf(error)?.[0] ?? { code: 'invalid_value', message }),
    id: String(id),
  }))
  throw new CodedError(refused.find(({ error }) => error)?.error?.status ?? 400, entries)
}
