import { SLUG_MAX_LENGTH } from 'payload-plugin-imprimatur/content'

/** What is known about a slug when a document is saved. */
export type SlugSituation = {
  /** The slug in the data to be saved. */
  readonly typed: string
  /** The slug that the document has, '' when it is new or has none. */
  readonly stored: string
  /** The slug that the headline (or name) makes, '' when there is nothing to make one from. */
  readonly automatic: string
  /** `typed` in the alphabet of slugs. */
  readonly normalised: string
  /** Whether a fresh one from the headline was asked for. */
  readonly regenerate: boolean
}

export type SlugPlan =
  /** Leave it as it is. */
  | { readonly kind: 'keep'; readonly slug: string }
  /** Take `base`, or the next free number after it. */
  | { readonly kind: 'next_free'; readonly base: string }
  /** Somebody chose exactly this one: take it or refuse. */
  | { readonly kind: 'exactly'; readonly slug: string }

/** Decides where the slug of a document comes from. A slug that is there stays, whatever becomes of the headline. */
export function planSlug({ typed, stored, automatic, normalised, regenerate }: SlugSituation): SlugPlan {
  const isUntouched = typed === stored
  if (normalised === '' || (regenerate && isUntouched)) {
    return automatic === '' ? { kind: 'keep', slug: '' } : { kind: 'next_free', base: automatic }
  }
  if (isUntouched) return { kind: 'keep', slug: typed }
  return normalised === automatic ? { kind: 'next_free', base: automatic } : { kind: 'exactly', slug: normalised }
}

/** `base`, `base-2`, `base-3`, …: `count` of them from the `start`-th (1 is `base` itself), with a long `base` cut to make room. */
export function slugCandidates(base: string, start: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    if (start + at === 1) return base
    const number = `-${start + at}`
    return base.slice(0, SLUG_MAX_LENGTH - number.length).replace(/-+$/, '') + number
  })
}
