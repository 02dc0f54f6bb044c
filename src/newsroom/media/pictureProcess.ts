import sharp from 'sharp'
import { ImageRefused } from './cleanImage.ts'
import { makePicture, makeWidth, type MadePicture, type PictureJob, type WidthJob } from './makePicture.ts'

/** What the picture process says to one job. */
export type PictureAnswer =
  /** Null for a width: its file is there. */
  | { readonly made: MadePicture | null }
  /** Words for the person who chose the file. */
  | { readonly refused: string }
  | { readonly failed: string }

/** Memory at which the process ends itself, in bytes, as PictureMaker says. */
const MAX_MEMORY = Number(process.argv[2])

/** How often it looks how much it has. */
const LOOK_MS = 100

// A process of its own, started by PictureMaker: a decoder cannot be stopped in any other way, and memory that it took does not come back.
sharp.concurrency(1)
sharp.cache(false)

const say = (answer: PictureAnswer): void => {
  process.send?.(answer)
}

/** Ends at once: `process.exit` would wait for the decoder. */
const end = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

process.on('disconnect', end)
// Service managers and terminals signal the whole process group. The server ends this process; until then it waits for
// the picture.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined)
const make = async (job: PictureJob | WidthJob): Promise<MadePicture | null> => {
  if (!('cut' in job)) return makePicture(job)
  await makeWidth(job)
  return null
}

process.on('message', (job: PictureJob | WidthJob) => {
  make(job).then(
    (made) => {
      say({ made })
    },
    (error: unknown) => {
      say(error instanceof ImageRefused ? { refused: error.message } : { failed: String(error) })
    },
  )
})
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) end()
}, LOOK_MS)
