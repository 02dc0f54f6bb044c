import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, it } from 'vitest'
import { eventually, usePanel, type Doc } from '../helpers/panel.ts'

// Whole screens, with what Payload draws on them: see payload3/useNames.ts, which is the guard.
const { address, ask, windowOf } = usePanel({ DEMO_PAGE: '' })

const LOOKS = [
  ['light', 1280],
  ['dark', 390],
] as const

/** What axe finds on a screen in each look, as soon as it is drawn in that. */
async function hasNoFault(page: Page, where: string): Promise<void> {
  for (const [theme, width] of LOOKS) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value
    }, theme)
    const screen = { where, theme, width }
    await eventually(async () => ({ ...screen, faults: await faultsOn(page) })).toEqual({ ...screen, faults: [] })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function faultsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(address(`/admin${path}`))
  await page.waitForLoadState('networkidle')
}

const firstOf = async (page: Page, collection: string) =>
  ((await ask(page, 'GET', `/api/${collection}?draft=true&depth=0&limit=1`)) as unknown as { docs: Doc[] }).docs[0]?.id

describe('somebody who hears the panel, or sees it dark or small', () => {
  it.each([
    ['editor', ['', '/collections/articles', '/collections/media', '/account']],
    [
      'admin',
      ['/collections/users', '/collections/sections/create', '/collections/webhooks/create', '/globals/newsroom'],
    ],
  ] as const)('has names for everything on the screens of Payload: %s', async (who, paths) => {
    const page = await windowOf(who)
    for (const path of paths) {
      await open(page, path)
      await hasNoFault(page, path)
    }
  })

  it.each(['articles', 'authors', 'news-teasers', 'media'])(
    'has them in each tab of the form of %s',
    async (collection) => {
      const page = await windowOf('editor')
      await open(page, `/collections/${collection}/${await firstOf(page, collection)}`)
      const tabs = page.locator('.tabs-field__tab-button')
      for (let at = 0; at < Math.max(1, await tabs.count()); at += 1) {
        if ((await tabs.count()) > 0) await tabs.nth(at).click()
        await hasNoFault(page, `tab ${String(at)}`)
      }
    },
  )
})
