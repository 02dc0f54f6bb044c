import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

interface Row {
  readonly code: string
  readonly status: number
  readonly meaning: string
  readonly advice: string
}

/** The rows of the table of codes in a page. */
function rowsOf(page: string): Row[] {
  return [...page.matchAll(/^\| `(\w+)` *\| (\d+)[^|]*\| ([^|]*)\| ([^|]*)\|$/gm)].map(
    ([, code = '', status, meaning = '', advice = '']) => ({
      code,
      status: Number(status),
      meaning: meaning.trim(),
      advice: advice.trim(),
    }),
  )
}

/** How a page differs from the source: codes that only one of the two has, or that have another status there. */
function differences(page: string): string[] {
  const documented = new Map(rowsOf(page).map(({ code, status }) => [code, status]))
  const source = new Map(Object.entries(ERRORS).map(([code, { status }]) => [code, status as number]))
  return [
    ...[...source.keys()].filter((code) => !documented.has(code)).map((code) => `${code} is missing in docs/errors.md`),
    ...[...documented.keys()]
      .filter((code) => !source.has(code))
      .map((code) => `${code} is not in packages/plugin-imprimatur/src/domain/workflow/errors.ts`),
    ...[...source]
      .filter(([code, status]) => documented.has(code) && documented.get(code) !== status)
      .map(([code, status]) => `${code} is ${String(status)}, not ${String(documented.get(code))}`),
  ]
}

describe('docs/errors.md', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')
  const line = /^\| `four_eyes`.*\n/m

  it('lists every code with its status, and no other', () => {
    expect(differences(page)).toEqual([])
  })

  it('lists each code once, by status', () => {
    const rows = rowsOf(page)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
    expect(rows.map(({ status }) => status)).toEqual(rows.map(({ status }) => status).toSorted((a, b) => a - b))
  })

  it.each(rowsOf(page))('says what $code means and what to do', ({ meaning, advice }) => {
    expect(meaning).toMatch(/^[A-Z].+\.$/)
    expect(advice).toMatch(/^[A-Z].+\.$/)
  })

  it('is found out when a code is left out, made up or given another status', () => {
    expect(page).toMatch(line)
    expect(differences(page.replace(line, ''))).toEqual(['four_eyes is missing in docs/errors.md'])
    expect(differences(page.replace(line, (row) => row + row.replace('four_eyes', 'six_eyes')))).toEqual([
      'six_eyes is not in packages/plugin-imprimatur/src/domain/workflow/errors.ts',
    ])
    expect(differences(page.replace(line, (row) => row.replace('422', '403')))).toEqual(['four_eyes is 422, not 403'])
  })
})
