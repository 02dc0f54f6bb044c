import type { Payload } from 'payload'
import { newsroom } from '../runtime/index.ts'

/**
 * The order of a list that an anonymous reader gets. Of pieces the newest publication comes first unless she asks for another
 * order, so that an old one that was corrected does not lead; of other collections their own order. The id comes last: what is
 * equal by all else has one order too, and no page shows again what another one showed.
 *
 * @param asked paths of fields parted by commas.
 */
export function readersOrder(payload: Payload, collection: string, asked: string | undefined): string {
  const keys = (asked ?? ownOrder(payload, collection)).split(',')
  return keys.some((key) => key === 'id' || key === '-id') ? keys.join(',') : [...keys, 'id'].join(',')
}

function ownOrder(payload: Payload, collection: string): string {
  if (newsroom(payload).collections.has(collection)) return '-publishedAt'
  const order = payload.config.collections.find(({ slug }) => slug === collection)?.defaultSort ?? '-createdAt'
  return typeof order === 'string' ? order : order.join(',')
}
