import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../helpers/build.ts'
import { freePort } from '../helpers/freePort.ts'
import {
  openNewsroomProcess,
  openPremises,
  type NewsroomProcess,
  type Premises,
} from '../helpers/openNewsroomProcess.ts'
import { aText } from '../helpers/pieces.ts'

/** The previews of docs/front-ends.md, as they stand there, in a project of Next and in one of Astro that npm has just installed. */

/** Astro 5 is the newest that runs on Node 20. */
const ASTRO = { astro: '5.18.2', '@astrojs/node': '9.5.5' }

const run = promisify(execFile)
let premises: Premises
let newsroom: NewsroomProcess
const folders: string[] = []
const servers: ChildProcess[] = []

beforeAll(async () => {
  premises = await openPremises()
  newsroom = await openNewsroomProcess(premises, new Map())
})
afterAll(async () => {
  for (const each of servers) each.kill('SIGKILL')
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  await newsroom.kill()
  await premises.close()
})

/** A project with the files that the page names in the first line of a block, under one of these folders. */
async function project(under: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'front-end-'))
  folders.push(folder)
  const page = await readFile(path.join(ROOT, 'docs/front-ends.md'), 'utf8')
  const blocks = [...page.matchAll(/^```\w+\n((?:---\n)?\/\/ (\S+\/\S+)\n[^]*?)^```$/gm)].map(
    ([, code = '', name = '']) => [name, code],
  )
  const recipes = blocks.filter(([name]) => name?.startsWith(under))
  expect(recipes.length).toBeGreaterThan(0)
  for (const [name = '', text = ''] of [...recipes, ...Object.entries(files)]) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  return folder
}

const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...more,
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NEWSROOM: newsroom.url,
})

const within = (folder: string, program: string, ...args: readonly string[]) =>
  run(program, args, { cwd: folder, env: environment(), maxBuffer: 1e8 })

/** Starts a server in `folder`, and waits until it answers. */
async function serve(folder: string, script: string, ...args: readonly string[]): Promise<string> {
  const port = String(await freePort())
  const env = environment({ PORT: port, HOST: '127.0.0.1' })
  const server = spawn(process.execPath, [script, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(server)
  await once(server.stdout, 'data')
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(url).catch(() => null)));
  return url
}

const token = async (id: string) =>
  String((await newsroom.ask('POST', `/api/articles/${id}/preview-token`, { as: 'editor', body: {} }))?.body.token)

const aDraft = async (headline: string) => {
  const body = { headline, body: aText('Words & words to come.') }
  return String((await newsroom.ask('POST', '/api/articles', { as: 'editor', body }))?.body.doc.id)
}
const get = (url: string, cookie = '') => fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
const endPreviews = (id: string) => newsroom.ask('DELETE', `/api/articles/${id}/preview-token`, { as: 'editor' })

describe('Next', () => {
  let url: string
  let [id, other] = ['', '']

  beforeAll(async () => {
    ;[id, other] = [await aDraft('To be previewed in Next'), await aDraft('Another draft')]
    const { dependencies, devDependencies } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
    }
    const names = ['next', 'react', 'react-dom', 'typescript', '@types/node', '@types/react']
    const versions = names.map((name) => [name, dependencies[name] ?? devDependencies[name]])
    const folder = await project('app/', {
      'package.json': JSON.stringify({ private: true, dependencies: Object.fromEntries(versions) as object }),
      'app/layout.tsx': `import type { ReactNode } from 'react'
        export default function Layout({ children }: { children: ReactNode }) {
          return <html lang="en"><body>{children}</body></html>
        }`,
      'app/page.tsx': 'export default function Front() { return <h1>Front page</h1> }',
    })
    await within(folder, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error')
    await within(folder, process.execPath, 'node_modules/next/dist/bin/next', 'build')
    url = await serve(folder, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1')
  })

  const enter = (piece: string, by: string) => get(`${url}/api/draft?collection=articles&id=${piece}&token=${by}`)
  const cookiesOf = (answer: Response) =>
    Object.fromEntries(
      answer.headers.getSetCookie().map((each) => [each.split('=')[0] ?? '', each.split(';')[0] ?? '']),
    )

  it('opens a draft with its token, in cookies that scripts cannot read, and shows it to nobody else', async () => {
    const entered = await enter(id, await token(id))
    expect([entered.status, entered.headers.get('location')]).toEqual([307, `/preview/articles/${id}`])
    for (const each of entered.headers.getSetCookie()) expect(each).toMatch(/; httponly/i)
    const cookies = cookiesOf(entered)
    expect(Object.keys(cookies).sort()).toEqual(['__prerender_bypass', 'preview'])
    const page = `${url}/preview/articles/${id}`
    const shown = await get(page, Object.values(cookies).join('; '))
    expect(shown.status).toBe(200)
    const html = await shown.text()
    expect(html).toContain('<h1>To be previewed in Next</h1>')
    expect(html).toContain('<p>Words &amp; words to come.</p>')
    expect(shown.headers.get('cache-control')).toContain('no-store')
    for (const cookie of ['', cookies.preview, cookies.__prerender_bypass])
      expect((await get(page, cookie)).status).toBe(404)
    const elsewhere = await get(`${url}/preview/articles/${other}`, Object.values(cookies).join('; '))
    expect([elsewhere.status, (await elsewhere.text()).includes('Another draft')]).toEqual([404, false])
  })

  it('ends by the way out, and when the token ends', async () => {
    const cookies = Object.values(cookiesOf(await enter(id, await token(id)))).join('; ')
    const page = `${url}/preview/articles/${id}`
    expect((await get(page, cookies)).status).toBe(200)
    const left = await get(`${url}/api/draft/end`, cookies)
    expect([left.status, left.headers.get('location')]).toEqual([307, '/'])
    const names = left.headers.getSetCookie().filter((each) => /expires=Thu, 01 Jan 1970/i.test(each))
    expect(names.map((each) => each.split('=')[0]).sort()).toEqual(['__prerender_bypass', 'preview'])
    await endPreviews(id)
    const after = await get(page, cookies)
    expect([after.status, (await after.text()).includes('To be previewed')]).toEqual([404, false])
  })

  it('opens nothing with a token that is wrong, or of another piece', async () => {
    const [wrong, ofOther] = [await enter(id, 'x'), await enter(id, await token(other))]
    for (const answer of [wrong, ofOther, await get(`${url}/api/draft`)]) {
      expect(answer.status).toBe(404)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})

describe('Astro', () => {
  let url: string
  let id: string

  beforeAll(async () => {
    id = await aDraft('To be previewed in Astro')
    const folder = await project('src/pages/', {
      'package.json': JSON.stringify({ private: true, type: 'module', dependencies: ASTRO }),
      'astro.config.mjs':
        "import node from '@astrojs/node'\nexport default { adapter: node({ mode: 'standalone' }), telemetry: false }",
      'src/pages/index.astro': '<h1>Front page</h1>',
    })
    await within(folder, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error')
    await within(folder, process.execPath, 'node_modules/astro/astro.js', 'build')
    url = await serve(folder, 'dist/server/entry.mjs')
  })

  it('shows a draft to whoever has its token, keeps it nowhere, and ends with the token', async () => {
    const page = (by: string) => get(`${url}/preview/articles/${id}?token=${by}`)
    const own = await token(id)
    const shown = await page(own)
    expect([shown.status, shown.headers.get('cache-control'), shown.headers.get('referrer-policy')]).toEqual([
      200,
      'private, no-store',
      'no-referrer',
    ])
    const html = await shown.text()
    expect(html).toContain('<h1>To be previewed in Astro</h1>')
    expect(html).toContain('<p>Words &amp; words to come.</p>')
    for (const by of ['', 'x']) expect((await page(by)).status).toBe(404)
    await endPreviews(id)
    const after = await page(own)
    expect([after.status, await after.text()]).toEqual([404, 'This preview has ended.'])
  })
})
