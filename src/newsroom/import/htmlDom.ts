import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterTypes as Tree, type TreeAdapter } from 'parse5'
import type { PastedNode } from '../admin/pasting/pastedDom.ts'
import { mostAttributes } from './mostAttributes.ts'

/** Characters, tags and elements of the HTML of one article at most, and elements within elements. */
const MAX_LENGTH = 1_000_000
const MAX_TAGS = 40_000
const MAX_ELEMENTS = 40_000
const MAX_DEPTH = 256
/** What parsing stops at: each tag is compared with all elements around it. 39,000 of them took half a minute. */
const MAX_DEPTH_PARSED = 1_024
/** Attributes of one tag at most: each is compared with all before it. */
const MAX_ATTRIBUTES = 2_000

class TooMuch extends Error {}

type Adapter = TreeAdapter<Tree.DefaultTreeAdapterMap>

/**
 * Parses HTML as browsers parse it (HTML standard, 13.2), for the reading of what is pasted. Null for HTML that is beyond the bounds: its
 * elements are counted while they are made, as parsing may make many of one tag.
 */
export function parsedHtml(html: string): Tree.DocumentFragment | null {
  if (html.length > MAX_LENGTH || html.split('<').length - 1 > MAX_TAGS) return null
  if (mostAttributes(html) > MAX_ATTRIBUTES) return null
  try {
    const page = parseFragment(html, { treeAdapter: bounded() })
    return isDeeper(page) ? null : page
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }
}

/** The usual tree, which throws where it grows beyond {@link MAX_ELEMENTS} or {@link MAX_DEPTH_PARSED}. */
function bounded(): Adapter {
  const depths = new WeakMap<object, number>()
  let elements = 0
  const place = (parent: Tree.ParentNode, node: Tree.ChildNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > MAX_DEPTH_PARSED) throw new TooMuch()
    depths.set(node, depth)
  }
  return {
    ...defaultTreeAdapter,
    createElement: (name, space, attrs) => {
      elements += 1
      if (elements > MAX_ELEMENTS) throw new TooMuch()
      return defaultTreeAdapter.createElement(name, space, attrs)
    },
    appendChild: (parent, node) => {
      place(parent, node)
      defaultTreeAdapter.appendChild(parent, node)
    },
    insertBefore: (parent, node, before) => {
      place(parent, node)
      defaultTreeAdapter.insertBefore(parent, node, before)
    },
  }
}

/** Looks level by level, so that no depth of a tree is a depth of calls. */
function isDeeper(page: Tree.ParentNode): boolean {
  let level: Tree.ParentNode[] = [page]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((node) => node.childNodes.filter((child): child is Tree.Element => 'childNodes' in child))
  }
  return false
}

export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node

export function element(
  name: string,
  childNodes: readonly PastedNode[],
  attributes = new Map<string, string>(),
): PastedNode {
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    nodeValue: null,
    childNodes,
    getAttribute: (asked) => attributes.get(asked) ?? null,
  }
}

export function words(value: string): PastedNode {
  return { nodeType: 3, nodeName: '#text', nodeValue: value, childNodes: [] }
}
