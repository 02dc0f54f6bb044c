import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['src', 'collections', 'packages/plugin-imprimatur/src', 'packages/client/src', 'test', 'scripts']

/** What is there for others than this repository, and what Payload's config names as a text. */
const FOR_OTHERS = ['packages/client/src/index.ts', 'packages/plugin-imprimatur/src/index.ts']
const NAMED_IN_THE_CONFIG = ['src/newsroom/admin/index.ts']

const ALL = '*'

type Taken = { readonly from: string; readonly names: readonly string[] }

/** What a file takes from each file that it names by its path. */
function takenBy(file: string): readonly Taken[] {
  const found: Taken[] = []
  const note = (from: ts.Expression | undefined, names: readonly string[]) => {
    if (from && ts.isStringLiteral(from) && from.text.startsWith('.'))
      found.push({ from: normalize(join(dirname(file), from.text)), names })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, namesIn(node.importClause?.namedBindings))
    else if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, namesIn(node.exportClause))
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const { parent } = node.parent
      note(node.arguments[0], ts.isVariableDeclaration(parent) ? namesIn(parent.name) : [ALL])
    }
    ts.forEachChild(node, visit)
  }
  visit(parsed(file))
  return found
}

function namesIn(
  list: ts.NamedImportBindings | ts.NamedExportBindings | ts.BindingName | undefined,
): readonly string[] {
  if (!list) return [ALL]
  if (ts.isNamedImports(list) || ts.isNamedExports(list) || ts.isObjectBindingPattern(list))
    return list.elements.map((each) => (each.propertyName ?? each.name).getText())
  return [ALL]
}

/** The names that a door hands on. */
function handedOnBy(door: string): readonly string[] {
  return parsed(door).statements.flatMap((statement) => {
    const names = ts.isExportDeclaration(statement) ? statement.exportClause : undefined
    return names && ts.isNamedExports(names) ? names.elements.map(({ name }) => name.getText()) : []
  })
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

describe('the door of a room', () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  ).filter((file) => /\.(tsx?|mjs)$/.test(file))
  const taken = new Map<string, Set<string>>()
  for (const { from, names } of files.filter((file) => read(file).includes('/index.ts')).flatMap(takenBy))
    taken.set(from, new Set([...(taken.get(from) ?? []), ...names]))
  const doors = files.filter(
    (file) => file.endsWith('/index.ts') && ![...FOR_OTHERS, ...NAMED_IN_THE_CONFIG].includes(file),
  )

  it.each(doors)('hands on nothing that nobody takes: %s', (door) => {
    const wanted = taken.get(door) ?? new Set()
    expect(wanted.has(ALL) ? [] : handedOnBy(door).filter((name) => !wanted.has(name))).toEqual([])
  })
})
