import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { warnOfShortfalls } from '../../packages/plugin-imprimatur/src/index.ts'
import { openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'
import { pieces } from '../helpers/pieces.ts'

type Line = { readonly level: string; readonly msg: string }

let newsroom: TestNewsroom
let lines: Line[] = []

beforeAll(async () => {
  newsroom = await openNewsroom({ log: (line) => lines.push(JSON.parse(line) as Line) })
})

afterAll(async () => {
  await newsroom.close()
})

const DESK = { name: 'desk', needed: 1, roles: ['reviewer'] }
const setReviews = async (...reviews: readonly object[]) => {
  const body = { workflow: { reviews } }
  expect((await newsroom.ask('POST', '/api/globals/newsroom', { as: 'admin', body })).status).toBe(200)
}
const change = async (who: 'reviewer' | 'reviewer2', body: object) => {
  const answer = await newsroom.ask('PATCH', `/api/users/${newsroom.userIds[who]}`, { as: 'admin', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function warnings(of = newsroom): Promise<string[]> {
  lines = []
  await warnOfShortfalls(of.payload)
  return lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg)
}

describe('the log warns of a review', () => {
  beforeEach(() => setReviews(DESK))

  it('not, while enough people could give it', async () => {
    expect(await warnings()).toEqual([])
    await setReviews({ ...DESK, needed: 2 })
    expect(await warnings()).toEqual([])
  })

  it('that too few hold a role for, and of each of several', async () => {
    await setReviews({ ...DESK, needed: 3 }, { name: 'legal', needed: 2, roles: ['publisher', 'contributor'] })
    expect(await warnings()).toEqual([
      'The review “desk” needs 3 people with the role reviewer; only 2 here could give it.',
    ])
    await setReviews({ ...DESK, needed: 3 }, { name: 'legal', needed: 2, roles: ['publisher'] })
    expect(await warnings()).toEqual([
      'The review “desk” needs 3 people with the role reviewer; only 2 here could give it.',
      'The review “legal” needs 2 people with the role publisher; only 1 here could give it.',
    ])
  })

  it('when somebody leaves who could give it, and when two accounts turn out to be one person', async () => {
    await setReviews({ ...DESK, needed: 2 })
    const warning = 'The review “desk” needs 2 people with the role reviewer; only 1 here could give it.'
    await change('reviewer2', { active: false })
    expect(await warnings()).toEqual([warning])
    await change('reviewer2', { active: true })
    expect(await warnings()).toEqual([])
    const author = await pieces(newsroom).anAuthor()
    for (const who of ['reviewer', 'reviewer2'] as const) await change(who, { author })
    expect(await warnings()).toEqual([warning])
    await change('reviewer2', { author: null })
  })
})

it('a newsroom in which nobody works yet is warned of nothing', async () => {
  const empty = await openNewsroom({ staff: false, log: (line) => lines.push(JSON.parse(line) as Line) })
  try {
    expect(await warnings(empty)).toEqual([])
  } finally {
    await empty.close()
  }
})
