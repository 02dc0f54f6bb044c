import { spawn } from 'node:child_process'

/** How often a long step says that it is still at it, in milliseconds. */
const HEARTBEAT_MS = 15_000

/**
 * Runs a command quietly: one line when it begins, one when it is done, and its own output only if it fails.
 *
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export async function runStep(title, command, args, { cwd, env = process.env, say = console.log } = {}) {
  const from = Date.now()
  const seconds = () => Math.round((Date.now() - from) / 100) / 10
  say(`${title} …`)
  const heartbeat = setInterval(() => say(`${title} … ${Math.round(seconds())} s`), HEARTBEAT_MS)
  const { ok, output } = await runCommand(command, args, { cwd, env })
  clearInterval(heartbeat)
  if (!ok) console.error(output.trimEnd())
  say(`${title}: ${ok ? 'done' : 'failed'} (${seconds()} s)`)
  return { ok, output, seconds: seconds() }
}

/** Runs a command and keeps what it prints. A command that is not there counts as failed. */
export function runCommand(command, args, { cwd, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}` }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}
