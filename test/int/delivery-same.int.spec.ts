import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf } from '../helpers/bodyOf.ts'
import { askAll, restQuestions, type Answers, type Names } from '../helpers/crawl.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** Every GET of the running newsroom, with lists in every shape: kept or made anew, an anonymous reader gets the same bytes. */
let newsroom: TestNewsroom
let names: Names

beforeAll(async () => {
  newsroom = await openNewsroom({ uncached: true })
  const desk = pieces(newsroom)
  const one = async (slug: string, more: object = {}) => desk.anArticle({ headline: `About ${slug}`, slug, ...more })
  const shown = await desk.published('articles', await one('shown'))
  const other = await desk.published('articles', await one('other', { related: [shown] }))
  const moved = await desk.published('articles', await one('moved-from'))
  await desk.save('articles', moved, { slug: 'moved-to' })
  await desk.published('articles', moved)
  const withdrawn = await desk.published('articles', await one('withdrawn'))
  await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'A complaint.' })
  const retracted = await desk.published('articles', await one('retracted'))
  await desk.moved('articles', retracted, 'retract', 'publisher', { notice: 'It was wrong.' })
  const draft = await one('draft')
  const author = await desk.publicAuthor()
  const { body } = await newsroom.ask('POST', '/api/sections', { as: 'editor', body: { name: 'Law' } })
  await newsroom.ask('POST', '/api/globals/front', { as: 'editor', body: { lead: other, list: [shown, draft] } })
  names = {
    articles: {
      ids: [shown, other, moved, withdrawn, retracted, draft],
      slugs: ['shown', 'other', 'moved-from', 'moved-to', 'withdrawn', 'retracted', 'draft'],
    },
    authors: { ids: [author], slugs: ['author-1', 'author-2'] },
    sections: { ids: [String(body.doc.id)], slugs: ['law'] },
  }
})
afterAll(async () => newsroom.close())

/** Whose own address does not stand in the answer; a date is that of the second when it was asked for or made. */
const comparable = (answers: Answers): ReadonlyMap<string, string> =>
  new Map(
    [...answers].map(([question, answer]) => [
      question,
      answer.replace(/\["last-modified","[^"]*"\],?/, '').replaceAll(newsroom.uncachedUrl, newsroom.url),
    ]),
  )

describe('anonymous answers', () => {
  it('are byte for byte the same, kept and made anew', async () => {
    const questions = restQuestions(newsroom.payload, names)
    expect(questions.length).toBeGreaterThan(400)
    // The text itself, and not what it says.
    const at = (url: string): TestNewsroom => ({
      ...newsroom,
      ask: async (method, address) => {
        const response = await fetch(url + address, { method, redirect: 'manual' })
        return { status: response.status, headers: response.headers, body: await bodyOf(response) }
      },
    })
    const first = comparable(await askAll(at(newsroom.url), questions))
    const second = comparable(await askAll(at(newsroom.url), questions))
    const anew = comparable(await askAll(at(newsroom.uncachedUrl), questions))
    const differing = (other: ReadonlyMap<string, string>) =>
      [...anew].filter(([at, answer]) => other.get(at) !== answer)
    expect(differing(first)).toEqual([])
    expect(differing(second)).toEqual([])
    expect([...anew.values()].filter((answer) => answer.includes('["etag"')).length).toBeGreaterThan(100)
  }, 300_000)
})
