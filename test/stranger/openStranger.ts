import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packPlugin } from '../../scripts/package.mjs'
import { freePort } from '../helpers/freePort.ts'
import { buildProject, makeProject, migrateProject } from './makeProject.mjs'

export type Database = 'sqlite' | 'mongodb' | 'postgres'

export type Stranger = {
  readonly folder: string
  /** Starts `next start` or `next dev` on a free port, with an empty database. */
  readonly serve: (mode: 'start' | 'dev') => Promise<Running>
  readonly remove: () => Promise<void>
}

export type Running = {
  readonly url: string
  /** What it has written so far. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

/** The half that is tested: `sqlite`, or one whose server MONGODB_URI or POSTGRES_URI names. */
export const DATABASE = (process.env.TEST_DATABASE ?? 'sqlite') as Database

/**
 * A stock Payload project with the plugin, made, installed and built in a temporary folder, which takes some minutes; or the one that
 * `makeProject.mjs` made before in the folder that STRANGER names.
 */
export async function openStranger(): Promise<Stranger> {
  const given = process.env.STRANGER
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'stranger-')))
  const remove = async () => {
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
  if (given === undefined) {
    makeProject(folder, DATABASE, packPlugin(path.resolve(import.meta.dirname, '../..')).tarball)
    await buildProject(folder, DATABASE, envOf('build')).catch(async (error: unknown) => {
      await remove()
      throw error
    })
  }
  return {
    folder,
    serve: async (mode) => {
      const env = envOf(mode)
      if (mode === 'start') await migrateProject(folder, DATABASE, env)
      return serve(folder, mode, env)
    },
    remove,
  }
}

/** With a database of its own, each time. */
function envOf(purpose: string): Record<string, string> {
  const name = `${purpose}_${randomUUID().replaceAll('-', '')}`
  return { DATABASE_URI: addressOf(name), PAYLOAD_SECRET: 'a secret for tests only' }
}

function addressOf(name: string): string {
  if (DATABASE === 'sqlite') return `file:./${name}.db`
  const server = new URL((DATABASE === 'mongodb' ? process.env.MONGODB_URI : process.env.POSTGRES_URI) ?? '')
  server.pathname = `/${name}`
  return server.href
}

async function serve(folder: string, mode: 'start' | 'dev', env: Record<string, string>): Promise<Running> {
  const port = String(await freePort())
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', mode, '-p', port], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Vitest says `test`, in which Payload does not listen for edits.
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    },
  })
  const written: string[] = []
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => written.push(text))
  }
  const output = () => written.join('')
  await new Promise<void>((ready, fail) => {
    server.stdout.on('data', () => {
      if (output().includes('Ready in')) ready()
    })
    server.once('exit', () => {
      fail(new Error(output()))
    })
  })
  return { url: `http://localhost:${port}`, output, close: () => end(server) }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  process.kill(-server.pid, 'SIGTERM')
  await ended
}
