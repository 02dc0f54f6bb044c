import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import ts from 'typescript'

/**
 * Writes the TypeScript below `from` as JavaScript below `to`, file by file and unchecked; styles, JSON and JavaScript as they are.
 */
export function compileFolder(from, to) {
  for (const file of filesBelow(from)) compileFile(from, to, file)
}

/** The same for one file, named from `from`. */
export function compileFile(from, to, file) {
  const target = join(to, file.replace(/\.tsx?$/, '.js'))
  mkdirSync(dirname(target), { recursive: true })
  if (/\.tsx?$/.test(file)) writeFileSync(target, javaScriptOf(readFileSync(join(from, file), 'utf8'), file))
  else copyFileSync(join(from, file), target)
}

function javaScriptOf(source, fileName) {
  const { outputText } = ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.ReactJSX,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  })
  return outputText
}

function filesBelow(folder, path = '') {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const file = join(path, entry.name)
    if (entry.isDirectory()) return filesBelow(folder, file)
    return isCompiled(file) ? [file] : []
  })
}

/** Whether a file of this name is part of what runs. */
export function isCompiled(file) {
  return /\.(tsx?|js|json|css)$/.test(file) && !file.endsWith('.d.ts')
}
