import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

beforeAll(() => {
  const script = `const { buildServer } = await import('./scripts/buildApp.mjs'); process.exit((await buildServer('.')) ? 0 : 1)`
  expect(
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, stdio: 'inherit' }).status,
  ).toBe(0)
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the real process, with runtime files in a folder of the test's own, and waits for its end. */
async function start(variables: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const server = spawn(
    process.execPath,
    ['--no-warnings', '--conditions=production', '.build/server/src/server/process/main.js'],
    {
      cwd: ROOT,
      env: {
        PATH,
        HOME,
        NODE_ENV: 'production',
        DATA_DIR: join(folder, 'data'),
        UPLOADS_DIR: join(folder, 'uploads'),
        PORT: String(await freePort()),
        DEMO: '0',
        ...variables,
      },
    },
  )
  const [stdout, stderr, [code]] = await Promise.all([text(server.stdout), text(server.stderr), once(server, 'close')])
  return { stdout, stderr, code: code as number | null }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** One clear sentence, exit code 1, no stack trace: the whole of what an operator sees. */
function expectOneSentence(ended: Awaited<ReturnType<typeof start>>, sentence: RegExp): void {
  expect(ended.stderr).toMatch(/^[A-Z][^\n]*[.?]\n$/)
  expect(ended.stderr).toMatch(sentence)
  expect(ended.code).toBe(1)
  expect(ended.stdout).not.toMatch(/^ready|"level":"(error|fatal)"|\n {4}at /m)
}

describe('a start that cannot succeed', () => {
  it.each([
    ['PORT', 'eighty', /^PORT must be a whole number/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be/],
    ['DATABASE_URI', 'mysql://db/news', /^DATABASE_URI must start with/],
    ['DATABASE_URI', 'mongodb://127.0.0.1:1/news', /^PAYLOAD_SECRET must be set/],
    ['DATABASE_URI', 'postgres://127.0.0.1:1/news', /^PAYLOAD_SECRET must be set/],
    ['DEMO_PAGE', './no-such-page.txt', /^DEMO_PAGE must name a file/],
  ])('says what is wrong with %s=%s', async (name, value, sentence) => {
    expectOneSentence(await start({ [name]: value }), sentence)
  })

  it('names the port that is taken, before it touches the database', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const ended = await start({ PORT: String(port), DATABASE_URI: `file:${join(folder, 'news.db')}` })
    taken.close()
    expectOneSentence(ended, new RegExp(`^Port ${String(port)} on 127\\.0\\.0\\.1 is taken`))
  })

  it('names an address that is not this machine', async () => {
    // RFC 5737: set aside for documentation, so nobody has it.
    expectOneSentence(
      await start({ HOST: '192.0.2.1' }),
      /^HOST is 192\.0\.2\.1, which is no address of this machine\.$/m,
    )
  })

  it('says that DATA_DIR is no folder', async () => {
    writeFileSync(join(folder, 'data'), '')
    expectOneSentence(await start({}), /^DATA_DIR \(.*\) must be a folder/)
  })

  it.each([
    [
      'mongodb://news:hunter2@127.0.0.1:1/news?replicaSet=rs0&serverSelectionTimeoutMS=1000',
      /^The database at DATABASE_URI \(mongodb:\/\/127\.0\.0\.1:1\/news[^)]*\) does not answer: /,
    ],
    [
      'postgres://news:hunter2@127.0.0.1:1/news',
      /^The database at DATABASE_URI \(postgres:\/\/127\.0\.0\.1:1\/news\) does not answer: connect ECONNREFUSED/,
    ],
  ])('says that the database at %s does not answer, without its password', async (uri, sentence) => {
    const ended = await start({ DATABASE_URI: uri, PAYLOAD_SECRET: 'a secret for tests only' })
    expectOneSentence(ended, sentence)
    expect(ended.stdout + ended.stderr).not.toContain('hunter2')
  })

  it('says that the file is no database', async () => {
    writeFileSync(join(folder, 'news.db'), 'not a database, and long enough to look at '.repeat(100))
    expectOneSentence(
      await start({ DATABASE_URI: `file:${join(folder, 'news.db')}` }),
      /^The file at DATABASE_URI \(.*\) is no sound SQLite database\.$/m,
    )
  })

  it('says that the folder of the database cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    const ended = await start({ DATABASE_URI: `file:${join(folder, 'file', 'news.db')}` })
    expectOneSentence(ended, /^The folder of DATABASE_URI \(.*\) must be a folder/)
  })
})
