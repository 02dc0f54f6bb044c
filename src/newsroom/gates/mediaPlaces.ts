import { documentId, isRecord } from 'payload-plugin-imprimatur/content'
import { objectsIn } from './objectsIn.ts'
import { isVisible } from './visibleText.ts'

/** A place where a document shows a picture. */
export interface MediaPlace {
  /** Id of the media document. */
  readonly id: string
  readonly field: string
  /** Whether a credit of its own is printed there. */
  readonly credited: boolean
}

/**
 * Where a document of this newsroom shows pictures, in the order of its fields: lead picture, picture, portrait, the picture for sharing, and uploads
 * and figures in texts.
 */
export function mediaPlaces(doc: Readonly<Record<string, unknown>>): MediaPlace[] {
  const seo: unknown = doc.seo
  const named = [
    { id: documentId(doc.leadImage), field: 'leadImage', credited: isVisible(doc.leadImageCredit) },
    { id: documentId(doc.image), field: 'image', credited: false },
    { id: documentId(doc.portrait), field: 'portrait', credited: false },
    { id: isRecord(seo) ? documentId(seo.image) : undefined, field: 'seo.image', credited: false },
  ]
  const inTexts = objectsIn(doc).flatMap(({ object, field }) => {
    if (object.type === 'upload') return [{ id: documentId(object.value), field, credited: false }]
    if (object.blockType === 'figure')
      return [{ id: documentId(object.image), field, credited: isVisible(object.credit) }]
    return []
  })
  return [...named, ...inTexts].flatMap(({ id, ...place }) => (id === undefined ? [] : [{ id, ...place }]))
}
