export type ContentErrorCode =
  'invalid_date' | 'lone_surrogate' | 'malformed' | 'not_finite' | 'not_json' | 'nul_character' | 'too_deep'

const MESSAGES: Readonly<Record<ContentErrorCode, string>> = {
  invalid_date: 'is not a date',
  lone_surrogate: 'holds half of a surrogate pair, which is not valid Unicode: type that character again',
  malformed: 'does not have the shape that its field asks for',
  not_finite: 'is not a finite number',
  not_json: 'is nothing that JSON can hold',
  nul_character: 'holds the character U+0000, which databases do not keep: remove it',
  too_deep: 'is nested too deeply',
}

/**
 * A document that has no canonical content. `code` says what is wrong, `field` where (`credits.0.role`; for anything
 * within a rich text the path of that field, with the path inside it). Other copies of this module throw other classes:
 * test `name` and `code`, not `instanceof`.
 */
export class ContentError extends Error {
  override readonly name = 'ContentError'
  readonly code: ContentErrorCode
  readonly field: string

  constructor(code: ContentErrorCode, field: string) {
    const place = shortened(field)
    super(`${place === '' ? 'The document' : `"${place}"`} ${MESSAGES[code]}.`)
    this.code = code
    this.field = place
  }
}

/** The way to something nested a thousand times says no more at its end than at its beginning. */
function shortened(path: string): string {
  return path.length > 200 ? `${path.slice(0, 100).replace(/\.[^.]*$/, '')}…` : path
}
