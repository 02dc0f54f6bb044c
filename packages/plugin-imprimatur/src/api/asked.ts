import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { parametersIn } from '../errors/index.ts'

/** The body of a request as Payload reads it. */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  await addDataAndFileToRequest(req)
  return req.data
}

/** The id in an address such as `/:id/comments`. */
export function idOf(req: PayloadRequest): string {
  return String(req.routeParams?.id)
}

/** {@link parametersIn} the address of a request. */
export function parametersOf<Name extends string>(
  { searchParams }: PayloadRequest,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return parametersIn(searchParams, names)
}

/** @throws CodedError `unknown_parameter` for any */
export function refuseParameters(req: PayloadRequest): void {
  parametersOf(req, [])
}
