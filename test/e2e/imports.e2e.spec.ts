import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { drawnWithin } from '../helpers/browser.ts'
import { usePanel } from '../helpers/panel.ts'
import { aWxr, anAuthor, anItem } from '../unit/importing/archives/aWxr.ts'

const WXR = aWxr([anItem({ more: '<category domain="category">Weirs</category>' })], {
  authors: [anAuthor('ida', 'Ida Holm', { id: '7' })],
})

describe('an export of WordPress', () => {
  const { address, button, windowOf } = usePanel()

  it('is chosen as a file, shown as a plan by the clock of the newsroom, and made into drafts', async () => {
    const page = await windowOf('editor')
    await page.goto(address('/admin/import'))
    await page.setInputFiles('input[type=file]', { name: 'notes.xml', mimeType: 'text/xml', buffer: Buffer.from(WXR) })
    await button(page, 'Read it').click()
    await page.getByText('No section or topic is called “Weirs”').waitFor()
    // Half past twelve where the site is, which is two hours before Greenwich.
    await page.getByText('The lock at Ems opens late, 6 May 2024, 10:30 UTC').waitFor()
    await page.setViewportSize({ width: 390, height: 900 })
    await drawnWithin(page, 390)
    expect((await new AxeBuilder({ page }).include('.imp-import').analyze()).violations).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
    await button(page, 'Make the drafts').click()
    await page.getByRole('heading', { name: '2 drafts were made' }).waitFor()
    await page.getByRole('link', { name: 'The lock at Ems opens late' }).click()
    await page.locator('#field-headline').waitFor()
    expect(await page.inputValue('#field-headline')).toBe('The lock at Ems opens late')
  })
})
