import { buildSchema, graphql, type GraphQLSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { coded } from '../../../packages/plugin-imprimatur/src/errors/CodedError.ts'
import { retryMutations } from '../../../packages/plugin-imprimatur/src/api/retryMutations.ts'

/** A schema whose one mutation is refused with `error` so many times before it answers, and what it was given each time. */
function aMutation(times: number, error: Error): { schema: GraphQLSchema; given: unknown[] } {
  const schema = buildSchema('type Query { a: Int } type Mutation { save(words: [String!]!): Int }')
  const given: unknown[] = []
  const { save } = schema.getMutationType()?.getFields() ?? {}
  if (!save) throw new Error('the mutation is missing')
  save.resolve = (_, { words }: { words: string[] }) => {
    given.push([...words])
    words.push('changed by whoever was given it')
    if (given.length <= times) throw error
    return given.length
  }
  retryMutations(schema)
  return { schema, given }
}

const save = (schema: GraphQLSchema) => graphql({ schema, source: 'mutation { save(words: ["one"]) }' })

// MongoDB refuses the loser of a race at once; on SQLite, where writers queue, nothing else would notice.
describe('retryMutations()', () => {
  it('does a mutation that lost a race again, with the data that it came with', async () => {
    const { schema, given } = aMutation(2, coded('conflict'))
    expect((await save(schema)).data).toEqual({ save: 3 })
    expect(given).toEqual([['one'], ['one'], ['one']])
  })

  it('does nothing again that was refused for another reason', async () => {
    const { schema, given } = aMutation(1, coded('forbidden'))
    expect((await save(schema)).errors).toHaveLength(1)
    expect(given).toHaveLength(1)
  })

  it('says after six times that the newsroom is busy', async () => {
    const { schema, given } = aMutation(99, coded('conflict'))
    expect((await save(schema)).errors?.[0]?.originalError).toMatchObject({ status: 503 })
    expect(given).toHaveLength(6)
  })
})
