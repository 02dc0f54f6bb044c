import type { DemoResult } from '../../newsroom/index.ts'

/** What the console is told when the demo was filled; a password that was made up is told this once. */
export function demoReport(result: DemoResult): string {
  const lines = [
    `The demo newsroom is filled: ${String(result.pieces.length)} pieces.`,
    'Log in as contributor@, editor@, editor2@, reviewer@, reviewer2@, publisher@ or admin@imprimatur.example.',
  ]
  if (result.passwordIsNew) lines.push(`Their password, shown only now: ${result.password}`)
  return `${lines.join('\n')}\n`
}
