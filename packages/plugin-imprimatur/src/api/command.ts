import { isDigest, isTransitionName, type Command } from '../domain/workflow/index.ts'
import { cleanText } from '../domain/content/index.ts'
import { coded, type CodedError } from '../errors/index.ts'

const TEXTS = ['review', 'reason', 'notice', 'at'] as const

/**
 * The command that a request's body asks for.
 *
 * @throws CodedError `invalid_value`, naming the field.
 */
export function commandOf(body: unknown): Command {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw coded('invalid_value', { message: 'The body has to be a JSON object.' })
  }
  const { transition, digest, ...rest } = body as Record<string, unknown>
  if (rest.baseDigest !== undefined) throw coded('condition_unsupported', { field: 'baseDigest' })
  if (!isTransitionName(transition)) throw invalid('transition', 'Name one of the transitions.')
  if (!isDigest(digest)) {
    throw invalid('digest', 'Name the digest of what you were looking at: sha256: and 64 hex digits.')
  }
  const texts = TEXTS.flatMap((name) => {
    const value = rest[name]
    if (value === undefined || value === null) return []
    if (typeof value !== 'string') throw invalid(name, 'This has to be text.')
    return [[name, cleanText(value)] as const]
  })
  return { transition, digest, ...Object.fromEntries(texts) }
}

function invalid(field: string, message: string): CodedError {
  return coded('invalid_value', { field, message })
}
