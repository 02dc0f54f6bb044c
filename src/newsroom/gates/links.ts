import type { Fault, Gate } from 'payload-plugin-imprimatur/workflow'
import { lexicalToText, documentId, isRecord } from 'payload-plugin-imprimatur/content'
import { isLinkTarget, isWebAddress } from './address.ts'
import { objectsIn, type Found } from './objectsIn.ts'
import { inBrief, isVisible } from './visibleText.ts'

/** Every link in a text leads somewhere, and nowhere that could harm a reader. */
export const linksWellFormed: Gate = {
  code: 'links_well_formed',
  blocks: 'submit',
  check: ({ doc }) => objectsIn(doc).flatMap((found) => faultOf(found) ?? []),
}

function faultOf({ object, field }: Found): Fault | undefined {
  if (object.type === 'link' || object.type === 'autolink') {
    const fault = faultOfLink(isRecord(object.fields) ? object.fields : {})
    if (fault === undefined) return undefined
    const words = lexicalToText({ root: { type: 'root', children: [{ type: 'paragraph', children: [object] }] } })
    return { message: `The link on “${inBrief(words)}” ${fault}`, field }
  }
  switch (object.blockType) {
    case 'embed':
      return isWebAddress(object.url)
        ? undefined
        : {
            message:
              'An embed has no address that can be shown. Paste the https address of the page, or remove the embed.',
            field,
          }
    case 'relatedLink':
      return isRelated(object)
        ? undefined
        : {
            message: 'A related link leads nowhere. Choose an article, or enter an address that starts with https://.',
            field,
          }
    default:
      return undefined
  }
}

function faultOfLink(fields: Readonly<Record<string, unknown>>): string | undefined {
  if (fields.linkType === 'internal') {
    const { doc } = fields
    return isRecord(doc) && isVisible(doc.relationTo) && documentId(doc.value) !== undefined
      ? undefined
      : 'leads to no document. Choose one, or remove the link.'
  }
  if (!isVisible(fields.url)) return 'has no address. Enter one, or remove the link.'
  return isLinkTarget(fields.url)
    ? undefined
    : `leads to “${inBrief(fields.url)}”, which is no address. Enter one that starts with https:// or mailto:, or a path on this site such as /about.`
}

function isRelated({ article, url }: Readonly<Record<string, unknown>>): boolean {
  return isVisible(url) ? isWebAddress(url) : documentId(article) !== undefined
}
