import { createHash } from 'node:crypto'
import { FORMATS, partOf, scaled, type Area, type Cut, type Part, type Point } from './renditions.ts'

/** In pixels. A picture has those of them that are narrower than it is, and its own. */
export const WIDTHS = [320, 480, 640, 960, 1280, 1920, 2400] as const

/** The picture uncut; for cards (16:9); as social networks show it (1.91:1, Open Graph). */
export const CUTS = ['whole', 'card', 'og'] as const
export type CutName = (typeof CUTS)[number]

const SHAPE_OF: Readonly<Record<CutName, Area | undefined>> = {
  whole: undefined,
  card: { width: 16, height: 9 },
  og: { width: 1200, height: 630 },
}

/** What is known of a stored picture. */
export type PictureFacts = Area & {
  /** Of the stored file, in hex. */
  readonly sha256: string
  readonly focal: Point
}

/** Another number means other bytes for the same cut and width. Addresses have it in their key, as they are kept for ever. */
const RECIPE = 1

const WIDEST = Math.max(...WIDTHS)

/** One cut of a picture in each of its widths, from narrow to wide; none is wider than the part of the picture that it shows. */
export function widthsOf(picture: PictureFacts, cut: CutName): readonly Cut[] {
  const part = partOf(SHAPE_OF[cut] ?? picture, picture, picture.focal)
  const own = Math.min(part.from.width, WIDEST)
  const widths = [...WIDTHS.filter((width) => width < own), own]
  return widths.map((width) => ({ ...part, to: { width, height: scaled(part.from.height, width / part.from.width) } }))
}

/** The name of the file of one width. It changes with everything that its bytes come of, so that they never change under a name. */
export function widthName(picture: PictureFacts, cut: CutName, { to, ...part }: Cut, extension: string): string {
  return `${cut}-${String(to.width)}-${keyOf(picture, part)}.${extension}`
}

function keyOf({ sha256 }: PictureFacts, { left, top, from }: Part): string {
  const made = [RECIPE, sha256, left, top, from.width, from.height].join(' ')
  return createHash('sha256').update(made).digest('hex').slice(0, 8)
}

/** What a name stands for; undefined when the picture has nothing of this name. */
export function widthNamed(picture: PictureFacts, name: string): { cut: Cut; extension: Extension } | undefined {
  const cutName = CUTS.find((each) => name.startsWith(`${each}-`))
  if (cutName === undefined) return undefined
  for (const cut of widthsOf(picture, cutName))
    for (const { extension } of FORMATS)
      if (widthName(picture, cutName, cut, extension) === name) return { cut, extension }
  return undefined
}

export type Extension = (typeof FORMATS)[number]['extension']
