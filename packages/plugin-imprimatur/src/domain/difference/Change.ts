import type { JsonObject, JsonValue } from '../content/index.ts'
import type { Token } from './line.ts'

/**
 * - `text`, `format`, `link`: words of a rich text, how they look, where they lead.
 * - `attribute`: anything else that a rich text keeps of a node.
 * - `added`, `removed`, `moved`: an item of a list, such as a paragraph or a credit; a field that had nothing, or has nothing now.
 * - `media`: a picture, or what is shown of it.
 * - `field`: the value of a field.
 */
export type ChangeKind = 'text' | 'format' | 'link' | 'attribute' | 'added' | 'removed' | 'moved' | 'media' | 'field'

/** One thing that is different. */
export type Change = {
  /**
   * Where it is in the newer content, with dots and numbers of rows; of what was removed, where it was in the older one. Where the words of
   * a paragraph are cut into other pieces than before, the path is that of its `children`.
   */
  readonly path: string
  readonly kind: ChangeKind
  /** What was there, as the canonical content has it; not there when there was nothing. Of what moved, its number in the list. */
  readonly before?: JsonValue
  readonly after?: JsonValue
  /** Of a format or link: the words that it is about. */
  readonly words?: string
  /** Of a format or link: which property of the node it is; '' for a link as a whole. */
  readonly property?: string
  /** Whether it is marked where readers would see it. What is not has to be listed beside the text. */
  readonly visible: boolean
}

/** A change that is still to be drawn. */
export type DraftChange = Omit<Change, 'visible'>

/** Two versions of a value laid over each other. Both can be read out of it whole: what is not in it is in neither. */
export type Marked =
  | { readonly as: 'same'; readonly path: string; readonly value: JsonValue }
  | { readonly as: 'added'; readonly path: string; readonly value: JsonValue; readonly change: DraftChange }
  | { readonly as: 'removed'; readonly path: string; readonly value: JsonValue; readonly change: DraftChange }
  | {
      readonly as: 'replaced'
      readonly path: string
      readonly before: JsonValue
      readonly after: JsonValue
      readonly change: DraftChange
    }
  | {
      readonly as: 'object'
      readonly path: string
      readonly before: JsonObject
      readonly after: JsonObject
      readonly entries: readonly (readonly [name: string, value: Marked])[]
    }
  | { readonly as: 'list'; readonly path: string; readonly items: readonly MarkedItem[] }
  | { readonly as: 'line'; readonly path: string; readonly runs: readonly Run[] }

/** In the order of the newer list; what was removed stands behind what it stood behind. */
export type MarkedItem = {
  readonly item: Marked
  /** Numbers in the older and in the newer list. */
  readonly from?: number
  readonly to?: number
  readonly moved?: DraftChange
}

/** A stretch of a line of text. */
export type Run =
  | { readonly as: 'same'; readonly tokens: readonly Token[] }
  | {
      readonly as: 'changed'
      readonly removed: readonly Token[]
      readonly added: readonly Token[]
      readonly change: DraftChange
    }
  | {
      readonly as: 'relooked'
      readonly before: readonly Token[]
      readonly after: readonly Token[]
      readonly changes: readonly DraftChange[]
    }
