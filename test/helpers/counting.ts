import type { Locator, Page } from 'playwright-core'

export type Counting = ReturnType<typeof counting>

/** Counts the clicks that somebody makes from the page that is open on, and the further pages that they come to. */
export function counting(page: Page) {
  const begin = page.url()
  const pages = new Set<string>()
  const done = { clicks: 0 }
  page.on('framenavigated', (frame) => {
    // A query is the same page: Payload writes what a list shows into its address.
    const { origin, pathname } = new URL(frame.url())
    if (frame === page.mainFrame() && frame.url() !== begin) pages.add(origin + pathname)
  })
  return {
    click: async (target: Locator) => {
      done.clicks += 1
      await target.click()
    },
    loads: () => pages.size,
    clicks: () => done.clicks,
  }
}
