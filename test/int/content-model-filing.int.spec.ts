import type { JsonObject } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aStaffMember } from '../helpers/contentModelBuilders.ts'
import { complaintsOf } from '../helpers/complaintsOf.ts'
import { openContentModel, type ContentModel } from '../helpers/contentModelConfig.ts'

let model: ContentModel

beforeAll(async () => {
  model = await openContentModel()
})
afterAll(async () => {
  await model.close()
})

describe.each(['topics', 'sections', 'places'])('%s', (collection) => {
  const node = (name: string, parent?: string) =>
    model.create(collection, { name, countryCode: 'CN', ...(parent === undefined ? {} : { parent }) })

  it('cannot lie below themselves, however far down', async () => {
    const top = await node('Top')
    const middle = await node('Middle', top.id)
    const bottom = await node('Bottom', middle.id)
    for (const parent of [top.id, middle.id, bottom.id]) {
      expect((await complaintsOf(model.save(collection, top.id, { parent }))).parent).toMatch(/^Choose another one/)
    }
    expect((await model.save(collection, bottom.id, { parent: top.id })).parent).toBe(top.id)
  })

  it('cannot be put below what does not exist', async () => {
    await expect(node('Orphan', '00000000-0000-4000-8000-000000000000')).rejects.toThrow()
  })

  it('are read by readers, and written by editors and administrators only', async () => {
    const { id } = await node('Readable')
    expect(await model.read(collection, id, { as: 'reader' })).toMatchObject({ name: 'Readable', slug: 'readable' })
    for (const role of ['contributor', 'reviewer', 'publisher'] as const) {
      const as = await aStaffMember(model, role)
      await expect(model.save(collection, id, { name: 'Changed' }, { as })).rejects.toMatchObject({ status: 403 })
      await expect(model.create(collection, { name: 'Made', countryCode: 'CN' }, { as })).rejects.toMatchObject({
        status: 403,
      })
    }
    await expect(model.save(collection, id, { name: 'Changed' }, { as: 'reader' })).rejects.toMatchObject({
      status: 403,
    })
    const editor = await aStaffMember(model, 'editor')
    expect((await model.save(collection, id, { name: 'Changed' }, { as: editor })).name).toBe('Changed')
  })

  it('need a name', async () => {
    expect((await complaintsOf(node('  '))).name).toMatch(/^Enter the name of the/)
  })
})

describe('the way from the top', () => {
  it('is shown to staff, with names as they are now', async () => {
    const as = await aStaffMember(model, 'editor')
    const world = await model.create('topics', { name: 'World' })
    const asia = await model.create('topics', { name: 'Asia', parent: world.id })
    expect((await model.read('topics', asia.id, { as })).breadcrumb).toBe('World › Asia')
    expect((await model.save('topics', asia.id, { name: 'East Asia' }, { as })).breadcrumb).toBe('World › East Asia')
    await model.save('topics', world.id, { name: 'The world' })
    expect((await model.read('topics', asia.id, { as })).breadcrumb).toBe('The world › East Asia')
    expect(await model.read('topics', asia.id, { as: 'reader' })).not.toHaveProperty('breadcrumb')
  })
})

describe('desks', () => {
  it('are known to staff only', async () => {
    const as = await aStaffMember(model, 'editor')
    const { id } = await model.create('sections', { name: 'Economy', desk: [as.id] })
    expect((await model.read('sections', id, { as })).desk).toEqual([as.id])
    expect(await model.read('sections', id, { as: 'reader', depth: 2 })).not.toHaveProperty('desk')
  })
})

describe('codes of places', () => {
  it('are two letters for a country and three digits for a region', async () => {
    expect(await model.create('places', { name: 'China', kind: 'country', countryCode: ' cn ' })).toMatchObject({
      countryCode: 'CN',
      m49: null,
    })
    expect(await model.create('places', { name: 'Asia', kind: 'region', m49: '142' })).toMatchObject({
      countryCode: null,
      m49: '142',
    })
    expect(await model.create('places', { name: 'Changchun', kind: 'place', countryCode: 'CN' })).toMatchObject({
      countryCode: 'CN',
    })
  })

  it('change with the kind', async () => {
    const { id } = await model.create('places', { name: 'Turned', kind: 'country', countryCode: 'AQ' })
    expect(await model.save('places', id, { kind: 'region', m49: '009' })).toMatchObject({
      countryCode: null,
      m49: '009',
    })
  })

  it.each<[JsonObject, string, RegExp]>([
    [{ kind: 'country' }, 'countryCode', /^Choose the country/],
    [{ kind: 'place' }, 'countryCode', /^Choose the country/],
    [{ kind: 'country', countryCode: 'EU' }, 'countryCode', /“EU” is no country code/],
    [{ kind: 'country', countryCode: 'China' }, 'countryCode', /no country code/],
    [{ kind: 'region' }, 'm49', /^Choose the region/],
    [{ kind: 'region', m49: '156' }, 'm49', /“156” is no code of a region/],
  ])('are asked for and looked at: %j', async (data, field, message) => {
    expect((await complaintsOf(model.create('places', { name: 'Somewhere', ...data })))[field]).toMatch(message)
  })
})
