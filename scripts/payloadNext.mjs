// Tries the newest Payload 3 in a temporary copy of the working tree, and says in a table what it has mended and what it breaks.
//   npm run payload:next              the newest 3 that is published
//   npm run payload:next -- 3.91.0    that version
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { requireNode } from './requireNode.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LEFT_BEHIND = new Set(['node_modules', '.git', '.next', '.build', 'data', 'uploads'])
/** What is released together with Payload, in one version. */
const IS_PAYLOAD = /^(payload|@payloadcms\/.+)$/
const CANARIES = 'test/int/payload-faults.int.spec.ts'
const METHODS = 'test/unit/hardening/adapter.spec.ts'

/** The version to try: the one that was asked for, or the newest 3. */
function wanted(asked) {
  if (asked) return asked
  const range = execFileSync('npm', ['view', 'payload@3', 'version', '--json'], { encoding: 'utf8' })
  return [JSON.parse(range)].flat().at(-1)
}

/** Writes the version into the manifests of the copy; returns the one that was there. */
function rewriteManifest(copy, version) {
  const path = join(copy, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const before = manifest.dependencies.payload
  for (const kind of ['dependencies', 'devDependencies'])
    for (const name of Object.keys(manifest[kind] ?? {})) if (IS_PAYLOAD.test(name)) manifest[kind][name] = version
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
  return before
}

/** Every test of the file with its outcome; null when the file did not even load. */
function runTests(copy, project, file) {
  const report = join(copy, 'next.report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, file]
  spawnSync(process.execPath, [...args, '--reporter=json', `--outputFile=${report}`], { cwd: copy, stdio: 'ignore' })
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
    return tests.length > 0 ? tests.map(({ title, status }) => ({ title, ok: status === 'passed' })) : null
  } catch {
    return null
  }
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
}

requireNode()
const version = wanted(process.argv[2])
const place = mkdtempSync(join(tmpdir(), 'payload-next-'))
const copy = join(place, 'copy')
let attention = false
try {
  cpSync(ROOT, copy, { recursive: true, filter: (from) => !LEFT_BEHIND.has(from.slice(ROOT.length)) })
  const before = rewriteManifest(copy, version)
  console.log(`Payload ${version}; this newsroom stands on ${before}.`)
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: copy, stdio: 'inherit' })

  const canaries = runTests(copy, 'int', CANARIES)
  const methods = runTests(copy, 'unit', METHODS)
  const types = spawnSync('npx', ['tsc', '--noEmit'], { cwd: copy, encoding: 'utf8' })
  const errors = types.stdout.split('\n').filter((line) => line.includes('error TS'))

  const rows = [['what', 'outcome']]
  for (const { title, ok } of canaries ?? []) rows.push([title, ok ? 'still there' : 'MENDED, or another one: look'])
  if (!canaries) rows.push([CANARIES, 'BROKEN: it did not run'])
  for (const { title, ok } of methods ?? []) rows.push([title, ok ? 'holds' : 'BROKEN'])
  if (!methods) rows.push([METHODS, 'BROKEN: it did not run'])
  rows.push(['types', types.status === 0 ? 'hold' : `BROKEN: ${String(errors.length)} errors`])
  table(rows)
  for (const line of errors) console.log(line)
  attention = rows.some(([, outcome]) => /^(MENDED|BROKEN)/.test(outcome))
} finally {
  rmSync(place, { recursive: true, force: true })
}
process.exit(attention ? 1 : 0)
