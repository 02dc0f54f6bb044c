type Node = Readonly<Record<string, unknown>>

/** What a body can refer to. */
export type Targets = {
  readonly picture: string
  readonly article: string
  readonly author: string
}

/**
 * A body with every kind of node and block that the editor of bodies offers, written as Lexical 0.50 and Payload 3.90
 * write it, property by property.
 */
export function everyNode({ picture, article, author }: Targets): Node {
  return state(
    element('heading', [text('A heading')], { tag: 'h2' }),
    element('heading', [text('A smaller one', 2)], { tag: 'h3' }),
    element('heading', [text('The smallest')], { tag: 'h4' }),
    paragraph(
      text('Plain, '),
      text('bold', 1),
      text(', '),
      text('italic', 2),
      text(', '),
      text('both', 3),
      text(', '),
      text('struck', 4),
      text(', H'),
      text('2', 32),
      text('O, E=mc'),
      text('2', 64),
      text('. Communiqué, Communique\u0301, 👩‍🚀, “quotes”, a\u00a0b, two  spaces.'),
    ),
    paragraph(
      text('A line'),
      { type: 'linebreak', version: 1 },
      text('and another'),
      { ...text('\t'), type: 'tab', detail: 2 },
      text('after a tab'),
    ),
    element('paragraph', [text('مرحبا بالعالم')], { direction: 'rtl', format: 'right', textFormat: 0, textStyle: '' }),
    element('paragraph', [text('In the middle')], { format: 'center', textFormat: 0, textStyle: '' }),
    paragraph(),
    element('quote', [text('A quotation of somebody.')]),
    list(
      'bullet',
      item([text('One')], 1),
      item([list('bullet', item([text('One below')], 1, 1))], 2),
      item([text('Two')], 2),
    ),
    list('number', item([text('First')], 1), item([text('Second, '), text('bold', 1)], 2)),
    // Lexical makes one list of two of a kind that follow each other.
    paragraph(text('Between two lists.')),
    { ...list('number', item([text('Seventh')], 7), item([text('Eighth')], 8)), start: 7 },
    paragraph(
      text('To '),
      link({ linkType: 'custom', url: 'https://example.org/a?b=c&d=e', newTab: true }, 'elsewhere'),
      text(', to '),
      link({ linkType: 'internal', doc: { relationTo: 'articles', value: article }, newTab: false }, 'an article'),
      text(' and to '),
      link({ linkType: 'internal', doc: { relationTo: 'authors', value: author }, newTab: false }, 'a person'),
      text('.'),
    ),
    { type: 'horizontalrule', version: 1 },
    { type: 'upload', version: 3, format: '', id: rowId(), relationTo: 'media', value: picture, fields: {} },
    block({ blockType: 'pullQuote', quote: 'Words that are set large', attribution: 'Somebody' }),
    block({ blockType: 'figure', image: picture, caption: 'A caption of its own', credit: 'A credit of its own' }),
    block({ blockType: 'figure', image: picture }),
    block({ blockType: 'embed', url: 'https://vimeo.com/76979871', title: 'A film', caption: 'About a film' }),
    block({ blockType: 'relatedLink', article }),
    block({ blockType: 'relatedLink', url: 'https://example.org/', title: 'Elsewhere' }),
    block({ blockType: 'factBox', title: 'In short', text: everyNote({ article, author }) }),
    paragraph(text('The end.')),
  )
}

/** The same for the smaller editor of biographies and boxes. */
export function everyNote({ article, author }: Omit<Targets, 'picture'>): Node {
  return state(
    paragraph(text('A note, '), text('bold', 1), text(' and '), text('italic', 2), text('.')),
    paragraph(),
    list('bullet', item([text('One')], 1), item([text('Two')], 2)),
    list('number', item([text('First')], 1)),
    paragraph(
      link({ linkType: 'internal', doc: { relationTo: 'articles', value: article }, newTab: false }, 'An article'),
      text(', '),
      link({ linkType: 'internal', doc: { relationTo: 'authors', value: author }, newTab: false }, 'a person'),
      text(', '),
      link({ linkType: 'custom', url: 'mailto:desk@example.org', newTab: false }, 'the desk'),
    ),
  )
}

/** What Lexical and Payload fill in when it is missing: by property, the values that a writer of JSON can leave out. */
const DEFAULTS: Readonly<Record<string, readonly unknown[]>> = {
  direction: [null],
  format: ['', 0],
  indent: [0],
  detail: [0],
  mode: ['normal'],
  style: [''],
  textFormat: [0],
  textStyle: [''],
  blockName: [''],
  newTab: [false],
}

/** What Lexical 0.50 cannot open a node without, although it is the default. */
const NEEDED: Readonly<Record<string, string>> = { listitem: 'indent', tab: 'mode' }

/**
 * The same text as somebody writes it who knows the format only from its documentation: without anything that has a
 * default. The tag of a numbered list has none, and the numbers of its items have one only if it starts at 1.
 */
export function minimal(value: unknown, parent: Node = {}): unknown {
  if (Array.isArray(value)) return value.map((each) => minimal(each, parent))
  if (typeof value !== 'object' || value === null) return value
  const node = value as Node
  const isSaid = ([name, property]: readonly [string, unknown]): boolean => {
    if (name === 'version' || name === 'id') return false
    if (NEEDED[String(node.type)] === name) return true
    if (name === 'fields' && JSON.stringify(property) === '{}') return false
    if (node.type === 'list' && (property === 'ul' || (name === 'start' && property === 1))) return false
    if (node.type === 'listitem' && name === 'value') return parent.start !== 1
    return !(DEFAULTS[name]?.includes(property) ?? false)
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(isSaid)
      .map(([name, property]) => [name, minimal(property, node)]),
  )
}

let rows = 0
/** As Payload makes the ids of blocks and links: 24 hexadecimal digits. */
const rowId = (): string => (0x64f0_0000 + ++rows).toString(16).padEnd(24, '0')

function state(...children: readonly Node[]): Node {
  return { root: element('root', children) }
}

function element(type: string, children: readonly Node[], more: Node = {}): Node {
  return { type, version: 1, direction: null, format: '', indent: 0, children, ...more }
}

function paragraph(...children: readonly Node[]): Node {
  return element('paragraph', children, { textFormat: 0, textStyle: '' })
}

function text(words: string, format = 0): Node {
  return { type: 'text', version: 1, text: words, detail: 0, format, mode: 'normal', style: '' }
}

function list(listType: 'bullet' | 'number', ...items: readonly Node[]): Node {
  return element('list', items, { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' })
}

function item(children: readonly Node[], value: number, indent = 0): Node {
  return element('listitem', children, { value, indent })
}

function link(fields: Node, words: string): Node {
  return element('link', [text(words)], { version: 3, id: rowId(), fields })
}

function block(fields: Node): Node {
  return { type: 'block', version: 2, format: '', fields: { id: rowId(), blockName: '', ...fields } }
}
