import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../../../', import.meta.url)
const PAGES = [
  'README.md',
  ...readdirSync(new URL('docs', ROOT)).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]

/** Calls of curl whose address has brackets, which curl takes for a range and refuses without `-g`. */
const ranged = (page: string) =>
  page
    .split('\n')
    .filter((line) => /^(\$ )?curl /.test(line))
    .filter((line) => /(['"])(https?:|\$B)[^'"]*\[[^'"]*\1/.test(line) && !/ -\w*g/.test(line))

describe('a call of curl', () => {
  it.each(PAGES)('keeps its brackets: %s', (path) => {
    expect(ranged(readFileSync(new URL(path, ROOT), 'utf8'))).toEqual([])
  })

  it('is found when it does not', () => {
    const bad = "$ curl -s 'http://127.0.0.1:3000/api/articles?select[body]=true'"
    const good = 'curl -gs "$B/api/articles?select[body]=true"'
    const body = 'curl -s "$B/api/releases" -d \'{"items": []}\''
    expect(ranged([bad, good, body].join('\n'))).toEqual([bad])
  })
})
