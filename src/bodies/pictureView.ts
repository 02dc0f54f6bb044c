import { asNumber, asRecord, asText } from './looseFields.ts'
import { languageView, type LanguageView } from './language.ts'
import { safeHref } from './safeHref.ts'

/** One `<source>` of a picture. */
export type PictureSource = {
  readonly type: string
  readonly srcSet: string
}

/** An image ready to be shown: sources best first, and the fallback. */
export type PictureView = {
  readonly src: string
  readonly alt: string
  readonly width?: number
  readonly height?: number
  readonly sources: readonly PictureSource[]
  readonly caption?: string
  readonly credit?: string
  readonly language: LanguageView
}

/** Which cut of an image is wanted: the uncropped one, or a named rendition. */
export type Cut = 'whole' | 'hero' | 'card' | 'thumbnail' | 'og'

type Rendition = {
  readonly name: string
  readonly url: string
  readonly width: number
  readonly height: number
  readonly type: string
}

/** Smaller first, by what they need for the same picture. */
const BY_WEIGHT = ['image/avif', 'image/webp']

/** Two cuts are the same picture in two sizes when their proportions differ by less than this; rounding to pixels makes them differ. */
const SAME_PROPORTION = 0.015

/**
 * A media document as a picture, with every rendition that shows the same cut in its `srcset`s. Undefined when it is not populated, has no
 * address or is no image.
 */
export function pictureView(media: unknown, cut: Cut = 'whole'): PictureView | undefined {
  const doc = asRecord(media)
  const url = safeHref(doc?.url)
  if (!doc || !(asText(doc.mimeType) ?? 'image/').startsWith('image/')) return undefined

  const width = asNumber(doc.width)
  const height = asNumber(doc.height)
  const all = renditions(doc.sizes)
  const model = cut === 'whole' ? undefined : all.find((each) => each.name.startsWith(cut))
  const proportion = model ? model.width / model.height : width && height ? width / height : undefined
  const same =
    proportion === undefined
      ? []
      : all.filter((each) => Math.abs(each.width / each.height / proportion - 1) < SAME_PROPORTION)
  const largest = [...same].sort((a, b) => b.width - a.width)[0]
  const rendition = lastOf(same.filter((each) => each.type !== 'image/avif')) ?? model
  const src = (model ? rendition?.url : url) ?? url ?? rendition?.url
  if (src === undefined) return undefined
  const size = model ? largest : width && height ? { width, height } : undefined
  const caption = asText(doc.caption)
  const credit = asText(doc.credit)
  return {
    src,
    alt: asText(doc.alt) ?? '',
    ...(size ? { width: size.width, height: size.height } : {}),
    sources: sourcesOf(doc.srcset, cut) ?? sourcesOfSizes(same),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
    language: languageView(doc.language),
  }
}

/** The cuts that a document has in many widths. */
const IN_WIDTHS: Readonly<Partial<Record<Cut, string>>> = { whole: 'whole', hero: 'whole', card: 'card', og: 'og' }

function sourcesOf(srcset: unknown, cut: Cut): readonly PictureSource[] | undefined {
  const listed = asRecord(asRecord(srcset)?.[IN_WIDTHS[cut] ?? ''])
  if (!listed) return undefined
  const sources = BY_WEIGHT.flatMap((type) => {
    const srcSet = asText(listed[type.replace('image/', '')])
    return srcSet === undefined ? [] : [{ type, srcSet }]
  })
  return sources.length === 0 ? undefined : sources
}

function sourcesOfSizes(sizes: readonly Rendition[]): readonly PictureSource[] {
  return BY_WEIGHT.flatMap((type) => {
    const of = sizes.filter((each) => each.type === type)
    return of.length === 0 ? [] : [{ type, srcSet: of.map((each) => `${each.url} ${each.width}w`).join(', ') }]
  })
}

/** The renditions that exist, narrow to wide. A size that the original was too small for has no address. */
function renditions(sizes: unknown): readonly Rendition[] {
  return Object.entries(asRecord(sizes) ?? {})
    .flatMap(([name, value]): readonly Rendition[] => {
      const size = asRecord(value)
      const url = safeHref(size?.url)
      const width = asNumber(size?.width)
      const height = asNumber(size?.height)
      const type = asText(size?.mimeType)
      if (url === undefined || !width || !height || type === undefined) return []
      return [{ name, url: url.replace(/[\s,]/g, encodeURIComponent), width, height, type }]
    })
    .sort((a, b) => a.width - b.width)
}

function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}
