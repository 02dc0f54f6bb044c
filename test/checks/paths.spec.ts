import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PLUGIN = 'packages/plugin-imprimatur/src'
const FOLDERS = ['src', PLUGIN, 'packages/client/src', 'collections', 'test', 'scripts', 'docs', 'demo', 'examples']

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
const names = new Set([...readdirSync(ROOT), ...FOLDERS.flatMap(filesBelow)].map((file) => basename(file)))

const PAGES = [
  'docs/architecture.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(ROOT, 'docs/adr')).map((file) => `docs/adr/${file}`),
]

/** Rooms of the plugin as pages name them, without the folder that all of them are in. */
const ROOMS = readdirSync(join(ROOT, PLUGIN), { withFileTypes: true }).flatMap((each) =>
  each.isDirectory() ? [each.name] : [],
)

/** Files that a page tells how to make. */
const TO_BE_MADE = ['collections/Things.ts']

/** What is set as code in a page and is a path of this repository: a file of source, or something below one of its folders. */
function pathsIn(markdown: string): string[] {
  const prose = markdown.replaceAll(/^ *```[^]*?^ *```/gm, '')
  const codes = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  return [...new Set(codes.filter((code) => /^[\w@.()[\]-]+(\/[\w@.()[\]-]+)*\/?$/.test(code) && isPath(code)))]
}

function isPath(code: string): boolean {
  const [first = '', ...more] = code.split('/')
  return /\.(tsx?|[mc]js)$/.test(code) || (more.length > 0 && [...FOLDERS, 'packages', ...ROOMS].includes(first))
}

/** A file may be named alone where that says enough. */
function isThere(path: string): boolean {
  return [ROOT, join(ROOT, PLUGIN)].some((base) => existsSync(join(base, path))) || names.has(path)
}

/** A file or folder of tests, or files of which the rest of the name stands for a star. */
function isNamed(path: string): boolean {
  if (!path.includes('*')) return existsSync(join(ROOT, path))
  const [start = '', end = ''] = path.split('*')
  return filesBelow('test').some((file) => file.startsWith(start) && file.endsWith(end))
}

describe('the paths that a page names', () => {
  it.each(PAGES)('are there: %s', (page) => {
    expect(
      pathsIn(readFileSync(join(ROOT, page), 'utf8')).filter((path) => !isThere(path) && !TO_BE_MADE.includes(path)),
    ).toEqual([])
  })

  it('are there: where the doors of the rooms say that their tests are', () => {
    const doors = FOLDERS.flatMap((folder) => filesBelow(folder).filter((file) => /(^|\/)index\.tsx?$/u.test(file)))
    const named = doors.flatMap((door) => {
      const [, tests = ''] = /^\/\/ Tests: (.*)$/mu.exec(readFileSync(join(ROOT, door), 'utf8')) ?? []
      return [...tests.matchAll(/test\/[\w./*-]*[\w*]/gu)].map(([path]) => ({ door, path }))
    })
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter(({ path }) => !isNamed(path))).toEqual([])
  })

  it('are found in a page, and missed', () => {
    const page = [
      'See `src/nothing.ts`, `hooks/none/`, `GET /api/articles`, `text/html` and `gone.ts`.',
      '```',
      '`src/quoted.ts`',
      '```',
    ].join('\n')
    expect(pathsIn(page)).toEqual(['src/nothing.ts', 'hooks/none/', 'gone.ts'])
    expect(pathsIn(page).filter(isThere)).toEqual([])
    expect(pathsIn(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')).length).toBeGreaterThan(60)
  })
})
