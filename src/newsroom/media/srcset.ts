import path from 'node:path'
import type { FieldHook, NamedGroupField } from 'payload'
import { record } from 'payload-plugin-imprimatur/content'
import { derived } from '../fields/index.ts'
import { isHash } from './pictureFiles.ts'
import { FORMATS } from './renditions.ts'
import { CUTS, widthName, widthsOf, type CutName, type PictureFacts } from './widths.ts'

/** What {@link srcset} is made of, for `forceSelect`. */
export const SRCSET_OF = {
  filename: true,
  sha256: true,
  width: true,
  height: true,
  focalX: true,
  focalY: true,
} as const

/**
 * Each cut of a picture in all its widths, as `srcset` of an `img` or a `source` takes it, and how large the widest is. Made when it is read, so
 * that no rule of ours is stored.
 */
export const srcset: NamedGroupField = derived({
  name: 'srcset',
  type: 'group',
  label: false,
  virtual: true,
  admin: { hidden: true },
  hooks: { afterRead: [addresses()] },
  fields: CUTS.map((name) => ({
    name,
    type: 'group',
    label: false,
    fields: [
      { name: 'width', type: 'number', label: false },
      { name: 'height', type: 'number', label: false },
      ...FORMATS.map(({ extension }) => ({ name: extension, type: 'textarea' as const, label: false as const })),
    ],
  })),
})

function addresses(): FieldHook {
  return ({ collection, req, siblingData }) => {
    const picture = factsOf(siblingData)
    if (!picture || !collection) return null
    const { routes, serverURL } = req.payload.config
    const folder = `${serverURL}${routes.api}/${collection.slug}/file/${path.parse(picture.filename).name}`
    return Object.fromEntries(CUTS.map((name) => [name, inWidths(picture, name, folder)]))
  }
}

function inWidths(picture: PictureFacts, name: CutName, folder: string): object {
  const cuts = widthsOf(picture, name)
  const listed = FORMATS.map(({ extension }) => [
    extension,
    cuts.map((cut) => `${folder}/${widthName(picture, name, cut, extension)} ${String(cut.to.width)}w`).join(', '),
  ])
  return { ...cuts.at(-1)?.to, ...(Object.fromEntries(listed) as object) }
}

/** What a document says of its stored picture; undefined when it says too little. */
export function factsOf(doc: unknown): (PictureFacts & { readonly filename: string }) | undefined {
  const { filename, focalX, focalY, height, sha256, width } = record(doc)
  if (typeof filename !== 'string' || !isHash(sha256)) return undefined
  if (typeof width !== 'number' || typeof height !== 'number') return undefined
  const within = (given: unknown) => (typeof given === 'number' ? given : 50)
  return { filename, sha256, width, height, focal: { x: within(focalX), y: within(focalY) } }
}
