import { toMarkdown } from 'mdast-util-to-markdown'
import { MARKS, type BodyPart, type Link, type Run, type Words } from './BodyPart.ts'
import type { PictureView } from './pictureView.ts'
import { readBody } from './readBody.ts'

/** The tree that it writes, mdast, as far as bodies have it. */
type Of<Type extends string> = Extract<Parameters<typeof toMarkdown>[0], { type: Type }>
type Root = Of<'root'>
type ListItem = Of<'listItem'>
type BlockContent = Of<'blockquote' | 'heading' | 'list' | 'paragraph' | 'thematicBreak'>
type PhrasingContent = Of<'break' | 'emphasis' | 'html' | 'image' | 'link' | 'strong' | 'text'>

/**
 * A body as Markdown (CommonMark). What that has no sure signs for (struck, underlined, sub, sup, code) stands in HTML elements within the line; boxes and pull quotes are
 * quotations, cards are links.
 */
export function bodyAsMarkdown(state: unknown): string {
  const root: Root = { type: 'root', children: blocks(readBody(state)) }
  return toMarkdown(root, { bullet: '-', rule: '-' }).trimEnd()
}

function blocks(parts: readonly BodyPart[]): BlockContent[] {
  return parts.flatMap(block)
}

function block(part: BodyPart): BlockContent[] {
  switch (part.kind) {
    case 'line':
    case 'paragraph':
      return [paragraph(...line(part.line))]
    case 'heading':
      return [{ type: 'heading', depth: part.level, children: line(part.line) }]
    case 'quote':
      return [{ type: 'blockquote', children: blocks(part.parts) }]
    case 'list': {
      const children = part.items.map((item): ListItem => ({ type: 'listItem', spread: false, children: blocks(item) }))
      return [
        { type: 'list', ordered: part.isNumbered, start: part.isNumbered ? part.start : null, spread: false, children },
      ]
    }
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'figure':
      return figure(part.picture)
    case 'pullQuote': {
      const by = part.attribution === undefined ? [] : [paragraph(text(`— ${part.attribution}`))]
      return [{ type: 'blockquote', children: [paragraph(text(part.quote)), ...by] }]
    }
    case 'card': {
      const note = part.note === undefined ? [] : [paragraph(text(part.note))]
      return [paragraph(link(part.link, [text(part.title)])), ...note]
    }
    case 'factBox': {
      const title = part.title === undefined ? [] : [paragraph({ type: 'strong', children: [text(part.title)] })]
      return [{ type: 'blockquote', children: [...title, ...blocks(part.parts)] }]
    }
  }
}

function figure({ src, alt, caption, credit }: PictureView): BlockContent[] {
  const said = [caption, credit].flatMap((each) => (each === undefined ? [] : [paragraph(text(each))]))
  return [paragraph({ type: 'image', url: src, alt }), ...said]
}

function line(runs: readonly Run[]): PhrasingContent[] {
  return runs.flatMap(({ words, link: to }) => {
    const joined = together(words)
    const children = joined.flatMap((each, at) => marked(each, touches(joined[at - 1], each)))
    return to ? [link(to, children)] : children
  })
}

/** Words of the same format that follow each other as one: signs that meet mean something else. */
function together(words: readonly Words[]): readonly Words[] {
  const joined: Words[] = []
  for (const each of words) {
    const last = joined.at(-1)
    if (last && 'text' in last && 'text' in each && last.format === each.format)
      joined[joined.length - 1] = { ...each, text: last.text + each.text }
    else joined.push(each)
  }
  return joined
}

/** Whether the signs of these words would stand right behind those of the words before. */
function touches(before: Words | undefined, words: Words): boolean {
  return (
    before !== undefined &&
    'text' in before &&
    'text' in words &&
    before.format !== 0 &&
    !/\s$/.test(before.text) &&
    !/^\s/.test(words.text)
  )
}

/** CommonMark’s own signs, by the element that they mean. */
const SIGNS: Readonly<Record<string, 'strong' | 'emphasis'>> = { strong: 'strong', em: 'emphasis' }

function marked(words: Words, touching: boolean): PhrasingContent[] {
  if ('isBreak' in words) return [{ type: 'break' }]
  // White space at the edges of a sign would make it none (CommonMark 0.31, 6.2).
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words.text) ?? []
  const within = MARKS.filter(([bit]) => words.format & bit).reduce<PhrasingContent[]>(
    (inner, [, element]) => {
      const sign = touching ? undefined : SIGNS[element]
      return sign ? [{ type: sign, children: inner }] : [html(`<${element}>`), ...inner, html(`</${element}>`)]
    },
    core === '' ? [] : [text(core)],
  )
  return [
    ...(before === '' ? [] : [text(before)]),
    ...(core === '' ? [] : within),
    ...(after === '' ? [] : [text(after)]),
  ]
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}

function html(value: string): PhrasingContent {
  return { type: 'html', value }
}

/** A link has nothing in it that is a link again; `readBody` sees to that. */
function link({ href }: Link, children: PhrasingContent[]): PhrasingContent {
  return { type: 'link', url: href, children: children }
}
