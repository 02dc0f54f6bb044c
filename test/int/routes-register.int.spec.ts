import { buildConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import {
  decidedGraphql,
  decidedRest,
  decidedServerActions,
  decidedServerFunctions,
} from '../helpers/routes/readRegister.ts'
import { WITHOUT_ROUTES } from '../helpers/routes/register.ts'
import {
  runningGraphql,
  runningRest,
  runningServerActions,
  runningServerFunctions,
  withoutRoutes,
} from '../helpers/routes/runningRoutes.ts'

let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ staff: false })
})

afterAll(async () => {
  await newsroom.close()
})

/** What only one side has: routes that nobody has decided about, and decisions about routes that are gone. */
function differences(running: readonly string[], decided: ReadonlyMap<string, unknown>) {
  return {
    undecided: running.filter((route) => !decided.has(route)),
    gone: [...decided.keys()].filter((route) => !running.includes(route)),
  }
}

const NONE = { undecided: [], gone: [] }

describe('the register of routes', () => {
  it('has exactly the REST routes of the running newsroom', () => {
    const { config } = newsroom.payload
    expect(differences(runningRest(config), decidedRest())).toEqual(NONE)
    expect(withoutRoutes(config)).toEqual(WITHOUT_ROUTES)
  })

  it('has exactly the fields of the GraphQL schema', () => {
    expect(differences(runningGraphql(newsroom.payload.config), decidedGraphql())).toEqual(NONE)
  })

  it('has exactly the server functions of the admin panel', async () => {
    const running = await runningServerFunctions()
    expect(running.length).toBeGreaterThan(5)
    expect(differences(running, decidedServerFunctions())).toEqual(NONE)
    expect(differences(await runningServerActions(), decidedServerActions())).toEqual(NONE)
  })

  // What a new version of Payload, or a plugin, would do: red until somebody has decided.
  it('notices an endpoint, a collection and a mutation that somebody adds', async () => {
    const config = await buildConfig({
      secret: 'a secret for tests only',
      db: newsroom.payload.config.db,
      typescript: { autoGenerate: false },
      collections: [
        { slug: 'articles', fields: [], endpoints: [{ path: '/publish-now', method: 'post', handler: () => never() }] },
        { slug: 'extra', fields: [] },
      ],
      endpoints: [{ path: '/side-door', method: 'put', handler: () => never() }],
    })
    const rest = differences(runningRest(config), decidedRest()).undecided
    expect(rest).toContain('POST /api/articles/publish-now')
    expect(rest).toContain('PUT /api/side-door')
    expect(rest).toContain('PATCH /api/extra/:id')
    expect(differences(runningGraphql(config), decidedGraphql()).undecided).toContain('mutation updateExtra')
  })
})

function never(): never {
  throw new Error('is not called')
}
