import fc from 'fast-check'
import { openNewsroom } from '../openNewsroom.ts'
import { pieces } from '../pieces.ts'
import { expectNewsroom, firstPieces, sequences, setRoles, type Real } from './commands.ts'
import { COLLECTIONS, DEMOTED, Model, NEEDED, PEOPLE } from './Model.ts'

const START = Date.parse('2026-03-02T09:00:00.000Z')

/** Commands of one sequence at most. */
const LENGTH = 60

export type Executed = { all: number; sequences: number; commands: Record<string, number> }

/** Sequences in one newsroom: the audit after each looks at all that those before it left. */
const SEQUENCES = 20

/**
 * Runs random sequences of commands against a real newsroom and a small model of it, until `atLeast` commands were
 * executed. A sequence that the model does not foresee is shrunk and reported with its seed.
 *
 * @param progress is called after each newsroom
 * @returns How many commands were executed, in how many sequences, and how many of each name.
 */
export async function runSequences(
  atLeast: number,
  seed: number,
  progress: (executed: Executed) => void = () => undefined,
): Promise<Executed> {
  const executed: Executed = { all: 0, sequences: 0, commands: {} }
  for (let batch = 0; executed.all < atLeast; batch++) {
    await runBatch(seed + batch, executed)
    progress(executed)
  }
  return executed
}

async function runBatch(seed: number, executed: Executed): Promise<void> {
  let now = START
  const newsroom = await openNewsroom({ now: () => new Date(now) })
  try {
    await setRoles(newsroom, PEOPLE.editor2, 'editor2')
    const author = await pieces(newsroom).publicAuthor()
    await setReviews(newsroom)
    const property = fc.asyncProperty(sequences(LENGTH), async (commands) => {
      executed.sequences++
      await setRoles(newsroom, PEOPLE[DEMOTED])
      await unscheduleAll(newsroom)
      const real: Real = {
        newsroom,
        author,
        setTime: (time) => (now = time),
        publicBefore: await countPublic(newsroom),
        count: (command) => {
          const name = command.replace(/\(.*/, '')
          executed.commands[name] = (executed.commands[name] ?? 0) + 1
          executed.all++
        },
      }
      const model = new Model(now)
      for (const first of firstPieces) await first.run(model, real)
      await fc.asyncModelRun(() => ({ model, real }), commands)
      await expectNewsroom(real, model)
    })
    await fc.assert(property, { seed, numRuns: SEQUENCES })
  } finally {
    await newsroom.close()
  }
}

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>

async function setReviews({ ask }: Newsroom): Promise<void> {
  const { body } = await ask('GET', '/api/globals/newsroom', { as: 'admin' })
  const reviews = COLLECTIONS.map((collection) => ({
    name: `of_${collection.replace('-', '_')}`,
    needed: NEEDED[collection],
    roles: ['reviewer'],
    collections: [collection],
    genres: [],
    sections: [],
  }))
  const answer = await ask('POST', '/api/globals/newsroom', {
    as: 'admin',
    body: { workflow: { ...body.workflow, reviews } },
  })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}

/** What a sequence before left on the schedule would go out in the time of this one. */
async function unscheduleAll({ ask }: Newsroom): Promise<void> {
  const { body } = await ask('GET', '/api/review-queue?stage=scheduled&limit=100', { as: 'admin' })
  for (const { collection, digest, id } of body.docs) {
    const move = { transition: 'unschedule', digest }
    const answer = await ask('POST', `/api/${collection}/${id}/transitions`, { as: 'publisher', body: move })
    // What is in the trash takes no move, and does not go out either.
    if (![200, 409].includes(answer.status)) throw new Error(JSON.stringify(answer.body))
  }
}

async function countPublic({ ask }: Newsroom): Promise<Real['publicBefore']> {
  const counts = await Promise.all(
    COLLECTIONS.map(async (each) => [each, (await ask('GET', `/api/${each}/count`)).body.totalDocs as number] as const),
  )
  return Object.fromEntries(counts) as Real['publicBefore']
}
