export type JsonValue = boolean | null | number | string | JsonValue[] | JsonObject
export type JsonObject = {
  [name: string]: JsonValue
}

/**
 * What one field of a document is, as far as content goes. A list of these describes a collection, a group, a row or a
 * block: what it names is content, anything else is not.
 *
 * - `value`: text, number, checkbox, select, date, JSON, point, e-mail; taken as it is. `isText`: somebody writes it in their own words.
 * - `relation`: relationship or upload, to one or several (`many`) documents of the collections `to`. `polymorphic`:
 *   stored as `{relationTo, value}`, as Payload does if `relationTo` is a list.
 * - `group`: fields under a name (a named tab, too). `array`: rows. `blocks`: rows of several kinds, described by block
 *   slug.
 * - `richText`: a Lexical state. `blocks`: its blocks and inline blocks by slug. `uploadCollections`: what its upload
 *   nodes may point to.
 */
export type ContentField =
  | { readonly kind: 'value'; readonly name: string; readonly isText?: true }
  | {
      readonly kind: 'relation'
      readonly name: string
      readonly to: readonly string[]
      readonly polymorphic: boolean
      readonly many: boolean
    }
  | { readonly kind: 'group'; readonly name: string; readonly fields: readonly ContentField[] }
  | { readonly kind: 'array'; readonly name: string; readonly fields: readonly ContentField[] }
  | {
      readonly kind: 'blocks'
      readonly name: string
      readonly blocks: Readonly<Record<string, readonly ContentField[]>>
    }
  | {
      readonly kind: 'richText'
      readonly name: string
      readonly blocks: Readonly<Record<string, readonly ContentField[]>>
      readonly uploadCollections: readonly string[]
    }
