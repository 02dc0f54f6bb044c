import { MACHINE_SLUGS, type ImprimaturOptions, type WorkflowCollectionOptions } from '../runtime/index.ts'

/** The names of all options; the compiler keeps the list complete. */
export const OPTIONS = Object.keys({
  barrier: 0,
  changesKeptDays: 0,
  clock: 0,
  collections: 0,
  endpointPrefix: 0,
  mail: 0,
  mailLanguage: 0,
  media: 0,
  networkOf: 0,
  now: 0,
  onPublicChange: 0,
  person: 0,
  policy: 0,
  publicCollections: 0,
  readGuards: 0,
  reviewPage: 0,
  roles: 0,
  slugs: 0,
  styleRules: 0,
  timeZone: 0,
  users: 0,
} satisfies Record<keyof ImprimaturOptions, 0>)

/** The same of one collection. */
export const COLLECTION_OPTIONS = Object.keys({
  attributes: 0,
  conditionalContent: 0,
  embargo: 0,
  expires: 0,
  gates: 0,
  limits: 0,
  publicRead: 0,
  queryable: 0,
  search: 0,
  slug: 0,
  style: 0,
  title: 0,
  words: 0,
} satisfies Record<keyof WorkflowCollectionOptions, 0>)

/**
 * Says which name in the options means nothing, as it would be passed over without a word; null when there is none.
 *
 * @returns a sentence
 */
export function unknownOption(options: ImprimaturOptions): string | null {
  const { clock, collections, slugs } = options
  const asked: [where: string, given: unknown, known: readonly string[]][] = [
    ['imprimatur()', options, OPTIONS],
    ['slugs', slugs, Object.keys(MACHINE_SLUGS)],
    ['clock', clock, ['secret']],
    ...Object.entries(collections).flatMap(([slug, own]): typeof asked => [
      [`“${slug}”`, own, COLLECTION_OPTIONS],
      [`search of “${slug}”`, own?.search, ['lead', 'text']],
      [`style of “${slug}”`, own?.style, ['fields', 'language']],
    ]),
  ]
  for (const [where, given, known] of asked) {
    const name = typeof given === 'object' && given !== null && Object.keys(given).find((each) => !known.includes(each))
    if (typeof name === 'string') return `there is no option “${name}” of ${where}. Known are: ${known.join(', ')}.`
  }
  return null
}

/** Names of fields that the options of a collection rest on, each with the option that says it. */
export function fieldsNamedBy(own: WorkflowCollectionOptions): readonly (readonly [option: string, field: string])[] {
  const { attributes = {}, conditionalContent = {}, embargo, expires, search = {}, slug, style, title, words } = own
  const named: [string, unknown][] = [
    ['title', title],
    ['slug', slug],
    ['embargo', embargo],
    ['expires', expires],
    ['words', words],
    ...Object.values(attributes).map((field): [string, unknown] => ['attributes', field]),
    ...Object.entries(conditionalContent)
      .flat()
      .map((field): [string, unknown] => ['conditionalContent', field]),
    ...[...(search.lead ?? []), ...(search.text ?? [])].map((field): [string, unknown] => ['search', field]),
    ...(style?.fields ?? []).map((field): [string, unknown] => ['style', field]),
    ['style', style?.language],
  ]
  return named.flatMap(([option, field]) => (typeof field === 'string' ? [[option, field] as const] : []))
}
