// Takes each guard of test/mutants out in turn, in a copy of the working tree, and demands that its tests notice.
//   npm run mutants                     all of them
//   npm run mutants -- writePath I5     those of which a word is part of the file, of what they hold, or of the text
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { MUTANTS } from '../test/mutants/index.mjs'
import { editsOf, misplaced } from '../test/mutants/misplaced.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LEFT_BEHIND = new Set(['node_modules', '.git', '.next', '.build', 'data', 'uploads'])
/** A test that takes longer than this notices by not ending, in milliseconds. */
const PATIENCE_MS = 180_000

/** How a run of tests ended: all of them green, at least one red, or not a run at all. */
async function runTests(copy, { tests, only }) {
  const project = tests[0].startsWith('test/int/') ? 'int' : 'unit'
  const report = join(copy, 'mutants.report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--bail', '1', ...tests]
  const asked = [...args, '--reporter=json', `--outputFile=${report}`, ...(only ? ['-t', only] : [])]
  const child = spawn(process.execPath, asked, { cwd: copy, stdio: 'ignore', detached: true })
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

/** A link for each package; those of this repository, which are links themselves, lead to the copy. */
function linkPackages(from, to) {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const target = join(from, entry.name)
    symlinkSync(entry.isSymbolicLink() ? readlinkSync(target) : target, join(to, entry.name))
  }
}

const words = process.argv.slice(2)
const asked = MUTANTS.filter(
  ({ file, find, holds, without }) =>
    words.length === 0 || words.some((word) => `${file} ${holds} ${without} ${find}`.includes(word)),
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
linkPackages(join(ROOT, 'node_modules'), join(copy, 'node_modules'))

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
  const outcome = before === 'green' ? await runTests(copy, mutant) : before
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
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${holds.padEnd(5)} ${file}: ${without}${why}`)
}
rmSync(place, { recursive: true, force: true })
const seconds = Math.round((Date.now() - start) / 1000)
console.log(`${chosen.length} mutants: ${sum.killed} killed, ${sum.survived} survived (${seconds} s)`)
process.exit(sum.survived > 0 || chosen.length === 0 ? 1 : 0)
