import { randomBytes } from 'node:crypto'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { textToLexical } from 'payload-plugin-imprimatur/content'
import { visible, type ReadHtml } from '../../importing/index.ts'
import { sentencesFor } from '../admin/pasting/leftOut.ts'
import { isText, linesOf, type Line } from '../admin/pasting/pastedBlocks.ts'
import { textWithin, type PastedNode } from '../admin/pasting/pastedDom.ts'
import { isHidden } from '../admin/pasting/pastedElements.ts'
import { readPaste } from '../admin/pasting/readPaste.ts'
import { toNodes } from '../admin/pasting/toNodes.ts'
import { BODY_VOCABULARY } from '../editor/bodyVocabulary.ts'
import { hasParagraphs, withParagraphs } from './blankLines.ts'
import { element, isElement, parsedHtml, words } from './htmlDom.ts'

/** Addresses of pictures and frames that are told at most. */
const MOST_ADDRESSES = 10

/** Reads the HTML of an article as what is pasted into its body is read. */
export const readHtml: ReadHtml = (html, { base, blankLines }) => {
  const page = parsedHtml(html)
  if (page === null) return null
  const addresses = new Set<string>()
  const unseen = { count: 0 }
  const children = page.childNodes.map((child) =>
    asPasted(child, { base, blankLines, addresses, unseen, isSeen: true }),
  )
  const { blocks, left } = readPaste(element('body', blankLines ? withParagraphs(children) : children), BODY_VOCABULARY)
  const empty = textToLexical([])
  const nodes = toNodes(blocks, () => randomBytes(12).toString('hex'))
  const told = [...addresses].slice(0, MOST_ADDRESSES)
  return {
    body: nodes.length === 0 ? empty : { root: { ...empty.root, children: nodes } },
    text: linesOf(blocks).flatMap(textOf),
    left: [
      ...sentencesFor(left),
      ...(unseen.count === 0
        ? []
        : [`Parts that readers do not see, such as scripts, were left out (number: ${String(unseen.count)}).`]),
      ...(told.length === 0 ? [] : [`Addresses: ${told.join(' ')}`]),
      ...(addresses.size > told.length ? [`Further addresses: ${String(addresses.size - told.length)}.`] : []),
    ],
  }
}

type How = {
  base: string | null
  blankLines: boolean
  addresses: Set<string>
  /** How many parts with words readers did not see there. */
  unseen: { count: number }
  /** Whether they see what is around. */
  isSeen: boolean
}

const SCRIPTS = new Set(['script', 'noscript', 'template'])

/** Goes no deeper than `parsedHtml` lets a tree be. */
function asPasted(node: Tree.ChildNode, how: How): PastedNode {
  if (node.nodeName === '#text' && 'value' in node) return words(visible(node.value))
  if (!isElement(node)) return { nodeType: 8, nodeName: node.nodeName, nodeValue: null, childNodes: [] }
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]))
  const href = attributes.get('href')
  if (node.tagName === 'a' && href !== undefined && how.base !== null) attributes.set('href', resolved(href, how.base))
  const src = attributes.get('src')
  if (src !== undefined && ['img', 'iframe', 'video', 'audio', 'source'].includes(node.tagName)) {
    const address = how.base === null ? src : resolved(src, how.base)
    if (/^https?:\/\/[^\s]{1,1000}$/iu.test(address)) how.addresses.add(address)
  }
  const isHere = !SCRIPTS.has(node.tagName) && !isHidden(element(node.tagName, [], attributes))
  const within = { ...how, isSeen: how.isSeen && isHere }
  const made = element(
    node.tagName,
    node.childNodes.map((child) => asPasted(child, within)),
    attributes,
  )
  if (how.isSeen && !isHere && textWithin(made).trim() !== '') how.unseen.count += 1
  return how.blankLines && hasParagraphs(made)
    ? element(node.tagName, withParagraphs(Array.from(made.childNodes)), attributes)
    : made
}

/** An address as it is meant on the page it stands on; a place on that page stays one. */
function resolved(address: string, base: string): string {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.startsWith('#') || URL.canParse(trimmed) || !URL.canParse(trimmed, base)) return trimmed
  return new URL(trimmed, base).href
}

function textOf(line: Line): string[] {
  return line
    .map((part) => (isText(part) ? part.text : part === 'tab' ? '\t' : '\n'))
    .join('')
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}
