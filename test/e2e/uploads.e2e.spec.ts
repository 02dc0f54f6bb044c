import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { isSave } from '../helpers/heldRoute.ts'
import { usePanel } from '../helpers/panel.ts'

/** A picture of noise, which cannot be made smaller: some 480 kB. */
async function aLargeFile(): Promise<Buffer> {
  const raw = { width: 400, height: 400, channels: 3 } as const
  return sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .png()
    .toBuffer()
}

describe('a picture that takes long to send', () => {
  const { button, newWindow, show } = usePanel()
  const chosen = async (page: Page): Promise<void> => {
    await show(page, '/collections/media/create')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'noise.png', mimeType: 'image/png', buffer: await aLargeFile() })
    await page.getByLabel('Alternative text').fill('Noise.')
  }
  const progress = (page: Page) => page.getByText(/^Uploading the picture: [1-9]\d? %$/)

  // Guard: `UploadProgress`; Payload's own requests tell nobody how far they are.
  it('says how far it is, on a telephone too, and no more when it is there', async () => {
    const page = await newWindow('editor')
    await chosen(page)
    await page.setViewportSize({ width: 390, height: 844 })
    const network = await page.context().newCDPSession(page)
    const limit = (uploadThroughput: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput,
      })
    await network.send('Network.enable')
    await limit(40_000)
    await button(page, 'Save').click()
    await progress(page).waitFor()
    await drawnWithin(page, 390)
    await limit(-1)
    await page.waitForURL(/media\/(?!create)[\w-]+/)
    await page.getByText('Uploading the picture').waitFor({ state: 'detached' })
    await page.getByText('The picture is uploaded').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('says that the newsroom cannot be reached, keeps the form, and is sent again', async () => {
    const page = await newWindow('editor')
    await chosen(page)
    const cut = (url: URL) => url.pathname === '/api/media'
    await page.route(cut, (route) => (isSave(route.request()) ? route.abort() : route.fallback()))
    await button(page, 'Save').click()
    await page.getByText('The newsroom could not be reached. Check your connection and try again.').waitFor()
    await page.getByText('Uploading the picture').waitFor({ state: 'detached' })
    expect(await page.getByLabel('Alternative text').inputValue()).toBe('Noise.')
    await page.unroute(cut)
    await button(page, 'Save').click()
    await page.waitForURL(/media\/(?!create)[\w-]+/)
    await page.context().close()
  })
})
