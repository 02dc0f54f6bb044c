import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What draws the panel; what is pasted is read there, not written. */
const FILES = ['packages/plugin-imprimatur/src/admin', 'src/newsroom/admin'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => `${folder}/${name}`),
)

/** Comments name things in quotation marks, and a text that is looked up as a whole has its own in each language. */
const withoutTexts = (code: string): string =>
  code
    .replaceAll(/\/\*[^]*?\*\//gu, '')
    .replaceAll(/^\s*\/\/.*$/gmu, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'/gu, "''")

describe('quotation marks in the panel', () => {
  it.each(FILES)('come from the words of the language: %s', (file) => {
    expect(withoutTexts(readFileSync(join(ROOT, file), 'utf8'))).not.toMatch(/[“”„«»]|<q\b/u)
  })
})
