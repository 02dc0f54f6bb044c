import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { coded, type CodedError } from 'payload-plugin-imprimatur'
import { ImageRefused } from './cleanImage.ts'
import type { MadePicture, PictureJob, WidthJob } from './makePicture.ts'
import type { PictureAnswer } from './pictureProcess.ts'

/** Limits of one picture, beyond which its process is killed. */
export type PictureLimits = {
  /** In milliseconds, from its turn on. */
  readonly pictureMs: number
  /** The same for one width. */
  readonly widthMs: number
  /** Of the process, in bytes. A progressive JPEG of 60 million pixels takes 1.2 GB to write anew. */
  readonly memory: number
}

const LIMITS: PictureLimits = { pictureMs: 90_000, widthMs: 30_000, memory: 1_600_000_000 }

/** How long the process is kept for the next picture, in milliseconds. */
const IDLE_MS = 3_000

/** Uploaded pictures that may wait for their turn, and widths. */
export const MAX_WAITING = { pictures: 20, widths: 100 } as const

type Lane = keyof typeof MAX_WAITING

/** When to come back, in seconds, for whom the queue is too long. */
const RETRY_AFTER = 30

/** Lower priority than everything else: https://man7.org/linux/man-pages/man7/sched.7.html, "nice value". */
const NICE = 10

/**
 * Makes pictures, one at a time, in a process of its own that can be killed: when a picture takes too long, when whoever sent it hangs
 * up, and when the server stops. What was uploaded goes before widths that readers ask for, and waits for one of them at most. The process ends when
 * there is nothing to do, so that its memory comes back.
 */
export class PictureMaker {
  private process: ChildProcess | undefined
  private readonly waiting: Readonly<Record<Lane, (() => Promise<void>)[]>> = { pictures: [], widths: [] }
  private isWorking = false
  private idle: NodeJS.Timeout | undefined
  private stopped = false

  constructor(private readonly limits: PictureLimits = LIMITS) {}

  /**
   * @throws ImageRefused in words for the person who chose the file
   * @throws CodedError `busy` when too many wait, when `signal` is aborted, and when the server stops
   */
  async make(job: PictureJob, signal?: AbortSignal): Promise<MadePicture> {
    const made = await this.inTurn('pictures', () => this.run(job, this.limits.pictureMs, signal))
    if (made === null) throw new Error('The picture process has answered another question.')
    return made
  }

  /**
   * Makes one width of a stored picture.
   *
   * @throws CodedError `busy` when too many wait, when it takes too long, and when the server stops
   */
  async makeWidth(job: WidthJob): Promise<void> {
    await this.inTurn('widths', () => this.run(job, this.limits.widthMs)).catch((error: unknown) => {
      throw error instanceof ImageRefused ? tooBusyForWidths() : error
    })
  }

  private inTurn<T>(lane: Lane, act: () => Promise<T>): Promise<T> {
    if (this.waiting[lane].length >= MAX_WAITING[lane])
      return Promise.reject(lane === 'pictures' ? tooBusy() : tooBusyForWidths())
    return new Promise((resolve, reject) => {
      this.waiting[lane].push(() => act().then(resolve, reject))
      if (!this.isWorking) void this.work()
    })
  }

  private async work(): Promise<void> {
    this.isWorking = true
    const next = () => this.waiting.pictures.shift() ?? this.waiting.widths.shift()
    for (let act = next(); act; act = next()) await act()
    this.isWorking = false
  }

  /** Refuses what waits and ends what runs. */
  stop(): void {
    this.stopped = true
    this.kill()
  }

  private async run(job: PictureJob | WidthJob, ms: number, signal?: AbortSignal): Promise<MadePicture | null> {
    if (this.stopped || signal?.aborted) throw tooBusy()
    const answer = await this.ask(job, ms, signal)
    if ('made' in answer) return answer.made
    if ('refused' in answer) throw new ImageRefused(answer.refused)
    throw new Error(`A picture could not be made: ${answer.failed}`)
  }

  private ask(job: PictureJob | WidthJob, ms: number, signal: AbortSignal | undefined): Promise<PictureAnswer> {
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
      const late = setTimeout(end, ms)
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

function tooBusyForWidths(): CodedError {
  return coded('busy', {
    message: 'The server is busy with other pictures.',
    hint: 'Ask for this one again in a moment.',
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
