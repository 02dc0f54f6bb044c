import { readFile, writeFile } from 'node:fs/promises'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schemaOf } from '../../src/public-api/index.ts'
import { onServer, openNewsroom, type TestNewsroom } from '../helpers/openNewsroom.ts'

/** `docs/schema.graphql` for tools of front ends: `npm run schema` writes it. */
const FILE = new URL('../../docs/schema.graphql', import.meta.url)
let newsroom: TestNewsroom

beforeAll(async () => {
  newsroom = await openNewsroom({ staff: false })
})
afterAll(async () => {
  await newsroom.close()
})

const printed = () => {
  const { schema } = schemaOf(newsroom.payload, newsroom.payload.config)
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

// Postgres and MongoDB have other ids.
it.skipIf(onServer())('the schema of GraphQL in the repository is that of the newsroom', async () => {
  const schema = printed()
  expect(printed()).toBe(schema)
  if (process.env.WRITE_SCHEMA === '1') await writeFile(FILE, schema)
  const stored = (await readFile(FILE, 'utf8')).split('\n')
  const lines = schema.split('\n')
  const differing = {
    onlyNow: lines.filter((line) => !stored.includes(line)).slice(0, 20),
    onlyStored: stored.filter((line) => !lines.includes(line)).slice(0, 20),
    isSame: stored.join('\n') === schema,
  }
  expect(differing, 'docs/schema.graphql is of another schema: npm run schema writes it anew').toEqual({
    onlyNow: [],
    onlyStored: [],
    isSame: true,
  })
  expect(schema).toContain('bodyAs(')
})
