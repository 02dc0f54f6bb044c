import type { ImageSize } from 'payload'

type Shape = {
  readonly name: string
  readonly width: number
  /** Left out: as high as the picture makes it. */
  readonly height?: number
  /** Whether a smaller picture is enlarged, because the place has exactly this shape. */
  readonly exact?: boolean
}

/** Pictures in lists and the panel; in cards and teasers; across an article; for social networks (Open Graph). */
const SHAPES: readonly Shape[] = [
  { name: 'thumbnail', width: 320, height: 240 },
  { name: 'card', width: 768, height: 432 },
  { name: 'hero', width: 1600 },
  { name: 'og', width: 1200, height: 630, exact: true },
]

const FORMATS = [
  { suffix: '', options: { format: 'webp', options: { quality: 80 } } },
  { suffix: 'Avif', options: { format: 'avif', options: { quality: 55, effort: 3 } } },
] as const

/** Sizes of every picture, each in WebP (`card`) and in AVIF (`cardAvif`). Cut around the focal point where a shape has a height. */
export const RENDITIONS: readonly ImageSize[] = SHAPES.flatMap(({ name, width, height, exact }) =>
  FORMATS.map(({ suffix, options }): ImageSize => ({
    name: `${name}${suffix}`,
    width,
    // `inside` also keeps Payload from cutting to a rounded height that the picture does not reach (3.90.2).
    ...(height === undefined ? { fit: 'inside' } : { height }),
    withoutEnlargement: exact !== true,
    formatOptions: options,
    generateImageName: ({ extension, originalName, sizeName }) => `${originalName}-${sizeName}.${extension}`,
    admin: { disableGroupBy: true, disableListColumn: true, disableListFilter: true },
  })),
)
