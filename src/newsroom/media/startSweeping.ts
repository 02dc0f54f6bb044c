import type { Payload } from 'payload'
import { sweepFiles } from './pictureFiles.ts'
import { picturesOf } from './pictures.ts'

const DAY_MS = 24 * 3_600_000

/** Sweeps the files that no document has, at once and daily, until it is stopped. */
export function startSweeping(payload: Payload): { stop: () => void } {
  const sweep = async (): Promise<void> => {
    const { collections, store } = picturesOf(payload)
    for (const slug of collections) await sweepFiles(payload, store, slug, new Date())
  }
  const begin = (): void => {
    sweep().catch((error: unknown) => {
      payload.logger.error({ err: error, msg: 'Files without a document could not be swept.' })
    })
  }
  begin()
  const timer = setInterval(begin, DAY_MS).unref()
  return {
    stop: () => {
      clearInterval(timer)
    },
  }
}
