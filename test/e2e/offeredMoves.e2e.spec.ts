import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { STAGES } from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'
import { usePanel } from '../helpers/panel.ts'

type Move = {
  readonly label: string
  readonly allowed: boolean
  readonly actsOn: string
  readonly blockers: readonly { readonly code: string; readonly message: string }[]
}
type Entry = {
  readonly collection: string
  readonly id: string
  readonly headline: string
  readonly stage: string
}
type Queue = { readonly docs: readonly Entry[] }

// The whole demo has pieces at every stage.
const { address, ask, dialog, windowOf } = usePanel({ DEMO_PAGE: '' })

/** A time in a sentence is shown by the newsroom's clock. */
const hasTime = (sentence: string) => /\d{4}-\d\d-\d\dT/.test(sentence)

/** What the window with all actions says: what can be done, and of the rest why not. */
async function shownIn(page: Page) {
  const allowed = await dialog(page)
    .getByRole('region', { name: 'You can do this' })
    .getByRole('button')
    .allInnerTexts()
  const rest = await dialog(page)
    .locator('dl > div')
    .evaluateAll((groups) =>
      groups.flatMap((group) =>
        [...group.querySelectorAll('dt')].map((name): [string, string] => [
          name.textContent,
          group.querySelector('dd')?.textContent ?? '',
        ]),
      ),
    )
  return { allowed, rest: new Map(rest) }
}

/** Compares what the window of a piece says with what the API says of it. */
async function compare(page: Page, piece: Entry, who: string): Promise<void> {
  const { transitions } = (await ask(page, 'GET', `/api/${piece.collection}/${piece.id}/transitions`)) as unknown as {
    transitions: Move[]
  }
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: piece.headline, exact: true }) })
  await row.getByRole('button', { name: /^Move/ }).first().click()
  await dialog(page).getByRole('heading', { name: 'What can be done' }).waitFor()
  const { allowed, rest } = await shownIn(page)
  const labels = (some: readonly Move[]) => some.map(({ label }) => label).toSorted()
  expect(allowed.toSorted(), `${who}, ${piece.stage}`).toEqual(labels(transitions.filter((each) => each.allowed)))
  const refused = transitions.filter((each) => !each.allowed)
  expect([...rest.keys()].toSorted(), `${who}, ${piece.stage}`).toEqual(labels(refused))
  for (const { blockers, label } of refused)
    for (const { code, message } of blockers.filter((each) => !hasTime(each.message)))
      expect(rest.get(label), `${label}, ${who}, ${piece.stage}`).toContain(
        code === 'forbidden' ? 'You do not have the right to do this.' : message,
      )
  // What is said of many moves is said once.
  const text = await dialog(page).innerText()
  expect(text.split('You do not have the right').length - 1).toBeLessThanOrEqual(1)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
}

it.each(['contributor', 'editor', 'reviewer', 'publisher', 'admin'])(
  'what the panel offers to %s of a piece at each stage is what the API says',
  async (who) => {
    const page = await windowOf(who)
    const seen: string[] = []
    for (const stage of STAGES) {
      const { docs } = (await ask(page, 'GET', `/api/review-queue?stage=${stage}`)) as unknown as Queue
      if (!docs[0]) continue
      await page.goto(address(`/admin/review-queue?stage=${stage}`))
      await compare(page, docs[0], who)
      seen.push(stage)
    }
    // Contributors have only their own pieces in the queue.
    if (who !== 'contributor') expect(seen).toEqual(STAGES)
  },
)
