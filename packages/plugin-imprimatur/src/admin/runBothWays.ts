const FIELDS = 'input:not([type]), input[type=text], input[type=search], textarea'

/**
 * Has every field of plain text run the way that its words run, now and whenever one is added: Payload (3.90) has no
 * place to say so. Rich text sees to its own paragraphs.
 *
 * @returns what ends it
 */
export function runBothWays(page: Document): () => void {
  const set = (field: Element) => {
    if (!field.hasAttribute('dir')) field.setAttribute('dir', 'auto')
  }
  const look = (node: Node) => {
    if (!(node instanceof Element)) return
    if (node.matches(FIELDS)) set(node)
    node.querySelectorAll(FIELDS).forEach(set)
  }
  look(page.documentElement)
  const observer = new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(look)
  })
  observer.observe(page.documentElement, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
  }
}
