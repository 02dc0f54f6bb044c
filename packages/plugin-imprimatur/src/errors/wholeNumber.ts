import { coded } from './CodedError.ts'

/**
 * A whole number of an address, such as the limit of a list.
 *
 * @param value as it was sent; undefined or empty: nothing was
 * @throws CodedError `invalid_value`, naming the field
 */
export function wholeNumber(
  field: string,
  value: string | undefined,
  { most, usual }: { readonly usual: number; readonly most: number },
): number {
  if (value === undefined || value === '') return usual
  const number = /^\d{1,8}$/.test(value) ? Number(value) : 0
  if (number < 1 || number > most)
    throw coded('invalid_value', { field, message: `Give a whole number from 1 to ${String(most)}.` })
  return number
}
