import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** The one file that names variables and classes of Payload 3. */
const MAPPING = 'packages/plugin-imprimatur/src/admin/payload3/payload.css'

/** The style sheets of the panel that know nothing of Payload. */
const OWN = ['admin', 'review', 'writing'].map((name) => `packages/plugin-imprimatur/src/admin/${name}.css`)

/** The reference site has a sheet of its own, and nothing of Payload is loaded there. */
const SITE = 'src/app/(site)/site.css'

const files = ['packages/plugin-imprimatur/src', 'src', 'collections'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.(css|scss|tsx?)$/.test(file)),
)
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8').replace(/\/\*.*?\*\//gs, '')

/** Custom properties that are read or set, in a style sheet or in a style of a component. */
function variablesIn(text: string): readonly string[] {
  return [...text.matchAll(/var\(\s*(--[\w-]+)|['"{;\s](--[\w-]+)['"]?\s*:/g)].map((match) =>
    String(match[1] ?? match[2]),
  )
}

/** Classes that a style sheet names in its selectors. */
function classesIn(css: string): readonly string[] {
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map((match) => String(match[1]))
  return selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z_][\w-]*)/gi)].map((match) => String(match[1])))
}

const foreign = (names: readonly string[], own: RegExp) => [...new Set(names.filter((name) => !own.test(name)))]

describe('the styles of the panel', () => {
  it('name variables of Payload in one file', () => {
    const found = files
      .filter((file) => file !== MAPPING && file !== SITE)
      .flatMap((file) => foreign(variablesIn(textOf(file)), /^--imp-/).map((name) => `${file}: ${name}`))
    expect(found).toEqual([])
  })

  it('name classes of Payload in the same one', () => {
    const sheets = files.filter((file) => /\.s?css$/.test(file) && file !== MAPPING && file !== SITE)
    expect(sheets).toEqual(OWN)
    const found = sheets.flatMap((file) => foreign(classesIn(textOf(file)), /^imp-/).map((name) => `${file}: ${name}`))
    expect(found).toEqual([])
  })

  it('read no variable that nothing sets', () => {
    const sheet = OWN.map(textOf).join('\n')
    const set = new Set(
      [textOf(MAPPING), sheet]
        .flatMap((css) => [...css.matchAll(/(--imp-[\w-]+)\s*:/g)].map(String))
        .map((each) => each.split(',')[1]),
    )
    const read = [...sheet.matchAll(/var\((--imp-[\w-]+)/g)].map((match) => match[1])
    expect(read.length).toBeGreaterThan(40)
    expect(read.filter((name) => !set.has(name))).toEqual([])
  })

  it.each([
    ['a { color: var(--theme-text) }', ['--theme-text']],
    ['a { --btn-border: 0 }', ['--btn-border']],
    ["<i style={{ '--base': 1, margin: 'var( --gutter-h)' }} />", ['--base', '--gutter-h']],
    ['a { color: var(--imp-text) }', []],
    ['.imp-note--error { color: red }', []],
  ])('finds what it looks for: %s', (text, names) => {
    expect(foreign(variablesIn(text), /^--imp-/)).toEqual(names)
  })

  it.each([
    ['.imp-note, .btn.imp-blocked > a { margin: 0.5em }', ['btn']],
    ['@media print { .step-nav { color: red } }', ['step-nav']],
  ])('finds classes: %s', (css, names) => {
    expect(foreign(classesIn(css), /^imp-/)).toEqual(names)
  })
})
