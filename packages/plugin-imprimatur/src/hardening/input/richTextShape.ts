import { flattenAllFields, type Field, type FlattenedField } from 'payload'
import { idOf, record } from '../../domain/content/index.ts'
import { problemIn } from './problemIn.ts'
import { nodeFault } from './nodeFault.ts'

/** What is wrong with a part of a rich text, as a sentence, and where in the text the part is, such as `root.children.2`. */
export type TextFault = {
  readonly message: string
  readonly place: string
}

/** What is wrong with the parts of a rich text, the first of each kind of fault, and the documents that it shows or leads to. */
export type TextShape = {
  readonly faults: readonly TextFault[]
  readonly references: readonly { readonly collection: string; readonly id: string }[]
}

export const NEVER_UPLOADED = 'A picture in the text was never uploaded. Remove it, upload the picture, then put it in.'
const LEADS_NOWHERE =
  'A link in the text leads to something that cannot be linked to. Choose another document, or send an address.'

/** What every Lexical editor knows, whatever its features. */
const ALWAYS_KNOWN = ['root', 'paragraph', 'text', 'linebreak', 'tab']

/**
 * Looks at the parts of a rich text: whether its editor could open each, and what pictures and links are of. An editor that meets a
 * part that it does not know shows nothing of the whole text (Lexical 0.50), a block that it does not know it shows as an error.
 *
 * @param editor the field's editor; without one that lists what it knows, only pictures are looked at
 */
export function richTextShape(editor: unknown, state: unknown): TextShape {
  const found = new Map<string, TextFault>()
  const references: { collection: string; id: string }[] = []
  const known = knownParts(editor)
  const blame = (message: string, place: string): void => {
    if (!found.has(message)) found.set(message, { message, place })
  }
  const picture = (collection: unknown, value: unknown, place: string): void => {
    const id = referredId(value)
    if (id === undefined || (known && !known.uploads.includes(String(collection)))) blame(NEVER_UPLOADED, place)
    else if (typeof collection === 'string') references.push({ collection, id })
  }
  const link = (doc: unknown, place: string): void => {
    const { relationTo, value } = record(doc)
    const id = referredId(value)
    if (typeof relationTo !== 'string' || id === undefined || !known?.links(relationTo)) blame(LEADS_NOWHERE, place)
    else references.push({ collection: relationTo, id })
  }
  const open: { node: unknown; place: string; within?: string }[] = [{ node: record(state).root, place: 'root' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, place, within } = next
    const fault = known && nodeFault(node, within)
    if (fault !== undefined) {
      blame(fault, place)
      continue
    }
    const { type, relationTo, value, children, fields } = record(node)
    if (known && !known.types.has(String(type))) {
      blame(unknownPart(type), place)
      continue
    }
    if (type === 'upload') picture(relationTo, value, place)
    else if (known && type === 'link') {
      const { doc } = record(fields)
      if (doc !== null && doc !== undefined) link(doc, place)
    } else if (known && (type === 'block' || type === 'inlineBlock')) {
      const { blockType } = record(fields)
      const block = typeof blockType === 'string' ? known.blocks.get(blockType) : undefined
      if (block) inBlock(block, fields, `${place}.fields`)
      else blame(unknownBlock(blockType), place)
    }
    if (Array.isArray(children))
      for (let at = children.length - 1; at >= 0; at -= 1)
        open.push({ node: children[at] as unknown, place: `${place}.children.${String(at)}`, within: String(type) })
  }
  return { faults: [...found.values()], references }

  function inBlock(block: readonly FlattenedField[], data: unknown, place: string): void {
    for (const field of block) {
      const value = record(data)[field.name]
      const at = `${place}.${field.name}`
      if (value === null || value === undefined) continue
      if (field.type === 'upload' || field.type === 'relationship') {
        if (typeof field.relationTo !== 'string' || field.hasMany === true) continue
        const id = referredId(value)
        if (id === undefined) blame('Send the id of a document.', at)
        else references.push({ collection: field.relationTo, id })
      } else if (field.type === 'richText') {
        const inner = richTextShape(field.editor, value)
        for (const fault of inner.faults) blame(fault.message, `${at}.${fault.place}`)
        references.push(...inner.references)
      } else if (!('hasMany' in field && field.hasMany)) {
        const complaint = problemIn(field, value)
        if (complaint !== undefined) blame(complaint, at)
      }
    }
  }
}

/** The id of a document that is named by it, or that stands there as a whole. */
function referredId(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : idOf(value)
}

const unknownPart = (type: unknown): string =>
  typeof type === 'string'
    ? `The text has a part of the kind “${type.slice(0, 40)}”, which its editor does not know. Leave that part out, or send its words as paragraphs.`
    : 'The text has a part that does not say what kind it is of. Send the text as the editor stores it.'

const unknownBlock = (blockType: unknown): string =>
  typeof blockType === 'string'
    ? `The text has a box of the kind “${blockType.slice(0, 40)}”, which its editor does not know. Leave that box out, or send its words as paragraphs.`
    : 'The text has a box that does not say what kind it is of. Send the text as the editor stores it.'

type KnownParts = {
  readonly types: ReadonlySet<string>
  /** The fields of each block, by its slug. */
  readonly blocks: ReadonlyMap<string, readonly FlattenedField[]>
  /** Slugs of the collections whose documents may stand in the text as pictures. */
  readonly uploads: readonly string[]
  /** Whether links may lead to documents of a collection. */
  readonly links: (collection: string) => boolean
}

type NodeClass = { getType: () => string }

const KNOWN = new WeakMap<object, KnownParts>()

/** What an editor knows, from where its features keep it (`richtext-lexical` 3.90). */
function knownParts(editor: unknown): KnownParts | undefined {
  const config = (editor as { editorConfig?: object } | undefined)?.editorConfig as
    | {
        features?: { nodes?: readonly { node: NodeClass | { replace: NodeClass } }[] }
        resolvedFeatureMap?: Map<string, { sanitizedServerFeatureProps?: Record<string, unknown> }>
      }
    | undefined
  if (!config?.features?.nodes) return undefined
  const remembered = KNOWN.get(config)
  if (remembered) return remembered
  const nodes = config.features.nodes.map(({ node }) => ('replace' in node ? node.replace : node).getType())
  const propsOf = (feature: string) => config.resolvedFeatureMap?.get(feature)?.sanitizedServerFeatureProps ?? {}
  const { blocks = [], inlineBlocks = [] } = propsOf('blocks') as Record<string, { slug: string; fields: Field[] }[]>
  const { enabledCollectionSlugs = [] } = propsOf('upload') as { enabledCollectionSlugs?: string[] }
  const { disabledCollections = [], enabledCollections } = propsOf('link') as Record<string, string[] | undefined>
  const known: KnownParts = {
    types: new Set([...ALWAYS_KNOWN, ...nodes]),
    blocks: new Map(
      [...blocks, ...inlineBlocks].map(({ slug, fields }) => [slug, flattenAllFields({ fields, cache: true })]),
    ),
    uploads: enabledCollectionSlugs,
    links: (collection) =>
      !disabledCollections.includes(collection) && enabledCollections?.includes(collection) !== false,
  }
  KNOWN.set(config, known)
  return known
}
