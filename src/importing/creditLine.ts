import { readByline } from './readByline.ts'

/** What somebody did for an article, in the words of its credits. */
export type CreditRole = 'author' | 'contributor' | 'editor' | 'translator' | 'photographer' | 'illustrator'

/** A line such as "Translated by Ana Ruiz": who did what. Without names it names nobody that could be read. */
export type CreditLine = {
  role: Exclude<CreditRole, 'author'>
  names: string[]
}

const BY = String.raw`(?:\s+(?:by|from|von|par|por|de|di|da)\s+|\s*[:：]\s*(?:by\s+)?)`
const MATERIAL = String.raw`(?:reporting|research|writing|material|work|contributions?)`

const LINES: readonly (readonly [CreditLine['role'], RegExp])[] = [
  [
    'translator',
    new RegExp(
      String.raw`^(?:(?:translated|übersetzt|aus dem \p{Lu}\p{L}+|traduit|traducido|traducción|traduction|tradotto|traduzido|translation|translator|übersetzung)(?:\s+(?:from|de|du|del|dal|do)\s+(?:the\s+|l['’])?\p{L}+)?)${BY}(?<who>\S.*)$`,
      'iu',
    ),
  ],
  [
    'photographer',
    new RegExp(
      String.raw`^(?:photographs?|photos?|photography|pictures?|images?|fotos?|fotografías?)${BY}(?<who>\S.*)$`,
      'iu',
    ),
  ],
  [
    'illustrator',
    new RegExp(
      String.raw`^(?:illustrat(?:ions?|ed|or)|drawings?|graphics?|cartoons?|maps?|charts?|artwork|illustrationen)${BY}(?<who>\S.*)$`,
      'iu',
    ),
  ],
  ['editor', new RegExp(String.raw`^(?:edited|editor|editing)${BY}(?<who>\S.*)$`, 'iu')],
  [
    'contributor',
    new RegExp(
      String.raw`^(?:with\s+)?(?:(?:additional|further)\s+${MATERIAL}|reporting|research|contributions?|interview)(?:\s+contributed)?${BY}(?<who>\S.*)$`,
      'iu',
    ),
  ],
  [
    'contributor',
    new RegExp(
      String.raw`^(?<who>\S.*?)\s+(?:also\s+)?contributed(?:\s+(?:additional\s+)?${MATERIAL})?(?:\s+(?:to|for)\s+this\s+(?:report|article|story|piece))?\.?$`,
      'iu',
    ),
  ],
]

/** Characters of such a line at most; a longer one is a sentence. */
const MAX_CREDIT = 200

/** Reads a line that says who did what for the article besides writing it. Null for any other line. */
export function readCreditLine(line: string): CreditLine | null {
  if (line.length > MAX_CREDIT) return null
  for (const [role, pattern] of LINES) {
    const who = pattern.exec(line)?.groups?.['who']
    if (who !== undefined) return { role, names: readByline(`By ${who}`)?.names ?? [] }
  }
  return null
}
