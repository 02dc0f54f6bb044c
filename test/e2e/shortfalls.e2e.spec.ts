import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'

// The demo has one publisher.
const SENTENCE = 'The review “legal” needs 2 people with the role publisher; only 1 here could give it.'

let folder: string
let server: OpenServer
let browser: Browser
let admin: Page

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'shortfalls-'))
  server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD, DATA_DIR: path.join(folder, 'data') } })
  browser = await openBrowser()
  admin = await logIn(browser, server, 'admin')
}, 600_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const setReviews = async (...reviews: readonly object[]) => {
  const headers = { origin: server.url }
  const data = { workflow: { reviews: [{ name: 'desk', needed: 1, roles: ['reviewer'] }, ...reviews] } }
  const answer = await admin.request.post(`${server.url}/api/globals/newsroom`, { headers, data })
  expect(answer.status(), await answer.text()).toBe(200)
}
const note = () => admin.getByRole('region', { name: 'Reviews that cannot be given' })

it('a review that too few people could give is named on the dashboard, and in the log of the next start', async () => {
  expect(server.output()).not.toContain('could give it')
  await admin.goto(`${server.url}/admin`)
  await admin.getByRole('navigation', { name: 'Work that waits' }).waitFor()
  expect(await note().count()).toBe(0)

  await setReviews({ name: 'legal', needed: 2, roles: ['publisher'] })
  await admin.reload()
  await note().waitFor()
  expect(await note().textContent()).toContain(SENTENCE)
  const { violations } = await new AxeBuilder({ page: admin }).include('.imp-note').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await server.close()
  server = await openServer({ env: { DATA_DIR: path.join(folder, 'data') } })
  const said = server
    .output()
    .split('\n')
    .filter((line) => line.includes('could give it'))
  expect(said.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'warn', review: 'legal', needed: 2, able: 1, msg: SENTENCE },
  ])
})
