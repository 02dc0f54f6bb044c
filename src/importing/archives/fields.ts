import { htmlIn } from './asHtml.ts'
import type { ArchiveNotes } from './archiveNotes.ts'
import { elementsOf, textOf, type XmlElement } from './readXml.ts'

/** The prefixes that people know these namespaces by, whichever a file has. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/wordpress\.org\/export\/1\.\d\/$/u, 'wp'],
  [/^https?:\/\/wordpress\.org\/export\/1\.\d\/excerpt\/$/u, 'excerpt'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/u, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/$/u, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\/$/u, 'dcterms'],
  [/^https?:\/\/www\.w3\.org\/2005\/Atom$/u, 'atom'],
  [/^https?:\/\/search\.yahoo\.com\/mrss\/?$/u, 'media'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/u, 'rdf'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/$/u, ''],
]

/** `name` for an element without a namespace or of RSS, otherwise `prefix:name` with the prefix that people know. */
export function nameOf({ name, space, written }: XmlElement): string {
  if (space === '') return name
  const known = KNOWN.find(([address]) => address.test(space))
  if (known === undefined) return /^<([^\s/>]{1,100})/u.exec(written)?.[1] ?? name
  return known[1] === '' ? name : `${known[1]}:${name}`
}

/** The elements within one, each asked for by name; what nobody asked for, and what is there a second time, is told. */
export class Fields {
  readonly element: XmlElement
  readonly #children: readonly (readonly [string, XmlElement])[]
  readonly #used = new Set<XmlElement>()

  /** `plain`: the namespace that the format's own elements are in, by its prefix. */
  constructor(element: XmlElement, plain = '') {
    this.element = element
    this.#children = elementsOf(element).map((child) => {
      const name = nameOf(child)
      return [plain !== '' && name.startsWith(`${plain}:`) ? name.slice(plain.length + 1) : name, child]
    })
  }

  all(name: string): readonly XmlElement[] {
    const found = this.#named(name)
    for (const child of found) this.#used.add(child)
    return found
  }

  first(name: string): XmlElement | undefined {
    const [first, ...others] = this.#named(name)
    if (first === undefined) return undefined
    this.#used.add(first)
    // What says the same again adds nothing.
    const said = textOf(first).trim()
    for (const other of others) if (textOf(other).trim() === said) this.#used.add(other)
    return first
  }

  #named(name: string): XmlElement[] {
    return this.#children.filter(([own]) => own === name).map(([, child]) => child)
  }

  /** The text of the first one without the space around it; '' where there is none. */
  text(name: string): string {
    const found = this.first(name)
    return found === undefined ? '' : textOf(found).trim()
  }

  /** The HTML of the first one; '' where there is none. */
  html(name: string): string {
    const found = this.first(name)
    return found === undefined ? '' : htmlIn(found).trim()
  }

  /** Tells of everything with content that nobody asked for and that is not among `needless`. */
  tellOthers(notes: ArchiveNotes, needless: ReadonlySet<string>): void {
    for (const [name, child] of this.#children) {
      if (this.#used.has(child) || needless.has(name)) continue
      if (saysSomething(child)) notes.unused(name, child.line)
    }
  }
}

function saysSomething(element: XmlElement): boolean {
  return textOf(element).trim() !== '' || element.attributes.size > 0 || elementsOf(element).some(saysSomething)
}
