import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, ROOT } from './build.ts'
import { freePort } from './freePort.ts'

/** How long a server may take to say that it is ready, and to end, in milliseconds. */
const PATIENCE_MS = { ready: 240_000, end: 15_000 }

export type OpenServer = {
  readonly url: string
  readonly pid: number
  /** How long it took from its start until it said that it is ready, in milliseconds. */
  readonly startMs: number
  /** What the server has written so far, for the message of a failed test. */
  readonly output: () => string
  /** Ends the server with all that it started, and takes its data away. */
  readonly close: () => Promise<void>
}

/**
 * Starts the server as `npm start` does, in a process of its own, on a free port and with folders of its own, and waits
 * until it says that it is ready. Builds first, unless the last build was made from the same sources.
 *
 * @param options.env is set on top of this process's environment; the demo is off, and nothing but its page, unless it says otherwise.
 * @throws Error with the server's output when it ends or takes too long.
 */
export async function openServer(options: { env?: Readonly<Record<string, string>> } = {}): Promise<OpenServer> {
  await build('buildApp')
  const dir = await mkdtemp(path.join(tmpdir(), 'server-'))
  const port = String(await freePort())
  const from = performance.now()
  const server = spawn(process.execPath, ['--conditions=production', '.build/server/src/server/process/main.js'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: path.join(dir, 'data'),
      UPLOADS_DIR: path.join(dir, 'uploads'),
      DATABASE_URI: '',
      HOST: '127.0.0.1',
      PORT: port,
      SERVER_URL: `http://127.0.0.1:${port}`,
      DEMO: '0',
      DEMO_PAGE: path.join(ROOT, 'demo/page.txt'),
      ...options.env,
    },
  })
  const written: string[] = []
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => written.push(text))
  }
  const output = () => written.join('')
  const close = async () => {
    await end(server)
    await rm(dir, { recursive: true, force: true })
  }
  try {
    const url = await readyAt(server, output)
    return { url, pid: server.pid ?? 0, startMs: performance.now() - from, output, close }
  } catch (error) {
    await close()
    throw error
  }
}

function readyAt(server: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(late)
      reject(new Error(`${why}\n${output()}`))
    }
    const late = setTimeout(() => {
      fail('The server took too long.')
    }, PATIENCE_MS.ready)
    server.stdout?.on('data', () => {
      const url = /^ready (\S+)$/m.exec(output())?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    })
    server.once('exit', (status) => {
      fail(`The server ended with ${String(status)}.`)
    })
  })
}

/** Asks the whole process group to end, and makes it end when it takes too long. */
async function end(server: ChildProcess): Promise<void> {
  const { pid } = server
  if (pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  process.kill(-pid, 'SIGTERM')
  const late = setTimeout(() => process.kill(-pid, 'SIGKILL'), PATIENCE_MS.end)
  await ended
  clearTimeout(late)
}
