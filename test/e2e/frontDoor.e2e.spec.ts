import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORD, logIn, openBrowser, waitingForPanel } from '../helpers/browser.ts'
import { openServer, type OpenServer } from '../helpers/openServer.ts'
import { sendRaw } from '../helpers/sendRaw.ts'

const PAGES = [
  '/',
  '/articles/%F0%28%8C%28',
  `/articles/${'a'.repeat(3000)}`,
  '/authors/x',
  '/preview/articles/%00',
  '/admin',
  '/admin/%00',
  '/admin/%E0%A4%A',
  '/admin/[[...segments]]',
  '/admin/collections/articles?page=-1&limit=abc&where[x][y]=z',
  '/admin/collections/articles?where[or][0][and][0][headline][like]=%00',
  '/admin/collections/articles/nothing',
  '/admin/collections/nothing',
  '/admin/globals/nothing',
  '/admin/import',
  '/admin/login?redirect=javascript:alert(1)',
  '/admin/login?redirect=//elsewhere.example',
  '/admin/reset/nothing',
  '/admin/review-queue',
  '/admin/verify/users/nothing',
  '/_error',
  '/_not-found',
  '/_next/data/x.json',
  '/_next/image?url=http://elsewhere.example&w=64&q=75',
  '/_next/static/../../package.json',
  '/%',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/.env',
]

const HEADERS: readonly Record<string, string>[] = [
  {},
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'next-action': '00'.repeat(21) },
  { 'next-action': 'x', 'content-type': 'multipart/form-data; boundary=x' },
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': 'no tree' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware' },
  { 'x-nextjs-data': '1' },
  { 'accept-language': ','.repeat(500) },
  { cookie: 'payload-token=nothing; payload-theme=<script>; payload-lng=../../x' },
  { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'javascript' },
]

describe('the front door, in a browser', () => {
  let server: OpenServer
  let browser: Browser

  beforeAll(async () => {
    server = await openServer({ env: { DEMO: '1', DEMO_PASSWORD } })
    browser = await openBrowser()
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  /** What the browser says of breaches of a content security policy on `page`, from now on. */
  function breaches(page: Page): string[] {
    const found: string[] = []
    page.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) found.push(`${page.url()}: ${message.text()}`)
    })
    return found
  }

  it('keeps its content security policy while people log in, write, upload, preview and review', async () => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const page = waitingForPanel(await context.newPage())
    page.setDefaultTimeout(60_000)
    const found = breaches(page)
    await page.goto(`${server.url}/admin/login`)
    await page.getByLabel('Email').fill('editor@imprimatur.example')
    await page.getByLabel('Password').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(`${server.url}/admin`)

    await page.goto(`${server.url}/admin/collections/articles/create`)
    await page.getByLabel('Headline').fill('A headline under a policy')
    await page.locator('[data-lexical-editor]').first().click()
    await page.keyboard.type('Text with bold.')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Control+B')
    await page.getByRole('button', { name: /^Save/ }).first().click()
    await page.waitForURL(/articles\/(?!create$)[\w-]+$/)
    const id = page.url().split('/').at(-1) ?? ''

    await page.goto(`${server.url}/admin/collections/media/create`)
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#258' } })
      .png()
      .toBuffer()
    await page.locator('input[type=file]').setInputFiles({ name: 'blue.png', mimeType: 'image/png', buffer: picture })
    await page.getByLabel('Alternative text').fill('A blue field.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.waitForURL(/media\/(?!create$)[\w-]+$/)
    await page.locator('img[src*="/api/media/file/"]').first().waitFor()

    for (const path of [
      '/admin/collections/articles',
      '/admin/collections/media',
      '/admin/review-queue',
      '/admin/import',
      '/admin/account',
      `/preview/articles/${id}`,
      '/',
    ]) {
      await page.goto(server.url + path)
      await page.locator('h1').first().waitFor()
    }
    expect(found).toEqual([])
    await context.close()
  })

  // Guard: the policy of securityHeaders.ts; its nonce stands in no markup that somebody else could write.
  it('runs no script that was smuggled into a page of the panel', async () => {
    const page = await logIn(browser, server, 'editor2')
    const found = breaches(page)
    const html = await (
      await page.request.get(`${server.url}/admin`, { headers: { 'sec-fetch-site': 'same-origin' } })
    ).text()
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.filter((tag) => !/nonce="[\w+/=]{20,}"/.test(tag))).toEqual([])

    await page.setContent('<p id="here"></p>').catch(() => undefined)
    await page.goto(`${server.url}/admin`)
    await page.locator('h1, h2, .dashboard').first().waitFor()
    const ran = await page.evaluate(async () => {
      const told = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.effectiveDirective)
        })
      })
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.smuggled = true">')
      return { directive: await told, smuggled: 'smuggled' in window }
    })
    expect(ran).toEqual({ directive: 'script-src-attr', smuggled: false })
    expect(found.length).toBeGreaterThan(0)
    await page.context().close()
  })

  // Guard: what createApp.ts lets through to the pages. Next answers 500 to a form that it cannot read.
  it('answers no made-up request for a page with an error of its own', async () => {
    const broken: string[] = []
    for (const path of PAGES) {
      for (const headers of HEADERS) {
        for (const method of ['GET', 'POST', 'DELETE']) {
          const body = method === 'POST' ? '["x"]' : undefined
          const { status } = await sendRaw(server.url, { method, path, headers, body })
          if (status >= 500) broken.push(`${String(status)} ${method} ${path} ${JSON.stringify(headers)}`)
        }
      }
    }
    expect(broken).toEqual([])
  })

  it('refuses a login that a page of another site sends, and another site’s frame', async () => {
    const context = await browser.newContext()
    const page = waitingForPanel(await context.newPage())
    await page.route('http://elsewhere.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" enctype="multipart/form-data" action="${server.url}/api/users/login">
          <input name="_payload" value='{"email":"editor@imprimatur.example","password":"${DEMO_PASSWORD}"}'>
          <button>Win a prize</button></form><iframe src="${server.url}/admin/login"></iframe>`,
      }),
    )
    await page.goto('http://elsewhere.example/')
    await page.getByRole('button').click()
    await page.waitForURL(`${server.url}/api/users/login`)
    expect(await page.locator('body').innerText()).toContain('"forbidden"')
    expect((await context.cookies(server.url)).map(({ name }) => name)).not.toContain('payload-token')
    await context.close()
  })

  it('has nobody make the first account in the panel, and says where it is made', async () => {
    const empty = await openServer({ env: { DEMO: '0' } })
    const page = waitingForPanel(await browser.newPage())
    await page.goto(`${empty.url}/admin`)
    await page.getByRole('heading', { name: 'Nobody works here yet' }).waitFor()
    expect(await page.locator('input').count()).toBe(0)
    expect(await page.locator('body').innerText()).toContain('npm run admin')
    await page.close()
    await empty.close()
  })
})
