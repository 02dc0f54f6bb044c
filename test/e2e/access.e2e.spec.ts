import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { usePanel } from '../helpers/panel.ts'

/** Keys of machines and preview addresses, as people make and end them in the panel. */
const { address, ask, button, show, windowOf } = usePanel()

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function withClipboard(who: string): Promise<Page> {
  const page = await windowOf(who)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address('/')).origin })
  return page
}

it('an administrator makes a key, copies it once, and revokes it', async () => {
  const page = await withClipboard('admin')
  await page.goto(address('/admin/collections/api-keys/create'))
  await page.getByText('Save it first. Then make the key here.').waitFor()
  await page.locator('#field-name').fill('The front end')
  await page.locator('#action-save').click()
  await button(page, 'Make the key').click()
  await button(page, 'Copy').click()
  await page.getByText('Copied.', { exact: true }).waitFor()
  const key = await clipboard(page)
  expect(key).toMatch(/^imp_[\w-]{43}$/)
  const read = () => fetch(address('/api/articles'), { headers: { authorization: `users API-Key ${key}` } })
  expect((await read()).status).toBe(200)

  await page.setViewportSize({ width: 390, height: 800 })
  const { violations } = await new AxeBuilder({ page }).include('#api-key').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.reload()
  await page.getByText('The key was shown when it was made.').waitFor()
  expect(await page.getByText(key).count()).toBe(0)
  await button(page, 'Revoke the key').click()
  await button(page, 'Keep it').click()
  expect((await read()).status).toBe(200)
  await button(page, 'Revoke the key').click()
  await button(page, 'Revoke it for good').click()
  await page.getByText('This key was revoked. It opens nothing any more.').waitFor()
  expect((await read()).status).toBe(401)
})

it('an editor copies an address for a draft, and ends it', async () => {
  const page = await withClipboard('editor')
  const { doc } = await ask(page, 'POST', '/api/articles', { headline: 'For the front end' })
  await show(page, `/collections/articles/${doc.id}`)
  const choose = async (id: string) => {
    await page.locator('.doc-controls__popup button').first().click()
    await page.locator(id).click()
  }
  await choose('#action-preview-token')
  await page.getByText('Copied. Whoever has this address reads the draft for an hour.').waitFor()
  const draft = await clipboard(page)
  const answer = await fetch(draft)
  expect([answer.status, ((await answer.json()) as { headline: string }).headline]).toEqual([200, 'For the front end'])
  await choose('#action-preview-revoke')
  await page.getByText('open nothing any more').waitFor()
  expect((await fetch(draft)).status).toBe(404)
})
