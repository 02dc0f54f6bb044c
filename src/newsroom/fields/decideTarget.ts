import { record } from 'payload-plugin-imprimatur/content'

/** Where a teaser leads: to an article here, or to a page elsewhere. */
export type Target = {
  readonly kind: 'article' | 'external'
  readonly article: unknown
  readonly url: unknown
  readonly sourceName: unknown
}

/**
 * Exactly one of the two: what belongs to the other kind is emptied. A target without a kind is what its values make it. Undefined
 * when nothing was entered.
 */
export function decideTarget(value: unknown): Target | undefined {
  const given = record(value)
  if (!Object.values(given).some((each) => each !== undefined && each !== null && each !== '')) return undefined
  const kind = given.kind === 'article' || given.kind === 'external' ? given.kind : kindFrom(given)
  return kind === 'article'
    ? { kind, article: given.article, url: null, sourceName: null }
    : { kind, article: null, url: given.url, sourceName: given.sourceName }
}

function kindFrom(given: Record<string, unknown>): Target['kind'] {
  return given.url !== undefined && given.url !== null && given.url !== '' ? 'external' : 'article'
}
