/** Where finished log lines go; standard output, but for tests. */
type Output = { write: (line: string) => void }

/**
 * A log destination for the start. Payload logs a failure with its stack and then throws it, or ends the process; the operator should read one
 * sentence instead. Until `release`, errors are held back; everything else passes.
 */
export function bootLog(output: Output) {
  let held: string[] | undefined = []
  return {
    write(line: string): void {
      if (held !== undefined && /^\{"level":"(?:error|fatal)"/.test(line)) held.push(line)
      else output.write(line)
    },
    /** The start is over: lets out what was held, and holds nothing more. */
    release(): void {
      const lines = held ?? []
      held = undefined
      for (const line of lines) output.write(line)
    },
    /** The messages of the errors held so far, without their stacks. */
    heldMessages(): string[] {
      return (held ?? []).map((line) => {
        const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } }
        return entry.msg ?? entry.err?.message ?? 'unknown error'
      })
    },
  }
}
