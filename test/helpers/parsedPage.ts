import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { PastedNode } from '../../src/newsroom/admin/pasting/pastedDom.ts'

/** The body of a page, parsed as browsers parse it (HTML standard, 13.2). */
export function parsedBody(html: string): PastedNode {
  const page = asDom(parse(html))
  const root = Array.from(page.childNodes).find(({ nodeName }) => nodeName === 'HTML')
  const body = Array.from(root?.childNodes ?? []).find(({ nodeName }) => nodeName === 'BODY')
  if (!body) throw new Error('A page without a body.')
  return body
}

/** What the pasting asks of a DOM, over a tree of parse5. */
function asDom(node: Tree.Node): PastedNode {
  if (node.nodeName === '#text' && 'value' in node)
    return { nodeType: 3, nodeName: '#text', nodeValue: node.value, childNodes: [] }
  const childNodes = 'childNodes' in node ? node.childNodes.map(asDom) : []
  if (!('attrs' in node))
    return { nodeType: node.nodeName === '#document' ? 9 : 8, nodeName: node.nodeName, nodeValue: null, childNodes }
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]))
  return {
    nodeType: 1,
    nodeName: node.tagName.toUpperCase(),
    nodeValue: null,
    childNodes,
    getAttribute: (name) => attributes.get(name) ?? null,
  }
}
