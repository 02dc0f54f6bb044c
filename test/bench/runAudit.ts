import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from '../helpers/build.ts'
import { memoryOf } from './processFigures.ts'

/** How often the memory of the command is looked at, in milliseconds. Linux keeps the most there ever was. */
const LOOK_MS = 100

export type Ran = {
  readonly status: number
  readonly seconds: number
  /** The most memory that the command had. */
  readonly megabytes: number
  /** The end of what it said. */
  readonly said: string
}

/** `npm run audit` in a process of its own, as it is compiled, on the newsroom that `env` names. */
export async function runAudit(env: Readonly<Record<string, string>>): Promise<Ran> {
  const from = performance.now()
  const child = spawn(process.execPath, ['--conditions=production', '.build/server/src/server/cli/audit.js'], {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let megabytes = 0
  const looking = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0)?.most ?? 0)
  }, LOOK_MS)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-400)))
  const [status] = (await once(child, 'close')) as [number]
  clearInterval(looking)
  return { status, seconds: (performance.now() - from) / 1000, megabytes, said: said.trim() }
}
