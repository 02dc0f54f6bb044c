// The newsroom in a process of its own, without the pages: the config, the app, both APIs and the clock as src/server/process/main.ts puts
// them together, from the compiled server. Takes messages: { hold: POINT, after: N } stops the Nth request that comes to a
// point of the barrier from now on, for good, and says { held: POINT }; { audit: true } answers { report }; { ahead: MS } puts the clock
// so far ahead of the machine's and answers { put: MS }; { sends: true } sends the webhooks that are due and answers { sent: true }.
import { once } from 'node:events'
import { createServer } from 'node:http'
import pino from 'pino'

const BUILT = '../../.build/server/src'
const STAFF = process.env.STAFF.split(',')

let hold
const barrier = (point) => {
  if (point !== hold?.point || --hold.after > 0) return Promise.resolve()
  hold = undefined
  process.send({ held: point })
  return new Promise(() => undefined)
}

const { newsroomConfig } = await import(`${BUILT}/payload.config.js`)
const { readEnvironment } = await import(`${BUILT}/environment/index.js`)
const { createApp } = await import(`${BUILT}/server/http/createApp.js`)
const { graphqlApi, openDelivery, restApi } = await import(`${BUILT}/public-api/index.js`)
const { WebhookSender } = await import(`${BUILT}/webhooks/index.js`)
const { audit, startClock } = await import('payload-plugin-imprimatur')
const { getPayload } = await import('payload')

let ahead = Number(process.env.AHEAD_MS ?? 0)
const now = () => new Date(Date.now() + ahead)

const environment = readEnvironment()
const config = await newsroomConfig(environment, now, barrier)
const log = pino({ level: process.env.TEST_LOG ?? 'error' }, pino.destination({ sync: true }))
config.logger = log
const payload = await getPayload({ config })
const { totalDocs } = await payload.count({ collection: 'users', overrideAccess: true })
for (const who of totalDocs === 0 ? STAFF : []) {
  await payload.create({
    collection: 'users',
    data: {
      email: `${who}@imprimatur.example`,
      password: process.env.STAFF_PASSWORD,
      name: who,
      roles: [who.replace(/\d$/, '')],
    },
    overrideAccess: true,
  })
}
const delivery = await openDelivery(payload, { bytes: environment.cacheBytes, now })
const server = createServer(
  delivery.inFrontOf(
    createApp({
      origin: environment.serverUrl,
      log,
      rest: restApi(payload, config),
      routes: config,
      graphql: graphqlApi(payload, config, { introspection: false }),
      pages: (_, res) => res.writeHead(404).end(),
      isLoggedIn: () => Promise.resolve(false),
      ready: () => Promise.resolve(true),
    }),
  ),
)
server.listen(environment.port, '127.0.0.1')
await once(server, 'listening')
if (process.env.CLOCK !== '0') startClock(payload)
const sender = new WebhookSender(payload, { allowInternal: true, random: () => 0, timeoutMs: 5_000 })

process.on('message', (message) => {
  if (message.hold) hold = { point: message.hold, after: message.after }
  if (message.ahead !== undefined) {
    ahead = message.ahead
    process.send({ put: ahead })
  }
  if (message.sends) void sender.round().then(() => process.send({ sent: true }))
  if (message.audit) void audit(payload).then((report) => process.send({ report }))
})
process.on('disconnect', () => process.exit(0))
process.send({ ready: true })
