import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const PLUGIN = 'packages/plugin-imprimatur/src'
const RULES = (createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] })
  .forbidden

/** The rooms, from the inside out, as docs/architecture.md draws them. */
const PLUGIN_ROOMS = [
  'domain/workflow',
  'domain/content',
  'domain/difference',
  'domain/comments',
  'domain/style',
  'domain/notifications',
  'domain/releases',
  'domain/reports',
  'domain/search',
  'domain/public-query',
  'translations',
  'errors',
  'scope',
  'hardening/adapter',
  'hardening/endpoints',
  'hardening/input',
  'hardening/postgres',
  'hardening/sqlite',
  'transaction',
  'hardening/alphabet',
  'hardening/queries',
  'hardening/watch',
  'collections',
  'runtime',
  'store',
  'access',
  'changes',
  'search',
  'guard',
  'hooks',
  'operations',
  'api',
  'admin',
  'setup',
]
const ROOMS = [
  'importing',
  'bodies',
  'delivery',
  'environment',
  'accounts',
  'webhooks',
  'previews',
  'newsroom',
  'openapi',
  'public-api',
  'site',
  'feeds',
  'server',
  'app',
]

const FOLDERS = [...PLUGIN_ROOMS.map((room) => `${PLUGIN}/${room}`), ...ROOMS.map((room) => `src/${room}`)]

/** Rooms of which only the door may be imported: all but the three outermost ones. */
const ENTERED_BY_THE_DOOR = ROOMS.filter((room) => !['site', 'server', 'app'].includes(room))

/** A sound little project: every room has a door, and imports go inward. */
const SOUND = {
  ...Object.fromEntries(FOLDERS.map((folder) => [`${folder}/index.ts`, 'export const door = 1'])),
  'packages/plugin-imprimatur/package.json': readFileSync(
    join(ROOT, 'packages/plugin-imprimatur/package.json'),
    'utf8',
  ),
  [`${PLUGIN}/domain/workflow/index.ts`]: "export { stage } from './stage.ts'\nexport type { Stage } from './stage.ts'",
  [`${PLUGIN}/domain/workflow/stage.ts`]:
    "import canonicalize from 'canonicalize'\nexport type Stage = 'draft'\nexport const stage = canonicalize",
  [`${PLUGIN}/domain/content/index.ts`]:
    "import type { Stage } from '../workflow/index.ts'\nexport const words = (stage: Stage) => stage",
  [`${PLUGIN}/domain/public-query/index.ts`]: "export { stage } from '../workflow/index.ts'",
  [`${PLUGIN}/admin/client.ts`]: "export { door as component } from '../runtime/index.ts'",
  [`${PLUGIN}/admin/payload3/serverRouter.ts`]: "export { redirect } from 'next/navigation.js'",
  [`${PLUGIN}/admin/rsc.ts`]: "export { redirect } from './payload3/serverRouter.ts'",
  [`${PLUGIN}/exports/client.ts`]: "export { component } from '../admin/client.ts'",
  [`${PLUGIN}/index.ts`]: "export { door } from './imprimatur.ts'",
  [`${PLUGIN}/imprimatur.ts`]: "export { door } from './admin/index.ts'",
  'src/importing/index.ts': 'export const words = 1',
  'src/newsroom/index.ts':
    "import { getPayload } from 'payload'\nexport { words } from '../importing/index.ts'\nexport { getPayload }",
  'src/payload.config.ts': "export { Articles as default } from '../collections/Articles.ts'",
  'src/server/main.ts': "import config from '../payload.config.ts'\nexport { config }",
  'src/app/(site)/page.tsx': "import { getPayload } from 'payload'\nexport default () => <p>{String(getPayload)}</p>",
  'collections/Articles.ts': "export { words as Articles } from '../src/newsroom/index.ts'",
}

/** Each room but the outermost, with a file that imports the next room outward. */
const OUTWARD = [
  ...pairs(PLUGIN_ROOMS).map(([room, next]) => outward(room, `${PLUGIN}/${room}`, `${PLUGIN}/${next}/index.ts`)),
  outward('setup', `${PLUGIN}/setup`, `${PLUGIN}/index.ts`),
  ...pairs(ROOMS).map(([room, next]) => outward(room, `src/${room}`, `src/${next}/index.ts`)),
  outward('app', 'src/app', 'collections/Articles.ts'),
]

/** Each other rule with a file that breaks it. */
const PLANTED: [rule: string, file: string, source: string][] = [
  ...OUTWARD,
  ['inward-newsroom', 'src/newsroom/a.ts', "export { default } from '../payload.config.ts'"],
  [
    'inward-domain-workflow',
    `${PLUGIN}/domain/workflow/b.ts`,
    "import type { door } from '../../store/index.ts'\nexport type A = typeof door",
  ],
  ['plugin-alone', `${PLUGIN}/store/a.ts`, "export { words } from '../../../../src/importing/index.ts'"],
  ['client-alone', 'packages/client/src/a.ts', "export { createHash } from 'node:crypto'"],
  ['client-alone', 'packages/client/src/b.ts', "import type { Config } from 'payload'\nexport type B = Config"],
  [
    'plugin-by-its-name',
    'src/newsroom/b.ts',
    "export { door } from '../../packages/plugin-imprimatur/src/store/index.ts'",
  ],
  ['plugin-by-the-door', `${PLUGIN}/domain/public-query/c.ts`, "export { stage } from '../workflow/stage.ts'"],
  ['plugin-by-the-door', `${PLUGIN}/guard/c.ts`, "export { stage } from '../domain/workflow/stage.ts'"],
  ['plugin-exports-by-the-door', `${PLUGIN}/exports/a.ts`, "export { stage } from '../domain/workflow/stage.ts'"],
  ...ENTERED_BY_THE_DOOR.map((room): [string, string, string] => [
    'by-the-door',
    `src/server/${room}.ts`,
    `export { further } from '../${room}/further.ts'`,
  ]),
  ['by-the-door', 'collections/b.ts', "export { further } from '../src/newsroom/further.ts'"],
  ['workflow-alone', `${PLUGIN}/domain/workflow/c.ts`, "export { parse } from 'qs-esm'"],
  ['workflow-types-only', `${PLUGIN}/domain/content/b.ts`, "export { stage } from '../workflow/index.ts'"],
  ['framework-free', `${PLUGIN}/domain/public-query/b.ts`, "export { default } from 'express'"],
  ['framework-free', 'src/delivery/b.ts', "import type { Payload } from 'payload'\nexport type B = Payload"],
  ['framework-free', 'src/importing/b.ts', "import type { Payload } from 'payload'\nexport type B = Payload"],
  ['components-by-path', `${PLUGIN}/imprimatur.ts`, "export { component as door } from './admin/client.ts'"],
  ['next-in-its-place', `${PLUGIN}/admin/c.ts`, "export { redirect } from 'next/navigation.js'"],
  ['next-in-its-place', `${PLUGIN}/admin/e.ts`, "export { default as Link } from 'next/link.js'"],
  ['next-in-its-place', `${PLUGIN}/setup/c.ts`, "export { DefaultTemplate } from '@payloadcms/next/templates'"],
  ['next-in-its-place', 'src/newsroom/e.ts', "export { redirect } from 'next/navigation.js'"],
  ['payload3-from-the-panel', `${PLUGIN}/exports/b.ts`, "export { redirect } from '../admin/payload3/serverRouter.ts'"],
  ['payload-in-its-place', 'src/environment/b.ts', "export { getPayload } from 'payload'"],
  ['collections-from-config-only', 'src/newsroom/c.ts', "export { Articles } from '../../collections/Articles.ts'"],
  ['collections-declare', 'collections/a.ts', "export { config } from '../src/server/main.ts'"],
  [
    'no-circles',
    `${PLUGIN}/domain/workflow/d.ts`,
    "import type { Further } from './further.ts'\nexport type D = Further | null",
  ],
  ['no-dead-ends', `${PLUGIN}/domain/workflow/f.ts`, "export { nothing } from './nothing.ts'"],
  ['no-test-code', 'src/newsroom/d.ts', "export { describe } from 'vitest'"],
]

function pairs(rooms: readonly string[]): [string, string][] {
  return rooms.slice(0, -1).map((room, index) => [room, String(rooms[index + 1])])
}

function outward(room: string, folder: string, target: string): [string, string, string] {
  const file = `${folder}/outward.ts`
  return [`inward-${room.replaceAll('/', '-')}`, file, `export * from '${relative(dirname(file), target)}'`]
}

describe('the check of imports', () => {
  let project: string
  const write = (files: Record<string, string>) => {
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(project, file)), { recursive: true })
      writeFileSync(join(project, file), `${source}\n`)
    }
  }
  const check = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/checkImports.mjs')], {
      cwd: project,
      encoding: 'utf8',
    })
    return { status, stdout, broken: stderr.split('\n').filter((line) => line !== '') }
  }

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'imports-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(join(ROOT, file), join(project, file))
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
    for (const folder of ['src', 'packages', 'collections']) mkdirSync(join(project, folder))
  })
  afterEach(() => {
    rmSync(project, { recursive: true, force: true })
  })

  it('passes a sound project and says how much it looked at', () => {
    write(SOUND)
    const { status, stdout, broken } = check()
    expect(broken).toEqual([])
    expect(Number(/^(\d+) modules/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(Object.keys(SOUND).length)
    expect(status).toBe(0)
  }, 30_000)

  it('fails when it looked at nothing', () => {
    write({ 'scripts/a.ts': 'export const a = 1' })
    const { status, broken } = check()
    expect(status).toBe(1)
    expect(broken).toEqual(['no module was looked at'])
  }, 30_000)

  it('has a planted violation of each rule', () => {
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(RULES.map(({ name }) => name)))
  })

  it('knows every folder with code as a room', () => {
    const foldersIn = (folder: string) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((each) =>
        each.isDirectory() ? [each.name] : [],
      )
    const nested = ['domain', 'hardening']
    const inPlugin = foldersIn(PLUGIN).flatMap((name) =>
      nested.includes(name) ? foldersIn(`${PLUGIN}/${name}`).map((inner) => `${name}/${inner}`) : [name],
    )
    const doors = ['bin', 'exports']
    expect(inPlugin.filter((name) => !doors.includes(name)).sort()).toEqual([...PLUGIN_ROOMS].sort())
    expect(foldersIn('src').sort()).toEqual([...ROOMS].sort())
  })

  it('finds each planted violation', () => {
    write({
      [`${PLUGIN}/domain/workflow/further.ts`]:
        "import type { D } from './d.ts'\nexport type Further = { readonly d: D }",
      ...Object.fromEntries(ENTERED_BY_THE_DOOR.map((room) => [`src/${room}/further.ts`, 'export const further = 1'])),
    })
    write({ ...SOUND, ...Object.fromEntries(PLANTED.map(([, file, source]) => [file, source])) })
    const { status, broken } = check()
    expect(status).toBe(1)
    for (const [rule, file] of PLANTED) {
      expect(
        broken.some((line) => line.startsWith(`${rule}: ${file} imports `)),
        `${rule} in ${file}\n${broken.join('\n')}`,
      ).toBe(true)
    }
  }, 30_000)
})
