import { toWords } from 'payload/shared'

const TEXTS = new Set(['label', 'description', 'singular', 'plural', 'group'])
/** What a config holds beside what people read. */
const NOT_READ = new Set(['access', 'custom', 'db', 'defaultValue', 'editor', 'hooks'])

/** A country or a region of the world, whose names `Intl` has. */
const REGION = /^(?:[A-Z]{2}|\d{3})$/u

/** Every label, description and choice that configs have as text, and those that Payload makes of the names of fields. */
export function labelsIn(configs: readonly unknown[]): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (node: unknown, key = ''): void => {
    if (typeof node === 'string') {
      if (TEXTS.has(key)) found.add(node)
      return
    }
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    const { label, name, type, value } = node as Readonly<Record<string, unknown>>
    if (typeof value === 'string' && REGION.test(value)) return
    if (typeof type === 'string' && typeof name === 'string' && label === undefined && type !== 'ui')
      found.add(toWords(name))
    for (const [own, each] of Object.entries(node)) if (!NOT_READ.has(own)) walk(each, Array.isArray(node) ? key : own)
  }
  walk(configs)
  return [...found]
}
