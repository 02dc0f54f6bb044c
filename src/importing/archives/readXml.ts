import { decodeXML } from 'entities'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { ImportError } from '../ImportError.ts'
import { cutTo, printable } from './characters.ts'
import { markupSize, type MarkupSize } from './markupSize.ts'
import { unclosedAtEnd } from './unclosedAtEnd.ts'

/** An element: its local name in the namespace `space`, and where it stands. */
export type XmlElement = {
  name: string
  /** The namespace's address; '' for none. */
  space: string
  /** Without those that declare namespaces; under their names as they are written, such as `xml:lang`. */
  attributes: ReadonlyMap<string, string>
  /** Elements, and texts with references decoded and sections of CDATA as they are. */
  children: readonly (XmlElement | string)[]
  /** The element as it is written. */
  written: string
  /** 1-based. */
  line: number
}

/** Elements within elements at most: an Atom feed with a table in a list in its XHTML has about twenty. */
const MAX_DEPTH = 64
/** Tags of a file at most, sections of CDATA aside. */
const MAX_TAGS = 300_000
/** Characters of one tag at most, and its attributes, roughly. */
const MAX_TAG = 100_000
const MAX_TAG_PARTS = 2_000

/** Characters of what the parser says that are told. */
const MAX_SAID = 200

const HINT = 'Export the file again. If it comes from a program of your own, check what that writes.'

// Nothing is guessed and nothing expanded: numbers stay texts, and references are decoded here, those of XML alone.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: '#text',
  cdataPropName: '#cdata',
  processEntities: false,
  htmlEntities: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignorePiTags: true,
  ignoreDeclaration: true,
  captureMetaData: true,
  maxNestedTags: MAX_DEPTH,
})

type RawNode = Readonly<Record<string | symbol, unknown>>

/**
 * Reads an XML document into its root element, its namespaces resolved. It has no DOCTYPE, and so no references but those of XML.
 *
 * Throws ImportError `import_malformed`: not well-formed, a DOCTYPE, or larger than {@link MAX_DEPTH}, {@link MAX_TAGS} and
 * {@link MAX_TAG} allow.
 */
export function readXml(file: string): XmlElement {
  // XML 1.0, 2.11. The parser does so before it counts characters (5.11.2).
  const whole = file.replace(/\r\n?/gu, '\n')
  const { declaration, longest, odd, parts, tags } = markupSize(whole)
  if (declaration !== null) {
    throw malformed(
      /^<!DOCTYPE/iu.test(declaration)
        ? 'The file has a DOCTYPE, which may name other files or grow without end when it is read.'
        : `The file is no well-formed XML: it has “${declaration}”.`,
    )
  }
  if (tags > MAX_TAGS) throw malformed(`The file has more than ${String(MAX_TAGS)} tags.`)
  if (longest > MAX_TAG || parts > MAX_TAG_PARTS) throw malformed('The file has a tag that is too long.')
  const text = withoutOdd(whole, odd)
  // The parser itself takes what is not closed, or closed in another order (5.11.2).
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const checked = XMLValidator.validate(text)
  if (checked !== true) throw notWellFormed(text, checked.err)
  let nodes: readonly RawNode[]
  try {
    nodes = parser.parse(text) as readonly RawNode[]
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw malformed(
      why.startsWith('Maximum nested tags')
        ? `The file has elements within elements, deeper than ${String(MAX_DEPTH)}.`
        : `The file is no well-formed XML: ${cutTo(why, MAX_SAID)}`,
    )
  }
  const lineAt = linesOf(text)
  const root = nodes.find((node) => nameOf(node) !== undefined)
  if (root === undefined) throw malformed('The file has no element.')
  return element(
    root,
    (prefix) => (prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : undefined),
    text,
    lineAt,
  )
}

/** Of the same length, the quotation marks of these instructions blanked. */
function withoutOdd(text: string, odd: MarkupSize['odd']): string {
  const parts: string[] = []
  let done = 0
  for (const [from, to] of odd) {
    parts.push(text.slice(done, from), text.slice(from, to).replace(/["']/gu, ' '))
    done = to
  }
  return [...parts, text.slice(done)].join('')
}

function notWellFormed(text: string, { line, msg }: { line: number; msg: string }): ImportError {
  const open = unclosedAtEnd(text)
  if (open === null) return malformed(`The file is no well-formed XML: ${cutTo(msg, MAX_SAID)}`, line)
  const begun = linesOf(text)(open.index)
  return malformed(`The file ends in the middle: \`${open.name}\` of line ${String(begun)} is not closed.`, begun)
}

function malformed(message: string, line?: number): ImportError {
  return new ImportError('import_malformed', message, HINT, line === undefined ? {} : { line })
}

function nameOf(node: RawNode): string | undefined {
  return Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'))
}

/** The namespace that a prefix stands for, where it is declared. */
type Spaces = (prefix: string) => string | undefined

/** Goes no deeper than the parser, which stops at {@link MAX_DEPTH}. */
function element(node: RawNode, around: Spaces, text: string, lineAt: (index: number) => number): XmlElement {
  const written = nameOf(node) ?? ''
  const attributes = new Map<string, string>()
  const declared = new Map<string, string>()
  for (const [name, value] of Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>)) {
    const declaration = /^xmlns(?::(.+))?$/u.exec(name)
    if (declaration) declared.set(declaration[1] ?? '', decodeXML(value).trim())
    else attributes.set(name, decodeXML(value))
  }
  // What is declared around is asked and not copied: it may be much, and there may be many within.
  const spaces: Spaces = declared.size === 0 ? around : (asked) => declared.get(asked) ?? around(asked)
  const [, prefix = '', name = written] = /^([^:]+):(.+)$/u.exec(written) ?? []
  const place = node[XMLParser.getMetaDataSymbol() as unknown as symbol] as { startIndex: number; endIndex: number }
  const children = (node[written] as readonly RawNode[]).flatMap((child): (XmlElement | string)[] => {
    if ('#text' in child) return [printable(decodeXML(String(child['#text'])))]
    if ('#cdata' in child) return [printable(cdata(child['#cdata']))]
    return nameOf(child) === undefined ? [] : [element(child, spaces, text, lineAt)]
  })
  return {
    name,
    space: spaces(prefix) ?? prefix,
    attributes,
    children,
    written: text.slice(place.startIndex, place.endIndex),
    line: lineAt(place.startIndex),
  }
}

function cdata(parts: unknown): string {
  return (parts as readonly { '#text'?: string }[]).map((part) => part['#text'] ?? '').join('')
}

/** The 1-based line of a place in a text. */
export function linesOf(text: string): (index: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (index) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

export const elementsOf = (parent: XmlElement): readonly XmlElement[] =>
  parent.children.filter((child) => typeof child !== 'string')

/** All words within an element, in their order. */
export function textOf(node: XmlElement): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
