import { readFileSync } from 'node:fs'
import type { CollectionConfig, Config, Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { MACHINE_SLUGS } from '../../../packages/plugin-imprimatur/src/runtime/index.ts'
import { COLLECTION_OPTIONS, OPTIONS } from '../../../packages/plugin-imprimatur/src/setup/knownOptions.ts'
import { requireSoundConfig, requireSoundMedia } from '../../../packages/plugin-imprimatur/src/setup/preconditions.ts'

const title: Field = { name: 'title', type: 'text' }
const lead: Field = { name: 'lead', type: 'text', localized: true }

function check(options: object, more: { fields?: Field[]; collections?: CollectionConfig[]; config?: object } = {}) {
  const { collections = [], config = {}, fields = [title] } = more
  const whole = {
    collections: [{ slug: 'posts', fields }, { slug: 'users', auth: true, fields: [] }, ...collections],
    ...config,
  }
  return () => {
    requireSoundConfig({ collections: { posts: {} }, ...options }, whole as Config, 'users')
  }
}

const posts = (own: object) => ({ collections: { posts: own } })

describe('options', () => {
  it('that are all there are pass, those left undefined too', () => {
    expect(check({ policy: undefined, slugs: { dossiers: 'files' }, clock: { secret: 's' } })).not.toThrow()
    const named = {
      title: 'title',
      embargo: 'publishedAt',
      attributes: { by: 'createdBy' },
      search: { text: ['title'] },
    }
    expect(check(posts(named))).not.toThrow()
  })

  it.each([
    [{ polcy: {} }, 'there is no option “polcy” of imprimatur(). Known are: barrier, '],
    [{ slugs: { dossier: 'files' } }, 'there is no option “dossier” of slugs. Known are: dossiers, '],
    [{ clock: { secert: 's' } }, 'there is no option “secert” of clock. Known are: secret.'],
    [posts({ embargoed: 'title' }), 'there is no option “embargoed” of “posts”. Known are: attributes, '],
    [posts({ search: { txt: ['title'] } }), 'there is no option “txt” of search of “posts”. Known are: lead, text.'],
    [posts({ style: { field: ['title'] } }), 'there is no option “field” of style of “posts”.'],
  ])('whose name means nothing are refused: %j', (options, sentence) => {
    expect(check(options)).toThrow(sentence)
  })

  it.each([
    { title: 'titel' },
    { slug: 'titel' },
    { embargo: 'titel' },
    { expires: 'titel' },
    { words: 'titel' },
    { attributes: { section: 'titel' } },
    { conditionalContent: { titel: 'title' } },
    { conditionalContent: { title: 'titel' } },
    { search: { lead: ['titel'] } },
    { search: { text: ['title', 'titel'] } },
    { style: { fields: ['titel'] } },
    { style: { fields: ['title'], language: 'titel' } },
  ])('that name no field are refused: %j', (own) => {
    expect(check(posts(own))).toThrow('“posts” has no field “titel” at its top')
  })

  it('may name a field in a row, in a tab without a name, and none within a group', () => {
    const fields: Field[] = [
      { type: 'row', fields: [title] },
      { type: 'tabs', tabs: [{ label: 'More', fields: [{ name: 'until', type: 'date' }] }] },
      { name: 'seo', type: 'group', fields: [{ name: 'kicker', type: 'text' }] },
    ]
    expect(check(posts({ title: 'title', embargo: 'until' }), { fields })).not.toThrow()
    expect(check(posts({ title: 'kicker' }), { fields })).toThrow('no field “kicker”')
  })
})

describe('a field of one’s own for roles', () => {
  const ROLES = ['editor', 'reviewer', 'publisher', 'customer']
  const usersWith = (...fields: Field[]) => ({
    config: {
      collections: [
        { slug: 'posts', fields: [title] },
        { slug: 'users', auth: true, fields },
      ],
    },
  })
  const roles = (more: object): Field => ({ name: 'roles', type: 'select', hasMany: true, options: ROLES, ...more })

  it('passes when it has those that the workflow needs, wherever it stands', () => {
    expect(check({}, usersWith(roles({})))).not.toThrow()
    const options = ROLES.map((value) => ({ value, label: value }))
    expect(
      check({}, usersWith({ type: 'tabs', tabs: [{ label: 'Work', fields: [roles({ options })] }] })),
    ).not.toThrow()
  })

  it.each<[string, Field]>([
    ['has others', roles({ options: ['admin', 'customer'], defaultValue: 'customer' })],
    ['is for one', roles({ hasMany: false })],
    ['is a text', roles({ type: 'text' })],
    ['leads elsewhere', { name: 'roles', type: 'relationship', relationTo: 'posts' }],
    ['is a tab', { type: 'tabs', tabs: [{ name: 'roles', fields: [roles({ name: 'editor' })] }] }],
  ])('is refused when it %s, unless the project says what it means', (_, field) => {
    expect(check({}, usersWith(field))).toThrow(
      'the field “roles” of “users” does not say what people may do here. Say it',
    )
    expect(check({ roles: () => [] }, usersWith(field))).not.toThrow()
  })
})

describe('slugs of the plugin', () => {
  const all = [...Object.values(MACHINE_SLUGS), 'search-live-words', 'search-newest-words']
  it.each(all)('are not those of the project: %s', (slug) => {
    expect(check({}, { collections: [{ slug, fields: [] }] })).toThrow(`there is a collection “${slug}” already.`)
  })

  it.each([
    { dossiers: 'leases' },
    { comments: 'one', notifications: 'one' },
    { searchLive: 'found', searchNewest: 'found' },
    { releases: 'search-live-words' },
  ])('are not twice the same: %j', (slugs) => {
    expect(check({ slugs })).toThrow('Give the plugin’s another slug')
  })
})

describe('a collection that cannot be reviewed', () => {
  const withPosts = (more: object) => ({
    config: {
      collections: [
        { slug: 'posts', fields: [title], ...more },
        { slug: 'users', auth: true, fields: [] },
      ],
    },
  })

  it.each([
    ['holds files', { upload: true }, 'the documents of “posts” are files'],
    [
      'has a form of its own',
      { admin: { components: { views: { edit: { root: { Component: '/Own' } } } } } },
      '“posts” has a form of its own',
    ],
    ['answers nothing', { endpoints: false }, 'the endpoints of “posts” are switched off'],
  ])('is refused when it %s', (_, more, sentence) => {
    expect(check({}, withPosts(more))).toThrow(sentence)
  })
})

describe('a localized field', () => {
  const localization = { locales: ['en', 'de'], defaultLocale: 'en' }
  const ITSELF = {
    slug: 'box',
    fields: [{ name: 'boxes', type: 'blocks', blocks: [], blockReferences: ['box'] }, lead],
  }
  const kinds: [string, Field, object?][] = [
    ['at the top', lead],
    ['a group', { name: 'lead', type: 'group', localized: true, fields: [title] }],
    ['in a group', { name: 'g', type: 'group', fields: [lead] }],
    ['an array', { name: 'lead', type: 'array', localized: true, fields: [title] }],
    ['in an array', { name: 'rows', type: 'array', fields: [lead] }],
    ['a tab', { type: 'tabs', tabs: [{ name: 'lead', localized: true, fields: [title] }] }],
    ['in a tab', { type: 'tabs', tabs: [{ label: 'One', fields: [lead] }] }],
    ['in a row in what folds', { type: 'collapsible', label: 'C', fields: [{ type: 'row', fields: [lead] }] }],
    ['in a block', { name: 'b', type: 'blocks', blocks: [{ slug: 'box', fields: [lead] }] }],
    ['in a block of the config', { name: 'b', type: 'blocks', blocks: [], blockReferences: ['box'] as never }, ITSELF],
  ]

  it.each(kinds)('is refused: %s', (_, field, block) => {
    const config = { localization, ...(block ? { blocks: [block] } : {}) }
    expect(check({}, { fields: [title, field], config })).toThrow('“lead” of “posts” is localized')
  })

  it.each(['alt', 'caption', 'credit'])(
    'is refused as the %s of a picture, which is signed off with the piece',
    (name) => {
      const ofMedia = (fields: Field[], config: object) => () => {
        requireSoundMedia(['media'], { collections: [{ slug: 'media', upload: true, fields }], ...config } as Config)
      }
      const field: Field = { name, type: 'text', localized: true }
      const laidOut: Field = { type: 'row', fields: [field] }
      for (const each of [field, laidOut])
        expect(ofMedia([each], { localization })).toThrow(`“${name}” of “media” is localized`)
      expect(ofMedia([field], {})).not.toThrow()
      expect(ofMedia([{ ...field, localized: false }, lead], { localization })).not.toThrow()
    },
  )

  it('is none where the project has one language', () => {
    expect(check({}, { fields: [title, lead] })).not.toThrow()
  })
})

it('docs/plugin.md names each option, and what it is when it is left out', () => {
  const text = readFileSync(new URL('../../../docs/plugin.md', import.meta.url), 'utf8')
  const documented = (heading: string) => {
    const [, part = ''] = text.split(`### ${heading}\n`)
    return [...(part.split('\n#')[0] ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name).sort()
  }
  expect(documented('Options of the plugin')).toEqual([...OPTIONS].sort())
  expect(documented('Options of a collection')).toEqual([...COLLECTION_OPTIONS].sort())
  expect(documented('Slugs')).toEqual(Object.keys(MACHINE_SLUGS).sort())
})
