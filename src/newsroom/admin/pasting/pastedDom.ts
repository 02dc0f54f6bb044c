/** What is asked of a node of a parsed page; every DOM has it. */
export type PastedNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<PastedNode>
  getAttribute?: (name: string) => string | null
}

const ELEMENT = 1
const TEXT = 3

export const childrenOf = (node: PastedNode): readonly PastedNode[] => Array.from(node.childNodes)

/** The name of an element in lower case; '' for anything else. */
export const nameOf = (node: PastedNode): string => (node.nodeType === ELEMENT ? node.nodeName.toLowerCase() : '')

/** The words of a text node; undefined for anything else. */
export const wordsOf = (node: PastedNode): string | undefined =>
  node.nodeType === TEXT ? (node.nodeValue ?? '') : undefined

export const attribute = (node: PastedNode, name: string): string => node.getAttribute?.(name) ?? ''

/** The declarations of an element's own style, names and values in lower case. Word's (`mso-list`) are among them. */
export function styleOf(node: PastedNode): Readonly<Record<string, string>> {
  const declared: Record<string, string> = {}
  for (const declaration of attribute(node, 'style').toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) declared[declaration.slice(0, colon).trim()] = declaration.slice(colon + 1).trim()
  }
  return declared
}

/** All words within a node, hidden ones too. */
export function textWithin(node: PastedNode): string {
  return wordsOf(node) ?? childrenOf(node).map(textWithin).join('')
}

/** The first element within `node`, itself left out, for which `is` holds. */
export function findWithin(node: PastedNode, is: (element: PastedNode) => boolean): PastedNode | undefined {
  for (const child of childrenOf(node)) {
    if (nameOf(child) !== '' && is(child)) return child
    const found = findWithin(child, is)
    if (found) return found
  }
  return undefined
}
