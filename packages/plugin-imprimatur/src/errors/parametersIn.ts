import { coded } from './CodedError.ts'

/**
 * The parameters of an address that is not Payload's own, each given once. An empty value counts as left out.
 *
 * @throws CodedError `unknown_parameter` or `invalid_value`, naming the parameter
 */
export function parametersIn<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = new Set<Name>()
  const found: Partial<Record<Name, string>> = {}
  for (const [name, value] of search) {
    const known = names.find((each) => each === name)
    if (known === undefined) throw coded('unknown_parameter', { field: name })
    if (given.has(known)) throw coded('invalid_value', { field: name, message: 'Give this parameter once.' })
    given.add(known)
    if (value !== '') found[known] = value
  }
  return found
}
