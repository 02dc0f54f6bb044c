import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packClient } from '../../scripts/package.mjs'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

/** The client as it is installed: in an empty folder, far from this repository and its packages. */

const ROOT = path.resolve(import.meta.dirname, '../..')
let project: string
let files: readonly string[]

beforeAll(async () => {
  const { tarball, files: packed } = packClient(ROOT)
  files = packed
  project = await mkdtemp(path.join(tmpdir(), 'front-end-'))
  const folder = path.join(project, 'node_modules', 'imprimatur')
  await mkdir(folder, { recursive: true })
  expect(spawnSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1']).status).toBe(0)
  await writeFile(path.join(project, 'package.json'), '{ "type": "module" }')
})
afterAll(() => rm(project, { recursive: true, force: true }))

/** What a stock project says, with what its types have to refuse. */
const USE = `
import { createClient, verifyProof, verifyWebhook, type Article } from 'imprimatur/client'
import type { Config } from './payload-types.js'

const newsroom = createClient({ url: 'https://cms.example.org' })
const { docs: [article] } = await newsroom.find('articles', {
  select: { headline: true, section: true, seo: { title: true } },
  populate: { sections: { name: true } },
})
if (article) {
  const said: [string, string | undefined, string | null | undefined] = [article.headline, article.section?.name, article.seo?.title]
  void said
  article.body // refused: not selected
  article.section?.slug // refused: not populated
}
const flat = await newsroom.byId('articles', 'id', { depth: 0, select: { body: false } })
const ids: [string | null | undefined, string[] | null | undefined] = [flat.section, flat.topics]
flat.body // refused: left out
const found = await newsroom.bySlug('articles', 'slug', { body: 'html' })
found.doc // refused: there may be none
if (found.kind === 'found' || found.kind === 'moved') void (found.doc.body satisfies string)
if (found.kind === 'retracted') void (found.notice satisfies string)
const whole: Article['body'] = (await newsroom.byId('articles', 'id')).body
await newsroom.find('articles', { select: { nosuch: true } }) // refused: no such field
await newsroom.find('articles', { select: { createdBy: true } }) // refused: for staff
await newsroom.find('users') // refused: for staff
for await (const { name } of newsroom.all('sections', { select: { name: true } })) void (name satisfies string)
for await (const step of newsroom.follow({ mode: 'once' })) if (step.kind === 'changes') void step.changes[0]?.keys
const verdict = await verifyProof(await newsroom.proof('articles', 'id'), flat)
if (!verdict.ok && verdict.fault === 'document') void (verdict.fields satisfies readonly string[])
const message = await verifyWebhook('', new Headers(), 'whsec_')
if (message.type === 'piece.nosuch') void 0 // refused: no such type

const own = createClient<Config>({ url: 'https://cms.example.org' })
const { docs: posts } = await own.find('posts', { select: { title: true, author: true }, populate: { people: { name: true } } })
void (posts[0]?.title satisfies string | undefined)
void (posts[0]?.author?.name satisfies string | undefined)
await own.find('articles') // refused: another project
void ids, whole
`

/** As \`payload generate:types\` writes it. */
const CONFIG = `
export interface Config {
  auth: { users: never }
  collections: { posts: Post; people: Person }
  globals: { header: { id: number; title?: string | null } }
  db: { defaultIDType: number }
}
export interface Post { id: number; title: string; author?: (number | null) | Person; updatedAt: string; createdAt: string }
export interface Person { id: number; name: string; posts?: (number | Post)[] | null; updatedAt: string; createdAt: string }
`

describe('the package', () => {
  it('holds JavaScript, declarations, and three files that say what it is', async () => {
    const beside = files.filter((file) => !/^dist\/\w+\.(?:js|d\.ts)$/.test(file))
    expect(beside.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json'])
    const folder = path.join(project, 'node_modules', 'imprimatur')
    const description = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as object
    expect(description).not.toHaveProperty('dependencies')
    expect(JSON.stringify(description)).not.toContain('imprimatur-source')
    for (const file of await readdir(path.join(folder, 'dist'))) {
      const { importedFiles } = ts.preProcessFile(await readFile(path.join(folder, 'dist', file), 'utf8'), true, true)
      expect(
        importedFiles.filter(({ fileName }) => !/^\.\/\w+\.js$/.test(fileName)),
        file,
      ).toEqual([])
    }
  })

  it.each(['bundler', 'nodenext'] as const)('has sound types for a project that resolves modules as %s', async (by) => {
    const use = path.join(project, 'use.ts')
    await Promise.all([writeFile(use, USE), writeFile(path.join(project, 'payload-types.ts'), CONFIG)])
    const program = ts.createProgram([use], {
      module: by === 'bundler' ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
      moduleResolution: by === 'bundler' ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      types: [],
    })
    const refused = USE.split('\n').flatMap((line, at) => (line.includes('// refused') ? [at + 1] : []))
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(project))
    expect(own.length).toBeGreaterThan(files.length / 3)
    const told = [program.getOptionsDiagnostics(), ...own.map((file) => program.getSemanticDiagnostics(file))]
      .flat()
      .map(({ file, start, messageText }) => {
        const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
        return {
          in: path.basename(file?.fileName ?? ''),
          line,
          said: ts.flattenDiagnosticMessageText(messageText, ' '),
        }
      })
    expect(told.filter((each) => each.in !== 'use.ts' || !refused.includes(each.line))).toEqual([])
    expect([...new Set(told.map(({ line }) => line))]).toEqual(refused)
  })
})

describe('a script that has it', () => {
  let newsroom: TestNewsroom
  beforeAll(async () => {
    newsroom = await openNewsroom()
  })
  afterAll(async () => newsroom.close())

  it('reads, verifies and follows a newsroom from plain Node', async () => {
    const desk = pieces(newsroom)
    const id = await desk.published('articles', await desk.anArticle({ slug: 'from-afar', headline: 'From afar' }))
    const script = `
      import { createClient, verifyProof } from 'imprimatur/client'
      const newsroom = createClient({ url: process.argv[2] })
      const { doc } = await newsroom.bySlug('articles', 'from-afar', { depth: 0 })
      const { ok } = await verifyProof(await newsroom.proof('articles', doc.id), doc)
      const slugs = []
      for await (const step of newsroom.follow({ mode: 'once', collection: 'articles' }))
        if (step.kind === 'changes') slugs.push(...step.changes.map(({ slug }) => slug))
      console.log(JSON.stringify({ id: doc.id, ok, slugs }))`
    await writeFile(path.join(project, 'read.mjs'), script)
    const reading = spawn(process.execPath, ['read.mjs', newsroom.url], { cwd: project })
    const [printed, complained] = await Promise.all([text(reading.stdout), text(reading.stderr), once(reading, 'exit')])
    expect(complained).toBe('')
    expect(JSON.parse(printed)).toEqual({ id, ok: true, slugs: ['from-afar'] })
  })
})
