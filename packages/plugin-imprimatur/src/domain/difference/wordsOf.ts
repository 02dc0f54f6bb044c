/** Spaces, single signs, and what stands between them. Marks belong to the letter before them. */
const PARTS = /\s+|[\p{P}\p{S}]\p{M}*|[^\s\p{P}\p{S}]+/gu

/** Scripts that part their words by no spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'word' })

/** V8 (Node 20) copies the whole text for each segment, so that it is asked about this many characters at a time. */
const AT_A_TIME = 200

/** The words of a text with what stands between them; together they are the text. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(PARTS) ?? []).flatMap((part) => (UNSPACED.test(part) ? segmentsOf(part) : part))
}

function segmentsOf(part: string): readonly string[] {
  const letters = Array.from(part)
  const pieces: string[] = []
  for (let from = 0; from < letters.length; from += AT_A_TIME) {
    const piece = letters.slice(from, from + AT_A_TIME).join('')
    pieces.push(...Array.from(SEGMENTS.segment(piece), ({ segment }) => segment))
  }
  return pieces
}
