import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ImportError, parsePage, planImport, runImport } from '../../src/importing/index.ts'
import type { ParsedPage } from '../../src/importing/index.ts'
import { aPage, utf8 } from '../unit/importing/aPage.ts'
import { MemoryPieces } from '../unit/importing/MemoryPieces.ts'

/** Parses, or gives null for a page that was refused; any other error goes through. */
function parseOrRefuse(bytes: Uint8Array): ParsedPage | null {
  try {
    return parsePage(bytes)
  } catch (error) {
    if (error instanceof ImportError) return null
    throw error
  }
}

// Words that steer the parser, so that random texts reach its corners.
const piece = fc.constantFrom(
  'Ida Holm',
  'By Ida Holm',
  'Jon Lie',
  'Ida Holm and Jon Lie',
  'Related News',
  '19 August 2020',
  'A heading',
  'Wait...',
  'Wait…',
  'Ida Holm is Professor of Law at the School of Trade, Norvik University Norway.',
  'Jon Lie is a reporter.',
  'She sails.',
  'It was late “and dark.',
  'The end.',
  '王芳',
  '...',
  '”',
  'a\u0301',
  '\uFEFF',
  '\u00A0',
)
const line = fc.oneof(
  { weight: 4, arbitrary: piece },
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ mode: 'sentences', maxCount: 3 }),
)
const page = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n\n')), { minLength: 1, maxLength: 25 })
  .map((lines) => lines.flat().join(''))

describe('parsing', { timeout: 60_000 }, () => {
  it('ends in a page or an ImportError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        parseOrRefuse(bytes)
      }),
      { numRuns: 200 },
    )
  })

  it('ends in a page or an ImportError for any text', () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
        parseOrRefuse(utf8(text))
      }),
      { numRuns: 300 },
    )
  })

  it('makes up no text, and gives every part a line of the file', () => {
    fc.assert(
      fc.property(page, (text) => {
        const parsed = parseOrRefuse(utf8(text))
        if (parsed === null) return
        // What Unicode calls a line end (UAX #14: BK, CR, LF) but for U+0085, which is the ellipsis of Windows-1252.
        const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
        const squeezed = text.replace(/\s+/gu, ' ')
        for (const part of [parsed.headline, ...parsed.body, ...parsed.unread]) {
          expect(squeezed).toContain(part.text.replace(/\s+/gu, ' '))
          expect(lines[part.line - 1]).toContain(part.text.slice(0, 5))
        }
        for (const teaser of parsed.teasers) {
          expect(text).toContain(teaser.headline)
          expect(teaser.excerptTruncated).toBe(teaser.excerpt?.endsWith('…') ?? false)
        }
        expect(parsed.body.length).toBeGreaterThan(0)
        for (const doubt of parsed.doubts) {
          expect(doubt.line).toBeGreaterThanOrEqual(1)
          expect(doubt.line).toBeLessThanOrEqual(lines.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on how lines end or how many blank lines there are', () => {
    const withoutLines = (parsed: ParsedPage | null): unknown =>
      JSON.parse(JSON.stringify(parsed, (key, value: unknown) => (key === 'line' || key === 'message' ? 0 : value)))
    fc.assert(
      fc.property(page, (text) => {
        const plain = text.replaceAll('\r\n', '\n')
        const other = plain.replace(/\n\s*\n/gu, '\r\n\r\n\t\r\n').replace(/(?<!\r)\n/gu, '\r\n')
        expect(withoutLines(parseOrRefuse(utf8(other)))).toEqual(withoutLines(parseOrRefuse(utf8(plain))))
      }),
      { numRuns: 200 },
    )
  })
})

describe('importing', { timeout: 60_000 }, () => {
  it('twice makes nothing twice: a plan after a run keeps everything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          page,
          fc.array(line, { maxLength: 8 }).map((rail) => aPage({ rail })),
        ),
        async (text) => {
          const parsed = parseOrRefuse(utf8(text))
          if (parsed === null) return
          const store = new MemoryPieces()
          const first = await runImport(await planImport(parsed, store, 'page.txt'), store)
          const keys = store.pieces.map((made) => made.source.key)
          expect(new Set(keys).size).toBe(keys.length)
          const second = await planImport(parsed, store, 'page.txt')
          expect(second.pieces.map((planned) => planned.action)).toEqual(second.pieces.map(() => 'keep'))
          expect(await runImport(second, store)).toMatchObject({ made: 0 })
          expect(store.pieces).toHaveLength(first.made)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps nothing, whichever piece the store refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), async (nth) => {
        const store = new MemoryPieces()
        const plan = await planImport(parsePage(utf8(aPage())), store, 'page.txt')
        store.refuse = plan.pieces[nth]?.title ?? null
        await expect(runImport(plan, store)).rejects.toBeInstanceOf(ImportError)
        expect(store.pieces).toEqual([])
      }),
    )
  })
})
