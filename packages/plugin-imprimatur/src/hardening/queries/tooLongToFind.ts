import { invalidValue } from '../../domain/public-query/index.ts'
import { CodedError } from '../../errors/index.ts'

export function tooLongToFind(text: string): CodedError {
  return new CodedError(400, [invalidValue(text, 'at most 120 characters long to be searched for')])
}
