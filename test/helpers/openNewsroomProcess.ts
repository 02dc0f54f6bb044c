import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { BarrierPoint } from '../../packages/plugin-imprimatur/src/index.ts'
import { build, ROOT } from './build.ts'
import { freePort } from './freePort.ts'
import { databaseNamed, onServer, PASSWORD, STAFF, type Answer, type Asked, type Staff } from './openNewsroom.ts'

/** A folder and a database that processes share and that outlive each of them. */
export type Premises = {
  readonly uploads: string
  readonly env: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

export type NewsroomProcess = {
  readonly url: string
  /** A request over HTTP; null when the process went away before it answered. */
  readonly ask: (method: string, address: string, asked?: Asked) => Promise<Answer | null>
  /** The same for a body that is not JSON. */
  readonly send: (method: string, address: string, as: Staff, body: FormData) => Promise<Answer | null>
  /** Stops the `after`th request that comes to `point` from now on, for good; resolves when it stands there. */
  readonly holdAt: (point: BarrierPoint, after: number) => Promise<void>
  /** Puts its clock so many milliseconds ahead of the machine's. AHEAD_MS in its environment does so from the start. */
  readonly putAhead: (ms: number) => Promise<void>
  /** Sends the webhooks that are due; resolves when it is known what came of each. */
  readonly sendWebhooks: () => Promise<void>
  readonly audit: () => Promise<{ readonly pieces: number; readonly offences: readonly object[] }>
  /** Freezes the process, as a machine that is out of breath does, and gives back how it goes on. */
  readonly freeze: () => () => void
  /** Ends the whole process group at once, as a power cut does. */
  readonly kill: () => Promise<void>
  readonly output: () => string
}

export async function openPremises(): Promise<Premises> {
  await build('buildServer')
  const dir = await mkdtemp(path.join(tmpdir(), 'premises-'))
  const name = path.basename(dir).replaceAll(/\W/g, '')
  const uploads = path.join(dir, 'uploads')
  return {
    uploads,
    env: {
      DATA_DIR: path.join(dir, 'data'),
      UPLOADS_DIR: uploads,
      DATABASE_URI: onServer() ? databaseNamed(name) : '',
      PAYLOAD_SECRET: 'a secret for tests only',
      STAFF: STAFF.join(),
      STAFF_PASSWORD: PASSWORD,
    },
    close: () => rm(dir, { recursive: true, force: true }),
  }
}

/** Tokens by person, which processes on the same premises share: a login is durable like everything else. */
export type Tokens = Map<Staff, string>

/** Starts the newsroom on `premises` and waits until it answers. */
export async function openNewsroomProcess(
  premises: Premises,
  tokens: Tokens,
  env: Readonly<Record<string, string>> = {},
): Promise<NewsroomProcess> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--conditions=production', 'test/helpers/newsroomProcess.mjs'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...premises.env, PORT: port, SERVER_URL: url, ...env },
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => written.push(text))
  }
  const output = () => written.join('')
  await saying(child, 'ready', output)

  const request = async (method: string, address: string, init: RequestInit): Promise<Answer | null> => {
    try {
      const response = await fetch(url + address, { method, redirect: 'manual', ...init })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parsed(text) }
    } catch (error) {
      // The connection broke: the process is gone, or was just then.
      if (error instanceof TypeError) return null
      throw error
    }
  }
  const tokenOf = async (who: Staff): Promise<string> => {
    const known = tokens.get(who)
    if (known) return known
    const answer = await request('POST', '/api/users/login', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${who}@imprimatur.example`, password: PASSWORD }),
    })
    const token = String(answer?.body.token)
    tokens.set(who, token)
    return token
  }
  return {
    url,
    output,
    ask: async (method, address, { as, body, headers } = {}) =>
      request(method, address, {
        headers: {
          ...(as ? { authorization: `JWT ${await tokenOf(as)}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    send: async (method, address, as, body) =>
      request(method, address, { headers: { authorization: `JWT ${await tokenOf(as)}` }, body }),
    holdAt: async (point, after) => {
      child.send({ hold: point, after })
      await saying(child, 'held', output)
    },
    putAhead: async (ms) => {
      child.send({ ahead: ms })
      await saying(child, 'put', output)
    },
    sendWebhooks: async () => {
      child.send({ sends: true })
      await saying(child, 'sent', output)
    },
    audit: async () => {
      child.send({ audit: true })
      return (await saying(child, 'report', output)) as { pieces: number; offences: object[] }
    },
    freeze: () => {
      const { pid } = child
      if (pid === undefined) throw new Error('The newsroom is gone.')
      process.kill(-pid, 'SIGSTOP')
      return () => process.kill(-pid, 'SIGCONT')
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      const ended = once(child, 'exit')
      process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

/**
 * Asks again as long as the answer is `busy`, when it says to. A process that was killed or frozen holds what it had written until the database ends its
 * transaction: MongoDB after a minute, Postgres after half of one.
 */
export async function untilNotBusy(ask: () => Promise<Answer | null>): Promise<Answer | null> {
  for (;;) {
    const answer = await ask()
    if (answer?.status !== 503) return answer
    await setTimeout(Number(answer.headers.get('retry-after')) * 1_000)
  }
}

function saying(child: ChildProcess, name: string, output: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const listen = (message: object) => {
      if (!(name in message)) return
      child.off('message', listen)
      child.off('exit', gone)
      resolve((message as Record<string, unknown>)[name])
    }
    const gone = () => {
      reject(new Error(`The newsroom ended before it was ${name}.\n${output()}`))
    }
    child.on('message', listen)
    child.once('exit', gone)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
