/* global document, innerHeight */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { chromium } from 'playwright-core'
import sharp from 'sharp'

import { buildApp, SERVER_FOLDER } from './buildApp.mjs'
import { freePort } from './freePort.mjs'

/**
 * `npm run screenshots -- [NAME …]`: makes the pictures of README.md and docs/editors.md anew, or those that are named, from the demo
 * newsroom in a browser. `CHROMIUM_PATH` says where that is. Dates in them are those of the day.
 */
const FOLDER = 'docs/images'
const PASSWORD = 'a password for pictures'
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

/** How long the server may take to start, and a page to be there, in milliseconds. */
const PATIENCE_MS = { start: 240_000, page: 60_000 }

/** No picture of the repository is larger, in bytes; fewer colours are tried until it fits. */
const LIMIT = 200_000
const COLOURS = [256, 128, 64, 32]

/**
 * In the browser: the pictures that can be seen are there, and nobody's name is still being asked for. The panel asks the server now and then, so
 * its network never rests.
 */
const allIsDrawn = () =>
  document.fonts.status === 'loaded' &&
  !document.body.innerText.includes('Somebody') &&
  [...document.images]
    .filter((each) => each.getBoundingClientRect().top < innerHeight)
    .every(({ complete, naturalWidth }) => complete && naturalWidth > 0)

/** Who looks, at which size, and what they do until it is on the screen. Without `who`: a reader. */
const PICTURES = [
  { name: 'front-page', size: DESK, at: '/' },
  { name: 'article', size: DESK, at: '/', go: openArticle },
  { name: 'article-phone', size: PHONE, at: '/', go: openArticle },
  {
    name: 'dashboard',
    who: 'reviewer',
    size: DESK,
    at: '/admin',
    go: (page) => page.locator('.imp-desk__card').first().waitFor(),
  },
  {
    name: 'review-queue',
    who: 'reviewer',
    size: DESK,
    at: '/admin/review-queue',
    go: (page) => page.locator('table').waitFor(),
  },
  { name: 'review', who: 'reviewer', size: DESK, at: '/admin', go: openReview },
  { name: 'import', who: 'editor', size: DESK, at: '/admin/import', go: planImport },
  { name: 'writing', who: 'editor', size: DESK, at: '/admin/collections/articles?search=ferry', go: openText },
  {
    name: 'writing-dark',
    who: 'editor',
    size: DESK,
    dark: true,
    at: '/admin/collections/articles?search=ferry',
    go: openText,
  },
  { name: 'writing-phone', who: 'editor', size: PHONE, at: '/admin/collections/articles?search=ferry', go: openText },
  {
    name: 'writing-mode',
    who: 'editor',
    size: DESK,
    at: '/admin/collections/articles?search=ferry',
    go: openTextAlone,
  },
]

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const wanted = process.argv.slice(2)
const pictures = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const unknown = wanted.filter((name) => !PICTURES.some((each) => each.name === name))
if (unknown.length > 0) {
  console.error(`No such picture: ${unknown.join(', ')}. There are ${PICTURES.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}
if (!(await buildApp(root))) process.exit(1)

const dir = mkdtempSync(join(tmpdir(), 'pictures-'))
const url = `http://127.0.0.1:${await freePort()}`
const server = spawn(process.execPath, ['--conditions=production', `${SERVER_FOLDER}/process/main.js`], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: join(dir, 'data'),
    UPLOADS_DIR: join(dir, 'uploads'),
    DATABASE_URI: '',
    HOST: '127.0.0.1',
    PORT: new URL(url).port,
    SERVER_URL: url,
    DEMO: '1',
    DEMO_PASSWORD: PASSWORD,
  },
})
const ended = once(server, 'exit')
let browser
try {
  await ready()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  for (const picture of pictures) console.log(`${picture.name}: ${await take(picture)} bytes`)
} finally {
  await browser?.close()
  server.kill()
  await ended
  rmSync(dir, { recursive: true, force: true })
}

function ready() {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('The server did not start in time.')), PATIENCE_MS.start)
    ended.then(() => reject(new Error('The server ended.')))
    server.stdout.setEncoding('utf8').on('data', (text) => {
      if (!text.includes('ready http')) return
      clearTimeout(late)
      resolve()
    })
  })
}

/** @returns {Promise<number>} the size of the picture in bytes */
async function take({ at, dark = false, go, name, size, who }) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS.page)
  if (who) await logIn(page, who)
  await page.goto(url + at)
  await go?.(page)
  await page.waitForFunction(allIsDrawn)
  // Loaded is not yet decoded.
  await page.evaluate(() =>
    Promise.all([...document.images].filter(({ complete }) => complete).map((each) => each.decode())),
  )
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  await context.close()
  for (const colours of COLOURS) {
    const data = await sharp(shot).png({ palette: true, colours, effort: 10 }).toBuffer()
    if (data.length > LIMIT) continue
    writeFileSync(join(FOLDER, `${name}.png`), data)
    return data.length
  }
  throw new Error(`${name} does not fit into ${LIMIT} bytes.`)
}

async function logIn(page, who) {
  await page.goto(`${url}/admin/login`)
  await page.getByLabel('Email').fill(`${who}@imprimatur.example`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(`${url}/admin`)
}

async function openArticle(page) {
  await page.getByRole('link', { name: 'The night ferry keeps its last stop' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'The night ferry keeps its last stop' }).waitFor()
}

async function openReview(page) {
  await page.getByRole('link', { name: 'The market that moves uphill every year' }).first().click()
  await page.locator('.imp-review__page').waitFor()
}

async function planImport(page) {
  await page.getByLabel('Or paste the text here').fill(readFileSync('demo/page.txt', 'utf8'))
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('heading', { name: 'Look at the plan' }).waitFor()
}

async function openText(page) {
  await page.getByRole('link', { name: 'The night ferry keeps its last stop' }).first().click()
  await page.locator('[data-field-path=body] [data-lexical-editor] > p').first().waitFor()
  await page.locator('.imp-appearance img').waitFor()
}

async function openTextAlone(page) {
  await openText(page)
  await page.keyboard.press('Control+Shift+F')
  await page.locator('.app-header').waitFor({ state: 'hidden' })
}
