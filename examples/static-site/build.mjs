// node build.mjs            builds what has changed since the last time, or everything
// node build.mjs --follow   the same, and goes on as it is told of changes
// node build.mjs --hook     the same for each message of a webhook (PORT, WEBHOOK_SECRET)
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { createClient, verifyWebhook, WebhookVerificationError } from 'imprimatur/client'
import { Site } from './Site.mjs'

const { NEWSROOM = 'http://127.0.0.1:3000', OUT = 'out', PORT = '8081', STATE = 'site.json' } = process.env

const site = await new Site(createClient({ url: NEWSROOM }), OUT, STATE).open()

async function build(mode) {
  const options = { mode, cursor: site.cursor, onError: (error) => console.error(String(error)) }
  let count = 0
  for await (const step of site.newsroom.follow(options)) {
    await site.apply(step)
    if (step.kind === 'changes') count += step.changes.length
    if (mode === 'stream') console.log(`built up to ${step.cursor ?? 'nothing'}`)
  }
  console.log(`built ${count} changes`)
}

if (process.argv.includes('--follow')) await build('stream')
else await build('once')

if (process.argv.includes('--hook')) {
  let building = Promise.resolve()
  const server = createServer(async (request, response) => {
    try {
      await verifyWebhook(await text(request), request.headers, process.env.WEBHOOK_SECRET ?? [])
    } catch (error) {
      response.writeHead(error instanceof WebhookVerificationError ? 401 : 500).end()
      return
    }
    response.writeHead(204).end()
    building = building.then(() => build('once')).catch((error) => console.error(error))
  })
  server.listen(Number(PORT), '127.0.0.1', () => console.log(`waits for messages at http://127.0.0.1:${PORT}/`))
}
