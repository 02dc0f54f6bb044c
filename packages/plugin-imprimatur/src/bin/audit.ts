import type { SanitizedConfig } from 'payload'
import { audit, sayProgress } from '../operations/index.ts'
import { onConsole, say } from './console.ts'

/** `payload imprimatur:audit`: verifies every history and every public document. Exit code 1 with an offence. */
export const script = (config: SanitizedConfig): Promise<void> =>
  onConsole(config, async (payload) => {
    const {
      events,
      offences,
      pieces,
      public: shown,
    } = await audit(
      payload,
      sayProgress((line) => process.stderr.write(`${line}\n`)),
    )
    for (const { fault, piece, title } of offences) say(`${piece}${title ? ` (${title})` : ''}: ${fault}`)
    say(
      `${String(pieces)} pieces, ${String(events)} events, ${String(shown)} public, ${String(offences.length)} offences`,
    )
    return offences.length > 0 ? 1 : 0
  })
