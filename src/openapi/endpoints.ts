import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { coded } from 'payload-plugin-imprimatur'
import { describeApi, type ApiDescription } from './describeApi.ts'
import { DOCS_POLICY, docsPage } from './docsPage.ts'

const PATH = '/openapi.json'

const made = new WeakMap<Payload, Promise<ApiDescription>>()

/** Made once: a config does not change while it runs. */
function descriptionOf(payload: Payload): Promise<ApiDescription> {
  const known = made.get(payload) ?? describeApi(payload)
  made.set(payload, known)
  return known
}

/** What the API is, for machines and for people. */
export const apiDescriptionEndpoints: Endpoint[] = [
  {
    path: PATH,
    method: 'get',
    handler: async (req) => {
      refuseParameters(req)
      return Response.json(await descriptionOf(req.payload))
    },
  },
  {
    path: '/docs',
    method: 'get',
    handler: async (req) => {
      refuseParameters(req)
      const page = docsPage(await descriptionOf(req.payload), req.payload.config.routes.api + PATH)
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCS_POLICY }
      return new Response(page, { headers })
    },
  },
]

function refuseParameters({ searchParams }: PayloadRequest): void {
  for (const name of searchParams.keys()) throw coded('unknown_parameter', { field: name })
}
