import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { buildApp } from './buildApp.mjs'
import { freePort } from './freePort.mjs'
import { runVitest } from './runVitest.mjs'

/**
 * `npm run test:node24`: the unit tests, some integration tests on SQLite, a build and a start on Node 24, which npm brings. Payload 4 wants it.
 */
const MAJOR = '24'

/** What hangs on Node itself: its HTTP server, its streams, native packages, processes, and the canonical form. */
const FILES = ['digest', 'front-door', 'media', 'one-writer', 'server-start', 'stored-digests', 'workflow'].map(
  (name) => `test/int/${name}.int.spec.ts`,
)

/** How long a start may take, in milliseconds. */
const PATIENCE_MS = 120_000

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
if (process.versions.node.split('.')[0] !== MAJOR) process.exit(again())

console.log(`Node ${process.versions.node}`)
const unit = await runVitest(root, 'unit')
// From nothing, as what the other Node built is there.
rmSync(join(root, '.build/server.stamp'), { force: true })
rmSync(join(root, '.build/plugin.stamp'), { force: true })
rmSync(join(root, '.build/pages.stamp'), { force: true })
if (!(await buildApp(root))) process.exit(1)
const started = await starts()
const integration = await runVitest(root, 'int', { TEST_DATABASE: 'sqlite' }, { files: FILES })
for (const [title, { passed, failed, skipped }] of Object.entries({ unit, integration }))
  console.log(`${title}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
console.log(`start: ${started ? 'done' : 'failed'}`)
process.exit(started && unit.failed + integration.failed === 0 ? 0 : 1)

/** Runs this script on the Node that npm has under this number. */
function again() {
  const found = spawnSync('npx', ['--yes', '--package', `node@${MAJOR}`, '--', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
  })
  if (found.status !== 0) {
    console.error(`npm has no Node ${MAJOR} for this machine.\n${found.stderr}`)
    return 1
  }
  return spawnSync(found.stdout.trim(), [fileURLToPath(import.meta.url)], { stdio: 'inherit' }).status ?? 1
}

/** Whether the built server starts on an empty folder, gives readers a page, and ends when it is told to. */
async function starts() {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-node-'))
  const port = String(await freePort())
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      PORT: port,
      DATA_DIR: join(folder, 'data'),
      UPLOADS_DIR: join(folder, 'uploads'),
      DEMO: '0',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(server, 'exit')
  try {
    const deadline = Date.now() + PATIENCE_MS
    while (server.exitCode === null && Date.now() < deadline) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/articles`).catch(() => null)
      if (answer?.ok) return (await fetch(`http://127.0.0.1:${port}/admin/login`)).ok
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    return false
  } finally {
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
