import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * Runs one project of vitest, or some of its `files`, or `only` the tests whose names match, or one `shard` of it such as `1/2`, and counts by
 * its own report. Its output goes where ours goes, with `hold` all at once when it has ended. A file that could not be run, a run that failed
 * without a failed test, and a run without tests count as one failure each. `failures` has a line for each failed test.
 *
 * @returns {Promise<{ passed: number, failed: number, skipped: number, failures: string[] }>}
 */
export async function runVitest(root, project, env = {}, { files = [], hold = false, only, shard } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-tests-'))
  const report = join(folder, 'report.json')
  const args = [
    'run',
    ...files,
    ...(only ? ['--testNamePattern', only] : []),
    ...(shard ? ['--shard', shard] : []),
    '--project',
    project,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  try {
    const code = await new Promise((resolve) => {
      const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
        cwd: root,
        stdio: ['ignore', hold ? 'pipe' : 'inherit', hold ? 'pipe' : 'inherit'],
        env: { ...process.env, ...env },
      })
      const held = []
      for (const stream of [vitest.stdout, vitest.stderr]) stream?.on('data', (chunk) => held.push(chunk))
      vitest.once('error', () => resolve(1))
      vitest.once('close', (status) => {
        process.stdout.write(Buffer.concat(held))
        resolve(status)
      })
    })
    const outcome = readReport(report)
    return { ...countReport(outcome, code === 0), failures: failuresOf(outcome) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The counts of a report of vitest's JSON reporter; `undefined` stands for a report that was never written. */
export function countReport(report, succeeded) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0
  if (counts.failed === 0 && (nothingRan || !succeeded)) counts.failed = 1
  return counts
}

/** A line for each failed test of a report, and for each file that could not be run: its file, its name, the first line of its message. */
export function failuresOf(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${firstLine(message)}`] : []
    return failed.map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`)
  })
}

function firstLine(message = '') {
  return stripVTControlCharacters(message).split('\n', 1)[0]
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
