import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { curlExamples, membersIn, readCurl, type CurlExample } from '../helpers/curlExamples.ts'
import { openNewsroom, type Staff, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { aPicture } from '../helpers/pictures.ts'
import { aText, pieces } from '../helpers/pieces.ts'

// Every call of curl in docs/api.md, in the order of the page, in a newsroom that has what the page speaks of: it is answered, and each
// member that the page shows is in the answer.

const PAGE = readFileSync('docs/api.md', 'utf8')
const EXAMPLES = curlExamples(PAGE)
const PASSWORD = 'a password for tests only'
const ADDRESS = 'http://127.0.0.1:3000'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>
/** What stands in the place of what the page leaves open. */
const given = { key: '', preview: '', after: '', teaser: '', webhook: '', piece: '', waiting: '', waitingAuthor: '' }
const tokens = new Map<Staff, string>()

const post = async (address: string, as: Staff, body: object = {}) => {
  const answer = await newsroom.ask('POST', address, { as, body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}
const made = async (collection: string, body: object, as: Staff = 'editor') =>
  String((await post(`/api/${collection}`, as, body)).doc.id)

const LINK = (newTab: boolean) => ({
  type: 'link',
  version: 3,
  direction: null,
  format: '',
  indent: 0,
  fields: { linkType: 'custom', url: 'https://www.example.org/report', newTab },
  children: [{ type: 'text', version: 1, text: 'the report', format: 0, detail: 0, mode: 'normal', style: '' }],
})

function aTextWithLink(words: string, newTab: boolean) {
  const text = aText('We utilise the harbour.', words)
  text.root.children[1]?.children.push(LINK(newTab) as never)
  return text
}

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
  for (const as of ['editor', 'publisher', 'admin'] as const) {
    const { token } = await post('/api/users/login', as, { email: `${as}@imprimatur.example`, password: PASSWORD })
    tokens.set(as, String(token))
  }
  const clara = await desk.published(
    'authors',
    await desk.anAuthor({ displayName: 'Clara Tiszaréti', fullName: 'Tiszaréti Klára' }),
  )
  const credits = [{ author: clara, role: 'author' }]
  const section = await made('sections', { name: 'World' })
  const ofPage = { credits, section }

  const teaser = await made('news-teasers', {
    headline: 'Port fees rise in Douala',
    excerpt: 'Fees rise.',
    language: 'en',
  })
  await desk.published('news-teasers', teaser)
  await desk.save('news-teasers', teaser, { slug: 'douala-raises-port-fees' })
  await desk.published('news-teasers', teaser)

  const wrong = await desk.published('articles', await desk.anArticle({ ...ofPage, headline: 'The wrong sea' }))
  await desk.moved('articles', wrong, 'retract', 'publisher', { reason: 'Wrong.', notice: 'We have retracted this.' })
  const corrections = [{ kind: 'correction', at: '2026-01-12T09:00:00.000Z', text: 'It is on Friday.' }]
  await desk.published('articles', await desk.anArticle({ ...ofPage, headline: 'Forty voices', corrections }))

  given.piece = await desk.anArticle({
    ...ofPage,
    headline: 'Talks',
    body: aTextWithLink('Ministers met in Paris.', false),
  })
  await desk.published('articles', given.piece)
  const { id: leadImage } = await aPicture(newsroom)
  const long = aText('Landlocked treaties.', 'word '.repeat(501).trim())
  await desk.published('articles', await desk.anArticle({ ...ofPage, headline: 'A door', body: long, leadImage }))

  given.waitingAuthor = await desk.approved('authors', await desk.anAuthor({ displayName: 'Mara Lindqvist' }))
  const both = [...credits, { author: given.waitingAuthor, role: 'author' }]
  given.waiting = await desk.approved(
    'articles',
    await desk.anArticle({ ...ofPage, headline: 'Uphill', credits: both }),
  )
  const other = await desk.anAuthor({ displayName: 'Ada Voss' })
  await desk.save('articles', given.piece, {
    body: aTextWithLink('Ministers met in Geneva.', true),
    credits: [...credits, { author: other, role: 'author' }],
  })
  await desk.moved('articles', given.piece, 'submit', 'editor')
  const { digest } = await desk.dossier('articles', given.piece)
  const anchor = { digest, path: 'body.root.children.0', exact: 'harbour', prefix: '', suffix: '' }
  await post(`/api/articles/${given.piece}/comments`, 'reviewer', { text: 'Which one?', anchor })
  await made('style-rules', { pattern: 'utilise', advice: 'Write “use”.', severity: 'blocks', language: 'en' })

  const key = await made('api-keys', { name: 'Build', scopes: ['read:drafts'] }, 'admin')
  given.key = String((await post(`/api/api-keys/${key}/key`, 'admin')).key)
})

afterAll(async () => {
  await newsroom.close()
})

/** Whom the page has in mind: moves of several and webhooks are not an editor's. */
function tokenFor(command: string): string {
  const as = command.includes('/api/webhooks')
    ? 'admin'
    : command.includes('$B/api/transitions')
      ? 'publisher'
      : 'editor'
  return tokens.get(as) ?? ''
}

function idFor(command: string): string {
  return command.includes('/webhooks/')
    ? given.webhook
    : command.includes('/news-teasers/')
      ? given.teaser
      : given.piece
}

/** The digest that stands now, for whoever may read the piece. */
const digestOf = async (collection: string, id: string) =>
  String((await desk.dossier(collection, id, 'publisher')).digest)

/** A body with what the page leaves open. */
async function filled(body: string): Promise<string> {
  if (body === '@page.json') return JSON.stringify({ file: 'page.txt', text: readFileSync('demo/page.txt', 'utf8') })
  const day = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString()
  const known = body
    .replace('"password":"…"', `"password":"${PASSWORD}"`)
    .replace('2026-12-06T12:00:00Z', day)
    .replace('"id": "…"', `"id": "${given.piece}"`)
    .replace('d57bbc06-…', given.waiting)
    .replace('a2d5264c-…', given.waitingAuthor)
  if (!known.includes('sha256:')) return known
  const both = known.includes('"items"')
    ? [await digestOf('articles', given.waiting), await digestOf('authors', given.waitingAuthor)]
    : [await digestOf('news-teasers', given.teaser)]
  return known.replace(/sha256:[0-9a-f]*…/gu, () => both.shift() ?? '')
}

async function run({ command }: CurlExample): Promise<{ status: number; text: string }> {
  const call = readCurl(command, { B: ADDRESS, TOKEN: tokenFor(command), ID: idFor(command), KEY: given.key })
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000).toISOString().slice(0, 10)
  const address = call.address
    .replace(ADDRESS, newsroom.url)
    .replace(/after=[^&]*/u, `after=${given.after}`)
    .replace(/previewToken=[^&]*/u, `previewToken=${given.preview}`)
    .replace(/from=[\d-]+&to=[\d-]+/u, `from=${day(7)}&to=${day(0)}`)
  const headers = { ...call.headers }
  // A revision that is not the newest.
  if (headers['if-match']) headers['if-match'] = `"sha256:${'0'.repeat(64)}"`
  let body: FormData | string | undefined = call.body === undefined ? undefined : await filled(call.body)
  if (call.form) {
    const data = await picture()
    body = new FormData()
    for (const [name, value] of Object.entries(call.form))
      body.append(
        name,
        value.startsWith('@') ? new File([new Uint8Array(data)], 'picture.png', { type: 'image/png' }) : value,
      )
  }
  const response = await fetch(address, {
    method: call.method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  return { status: response.status, text: isStream ? await firstEvent(response) : await response.text() }
}

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()

/** A stream up to the end of its first event. */
async function firstEvent(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (/^data: .*\n\n/mu.test(text)) break
  }
  return text
}

/** Keeps what later examples speak of. */
function remember({ command }: CurlExample, text: string): void {
  const body = text.startsWith('{') && !text.includes('\n{') ? (JSON.parse(text) as Record<string, never>) : {}
  const { after, doc, token } = body as { after?: string; doc?: { id: string }; token?: string }
  if (command.includes('preview-token')) given.preview = String(token)
  if (typeof after === 'string' && !command.includes('after=')) given.after = after
  if (command.includes('curl -s $B/api/news-teasers -H')) given.teaser = String(doc?.id)
  if (command.includes('/api/webhooks -H')) given.webhook = String(doc?.id)
}

describe('an example of docs/api.md', () => {
  it.each(EXAMPLES.map((each) => [`${String(each.line)}: ${each.command.split('\n')[0] ?? ''}`, each] as const))(
    'is answered as the page says, line %s',
    async (_, example) => {
      const { status, text } = await run(example)
      remember(example, text)
      const isRefused = example.answer.includes('{"errors"')
      // GraphQL answers 200 and says what it could not.
      expect(
        status >= 400 || (text.startsWith('{"errors"') && example.command.includes('/graphql')),
        `${String(status)} ${text.slice(0, 500)}`,
      ).toBe(isRefused)
      const shown = isRefused ? [...example.answer.matchAll(/"code":"(\w+)"/gu)].map(([, code = '']) => code) : []
      for (const code of shown) expect(text).toContain(`"code":"${code}"`)
      const there = membersIn(text)
      expect(membersIn(example.answer).filter((name) => !there.includes(name))).toEqual([])
    },
  )

  it('is any that stands in a block of the page', () => {
    expect(EXAMPLES).toHaveLength([...PAGE.matchAll(/^(\$ )?curl /gmu)].length)
    expect(EXAMPLES.length).toBeGreaterThan(30)
  })
})
