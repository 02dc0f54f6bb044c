import '../helpers/withoutStyles.ts'
import { createLocalReq, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isValidElement, type ReactNode } from 'react'
import { DeskCards } from '../../packages/plugin-imprimatur/src/admin/DeskCards.tsx'
import { ReleasesView } from '../../packages/plugin-imprimatur/src/admin/ReleasesView.tsx'
import { ReleaseView } from '../../packages/plugin-imprimatur/src/admin/ReleaseView.tsx'
import { ReportView } from '../../packages/plugin-imprimatur/src/admin/ReportView.tsx'
import { ReviewQueueView } from '../../packages/plugin-imprimatur/src/admin/ReviewQueueView.tsx'
import { ReviewShortfalls } from '../../packages/plugin-imprimatur/src/admin/ReviewShortfalls.tsx'
import { ReviewView } from '../../packages/plugin-imprimatur/src/admin/ReviewView.tsx'
import { NotLoaded } from '../../packages/plugin-imprimatur/src/admin/NotLoaded.tsx'
import { coded } from '../../packages/plugin-imprimatur/src/errors/index.ts'
import { openStranger, type Stranger } from '../helpers/openStranger.ts'

let stranger: Stranger

beforeAll(async () => {
  stranger = await openStranger({
    collections: [
      { slug: 'posts', admin: { useAsTitle: 'title' }, fields: [{ name: 'title', type: 'text' }] },
      { slug: 'users', auth: true, fields: [] },
    ],
    plugin: {
      collections: { posts: {} },
      policy: { reviews: [{ name: 'legal', needed: 3, roles: ['reviewer'], collections: [], when: {} }] },
    },
  })
  await stranger.person('chief@example.org')
  await stranger.person('carl@example.org')
})
afterAll(() => stranger.close())

/** What Payload hands to a part of the panel. */
async function handedTo(email: string) {
  const { payload } = stranger
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } } })
  const user = { ...docs[0], collection: 'users' } as TypedUser
  const req = await createLocalReq({ user }, payload)
  return { i18n: req.i18n, payload, req, user }
}

describe('the panel for somebody without a role', () => {
  it.each([
    ['what needs them', DeskCards],
    ['the reviews that too few can give', ReviewShortfalls],
  ])('shows nothing on the dashboard of %s', async (_, Part) => {
    expect(await Part(await handedTo('carl@example.org'))).toBeNull()
    expect(await Part(await handedTo('chief@example.org'))).not.toBeNull()
  })

  it.each([
    ['the queue', ReviewQueueView],
    ['releases', ReleasesView],
    ['a release', ReleaseView],
    ['the report', ReportView],
    ['the review of a piece', ReviewView],
  ])('has no page for %s', async (_, View) => {
    const { req } = await handedTo('carl@example.org')
    const initPageResult = { permissions: { canAccessAdmin: true }, req }
    await expect(View({ initPageResult, params: {}, searchParams: {} } as never)).rejects.toMatchObject({
      digest: 'NEXT_HTTP_ERROR_FALLBACK;404',
    })
  })
})

/** All elements below one, as it was drawn. */
function elementsIn(drawn: ReactNode): readonly React.ReactElement<{ children?: ReactNode; code?: string }>[] {
  if (Array.isArray(drawn)) return drawn.flatMap((each: ReactNode) => elementsIn(each))
  if (!isValidElement<{ children?: ReactNode; code?: string }>(drawn)) return []
  return [drawn, ...elementsIn(drawn.props.children)]
}

describe('the dashboard, when what waits cannot be loaded', () => {
  it('says so with the code, and keeps the rest', async () => {
    const { payload } = stranger
    const handed = await handedTo('chief@example.org')
    const { find } = payload.db
    payload.db.find = () => Promise.reject(coded('busy'))
    try {
      const drawn = elementsIn(await DeskCards(handed))
      expect(drawn.filter(({ type }) => type === NotLoaded).map(({ props }) => props.code)).toEqual(['busy'])
      expect(drawn.map(({ type }) => type)).toContain('h1')
    } finally {
      payload.db.find = find
    }
    const drawn = elementsIn(await DeskCards(handed))
    expect(drawn.filter(({ type }) => type === NotLoaded)).toEqual([])
  })
})
