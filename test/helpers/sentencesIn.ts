import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Names under which code gives what it says to people. */
const SAID = new Set(['message', 'hint'])

/**
 * What the code in a folder says to people: every text that is a `message` or a `hint`, or in a list of such, with the letter x for each
 * value that stands in it. A text that is put together of several is found in its parts.
 */
export function sentencesIn(folder: string): readonly string[] {
  return sourcesIn(folder).flatMap(saidIn)
}

/** Every text that a call of `name` gets, in the same form. */
export function saidThrough(name: string, folder: string): readonly string[] {
  const calls = (node: ts.Node): string[] => {
    const own =
      ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name
        ? node.arguments.flatMap(textsOf)
        : []
    node.forEachChild((child) => {
      own.push(...calls(child))
    })
    return own
  }
  return sourcesIn(folder).flatMap(calls)
}

function sourcesIn(folder: string): readonly ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) =>
      ts.createSourceFile(file, readFileSync(path.join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true),
    )
}

function saidIn(node: ts.Node): string[] {
  const isSaid =
    (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
    ts.isIdentifier(node.name) &&
    SAID.has(node.name.text) &&
    node.initializer
  if (isSaid) return textsOf(node.initializer)
  const found: string[] = []
  node.forEachChild((child) => {
    found.push(...saidIn(child))
  })
  return found
}

function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map((span) => `x${span.literal.text}`).join('')]
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  const found: string[] = []
  node.forEachChild((child) => {
    found.push(...textsOf(child))
  })
  return found
}
