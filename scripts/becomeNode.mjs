import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** How often a process that npm started looks whether npm is still there, in milliseconds. */
const ORPHAN_MS = 500

/**
 * Runs Node with these arguments in place of this process: same terminal, same signals, same exit code.
 *
 * The condition decides which half of Lexical is loaded. Without it, Lexical's entry for Node decides by a top-level await, over which Node 20
 * now and then waits for itself and ends without a word (exit code 13).
 */
export function becomeNode(mode, args, env = {}) {
  const child = spawn(process.execPath, [`--conditions=${mode}`, ...args], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: mode, ...env },
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A signal to npm ends npm and the shell between, and the shell tells nobody.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM')
    }, ORPHAN_MS)
  }
  child.once('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
