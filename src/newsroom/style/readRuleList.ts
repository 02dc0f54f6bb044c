import Papa from 'papaparse'
import { adviceFault, patternFault, type StyleRule } from 'payload-plugin-imprimatur/style'
import { canonicalLanguage } from '../fields/bcp47.ts'

/** What becomes of one line of a list. */
export type PlannedRule = Omit<StyleRule, 'id'> & {
  /** Number of the line's row, from 1, the row of names not counted. */
  readonly row: number
  /** `same`: there is a rule for these words, this language and this case already. */
  readonly outcome: 'new' | 'same' | 'refused'
  /** Why it is refused. */
  readonly message?: string
}

const COLUMNS = ['pattern', 'advice', 'severity', 'language', 'wholeWords', 'matchCase'] as const
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

const YES = ['yes', 'true', '1', 'x']
const NO = ['no', 'false', '0', '']

/**
 * Reads rules from a list as spreadsheets give it: RFC 4180 with commas, semicolons or tabs. Its first row may name the columns; otherwise
 * they are `pattern`, `advice`, `severity`, `language`, `wholeWords`, `matchCase`, of which the last ones may be missing.
 */
export function readRuleList(text: string, known: readonly StyleRule[]): readonly PlannedRule[] {
  const { data } = Papa.parse<string[]>(text.trim(), { delimitersToGuess: ['\t', ';', ','], skipEmptyLines: 'greedy' })
  const [first = []] = data
  const named = first.some((cell) => cell.trim().toLowerCase() === 'pattern')
  const columns = named ? first.map(columnNamed) : COLUMNS
  const seen = new Set(known.map(keyOf))
  return data.slice(named ? 1 : 0).map((cells, at) => {
    const row: Row = Object.fromEntries(columns.flatMap((name, index) => (name ? [[name, cells[index] ?? '']] : [])))
    const rule = ruleIn(row)
    const message = faultIn(row)
    const isKnown = seen.has(keyOf(rule))
    if (message === null) seen.add(keyOf(rule))
    return {
      row: at + 1,
      ...rule,
      ...(message === null ? { outcome: isKnown ? 'same' : 'new' } : { outcome: 'refused', message }),
    }
  })
}

function columnNamed(cell: string): (typeof COLUMNS)[number] | undefined {
  return COLUMNS.find((name) => name.toLowerCase() === cell.trim().toLowerCase())
}

function ruleIn({ advice = '', language = '', matchCase = '', pattern = '', severity = '', wholeWords = '' }: Row) {
  return {
    pattern: pattern.trim().replace(/\s+/g, ' '),
    advice: advice.trim(),
    severity: small(severity) === 'blocks' ? ('blocks' as const) : ('advice' as const),
    language: canonicalLanguage(language.trim()) ?? '',
    wholeWords: small(wholeWords) === '' || YES.includes(small(wholeWords)),
    matchCase: YES.includes(small(matchCase)),
  }
}

function faultIn(row: Row): string | null {
  const { advice = '', language = '', matchCase = '', pattern = '', severity = '', wholeWords = '' } = row
  if (!['', 'advice', 'blocks'].includes(small(severity))) return 'The severity is “advice” or “blocks”.'
  if (language.trim() !== '' && canonicalLanguage(language.trim()) === undefined)
    return 'The language is a tag such as en, de or pt-BR.'
  if (![wholeWords, matchCase].every((cell) => [...YES, ...NO].includes(small(cell))))
    return 'Whole words and case are “yes” or “no”.'
  return patternFault(pattern) ?? adviceFault(advice)
}

function small(cell: string): string {
  return cell.trim().toLowerCase()
}

function keyOf({ language, matchCase, pattern }: Pick<StyleRule, 'language' | 'matchCase' | 'pattern'>): string {
  return JSON.stringify([matchCase ? pattern : pattern.toLowerCase(), language, matchCase])
}
