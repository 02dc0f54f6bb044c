import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { coded, type CodedError } from 'payload-plugin-imprimatur'
import { ImageRefused } from './cleanImage.ts'
import type { MadePicture, PictureJob } from './makePicture.ts'
import type { PictureAnswer } from './pictureProcess.ts'

/** Limits of one picture, beyond which its process is killed. */
export type PictureLimits = {
  /** In milliseconds, from its turn on. */
  readonly pictureMs: number
  /** Of the process, in bytes. A progressive JPEG of 60 million pixels takes 1.2 GB to write anew. */
  readonly memory: number
}

const LIMITS: PictureLimits = { pictureMs: 90_000, memory: 1_600_000_000 }

/** How long the process is kept for the next picture, in milliseconds. */
const IDLE_MS = 3_000

/** Pictures that may wait for their turn. */
export const MAX_WAITING = 20

/** When to come back, in seconds, for whom the queue is too long. */
const RETRY_AFTER = 30

/** Lower priority than everything else: https://man7.org/linux/man-pages/man7/sched.7.html, "nice value". */
const NICE = 10

/**
 * Makes pictures, one at a time, in a process of its own that can be killed: when a picture takes too long, when whoever sent it hangs
 * up, and when the server stops. The process ends when there is nothing to do, so that its memory comes back.
 */
export class PictureMaker {
  private process: ChildProcess | undefined
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private idle: NodeJS.Timeout | undefined
  private stopped = false

  constructor(private readonly limits: PictureLimits = LIMITS) {}

  /**
   * @throws ImageRefused in words for the person who chose the file
   * @throws CodedError `busy` when too many wait, when `signal` is aborted, and when the server stops
   */
  async make(job: PictureJob, signal?: AbortSignal): Promise<MadePicture> {
    if (this.waiting >= MAX_WAITING) throw tooBusy()
    this.waiting++
    const turn = this.last.then(() => {
      this.waiting--
      return this.run(job, signal)
    })
    this.last = turn.catch(() => undefined)
    return turn
  }

  /** Refuses what waits and ends what runs. */
  stop(): void {
    this.stopped = true
    this.kill()
  }

  private async run(job: PictureJob, signal: AbortSignal | undefined): Promise<MadePicture> {
    if (this.stopped || signal?.aborted) throw tooBusy()
    const answer = await this.ask(job, signal)
    if ('made' in answer) return answer.made
    if ('refused' in answer) throw new ImageRefused(answer.refused)
    throw new Error(`A picture could not be made: ${answer.failed}`)
  }

  private ask(job: PictureJob, signal: AbortSignal | undefined): Promise<PictureAnswer> {
    clearTimeout(this.idle)
    const child = (this.process ??= this.start())
    child.ref()
    child.channel?.ref()
    return new Promise((resolve, reject) => {
      const answered = (answer: PictureAnswer): void => {
        done()
        this.rest(child)
        resolve(answer)
      }
      const gone = (): void => {
        done()
        reject(this.stopped || signal?.aborted ? tooBusy() : new ImageRefused(TOO_MUCH))
      }
      const end = (): void => {
        this.kill()
      }
      const late = setTimeout(end, this.limits.pictureMs)
      const done = (): void => {
        clearTimeout(late)
        signal?.removeEventListener('abort', end)
        child.off('message', answered).off('exit', gone).off('error', failed)
      }
      const failed = (error: Error): void => {
        done()
        this.kill()
        reject(error)
      }
      child.once('message', answered).once('exit', gone).once('error', failed)
      signal?.addEventListener('abort', end)
      child.send(job)
    })
  }

  /** Does not keep the server running while there is nothing to do. */
  private rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    this.idle = setTimeout(() => {
      this.kill()
    }, IDLE_MS).unref()
  }

  private start(): ChildProcess {
    const child = forked(this.limits.memory)
    const forget = (): void => {
      if (this.process === child) this.process = undefined
    }
    child.once('exit', forget).once('error', forget)
    return child
  }

  private kill(): void {
    this.process?.kill('SIGKILL')
    this.process = undefined
  }
}

const TOO_MUCH =
  'This picture takes too much time or memory to open. Export it as an ordinary JPEG or PNG, or smaller, and upload that.'

/** The refusal of a picture that may be accepted later. */
export function tooBusy(): CodedError {
  return coded('busy', {
    message: 'The server is busy with other pictures. This one was not saved.',
    hint: 'Upload it again in a moment.',
    retryAfter: RETRY_AFTER,
  })
}

/** Without the environment, which holds secrets, and without the flags of this process. */
function forked(memory: number): ChildProcess {
  const here = fileURLToPath(import.meta.url)
  const typescript = here.endsWith('.ts')
  const { HOME = '', NODE_ENV, PATH = '', TMPDIR = '/tmp' } = process.env
  // Next bundles a second copy of this module, which starts nothing, and would look for the file of an imported `fork` in the bundle.
  const { fork } = process.getBuiltinModule('node:child_process')
  const file = path.join(path.dirname(here), `pictureProcess${path.extname(here)}`)
  const child = fork(file, [String(memory)], {
    execArgv: typescript ? ['--import', 'tsx'] : [],
    env: { HOME, NODE_ENV, PATH, TMPDIR, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  if (child.pid !== undefined) setPriority(child.pid, NICE)
  return child
}
