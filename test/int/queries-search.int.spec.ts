import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

let newsroom: TestNewsroom

const NAMES = [
  'Привет, мир',
  'Überfall auf die Bank',
  'Palais de l’Élysée',
  'Cafe\u0301 Central',
  'It’s “time” – now',
  'Ten\u00A0thousand',
  'ΟΔΟΣ',
  'Łódź i Tromsø',
  'Straße',
  'Grosse Strasse',
  'Œuvres complètes',
  'Ærø',
  'Oﬃce',
  'ＡＢＣ and H₂O',
  'And so on…',
  'שׁלום',
  'محـمد',
  'Up 50% in May',
  'Up 500 in May',
  'snake_case',
  'snakeXcase',
  String.raw`back\slash`,
  'a.*b',
  'a[b]c?d(e',
  'plain',
]

beforeAll(async () => {
  newsroom = await openNewsroom()
  for (const name of NAMES) {
    const topic = await newsroom.ask('POST', '/api/topics', { as: 'editor', body: { name } })
    expect(topic.status).toBe(201)
    const article = await newsroom.ask('POST', '/api/articles?draft=true', { as: 'editor', body: { headline: name } })
    expect(article.status).toBe(201)
  }
})
afterAll(() => newsroom.close())

async function found(collection: string, operator: string, text: string, more = ''): Promise<string[]> {
  const field = collection === 'topics' ? 'name' : 'headline'
  const query = `where[or][0][${field}][${operator}]=${encodeURIComponent(text)}&limit=100&depth=0${more}`
  const { status, body } = await newsroom.ask('GET', `/api/${collection}?${query}`, { as: 'editor' })
  expect(status, JSON.stringify(body)).toBe(200)
  return body.docs.map((doc: Record<string, string>) => doc[field]).sort()
}

const SEARCHES: readonly (readonly [string, ...string[]])[] = [
  ['привет', 'Привет, мир'],
  ['ПРИВЕТ', 'Привет, мир'],
  ['überfall', 'Überfall auf die Bank'],
  ['u\u0308berfall', 'Überfall auf die Bank'],
  ['élysée', 'Palais de l’Élysée'],
  ['elysee', 'Palais de l’Élysée'],
  ["l'élysée", 'Palais de l’Élysée'],
  ['Café', 'Cafe\u0301 Central'],
  ['CAFE', 'Cafe\u0301 Central'],
  ["It's", 'It’s “time” – now'],
  ['"time"', 'It’s “time” – now'],
  ['" -', 'It’s “time” – now'],
  ['οδος', 'ΟΔΟΣ'],
  ['lodz', 'Łódź i Tromsø'],
  ['TROMSO', 'Łódź i Tromsø'],
  ['Tromsø', 'Łódź i Tromsø'],
  ['straße', 'Grosse Strasse', 'Straße'],
  ['STRASSE', 'Grosse Strasse', 'Straße'],
  ['oeuvre', 'Œuvres complètes'],
  ['œuvre', 'Œuvres complètes'],
  ['aero', 'Ærø'],
  ['office', 'Oﬃce'],
  ['abc', 'ＡＢＣ and H₂O'],
  ['h2o', 'ＡＢＣ and H₂O'],
  ['on...', 'And so on…'],
  ['שלום', 'שׁלום'],
  ['محمد', 'محـمد'],
  ['50%', 'Up 50% in May'],
  ['%', 'Up 50% in May'],
  ['_', 'snake_case'],
  ['snake_case', 'snake_case'],
  ['\\', String.raw`back\slash`],
  ['.*', 'a.*b'],
  ['*', 'a.*b'],
  ['[b]', 'a[b]c?d(e'],
  ['?', 'a[b]c?d(e'],
  ['d(e', 'a[b]c?d(e'],
  ['may up', 'Up 500 in May', 'Up 50% in May'],
  ['^', ''],
]

describe('a search', () => {
  it('sees what is meant and takes signs for themselves, in each collection and among drafts', async () => {
    for (const [text, ...names] of SEARCHES) {
      const right = names.filter((name) => name !== '').sort()
      expect(await found('topics', 'like', text), text).toEqual(right)
      expect(await found('articles', 'like', text, '&draft=true'), `${text}, drafts`).toEqual(right)
    }
  })

  it('looks for a text as a whole with contains, and for neither word with not_like', async () => {
    expect(await found('topics', 'contains', 'ten thousand')).toEqual(['Ten\u00A0thousand'])
    expect(await found('topics', 'contains', 'may up')).toEqual([])
    expect(await found('topics', 'not_like', 'may PLAIN')).toEqual(
      NAMES.filter((name) => !/may|plain/iu.test(name)).sort(),
    )
  })

  it('goes along GraphQL in the same way', async () => {
    const { body } = await newsroom.graphql(
      '{ Topics(where: { name: { like: "élysée" } }) { docs { name } } }',
      {},
      'editor',
    )
    expect(body.data.Topics.docs).toEqual([{ name: 'Palais de l’Élysée' }])
  })

  it('is refused where it is longer than any word', async () => {
    const { status, body } = await newsroom.ask('GET', `/api/topics?where[name][like]=${'x'.repeat(121)}`, {
      as: 'editor',
    })
    expect([status, body.errors[0].code]).toEqual([400, 'invalid_value'])
  })
})
