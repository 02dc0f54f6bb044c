// Takes each guard of test/mutants out in turn, in a copy of the working tree, and demands that its tests notice.
//   npm run mutants                     all of them
//   npm run mutants -- writePath I5     those of which a word is part of the file, of what they hold, or of the text
//   npm run mutants -- --since COMMIT   those that the list at that commit does not hold yet
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

import { MUTANTS } from '../test/mutants/index.mjs'
import { editsOf, misplaced } from '../test/mutants/misplaced.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LEFT_BEHIND = new Set(['node_modules', '.git', '.next', '.build', 'data', 'uploads'])
const PLUGIN = 'payload-plugin-imprimatur'
/** A test that takes longer than this notices by not ending, in milliseconds. */
const PATIENCE_MS = 180_000

/** The list of mutants as it was at a commit. */
async function listAt(commit) {
  const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' })
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  mkdirSync(join(folder, 'test/mutants'), { recursive: true })
  for (const file of git('ls-tree', '--name-only', commit, 'test/mutants/').trim().split('\n')) {
    writeFileSync(join(folder, file), git('show', `${commit}:${file}`))
  }
  const { MUTANTS: list } = await import(pathToFileURL(join(folder, 'test/mutants/index.mjs')).href)
  rmSync(folder, { recursive: true })
  return list
}

/** Which project of vitest a mutant's tests belong to. */
const projectOf = ({ tests }) => (tests[0].startsWith('test/int/') ? 'int' : 'unit')

/** How a run of tests ended: all of them green, at least one red, or not a run at all. */
async function runTests(copy, mutant) {
  const { tests, only } = mutant
  const report = join(copy, 'mutants.report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', projectOf(mutant), '--bail', '1', ...tests]
  const asked = [...args, '--reporter=json', `--outputFile=${report}`, ...(only ? ['-t', only] : [])]
  const child = spawn(process.execPath, asked, {
    cwd: copy,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, FULL: '1' },
  })
  const late = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), PATIENCE_MS)
  const killed = await new Promise((done) => child.once('exit', (_, signal) => done(signal === 'SIGKILL')))
  clearTimeout(late)
  if (killed) return 'red'
  try {
    const { numFailedTests, numPassedTests, success } = JSON.parse(readFileSync(report, 'utf8'))
    if (numFailedTests > 0) return 'red'
    return success && numPassedTests > 0 ? 'green' : 'no run'
  } catch {
    return 'no run'
  }
}

const { values, positionals: words } = parseArgs({ options: { since: { type: 'string' } }, allowPositionals: true })
const guardOf = ({ file, find }) => JSON.stringify([file, find])
const known = new Set((values.since ? await listAt(values.since) : []).map(guardOf))
// The quick ones first.
const asked = ['unit', 'int'].flatMap((project) =>
  MUTANTS.filter((mutant) => projectOf(mutant) === project && !known.has(guardOf(mutant))).filter(
    ({ file, find, holds, without }) =>
      words.length === 0 || words.some((word) => `${file} ${holds} ${without} ${find}`.includes(word)),
  ),
)
const chosen = asked.filter(({ database }) => database === undefined || database === process.env.TEST_DATABASE)
if (chosen.length < asked.length) {
  const others = new Set(asked.filter((each) => !chosen.includes(each)).map(({ database }) => database))
  console.log(`left out: ${asked.length - chosen.length} that take TEST_DATABASE=${[...others].join(' or ')}`)
}
const faults = misplaced(chosen, ROOT)
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exit(1)
}
const place = mkdtempSync(join(tmpdir(), 'mutants-'))
// A folder of the same name beside a link to what lies beside the original: some tests read ../shared.
const copy = join(place, basename(resolve(ROOT)))
cpSync(ROOT, copy, { recursive: true, filter: (from) => !LEFT_BEHIND.has(from.slice(ROOT.length)) })
// Each package by a link of its own, but for the plugin: its link leads to the copy, as the whole folder's would lead to the original.
mkdirSync(join(copy, 'node_modules'))
for (const name of readdirSync(join(ROOT, 'node_modules'))) {
  const target = name === PLUGIN ? join(copy, 'packages', 'plugin-imprimatur') : join(ROOT, 'node_modules', name)
  symlinkSync(target, join(copy, 'node_modules', name))
}

const sum = { killed: 0, survived: 0 }
const greenBefore = new Map()
const start = Date.now()
for (const mutant of chosen) {
  const { file, holds, without, tests, only } = mutant
  const run = JSON.stringify([tests, only])
  if (!greenBefore.has(run)) greenBefore.set(run, await runTests(copy, mutant))
  const before = greenBefore.get(run)
  const kept = new Map()
  for (const { file: place, find, put } of editsOf(mutant)) {
    const path = join(copy, place)
    const text = readFileSync(path, 'utf8')
    if (!kept.has(path)) kept.set(path, text)
    writeFileSync(
      path,
      text.replace(find, () => put),
    )
  }
  const began = Date.now()
  const outcome = before === 'green' ? await runTests(copy, mutant) : before
  const took = `${Math.round((Date.now() - began) / 1000)} s`
  for (const [path, text] of kept) writeFileSync(path, text)
  const killed = before === 'green' && outcome === 'red'
  sum[killed ? 'killed' : 'survived'] += 1
  const why = killed
    ? ''
    : before !== 'green'
      ? ` (with the guard in place: ${before}; look at ${tests.join(' ')}${only ? ` -t "${only}"` : ''})`
      : outcome === 'green'
        ? ` (${tests.join(' ')} did not notice)`
        : ' (the tests did not run)'
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${holds.padEnd(5)} ${file}: ${without}${why} ${took}`)
}
rmSync(place, { recursive: true, force: true })
const seconds = Math.round((Date.now() - start) / 1000)
console.log(`${chosen.length} mutants: ${sum.killed} killed, ${sum.survived} survived (${seconds} s)`)
process.exit(sum.survived > 0 || chosen.length === 0 ? 1 : 0)
