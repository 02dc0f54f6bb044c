import { blocker, type Blocker } from '../workflow/index.ts'

const LONGEST_NAME = 100
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** `name`, which a stranger wrote, made fit for an error message and a log line. */
function printable(name: string): string {
  const clean = name.slice(0, LONGEST_NAME).replace(UNPRINTABLE, '\uFFFD')
  return name.length > LONGEST_NAME ? `${clean}…` : clean
}

export function unknownParameter(name: string): Blocker {
  const field = printable(name)
  return blocker('unknown_parameter', { field, message: `There is no query parameter \`${field}\` here.` })
}

/** `wanted` completes the sentence "`limit` has to be …". */
export function invalidValue(name: string, wanted: string): Blocker {
  const field = printable(name)
  return blocker('invalid_value', { field, message: `\`${field}\` has to be ${wanted}.` })
}

/** Of a field that lets one choose; `choices` are what there is. */
export function noChoice(name: string, choices: readonly string[]): Blocker {
  return invalidValue(name, `one of ${choices.join(', ')}`)
}

/** `act` completes the sentence "`body` cannot be …". */
export function notQueryable(path: string, act: string, hint?: string): Blocker {
  const field = printable(path)
  const message = `\`${field}\` cannot be ${act} here.`
  return blocker('field_not_queryable', hint === undefined ? { field, message } : { field, message, hint })
}

export function tooComplex(name: string, message: string): Blocker {
  return blocker('query_too_complex', { field: printable(name), message })
}
