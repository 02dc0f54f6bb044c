import { LONGEST_QUERY, MOST_TERMS, searchTerms, type SearchFault, type Term } from '../domain/search/index.ts'
import { isStage, STAGES, type Stage } from '../domain/workflow/index.ts'
import { coded, pageAsked, parametersIn } from '../errors/index.ts'
import type { Newsroom } from '../runtime/index.ts'

/** What somebody searches for. */
export type AskedSearch = {
  readonly terms: readonly Term[]
  readonly collections: readonly string[]
  /** Of staff: the stages of the newest text; any when left out. */
  readonly stages?: readonly Stage[]
  readonly limit: number
  readonly page: number
}

const PARAMETERS = ['q', 'collection', 'stage', 'limit', 'page'] as const

const PAGES = { usual: 10, mostPages: 1_000 }

const FAULTS: Readonly<Record<SearchFault, string>> = {
  empty: 'Say what to search for.',
  control: 'Give characters that can be seen.',
  too_long: `Give at most ${String(LONGEST_QUERY)} characters and ${String(MOST_TERMS)} words.`,
}

/**
 * Takes the parameters out of a URL.
 *
 * @param forStaff whether stages can be named: readers know of none
 * @throws CodedError `unknown_parameter` or `invalid_value`, naming the parameter.
 */
export function askedSearch(
  search: URLSearchParams,
  { collections }: Pick<Newsroom, 'collections'>,
  forStaff: boolean,
): AskedSearch {
  const known = PARAMETERS.filter((each) => forStaff || each !== 'stage')
  const { collection, limit, page, q = '', stage } = parametersIn(search, known)
  const slugs = [...collections.keys()]
  if (collection !== undefined && !slugs.includes(collection))
    throw coded('invalid_value', { field: 'collection', message: `Name one of ${slugs.join(', ')}.` })
  const stages = stage?.split(',')
  if (stages && !stages.every(isStage))
    throw coded('invalid_value', { field: 'stage', message: `A stage is one of ${STAGES.join(', ')}.` })
  return {
    terms: termsOf('q', q),
    collections: collection === undefined ? slugs : [collection],
    ...(stages ? { stages } : {}),
    ...pageAsked({ limit, page }, PAGES),
  }
}

/** @throws CodedError `invalid_value` for nothing, too much, or what cannot be seen */
export function termsOf(field: string, query: string): readonly Term[] {
  const asked = searchTerms(query)
  if ('fault' in asked) throw coded('invalid_value', { field, message: FAULTS[asked.fault] })
  return asked.terms
}
