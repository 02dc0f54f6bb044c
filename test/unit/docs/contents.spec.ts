import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(new URL('docs', ROOT)).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]

const withoutBlocks = (page: string) => page.replaceAll(/^ *```[^]*?^ *```/gm, '')
const headings = (page: string, level: RegExp) =>
  [...withoutBlocks(page).matchAll(/^(#+) (.+)$/gm)].flatMap(([, signs = '', title = '']) =>
    level.test(signs) ? [title] : [],
  )
/** The sections that the list at the top of a page leads to; none where there is no list. */
const listed = (page: string) =>
  [...(page.split('\n## ')[0] ?? '').matchAll(/^- \[(.+)\]\(#.+\)$/gm)].map(([, title = '']) => title)
/** As GitHub makes them: small letters, digits, hyphens. */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Links of a page to sections that are not there. */
function lost(path: string, page: string): string[] {
  const links = [...withoutBlocks(page).matchAll(/\]\(([\w./-]*\.md)?#([^)\s]+)\)/g)]
  return links.flatMap(([, file, anchor = '']) => {
    const text = file === undefined ? page : read(new URL(file, new URL(path, 'file:///')).pathname.slice(1))
    return headings(text, /^#/).map(anchorOf).includes(anchor) ? [] : [`${file ?? ''}#${anchor}`]
  })
}

describe('the list at the top', () => {
  it.each(PAGES.filter((path) => listed(read(path)).length > 0))('of %s has each section, in their order', (path) => {
    const page = read(path)
    expect(listed(page)).toEqual(headings(page, /^##$/))
  })

  it('is there where the pages are long', () => {
    for (const name of ['api', 'editors', 'front-ends', 'operations', 'plugin'])
      expect(listed(read(`docs/${name}.md`)).length).toBeGreaterThan(8)
  })
})

describe('a link to a section', () => {
  it.each(PAGES)('leads there: %s', (path) => {
    expect(lost(path, read(path))).toEqual([])
  })

  it('is missed when the section has another name', () => {
    expect(lost('docs/a.md', '## Two words\n[1](#two-words) [2](#two) [3](api.md#reading) [4](api.md#none)')).toEqual([
      '#two',
      'api.md#none',
    ])
  })
})
