import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { BODY, type Panel } from './panel.ts'

/** What happens to somebody who types. */
const FAULTS = ['the network goes', 'the server dies', 'the page closes', 'the session ends'] as const

type Round = {
  readonly fault: (typeof FAULTS)[number]
  /** Where each word goes, and how long the pause after it is, in milliseconds. */
  readonly words: readonly { readonly place: string; readonly pause: number }[]
  /** After which word it happens. */
  readonly at: number
}

const PLACES = ['#field-headline', '#field-standfirst', BODY]

/** Rounds in an order that hangs on the seed alone. */
export function wordRounds(count: number, seed: number): readonly Round[] {
  const round = fc.record({
    fault: fc.constantFrom(...FAULTS),
    words: fc.array(fc.record({ place: fc.constantFrom(...PLACES), pause: fc.nat(2_500) }), {
      minLength: 3,
      maxLength: 8,
    }),
    at: fc.nat(7),
  })
  // Each fault is there as often as the others.
  return fc
    .sample(round, { numRuns: count, seed })
    .map((each, nth) => ({ ...each, fault: FAULTS[nth % 4] ?? each.fault }))
}

/** Types, has the fault happen, mends it, types on, and expects every word in the newsroom in the end. */
export async function runWordRound(panel: Panel, who: string, round: Round): Promise<void> {
  let page = await panel.newWindow(who)
  try {
    const id = await panel.begin(page)
    const typed: string[] = []
    const type = async ({ pause, place }: Round['words'][number]) => {
      const word = ` w${String(typed.length)}x`
      await panel.typeAt(page, place, word)
      typed.push(word.trim())
      // The timing is what is tried here, and not a wait for something.
      await page.waitForTimeout(pause)
    }
    // Something is typed after the fault, which has to be noticed by it.
    const at = Math.min(round.at, round.words.length - 2)
    for (const word of round.words.slice(0, at + 1)) await type(word)
    const mend = await happen(panel, page, round.fault)
    const isOpen = round.fault !== 'the page closes'
    if (isOpen) for (const word of round.words.slice(at + 1)) await type(word)
    page = await mend(page, id)
    if (!isOpen) for (const word of round.words.slice(at + 1)) await type(word)
    const missing = async () => {
      const text = JSON.stringify(await panel.stored(page, id))
      return typed.filter((word) => !text.includes(word))
    }
    // A save that did not arrive is tried again after growing pauses.
    await expect.poll(missing, { timeout: 120_000 }).toEqual([])
  } finally {
    await page.context().close()
  }
}

type Mend = (page: Page, id: string) => Promise<Page>

async function happen(panel: Panel, page: Page, fault: Round['fault']): Promise<Mend> {
  const context = page.context()
  switch (fault) {
    case 'the network goes':
      await context.setOffline(true)
      return async (same) => {
        await same.getByText('the newsroom cannot be reached').waitFor()
        await context.setOffline(false)
        return same
      }
    case 'the server dies':
      await panel.killServer()
      return async (same) => {
        await same.getByText('the newsroom cannot be reached').waitFor()
        await panel.startServer()
        return same
      }
    case 'the page closes':
      // Without a question, and without a word to anybody.
      await page.close({ runBeforeUnload: false })
      return async (_, id) => {
        const anew = await context.newPage()
        anew.setDefaultTimeout(60_000)
        await panel.show(anew, `/collections/articles/${id}`)
        await anew.locator(BODY).first().waitFor()
        await takeWhatIsOffered(anew)
        return anew
      }
    case 'the session ends':
      await context.clearCookies()
      return async (same) => {
        await same.locator('[data-sonner-toast]').getByRole('button', { name: 'Log in' }).click()
        const password = same.getByRole('dialog').getByLabel('Password')
        await password.fill('a password for tests only')
        await same.getByRole('dialog').getByRole('button', { name: 'Log in' }).click()
        await password.waitFor({ state: 'detached' })
        return same
      }
  }
}

/** Nothing is offered where everything was saved before. */
async function takeWhatIsOffered(page: Page): Promise<void> {
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('imprimatur-words:')))
  const offer = page.getByRole('button', { name: 'Take them into the form' })
  expect(kept.length).toBeLessThanOrEqual(1)
  if (kept.length === 0) return
  // Where nothing of it differs, it is dropped and not offered.
  const isDropped = page.waitForFunction(([key]) => localStorage.getItem(key ?? '') === null, kept)
  if ((await Promise.race([offer.waitFor().then(() => 'offered'), isDropped.then(() => 'dropped')])) === 'dropped')
    return
  await offer.click()
  await offer.waitFor({ state: 'detached' })
}
