import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { coded, isStaff } from 'payload-plugin-imprimatur'
import { describeApi, type ApiDescription } from './describeApi.ts'
import { DOCS_POLICY, docsPage } from './docsPage.ts'
import type { Told } from './documentSchemas.ts'

const PATH = '/openapi.json'

const made = new WeakMap<Payload, Map<Told, Promise<ApiDescription>>>()

/** Made once for each of those who are told: a config does not change while it runs. */
function descriptionFor(req: PayloadRequest): Promise<ApiDescription> {
  const { payload } = req
  const told: Told = isStaff(req) ? 'staff' : 'anybody'
  const known = made.get(payload) ?? new Map<Told, Promise<ApiDescription>>()
  made.set(payload, known)
  const description = known.get(told) ?? describeApi(payload, told)
  known.set(told, description)
  return description
}

/** What the API is, for machines and for people. */
export const apiDescriptionEndpoints: Endpoint[] = [
  {
    path: PATH,
    method: 'get',
    handler: async (req) => {
      refuseParameters(req)
      return Response.json(await descriptionFor(req))
    },
  },
  {
    path: '/docs',
    method: 'get',
    handler: async (req) => {
      refuseParameters(req)
      const page = docsPage(await descriptionFor(req), req.payload.config.routes.api + PATH)
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_POLICY }
      return new Response(page, { headers })
    },
  },
]

function refuseParameters({ searchParams }: PayloadRequest): void {
  for (const name of searchParams.keys()) throw coded('unknown_parameter', { field: name })
}
