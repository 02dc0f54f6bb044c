import { spawn, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findProgram } from './findProgram.mjs'
import { freePort } from './freePort.mjs'

/** How long a server may take to answer, in milliseconds. */
const PATIENCE_MS = 60_000

/** Where Debian puts what does not belong on the PATH. */
const DEBIAN = '/usr/lib/postgresql'

/** Without waiting for the disk: what a test wrote needs to survive no power cut. */
const FOR_TESTS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' }

/**
 * A Postgres for the tests: the one that POSTGRES_URI names, or one of its own on a free port with its files in a temporary folder. Its texts
 * are sorted by code points, as the other databases do.
 *
 * @returns {Promise<{ uri: string, title: string, stop: () => Promise<void> } | { missing: string }>}
 */
export async function postgresForTests() {
  const given = process.env.POSTGRES_URI?.trim()
  if (given) return { uri: given, title: 'POSTGRES_URI', stop: async () => {} }

  const [initdb, postgres, isReady] = ['initdb', 'postgres', 'pg_isready'].map((name) =>
    findProgram([name, ...debianPlaces(name)]),
  )
  if (!initdb || !postgres || !isReady) {
    return { missing: `no POSTGRES_URI, and no postgres and initdb on the PATH or under ${DEBIAN}/*/bin` }
  }
  const user = ordinaryUser()
  if (!user) return { missing: 'Postgres refuses to run as root, and this machine has no user postgres or nobody' }
  return startServer({ initdb, postgres, isReady }, user)
}

async function startServer({ initdb, postgres, isReady }, user) {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-postgres-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const port = String(await freePort())
  const asUser = { ...user, cwd: folder, encoding: 'utf8' }
  const made = spawnSync(
    initdb,
    ['-D', folder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    asUser,
  )
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    return { missing: `${initdb} does not work: ${made.stderr}` }
  }
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...FOR_TESTS }
  const server = spawn(
    postgres,
    ['-D', folder, '-p', port, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...asUser, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-4000)
    })
  }
  const ended = new Promise((resolve) => server.once('close', resolve))
  const stop = async () => {
    // "Fast": it closes the connections that are open still.
    server.kill('SIGINT')
    const kill = setTimeout(() => server.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(kill)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', () => server.kill('SIGQUIT'))

  const deadline = Date.now() + PATIENCE_MS
  while (spawnSync(isReady, ['-h', '127.0.0.1', '-p', port]).status !== 0) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop()
      return { missing: `${postgres} does not work: ${output}` }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' })
  return { uri: `postgres://postgres@127.0.0.1:${port}/postgres`, title: stdout.trim(), stop }
}

/** The newest first. */
function debianPlaces(name) {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    return versions.map((version) => join(DEBIAN, version, 'bin', name))
  } catch {
    return []
  }
}

/** Whom the server runs as: us, or as root somebody who is not, by the line of /etc/passwd. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {}
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid) return { uid: Number(uid), gid: Number(gid) }
  }
  return undefined
}
