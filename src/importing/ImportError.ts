/** Why a file could not be imported. Stable: scripts may branch on these codes. */
export type ImportErrorCode =
  | 'import_empty'
  | 'import_binary'
  | 'import_other_format'
  | 'import_too_large'
  | 'import_malformed'
  | 'import_not_found'
  | 'import_failed'

/**
 * The one error that reading, planning and running an import end in. When it is thrown, nothing was made, but for what the
 * `hint` of `import_failed` says: a file of several articles is made in several transactions.
 *
 * `hint` says what to do about it; `line` is the 1-based line of the file where one is to blame; `cause` is the error underneath,
 * if there is one.
 */
export class ImportError extends Error {
  readonly code: ImportErrorCode
  readonly hint: string
  readonly line: number | undefined

  constructor(code: ImportErrorCode, message: string, hint: string, more: { line?: number; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'ImportError'
    this.code = code
    this.hint = hint
    this.line = more.line
  }
}
