import { record } from '../../domain/content/index.ts'
import { nodeFault } from './nodeFault.ts'
import type { TextFault } from './richTextShape.ts'

/**
 * The first part of a rich text that is no object. The editor's own hooks, which run before any of a collection, fail on it
 * (`richtext-lexical` 3.90), so it has to be found before Payload begins.
 */
export function textHole(state: unknown): TextFault | undefined {
  const open: { node: unknown; place: string }[] = [{ node: record(state).root, place: 'root' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { children } = record(next.node)
    if (!Array.isArray(children)) continue
    for (const [at, node] of (children as unknown[]).entries()) {
      const place = `${next.place}.children.${String(at)}`
      if (typeof node === 'object' && node !== null && !Array.isArray(node)) open.push({ node, place })
      else return { message: nodeFault(node, undefined) ?? '', place }
    }
  }
  return undefined
}
