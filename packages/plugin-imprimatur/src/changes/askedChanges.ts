import { coded, parametersIn } from '../errors/index.ts'
import type { Newsroom } from '../runtime/index.ts'

/** What somebody who follows asks for. */
export type AskedChanges = {
  /** A cursor; without it from nothing. */
  readonly since?: string
  readonly collection?: string
  readonly limit: number
  /** Whether each upsert brings the document, as anonymous readers get it by its id. */
  readonly doc: boolean
}

const MOST = 100

/**
 * Takes the parameters out of a URL.
 *
 * @param names those that are known here
 * @throws CodedError `unknown_parameter` or `invalid_value`, naming the parameter.
 */
export function askedChanges(
  search: URLSearchParams,
  { collections }: Pick<Newsroom, 'collections'>,
  names: readonly ('collection' | 'include' | 'limit' | 'since')[] = ['collection', 'include', 'limit', 'since'],
): AskedChanges {
  const { collection, include, limit = String(MOST), since } = parametersIn(search, names)
  if (collection !== undefined && !collections.has(collection)) {
    const known = [...collections.keys()].join(', ')
    throw coded('invalid_value', { field: 'collection', message: `Name one of ${known}.` })
  }
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MOST) {
    throw coded('invalid_value', { field: 'limit', message: `Give a whole number from 1 to ${String(MOST)}.` })
  }
  if (include !== undefined && include !== 'doc') {
    throw coded('invalid_value', { field: 'include', message: 'Only `doc` can be included.' })
  }
  return {
    limit: Number(limit),
    doc: include === 'doc',
    ...(since === undefined ? {} : { since }),
    ...(collection === undefined ? {} : { collection }),
  }
}
