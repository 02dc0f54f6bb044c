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
export const SHAPES: readonly Shape[] = [
  { name: 'thumbnail', width: 320, height: 240 },
  { name: 'card', width: 768, height: 432 },
  { name: 'hero', width: 1600 },
  { name: 'og', width: 1200, height: 630, exact: true },
]

/** Each shape is there in WebP (`card`) and in AVIF (`cardAvif`). */
export const FORMATS = [
  { suffix: '', extension: 'webp', mimeType: 'image/webp' },
  { suffix: 'Avif', extension: 'avif', mimeType: 'image/avif' },
] as const

/** The fields `sizes` of a picture's document. They are filled by `takePicture`; Payload itself never resizes. */
export const RENDITIONS: readonly ImageSize[] = SHAPES.flatMap(({ name, width, height }) =>
  FORMATS.map(({ suffix }): ImageSize => ({
    name: `${name}${suffix}`,
    width,
    ...(height === undefined ? {} : { height }),
    admin: { disableGroupBy: true, disableListColumn: true, disableListFilter: true },
  })),
)

/** In pixels. */
export type Area = { readonly width: number; readonly height: number }

/** In per cent of the width and of the height. */
export type Point = { readonly x: number; readonly y: number }

/** The part of a picture that a rendition shows, in pixels of the picture, and how large the rendition is. */
export type Cut = {
  readonly left: number
  readonly top: number
  readonly from: Area
  readonly to: Area
}

/**
 * Where a rendition is cut from: the largest part of the picture that has its shape, around the focal point as far as the edges let it.
 * What is cut is resized afterwards, so nothing that is ever in memory is larger than the picture or the rendition.
 */
export function cutFor({ width, height, exact = false }: Shape, picture: Area, focal: Point): Cut {
  const part = partOf(height === undefined ? picture : { width, height }, picture, focal)
  const { from } = part
  const to = exact || from.width > width ? { width, height: height ?? scaled(from.height, width / from.width) } : from
  return { ...part, to }
}

/** The part of a picture that has a shape. */
export type Part = Omit<Cut, 'to'>

/** The largest part of a picture that has the shape, around the focal point as far as the edges let it. */
export function partOf(shape: Area, picture: Area, focal: Point): Part {
  const from =
    picture.width * shape.height > picture.height * shape.width
      ? { width: scaled(picture.height, shape.width / shape.height), height: picture.height }
      : { width: picture.width, height: scaled(picture.width, shape.height / shape.width) }
  const left = Math.round((picture.width * focal.x) / 100 - from.width / 2)
  const top = Math.round((picture.height * focal.y) / 100 - from.height / 2)
  return {
    left: Math.min(Math.max(left, 0), picture.width - from.width),
    top: Math.min(Math.max(top, 0), picture.height - from.height),
    from,
  }
}

/** At least one pixel. */
export function scaled(pixels: number, by: number): number {
  return Math.max(1, Math.round(pixels * by))
}
