import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../packages/plugin-imprimatur/src/operations/index.ts'
import { changeByHand, deleteByHand } from '../helpers/byHand.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

let newsroom: TestNewsroom
let desk: ReturnType<typeof pieces>

beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = pieces(newsroom)
})

afterAll(async () => {
  await newsroom.close()
})

const offences = async () => (await audit(newsroom.payload)).offences

/** One character: the first letter becomes another. */
const otherLetter = (text: string) => (text.startsWith('X') ? 'Y' : 'X') + text.slice(1)

describe('the audit', () => {
  it('is clean after everything that pieces can go through', async () => {
    const withdrawn = await desk.published('articles', await desk.anArticle())
    await desk.moved('articles', withdrawn, 'withdraw', 'publisher', { reason: 'A complaint' })
    const revised = await desk.published('articles', await desk.anArticle())
    await desk.save('articles', revised, { headline: 'Changed' })
    const spiked = await desk.anArticle()
    await desk.moved('articles', spiked, 'spike', 'editor')
    await desk.moved('articles', spiked, 'restore', 'editor')
    const deleted = await desk.anArticle()
    expect((await newsroom.ask('DELETE', `/api/articles/${deleted}`, { as: 'editor' })).status).toBe(200)
    expect(await offences()).toEqual([])
  })

  it('names the piece when one character of what is public was changed by hand', async () => {
    const id = await desk.published('articles', await desk.anArticle({ headline: 'Signed off' }))
    const place = { table: 'articles', by: ['id', id] as [string, string], column: 'headline' }
    await changeByHand(newsroom.payload, place, otherLetter)
    const found = await offences()
    expect(found.map((each) => each.piece)).toEqual([`articles:${id}`])
    expect(found[0]?.fault).toContain('is not what was signed off')
    await changeByHand(newsroom.payload, place, () => 'Signed off')
    expect(await offences()).toEqual([])
  })

  it.each([
    ['actor', otherLetter],
    ['digest', (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')],
    ['at', (text: string) => text.replace('Z', '1Z')],
  ])('names the piece when the %s of an event was changed by hand', async (column, change) => {
    const id = await desk.published('articles', await desk.anArticle())
    const place = { table: 'workflow_events', by: ['piece', `articles:${id}`] as [string, string], column }
    await changeByHand(newsroom.payload, place, change)
    expect((await offences()).map((each) => each.piece)).toContain(`articles:${id}`)
  })

  it('names the piece when its dossier was changed by hand', async () => {
    const id = await desk.anArticle()
    await changeByHand(
      newsroom.payload,
      { table: 'dossiers', by: ['piece', `articles:${id}`], column: 'digest' },
      (text) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0'),
    )
    const found = (await offences()).filter((each) => each.piece === `articles:${id}`)
    expect(found[0]?.fault).toContain('past the workflow')
  })

  // Guard: withoutDossier() in audit.ts.
  it('names what is public although nothing is on record of it', async () => {
    const id = await desk.published('articles', await desk.anArticle())
    for (const table of ['dossiers', 'workflow_events']) {
      await deleteByHand(newsroom.payload, { table, by: ['piece', `articles:${id}`] })
    }
    const found = (await offences()).filter((each) => each.piece === `articles:${id}`)
    expect(found.map((each) => each.fault)).toEqual(['it is public, and has no dossier'])
  })
})
