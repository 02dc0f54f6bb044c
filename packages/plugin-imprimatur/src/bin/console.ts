import { getPayload, type Payload, type SanitizedConfig } from 'payload'

/** Runs a command of Payload's console on an instance of its own; what `act` returns is the exit code. */
export async function onConsole(config: SanitizedConfig, act: (payload: Payload) => Promise<number>): Promise<void> {
  const payload = await getPayload({ config })
  let code = 1
  try {
    code = await act(payload)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  }
  await payload.destroy()
  process.exit(code)
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** What stands behind the name of the command. */
export function words(command: string): readonly string[] {
  return process.argv.slice(process.argv.indexOf(command) + 1)
}
