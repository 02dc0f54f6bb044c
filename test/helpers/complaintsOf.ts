import { ValidationError } from 'payload'

/** What the fields said against a write that has to be refused: the sentences, by the paths of their fields. */
export async function complaintsOf(write: Promise<unknown>): Promise<Record<string, string>> {
  const error: unknown = await write.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ValidationError)) throw new Error(`Expected a refusal, got ${String(error)}`)
  return Object.fromEntries(error.data.errors.map(({ path, message }) => [path, message]))
}
