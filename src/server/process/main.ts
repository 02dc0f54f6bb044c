import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:http'

import type { Migration, Payload } from 'payload'

import { bootFailure } from './bootFailure.ts'
import { bootLog } from './bootLog.ts'
import { closeServer } from './closeServer.ts'
import { createApp } from '../http/createApp.ts'
import { createHttpServer } from '../http/createHttpServer.ts'
import { type Environment, readEnvironment } from '../../environment/index.ts'
import { type Log, createLog } from './log.ts'
import { feedRoutes } from '../http/feedRoutes.ts'
import { logPageErrors } from '../http/pageErrors.ts'
import { reviewLinkRoutes } from '../http/reviewLinkRoutes.ts'
import { siteRoutes } from '../http/siteRoutes.ts'

/** How long requests under way may take once the server is told to stop, in milliseconds. */
const PATIENCE_MS = 10_000

/** When the process ends whatever is still under way, in milliseconds after it was told to stop. */
const DEADLINE_MS = 14_000

/** A second signal this much later than the first means: now. Sooner, it is the same one by another way, in milliseconds. */
const HURRY_MS = 1_000

/** How long the database may take to show that it is there, in milliseconds. */
const READY_MS = 2_000

const destination = bootLog(process.stdout)
let environment: Environment | undefined

try {
  environment = readEnvironment()
  await serve(environment, createLog(environment.logLevel, destination))
} catch (error) {
  fail(explain(error))
}

/** Boots in the order that Payload needs: itself with its crons, then the pages, then the port. */
async function serve(settings: Environment, log: Log): Promise<void> {
  const { host, port } = settings
  // Next and Payload read these by themselves.
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.PORT = String(port)

  let stop = (_code: number, error?: unknown): void => {
    fail(explain(error))
  }
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception')
    stop(1, error)
  })
  process.on('unhandledRejection', (reason) => {
    log.error({ err: reason }, 'unhandled rejection')
  })
  // A failed migration ends the process from inside Payload, with its reason in the log only.
  const explainExit = (): void => {
    const [message] = destination.heldMessages()
    if (message !== undefined) process.stderr.write(`${explain(new Error(message))}\n`)
  }
  process.on('exit', explainExit)

  await listen(createServer(), host, port).then((probe) => closeServer(probe, 0))

  // Imported only now: the config reads the environment, and a bad value or a taken port should not wait for it.
  const { getPayload } = await import('payload')
  const { default: configPromise } = await import('../../payload.config.ts')
  const { ApiKeys, forgetDaily } = await import('../../accounts/index.ts')
  const { fillDemo, forgetOldNotifications, isEmpty, picturesOf, reviewLinks, staffPreview, startSweeping } =
    await import('../../newsroom/index.ts')
  const { graphqlApi, openDelivery, readDocuments, restApi } = await import('../../public-api/index.ts')
  const { WebhookSender } = await import('../../webhooks/index.ts')
  const { publicReads, startClock, streamsOf, warnOfShortfalls } = await import('payload-plugin-imprimatur')
  const config = await configPromise
  config.logger = log.child({ name: 'payload' }) as typeof config.logger
  const payload = await getPayload({ config, cron: true })
  if (!settings.production) await migrate(payload)
  await picturesOf(payload).store.check()
  if (settings.demo && (await isEmpty(payload))) {
    say('Filling the demo newsroom …')
    const { password, passwordIsNew } = await fillDemo(payload, {
      page: settings.demoPage,
      whole: settings.demoWhole,
      password: settings.demoPassword,
    })
    if (passwordIsNew) say(demoNotice(settings.serverUrl, password))
  }

  await warnOfShortfalls(payload)
  if (!settings.mail) payload.logger.info('Notifications are in the panel alone: SMTP_URL is not set.')

  logPageErrors(log)
  const { default: next } = await import('next')
  const server = createHttpServer()
  const pages = next({ dev: !settings.production, dir: process.cwd(), hostname: host, port, httpServer: server })
  await pages.prepare()
  const nextHandler = pages.getRequestHandler()

  let stoppingSince: number | undefined
  const reads = publicReads(payload)
  const links = reviewLinks(payload)
  const keys = new ApiKeys(payload)
  const app = createApp({
    origin: settings.serverUrl,
    log,
    rest: restApi(payload, config),
    routes: config,
    graphql: graphqlApi(payload, config, {
      introspection: settings.graphqlIntrospection || !settings.production,
      ...(settings.graphqlDocuments === undefined ? {} : { documents: readDocuments(settings.graphqlDocuments) }),
    }),
    feeds: feedRoutes({
      reads,
      origin: settings.serverUrl,
      ...settings.feeds,
      now: () => new Date(),
    }),
    reviewLinks: reviewLinkRoutes(links),
    site: siteRoutes({
      reads,
      preview: staffPreview(payload),
      review: links.open,
      serverUrl: settings.serverUrl,
      next: nextHandler,
      scripts: settings.production ? 'strip' : 'keep',
    }),
    pages: nextHandler,
    keys,
    otherOrigins: settings.corsOrigins,
    trustProxy: settings.trustProxy,
    isSetUp: async () => !(await isEmpty(payload)),
    isLoggedIn: async (headers) => (await payload.auth({ headers, canSetHeaders: false })).user !== null,
    development: !settings.production,
    ready: async () => stoppingSince === undefined && (await databaseAnswers(payload)),
  })
  const delivery = await openDelivery(payload, {
    bytes: settings.production ? settings.cacheBytes : 0,
    otherOrigins: settings.corsOrigins,
  })
  server.on('request', delivery.inFrontOf(app as never))
  await listen(server, host, port)

  const clock = startClock(payload)
  const webhooks = new WebhookSender(payload, {
    allowInternal: settings.webhooksInternal,
    purge: settings.purge,
  }).start()
  const sweeping = startSweeping(payload)
  const forgetting = forgetDaily(payload, undefined, undefined, [forgetOldNotifications])

  process.off('exit', explainExit)
  destination.release()
  say(`ready http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`)

  stop = (code) => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > HURRY_MS) process.exit(1)
      return
    }
    stoppingSince = Date.now()
    // Not by exit(), which waits for work in other threads, such as a picture that is being decoded.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), DEADLINE_MS).unref()
    void (async () => {
      sweeping.stop()
      picturesOf(payload).stop()
      streamsOf(payload).stop()
      const [inTime] = await Promise.all([closeServer(server, PATIENCE_MS), clock.stop(), webhooks.stop()])
      if (!inTime) log.warn('requests under way were cut off')
      await forgetting.stop()
      await keys.settled()
      await delivery.stop()
      await pages.close()
      await payload.destroy()
      process.exit(code)
    })()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(0)
    })
  }
}

/** What Payload does by itself in production only. MongoDB has no migrations. */
async function migrate({ db }: Payload): Promise<void> {
  if ('prodMigrations' in db && Array.isArray(db.prodMigrations))
    await db.migrate({ migrations: db.prodMigrations as Migration[] })
}

function demoNotice(serverUrl: string, password: string): string {
  return [
    `The demo newsroom is filled. Log in at ${serverUrl}/admin as contributor@, editor@, editor2@, reviewer@, reviewer2@,`,
    `publisher@ or admin@imprimatur.example with the password ${password} (it is not shown again).`,
  ].join('\n')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function listen(server: Server, host: string, port: number): Promise<Server> {
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

/** One small indexed read; the table is there on every database and belongs to Payload itself. */
async function databaseAnswers(payload: Payload): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, READY_MS, false).unref())
  const read = payload.db
    .findOne({ collection: 'payload-migrations', where: {} })
    .then(() => true)
    .catch(() => false)
  return Promise.race([read, late])
}

/** A disk that filled up during the start shows in many guises, so the folders are tried again first. */
function explain(error: unknown): string {
  try {
    readEnvironment()
  } catch (reason) {
    return bootFailure(reason, undefined)
  }
  return bootFailure(error, environment && { ...environment, databaseUri: environment.database.uri })
}

function fail(message: string): never {
  process.removeAllListeners('exit')
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
