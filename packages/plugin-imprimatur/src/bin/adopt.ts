import type { SanitizedConfig } from 'payload'
import { adopt } from '../operations/index.ts'
import { onConsole, say } from './console.ts'

/** `payload imprimatur:adopt`: records what was there before the workflow. Exit code 1 when something could not be recorded. */
export const script = (config: SanitizedConfig): Promise<void> =>
  onConsole(config, async (payload) => {
    const { drafts, failed, hashed, published } = await adopt(payload)
    for (const { what, why } of failed) say(`${what}: ${why}`)
    say(
      `${String(published)} public, ${String(drafts)} drafts, ${String(hashed)} files recorded, ${String(failed.length)} not`,
    )
    return failed.length > 0 ? 1 : 0
  })
