import { ContentError } from './ContentError.ts'
import type { ContentField, JsonObject, JsonValue } from './ContentField.ts'
import {
  type Place,
  documentId,
  inside,
  isAbsent,
  isMachineId,
  isRecord,
  objectOf,
  own,
  plainJson,
  TOP,
  wellFormed,
} from './plainJson.ts'
import { readRichText } from './readRichText.ts'

/**
 * Called for every document that the content refers to, in the order of the fields and rows; `field` is the path of the
 * field.
 */
export type RelationSink = (collection: string, id: string, field: string) => void

type Blocks = Readonly<Record<string, readonly ContentField[]>>

/** The content of a document and, on the way, its relations. See `contentOf` for the rules. */
export function readContent(
  doc: Readonly<Record<string, unknown>>,
  fields: readonly ContentField[],
  onRelation: RelationSink,
): JsonObject {
  return new ContentReader(onRelation).fields(doc, fields, TOP)
}

class ContentReader {
  readonly #onRelation: RelationSink

  constructor(onRelation: RelationSink) {
    this.#onRelation = onRelation
  }

  fields(from: Readonly<Record<string, unknown>>, fields: readonly ContentField[], place: Place): JsonObject {
    return objectOf(this.#entries(from, fields, place))
  }

  #entries(
    from: Readonly<Record<string, unknown>>,
    fields: readonly ContentField[],
    place: Place,
  ): [string, JsonValue | undefined][] {
    return fields.map((field) => [field.name, this.#field(field, own(from, field.name), inside(place, field.name))])
  }

  #field(field: ContentField, value: unknown, place: Place): JsonValue | undefined {
    if (isAbsent(value)) return undefined
    switch (field.kind) {
      case 'value': {
        const json = plainJson(value, place)
        return isAbsent(json) ? undefined : json
      }
      case 'relation':
        return this.#relation(field, value, place)
      case 'group': {
        if (!isRecord(value)) throw new ContentError('malformed', place.path)
        const group = this.fields(value, field.fields, place)
        return isAbsent(group) ? undefined : group
      }
      case 'array':
        return this.#rows(value, place, (row, at) =>
          objectOf([ownId(row, at), ...this.#entries(row, fieldsBeside(ROW_PROPERTIES, field.fields), at)]),
        )
      case 'blocks':
        return this.#rows(value, place, (row, at) => this.#block(row, field.blocks, at))
      case 'richText':
        return this.#richText(value, field.blocks, place)
    }
  }

  #rows(
    value: unknown,
    place: Place,
    read: (row: Record<string, unknown>, at: Place) => JsonObject,
  ): JsonValue | undefined {
    if (!Array.isArray(value)) throw new ContentError('malformed', place.path)
    const rows: JsonObject[] = []
    value.forEach((row: unknown, index) => {
      const at = inside(place, index)
      if (row === null || row === undefined) return
      if (!isRecord(row)) throw new ContentError('malformed', at.path)
      const content = read(row, at)
      if (!isAbsent(content)) rows.push(content)
    })
    return isAbsent(rows) ? undefined : rows
  }

  #block(row: Readonly<Record<string, unknown>>, blocks: Blocks, place: Place): JsonObject {
    const blockType = own(row, 'blockType')
    if (typeof blockType !== 'string' || blockType === '') throw new ContentError('malformed', place.path)
    const fields = Object.hasOwn(blocks, blockType) ? blocks[blockType] : undefined
    return objectOf([
      ownId(row, place),
      ['blockType', wellFormed(blockType, place)],
      ['blockName', presentJson(own(row, 'blockName'), place, 'blockName')],
      ...(fields === undefined
        ? unreadEntries(row, [], place)
        : this.#entries(row, fieldsBeside(BLOCK_PROPERTIES, fields), place)),
    ])
  }

  #richText(value: unknown, blocks: Blocks, place: Place): JsonValue | undefined {
    // A form has no field for a place within the text.
    const relation = (collection: string, id: string): void => {
      this.#onRelation(collection, id, place.path)
    }
    const within = new ContentReader(relation)
    return readRichText(value, place, { relation, block: (fields, at) => within.#richTextBlock(fields, blocks, at) })
  }

  /**
   * As {@link #block}, but nothing between the writer and the public document removes a property that the block does
   * not describe: Payload keeps a rich text as one JSON value. So such properties are content.
   */
  #richTextBlock(row: Readonly<Record<string, unknown>>, blocks: Blocks, place: Place): JsonObject | undefined {
    const blockType = own(row, 'blockType')
    if (typeof blockType !== 'string' || !Object.hasOwn(blocks, blockType)) return undefined
    const fields = blocks[blockType] ?? []
    return objectOf([...Object.entries(this.#block(row, blocks, place)), ...unreadEntries(row, fields, place)])
  }

  #relation(field: Extract<ContentField, { kind: 'relation' }>, value: unknown, place: Place): JsonValue | undefined {
    const one = (target: unknown, at: Place): JsonValue | undefined => {
      if (isAbsent(target)) return undefined
      if (!field.polymorphic) return this.#reference(field.to[0] ?? '', target, at, place.path)
      const collection = isRecord(target) ? own(target, 'relationTo') : undefined
      if (!isRecord(target) || typeof collection !== 'string') throw new ContentError('malformed', at.path)
      const document = own(target, 'value')
      if (isAbsent(document)) return undefined
      return objectOf([
        ['relationTo', wellFormed(collection, at)],
        ['value', this.#reference(collection, document, at, place.path)],
      ])
    }
    if (!field.many) return one(value, place)
    if (!Array.isArray(value)) throw new ContentError('malformed', place.path)
    const targets = value.flatMap((target: unknown, index) => one(target, inside(place, index)) ?? [])
    return isAbsent(targets) ? undefined : targets
  }

  #reference(collection: string, target: unknown, place: Place, field: string): string {
    const id = documentId(target)
    if (id === undefined) throw new ContentError('malformed', place.path)
    this.#onRelation(collection, wellFormed(id, place), field)
    return id
  }
}

/** What Payload adds to the rows of an array, and to blocks. */
const ROW_PROPERTIES = new Set(['id'])
const BLOCK_PROPERTIES = new Set(['id', 'blockType', 'blockName'])

/** The id of a row, which is content only where somebody chose it. */
function ownId(row: Readonly<Record<string, unknown>>, place: Place): [string, JsonValue | undefined] {
  const id = own(row, 'id')
  return ['id', isMachineId(id) ? undefined : presentJson(id, place, 'id')]
}

function fieldsBeside(properties: ReadonlySet<string>, fields: readonly ContentField[]): readonly ContentField[] {
  return fields.filter((field) => !properties.has(field.name))
}

function unreadEntries(
  row: Readonly<Record<string, unknown>>,
  fields: readonly ContentField[],
  place: Place,
): [string, JsonValue | undefined][] {
  const read = new Set(fields.map((field) => field.name))
  return Object.keys(row)
    .filter((name) => !read.has(name) && !BLOCK_PROPERTIES.has(name))
    .map((name) => [name, presentJson(row[name], place, name)])
}

function presentJson(value: unknown, place: Place, name: string): JsonValue | undefined {
  return isAbsent(value) ? undefined : plainJson(value, inside(place, wellFormed(name, place)))
}
