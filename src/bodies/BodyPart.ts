import type { PictureView } from './pictureView.ts'

/** Words in one format, or the end of a line. `format`: the bits of {@link MARKS}. */
export type Words = { readonly text: string; readonly format: number } | { readonly isBreak: true }

/** Where a link leads; `piece` when that is a public piece of this newsroom. */
export type Link = {
  /** A safe address: absolute, a path of this site, or a fragment. */
  readonly href: string
  readonly piece?: { readonly collection: string; readonly slug: string }
}

/** Words that follow each other in a line and are in the same link, or in none. */
export type Run = { readonly words: readonly Words[]; readonly link?: Link }

export type Alignment = 'centre' | 'end'

/** A part of a body from top to bottom. What of it has a `line` stands in no other; parts nest as HTML allows it. */
export type BodyPart =
  | { readonly kind: 'line'; readonly line: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly line: readonly Run[]; readonly aligned?: Alignment }
  | {
      readonly kind: 'heading'
      /** 2 to 6: a page has its first heading outside the body. */
      readonly level: 2 | 3 | 4 | 5 | 6
      /** Of its words, unlike that of every other heading in the body, and the same as long as they are. */
      readonly id: string
      readonly line: readonly Run[]
      readonly aligned?: Alignment
    }
  | { readonly kind: 'quote'; readonly parts: readonly BodyPart[] }
  | {
      readonly kind: 'list'
      readonly isNumbered: boolean
      readonly start: number
      readonly items: readonly (readonly BodyPart[])[]
    }
  | { readonly kind: 'rule' }
  | { readonly kind: 'figure'; readonly picture: PictureView }
  | { readonly kind: 'pullQuote'; readonly quote: string; readonly attribution?: string }
  | {
      readonly kind: 'card'
      /** Something at another service, or another page to read. */
      readonly of: 'embed' | 'related'
      readonly link: Link
      readonly title: string
      readonly note?: string
      /** Of an embed: where it is. */
      readonly host?: string
    }
  | { readonly kind: 'factBox'; readonly title?: string; readonly parts: readonly BodyPart[] }

/** Bits of a Lexical text node's `format` (lexical 0.41, `LexicalConstants`), innermost element first. */
export const MARKS: readonly (readonly [bit: number, element: 'strong' | 'em' | 's' | 'u' | 'code' | 'sub' | 'sup'])[] =
  [
    [1, 'strong'],
    [2, 'em'],
    [4, 's'],
    [8, 'u'],
    [16, 'code'],
    [32, 'sub'],
    [64, 'sup'],
  ]
