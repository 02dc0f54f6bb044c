import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePage, planImport, runImport } from '../../../src/importing/index.ts'
import type { ImportCollection, ImportPlan, PlanPorts, RunPorts } from '../../../src/importing/index.ts'
import { aPage, utf8 } from './aPage.ts'

/** A piece as an adapter's store holds it; `data` as far as the store gives it back under the field names of the ports. */
export type KeptPiece = {
  collection: ImportCollection
  id: string
  key: string
  data: Record<string, unknown>
}

/** An adapter of the ports over an empty store, and a look into that store. */
export type ImportAdapter = {
  ports: PlanPorts & RunPorts
  pieces: () => Promise<KeptPiece[]>
}

const demo = new Uint8Array(readFileSync(new URL('../../../demo/page.txt', import.meta.url)))

/** The cases that every adapter of the import's ports has to pass. `open` gives an adapter over a store without pieces. */
export function describeImportContract(name: string, open: () => Promise<ImportAdapter>): void {
  const plan = (ports: PlanPorts, bytes: Uint8Array = demo): Promise<ImportPlan> =>
    planImport(parsePage(bytes), ports, 'page.txt')
  const actions = (made: ImportPlan): string[] => made.pieces.map((piece) => piece.action)
  const failingAt = (ports: RunPorts, nth: number): RunPorts => ({
    isPassing: (error) => ports.isPassing(error),
    inTransaction: (work) =>
      ports.inTransaction((writer) => {
        let count = 0
        return work({
          find: (key) => writer.find(key),
          takenSlugs: (slugs) => writer.takenSlugs(slugs),
          create: (collection, data, source) => {
            count += 1
            return count === nth
              ? Promise.reject(new Error('refused on purpose'))
              : writer.create(collection, data, source)
          },
        })
      }),
  })

  describe(`the ports of an import on ${name}`, () => {
    it('take a page as one author, one article and two teasers, linked', async () => {
      const { ports, pieces } = await open()
      const result = await runImport(await plan(ports), ports)
      expect([result.made, result.kept]).toEqual([4, 0])

      const kept = await pieces()
      const of = (collection: ImportCollection): KeptPiece[] => kept.filter((piece) => piece.collection === collection)
      expect([of('authors').length, of('articles').length, of('news-teasers').length]).toEqual([1, 1, 2])
      const [author] = of('authors')
      expect(author?.data).toMatchObject({
        displayName: 'Clara Tiszaréti',
        sortName: 'Tiszaréti, Clara',
        fullName: 'Tiszaréti Klára',
        jobTitle: 'Professor of Transport Law and Diplomacy',
        affiliations: [
          {
            organization: 'Sárfehér University',
            department: 'Faculty of Law and International Relations',
            country: 'HU',
          },
        ],
      })
      expect(of('articles')[0]?.data).toMatchObject({
        byline: 'Clara Tiszaréti',
        language: 'en',
        credits: [{ author: author?.id, creditedAs: 'Clara Tiszaréti', role: 'author' }],
      })
      expect(of('news-teasers').map((teaser) => teaser.data.excerpt)).toEqual(
        expect.arrayContaining(['When the Paraná fell to its lowest level in…']),
      )
    })

    it('find everything on a second run, and make nothing', async () => {
      const { ports, pieces } = await open()
      await runImport(await plan(ports), ports)
      const before = await pieces()
      const second = await plan(ports)
      expect(actions(second)).toEqual(['keep', 'keep', 'keep', 'keep'])
      expect(second.pieces.map((piece) => piece.existingId).sort()).toEqual(before.map((piece) => piece.id).sort())
      expect(await runImport(second, ports)).toMatchObject({ made: 0, kept: 4 })
      expect((await pieces()).map((piece) => piece.id).sort()).toEqual(before.map((piece) => piece.id).sort())
    })

    it('make nothing twice when a plan was overtaken by another run', async () => {
      const { ports, pieces } = await open()
      const stale = await plan(ports)
      await runImport(await plan(ports), ports)
      expect(await runImport(stale, ports)).toMatchObject({ made: 0, kept: 4 })
      expect(await pieces()).toHaveLength(4)
    })

    it.each([1, 2, 3, 4])('keep nothing when the store refuses piece %i of four', async (nth) => {
      const { ports, pieces } = await open()
      await expect(runImport(await plan(ports), failingAt(ports, nth))).rejects.toMatchObject({
        name: 'ImportError',
        code: 'import_failed',
      })
      expect(await pieces()).toEqual([])
      expect(await runImport(await plan(ports), ports)).toMatchObject({ made: 4 })
    })

    it('plan without writing', async () => {
      const { ports, pieces } = await open()
      expect(actions(await plan(ports))).toEqual(['make', 'make', 'make', 'make'])
      expect(await pieces()).toEqual([])
    })

    it('know authors by name, in any case, and do not take them for the same person', async () => {
      const { ports } = await open()
      await runImport(await plan(ports), ports)
      expect(await ports.authorsNamed(['TISZARÉTI klára'])).toMatchObject([{ displayName: 'Clara Tiszaréti' }])
      expect(await ports.authorsNamed(['Clara'])).toEqual([])
      const namesake = await plan(ports, utf8(aPage({ signature: ['By Clara Tiszaréti'] })))
      expect(namesake.pieces[0]).toMatchObject({ collection: 'authors', action: 'make' })
      expect(namesake.doubts.map((doubt) => doubt.code)).toContain('author_same_name')
    })
  })
}
