import type { Payload } from 'payload'
import { runtimeOf } from '../runtime/index.ts'

/**
 * The order of a list that an anonymous reader gets. Pieces have the newest publication first unless the reader asks for another
 * order, so that an old piece does not lead because it was corrected. Other collections have their own order. The id comes last, so
 * that equal documents have one order too and no page repeats what another one showed.
 *
 * @param asked paths of fields parted by commas.
 */
export function readersOrder(payload: Payload, collection: string, asked: string | undefined): string {
  const keys = (asked ?? ownOrder(payload, collection)).split(',')
  return keys.some((key) => key === 'id' || key === '-id') ? keys.join(',') : [...keys, 'id'].join(',')
}

function ownOrder(payload: Payload, collection: string): string {
  if (runtimeOf(payload).collections.has(collection)) return '-publishedAt'
  const order = payload.config.collections.find(({ slug }) => slug === collection)?.defaultSort ?? '-createdAt'
  return typeof order === 'string' ? order : order.join(',')
}
