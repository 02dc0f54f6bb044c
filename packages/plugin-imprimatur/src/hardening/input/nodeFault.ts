import { isRecord } from '../../domain/content/index.ts'

type Rule = { readonly holds: (value: unknown) => boolean; readonly required?: true }
type Rules = Readonly<Record<string, Rule>>

const oneOf = (...values: readonly unknown[]): Rule => ({ holds: (value) => values.includes(value) })
const wholeNumber = (least: number, most: number): Rule => ({
  holds: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
})
const needed = (rule: Rule): Rule => ({ ...rule, required: true })

const text: Rule = { holds: (value) => typeof value === 'string' }
const ALIGNED = oneOf('', 'left', 'start', 'center', 'right', 'end', 'justify', 0)

/** What each part that has parts of its own may say of itself. */
const ELEMENT: Rules = {
  children: { holds: (value) => Array.isArray(value) },
  direction: oneOf('ltr', 'rtl'),
  format: ALIGNED,
  indent: wholeNumber(0, 100),
}

/** One bit for each of Lexical's formats of letters, and some to come. */
const LETTERS: Rules = { format: { holds: (value) => value === '' || wholeNumber(0, 0xffff).holds(value) } }

/**
 * By Lexical's own types of parts (0.50). Payload's converters write tags, alignment and indents into HTML as they stand, and an editor that
 * meets others shows nothing of the whole text.
 */
const RULES: Readonly<Record<string, Rules>> = {
  root: ELEMENT,
  paragraph: ELEMENT,
  quote: ELEMENT,
  heading: { ...ELEMENT, tag: needed(oneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6')) },
  list: {
    ...ELEMENT,
    tag: oneOf('ul', 'ol'),
    listType: oneOf('bullet', 'number', 'check'),
    start: wholeNumber(-1_000_000, 1_000_000),
  },
  listitem: { ...ELEMENT, value: wholeNumber(-1_000_000, 1_000_000), checked: oneOf(true, false) },
  link: ELEMENT,
  autolink: ELEMENT,
  text: { ...LETTERS, text: needed(text) },
  tab: { ...LETTERS, text },
}

/** Lexical takes none of these without a paragraph around it. */
const WITHIN_PARAGRAPHS = ['text', 'linebreak', 'tab']

/**
 * What is wrong with one part of a Lexical text apart from its kind, as a sentence: a value that the part cannot have, one that it lacks, or
 * its place.
 *
 * @param within the kind of part that it stands in; undefined for the part that holds all others
 */
export function nodeFault(node: unknown, within: string | undefined): string | undefined {
  if (!isRecord(node)) return `The text has a part that is none. ${AS_STORED}`
  if (within === undefined && typeof node.type === 'string' && node.type !== 'root')
    return `The text has to begin with a part of the kind “root”. ${AS_STORED}`
  if (within === 'root' && WITHIN_PARAGRAPHS.includes(String(node.type)))
    return `The text has words outside of any paragraph. ${AS_STORED}`
  const rules = (typeof node.type === 'string' && Object.hasOwn(RULES, node.type) && RULES[node.type]) || {}
  const odd = Object.entries(rules).find(([name, rule]) => {
    const value = Object.hasOwn(node, name) ? node[name] : undefined
    return value === undefined || value === null ? rule.required : !rule.holds(value)
  })
  return odd && `The text has a ${String(node.type)} with a wrong or missing “${odd[0]}”. ${AS_STORED}`
}

const AS_STORED = 'Send the text as the editor stores it.'
