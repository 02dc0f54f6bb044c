import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { packPlugin } from '../../scripts/package.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')

type Door = Readonly<Record<string, string>>

/** Here and not among the quick checks: TypeScript writes the declarations, which takes half a minute. */
describe('the package that a stranger installs', () => {
  let listed: readonly string[]
  let folder: string
  const contentOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

  beforeAll(() => {
    const { tarball, files } = packPlugin(ROOT)
    listed = files
    // Below the repository, whose packages it finds, as it would find those of a project.
    folder = path.join(path.dirname(tarball), 'project', 'node_modules', 'payload-plugin-imprimatur')
    mkdirSync(folder, { recursive: true })
    expect(spawnSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=1']).status).toBe(0)
  })

  it('holds JavaScript, declarations, styles, and three files that say what it is', () => {
    const beside = listed.filter((file) => !file.startsWith('dist/'))
    expect(beside.toSorted()).toEqual(['LICENSE', 'README.md', 'package.json'])
    const odd = listed.filter((file) => file.startsWith('dist/') && !/\.(js|d\.ts|css)$/.test(file))
    expect(odd).toEqual([])
    expect(listed.filter((file) => file.endsWith('.css'))).toEqual([
      'dist/admin/admin.css',
      'dist/admin/payload3/payload.css',
      'dist/admin/review.css',
      'dist/admin/writing.css',
    ])
    expect(listed.filter((file) => /spec|test/.test(file))).toEqual([])
  })

  it('has a declaration for each file of JavaScript', () => {
    const scripts = listed.filter((file) => file.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(100)
    const declared = new Set(listed)
    expect(scripts.filter((file) => !declared.has(file.replace(/\.js$/, '.d.ts')))).toEqual([])
  })

  it('names nothing of this repository: no path, no condition, no other package of it', () => {
    const faults = listed.filter(
      (file) =>
        /imprimatur-source|(['"`])src\/|packages\/plugin-imprimatur|file:\/\/|express/.test(contentOf(file)) ||
        contentOf(file).includes(ROOT),
    )
    expect(faults).toEqual([])
  })

  it('names no TypeScript: every relative import is of a file that is there', () => {
    const missing = listed
      .filter((file) => /\.(js|d\.ts)$/.test(file))
      .flatMap((file) =>
        importsIn(contentOf(file))
          .filter((name) => name.startsWith('.'))
          .map((name) => path.join(path.dirname(file), name))
          .filter((name) => !isFile(path.join(folder, name)))
          .map((name) => `${file}: ${name}`),
      )
    expect(missing).toEqual([])
  })

  it('exports only what is there', () => {
    const { exports } = JSON.parse(contentOf('package.json')) as { exports: Record<string, Door> }
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['.', './client', './rsc', './types']))
    const named = Object.values(exports).flatMap((door) => Object.entries(door))
    expect(new Set(named.map(([condition]) => condition))).toEqual(new Set(['types', 'default']))
    expect(named.filter(([, file]) => !isFile(path.join(folder, file)))).toEqual([])
  })

  it('imports only packages that it says it needs, and those of a database only where they may be missing', () => {
    const description = JSON.parse(contentOf('package.json')) as Record<string, Record<string, never>>
    const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = description
    const code = listed.filter((file) => file.endsWith('.js'))
    const packages = new Set(code.flatMap((file) => importsIn(contentOf(file)).flatMap(packageOf)))
    expect([...packages].filter((name) => !(name in dependencies) && !(name in peerDependencies))).toEqual([])

    const optional = Object.keys(peerDependenciesMeta)
    expect(optional).toEqual([
      '@libsql/client',
      '@payloadcms/db-postgres',
      '@payloadcms/db-sqlite',
      '@payloadcms/drizzle',
      'libsql',
    ])
    const always = code.filter((file) =>
      staticImportsIn(contentOf(file))
        .flatMap(packageOf)
        .some((name) => optional.includes(name)),
    )
    expect(always).toEqual([])
  })

  it.each(['bundler', 'nodenext'] as const)(
    'has sound types for a project that resolves modules as %s',
    (resolution) => {
      const project = path.resolve(folder, '../..')
      writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }')
      const use = path.join(project, 'use.ts')
      const { exports } = JSON.parse(contentOf('package.json')) as { exports: Record<string, Door> }
      const doors = Object.keys(exports).map((door, index) => {
        const name = `payload-plugin-imprimatur${door.slice(1)}`
        return `import * as door${String(index)} from '${name}'\nvoid door${String(index)}`
      })
      const wrong = `import { imprimatur } from 'payload-plugin-imprimatur'\nimprimatur({ collections: { posts: { titel: 'name' } } })`
      writeFileSync(use, [...doors, wrong].join('\n'))

      const program = ts.createProgram([use], {
        module: resolution === 'bundler' ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
        moduleResolution: resolution === 'bundler' ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
        target: ts.ScriptTarget.ES2022,
        jsx: ts.JsxEmit.ReactJSX,
        strict: true,
        noEmit: true,
        types: ['node'],
        typeRoots: [path.join(ROOT, 'node_modules/@types')],
      })
      const own = program.getSourceFiles().filter(({ fileName }) => fileName === use || fileName.startsWith(folder))
      expect(own.length).toBeGreaterThan(100)
      const faults = own.flatMap((file) => program.getSemanticDiagnostics(file))
      const told = faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      // The one that is planted.
      expect(told).toEqual([expect.stringContaining("'titel' does not exist")])
    },
  )

  it('marks what runs in the browser', () => {
    const client = readdirSync(path.join(folder, 'dist/admin')).filter((name) => name.endsWith('.js'))
    const hooked = client.filter((name) =>
      /\buse(State|Effect|Context|Config|Form)\(/.test(contentOf(`dist/admin/${name}`)),
    )
    const unmarked = hooked.filter(
      (name) => /^[A-Z]/.test(name) && !contentOf(`dist/admin/${name}`).startsWith("'use client'"),
    )
    expect(unmarked).toEqual([])
  })
})

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Every module that a text names, in imports and in types. */
function importsIn(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** Those that are loaded with it, whatever it does. */
function staticImportsIn(text: string): readonly string[] {
  return ts
    .createSourceFile('file.js', text, ts.ScriptTarget.ES2022)
    .statements.filter((each) => ts.isImportDeclaration(each) || ts.isExportDeclaration(each))
    .flatMap(({ moduleSpecifier: name }) => (name && ts.isStringLiteral(name) ? [name.text] : []))
}

/** The package that an import is of; none for a file and for what Node has. */
function packageOf(name: string): readonly string[] {
  if (name.startsWith('.') || name.startsWith('node:')) return []
  return [
    name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/'),
  ]
}
