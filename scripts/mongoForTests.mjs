import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findProgram } from './findProgram.mjs'
import { freePort } from './freePort.mjs'

/** How long a server may take to be writable, in milliseconds. */
const PATIENCE_MS = 60_000

/** Where .ci/run and the instructions for contributors put SecantusDB. */
const SECANTUS_IN_REPOSITORY = '.build/secantus/bin/secantusd-py'

/**
 * A MongoDB for the tests: the one that MONGODB_URI names, a mongod, or a SecantusDB, in this order; the last two are started on a free port
 * with their files in a temporary folder.
 *
 * @returns {Promise<{ uri: string, title: string, stop: () => Promise<void> } | { missing: string }>}
 */
export async function mongoForTests(root) {
  const given = process.env.MONGODB_URI?.trim()
  if (given) return { uri: given, title: await titleOf(given, 'MONGODB_URI'), stop: async () => {} }

  const mongod = findProgram(['mongod'])
  if (mongod) {
    return startServer(mongod, 'rs0', (port, folder) => [
      '--port',
      port,
      '--dbpath',
      folder,
      '--bind_ip',
      '127.0.0.1',
      '--replSet',
      'rs0',
    ])
  }
  const secantus = findProgram(['secantusd-py', join(root, SECANTUS_IN_REPOSITORY)])
  if (secantus) {
    return startServer(secantus, 'secantus', (port, folder) => ['--port', port, '--storage-path', folder])
  }
  return { missing: `no MONGODB_URI, no mongod and no secantusd-py on the PATH, and no ${SECANTUS_IN_REPOSITORY}` }
}

async function startServer(program, replicaSet, argumentsFor) {
  const folder = mkdtempSync(join(tmpdir(), 'imprimatur-mongo-'))
  const port = String(await freePort())
  const server = spawn(program, argumentsFor(port, folder), { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-4000)
    })
  }
  const ended = new Promise((resolve) => server.once('close', resolve))
  const stop = async () => {
    server.kill('SIGTERM')
    const kill = setTimeout(() => server.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(kill)
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', () => server.kill('SIGKILL'))

  const uri = `mongodb://127.0.0.1:${port}/imprimatur?replicaSet=${replicaSet}`
  try {
    await Promise.race([
      becomeWritable(port, replicaSet),
      ended.then((code) => {
        throw new Error(`it ended with code ${code}`)
      }),
    ])
    return { uri, title: await titleOf(uri, program), stop }
  } catch (error) {
    await stop()
    return { missing: `${program} does not work: ${error.message}\n${output}` }
  }
}

/** Asks until the server takes writes, and starts the replica set of a mongod that has none. */
async function becomeWritable(port, replicaSet) {
  const { MongoClient } = await import('mongodb')
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
      serverSelectionTimeoutMS: 500,
    })
    try {
      const admin = client.db('admin')
      const { isWritablePrimary, setName } = await admin.command({ hello: 1 })
      if (isWritablePrimary && setName) return
      if (!setName) {
        await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
      }
    } catch (error) {
      if (Date.now() > deadline) throw error
    } finally {
      await client.close()
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** What server it is, by its own word. */
async function titleOf(uri, origin) {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 })
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 })
    return `${origin}, which calls itself MongoDB ${version}`
  } catch (error) {
    return `${origin}, which does not answer: ${error.message}`
  } finally {
    await client.close()
  }
}
