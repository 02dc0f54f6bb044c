import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const SCRIPTS = fileURLToPath(new URL('../../scripts/', import.meta.url))

/** What a function of one of the scripts returns; they are plain JavaScript, which the types of the tests do not reach. */
function call(script: string, name: string, ...args: unknown[]): unknown {
  const code = `const { ${name} } = await import(${JSON.stringify(join(SCRIPTS, script))})
    const result = await ${name}(...JSON.parse(process.argv[1]).map((each) => each ?? undefined))
    process.stdout.write('\\n' + JSON.stringify(result ?? null))`
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', code, JSON.stringify(args)],
    { encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1))
}

describe('countReport', { timeout: 30_000 }, () => {
  const file = (status: string, ...tests: string[]) => ({
    status,
    assertionResults: tests.map((each) => ({ status: each })),
  })
  const report = (passed: number, failed: number, pending: number, ...testResults: object[]) => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    testResults,
  })
  const count = (...args: unknown[]) => call('runVitest.mjs', 'countReport', ...args)

  it('takes the numbers of a sound report', () => {
    const sound = report(2, 1, 1, file('failed', 'passed', 'failed'), file('passed', 'passed', 'pending'))
    expect(count(sound, false)).toEqual({ passed: 2, failed: 1, skipped: 1 })
  })

  it('counts a file that could not be loaded, of which no test is known', () => {
    expect(count(report(2, 0, 0, file('failed'), file('passed', 'passed', 'passed')), false)).toMatchObject({
      failed: 1,
    })
  })

  it('counts a run that failed though every test passed', () => {
    expect(count(report(1, 0, 0, file('passed', 'passed')), false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('does not take a run without tests, or without a report, for a success', () => {
    expect(count(report(0, 0, 0), true)).toMatchObject({ failed: 1 })
    expect(count(null, true)).toMatchObject({ failed: 1 })
  })
})

describe('failuresOf', { timeout: 30_000 }, () => {
  const failures = (report: unknown) => call('runVitest.mjs', 'failuresOf', report)

  it('names each failed test, and a file that could not be run, with the first line of the message', () => {
    const testResults = [
      {
        name: 'a.spec.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          {
            status: 'failed',
            fullName: 'two',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m\n    at a.spec.ts:3'],
          },
        ],
      },
      { name: 'b.spec.ts', status: 'failed', message: 'no such module\nrequired by', assertionResults: [] },
      { name: 'c.spec.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'three' }] },
    ]
    expect(failures({ testResults })).toEqual(['a.spec.ts > two: expected 1', 'b.spec.ts: no such module'])
  })

  it('has none of a report that was never written', () => {
    expect(failures(null)).toEqual([])
  })
})

describe('on files', { timeout: 30_000 }, () => {
  let root: string
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'scripts-'))
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  it('the hash of sources sees names and bytes and nothing else', () => {
    const hash = () => call('sourceHash.mjs', 'sourceHash', root, ['src', 'absent', 'one.json'])
    write('src/a.ts', 'a')
    write('one.json', '{}')
    const before = hash()

    utimesSync(join(root, 'src/a.ts'), 0, 0)
    write('elsewhere.ts', 'x')
    write('src/.swap', 'x')
    expect(hash()).toBe(before)

    write('src/a.ts', 'b')
    expect(hash()).not.toBe(before)
    write('src/a.ts', 'a')
    expect(hash()).toBe(before)
    write('src/b.ts', '')
    expect(hash()).not.toBe(before)
  })

  it('the hash of sources tells a name from the bytes before it', () => {
    const hash = () => call('sourceHash.mjs', 'sourceHash', root, ['src'])
    write('src/a', 'src/b')
    write('src/b', '')
    const before = hash()
    write('src/a', '')
    write('src/b', 'src/b')
    expect(hash()).not.toBe(before)
  })

  it('what npm installed already is not installed again, but for packages of other platforms', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': { version: '1.0.0' },
        'node_modules/win': { version: '1.0.0', optional: true },
      },
    }
    write('package.json', '{"name":"x","version":"1.0.0"}')
    write('package-lock.json', JSON.stringify(lock))
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }))
    expect(call('installPackages.mjs', 'installPackages', root)).toBe(true)
  })

  it('another version than the lock file names is installed, and a failure of npm is told', () => {
    // npm ci refuses a lock file that does not fit package.json, so this needs no network.
    write('package.json', '{"name":"x","version":"1.0.0","dependencies":{"a":"2.0.0"}}')
    write(
      'package-lock.json',
      JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }),
    )
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } }))
    expect(call('installPackages.mjs', 'installPackages', root)).toBe(false)
  })

  it.each(['build.mjs', 'packPackages.mjs', 'start.mjs'])(
    'in a new clone %s installs before anything else',
    (script) => {
      // npm refuses this lock file, too, which ends the script there.
      cpSync(SCRIPTS, join(root, 'scripts'), { recursive: true })
      write(
        'package.json',
        '{"name":"x","version":"1.0.0","type":"module","engines":{"node":">=20.19.0"},"dependencies":{"a":"2.0.0"}}',
      )
      write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: { '': {} } }))
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts', script)], {
        encoding: 'utf8',
        env: { ...process.env, npm_config_offline: 'true' },
      })
      expect([status, stdout]).toEqual([
        1,
        expect.stringMatching(/^Installing packages …\n[^]*Installing packages: failed \(.*\)\n$/),
      ])
    },
  )
})

describe('npm run bench', { timeout: 30_000 }, () => {
  it('names the benchmarks that there are when it is asked for another', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(SCRIPTS, 'bench.mjs'), 'nosuch'], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/no benchmark nosuch\. There are .*delivery/)])
  })
})
