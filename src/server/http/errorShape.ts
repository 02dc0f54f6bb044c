import { codeOfStatus } from 'payload-plugin-imprimatur/errors'

/** One refusal as the contract has it. A coded error may carry further members, such as the current digest of `stale_revision`. */
export type ErrorEntry = {
  code: string
  message: string
  hint?: string
  field?: string
  blockers?: readonly unknown[]
  [further: string]: unknown
}

export type ErrorBody = { errors: ErrorEntry[]; [further: string]: unknown }

const PRIVATE_MEMBERS = new Set(['name', 'stack', 'cause', 'statusCode', 'isOperational', 'isPublic'])

/**
 * The contract's error body for an answer of 400 or more.
 *
 * Understands `{ errors: [{ code, … }] }` (kept), Payload's `{ errors: [{ name, message, data }] }` with the fields of a ValidationError
 * under `data.errors`, its bulk results `{ docs, errors: [{ id, message }] }`, and `{ message }`. A coded error thrown through Payload has its code and
 * further members in `data`. Entries of a field keep `data.errors`, where Payload's admin panel looks for what to mark red. From 500 on,
 * nothing of an uncoded body is passed on.
 *
 * @param status of the answer, 400 to 599
 * @param body the parsed JSON of the answer, or undefined
 * @param requestId named to the reader of an internal error, so that the operator finds it in the log
 */
export function errorShape(status: number, body: unknown, requestId: string): ErrorBody {
  const source = isRecord(body) ? body : {}
  const listed = Array.isArray(source.errors) ? source.errors.filter(isRecord) : []
  const errors = listed.flatMap((entry) => entriesOf(status, entry, requestId))

  if (errors.length === 0) errors.push(uncoded(status, text(source.message), requestId))
  if (!Array.isArray(source.docs)) return { errors }
  return { docs: source.docs, errors, ...(text(source.message) ? { message: source.message } : {}) }
}

/** GraphQL errors keep their own shape (locations, path) and have the code in `extensions` and beside it. */
export function graphqlErrorShape(status: number, body: unknown, requestId: string): ErrorBody {
  const shaped = errorShape(status, body, requestId)
  const data = isRecord(body) && 'data' in body ? { data: body.data } : {}
  return {
    ...data,
    errors: shaped.errors.map((entry) => {
      const extensions = isRecord(entry.extensions) ? publicMembers(entry.extensions) : {}
      return { ...entry, extensions: { ...extensions, code: entry.code } }
    }),
  }
}

function entriesOf(status: number, entry: Record<string, unknown>, requestId: string): ErrorEntry[] {
  const coded = [entry, entry.data, entry.extensions].find((each) => codeIn(each) !== undefined)
  const code = codeIn(coded)
  if (isRecord(coded) && code !== undefined) {
    const message = text(entry.message) ?? codeOfStatus(status).message
    return [{ ...publicMembers(coded === entry.data ? coded : entry), code, message }]
  }

  const fields =
    status < 500 && isRecord(entry.data) && Array.isArray(entry.data.errors) ? entry.data.errors.filter(isRecord) : []
  if (fields.length > 0) return fields.map((field) => fieldEntry(status, field))

  const shaped = uncoded(status, text(entry.message), requestId)
  const field = text(entry.field)
  const id = typeof entry.id === 'string' || typeof entry.id === 'number' ? entry.id : undefined
  const locations = Array.isArray(entry.locations) ? { locations: entry.locations } : {}
  const path = Array.isArray(entry.path) ? { path: entry.path } : {}
  return [{ ...shaped, ...(field ? { field } : {}), ...(id === undefined ? {} : { id }), ...locations, ...path }]
}

function fieldEntry(status: number, error: Record<string, unknown>): ErrorEntry {
  const path = text(error.path) ?? text(error.field)
  const label = text(error.label) ?? path
  const said = text(error.message) ?? 'This value is not valid.'
  return {
    code: codeOfStatus(status).code,
    message: label ? `${label}: ${said}` : said,
    ...(path ? { field: path, data: { errors: [{ path, message: said }] } } : {}),
  }
}

function uncoded(status: number, message: string | undefined, requestId: string): ErrorEntry {
  const { code, message: usual } = codeOfStatus(status)
  if (status >= 500) return { code, message: `${usual} Quote the request id ${requestId} when you report it.` }
  const ownWords = message !== undefined && !/^(Route not found|Cannot [A-Z]+ )/.test(message)
  return { code, message: ownWords ? message : usual }
}

/** What may leave the server: everything but the names of classes and the traces of stacks. */
function publicMembers(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !PRIVATE_MEMBERS.has(key)))
}

function codeIn(value: unknown): string | undefined {
  return isRecord(value) && typeof value.code === 'string' && /^[a-z][a-z0-9_]*$/.test(value.code)
    ? value.code
    : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
