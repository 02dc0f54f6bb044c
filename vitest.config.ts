import { createRequire } from 'node:module'

import { defineConfig } from 'vitest/config'

/** One file at a time: these have a database, a port or a browser to themselves. */
const alone = { pool: 'forks', fileParallelism: false, testTimeout: 180_000, hookTimeout: 300_000 } as const

/** Many files in one process, which loads the modules once: no file may leave anything behind in them. */
const together = { isolate: false } as const

/** Vite would take the ESM build of graphql where Payload takes the other; two copies do not know each other's types. */
const alias = { graphql: createRequire(import.meta.url).resolve('graphql') }

/**
 * The plugin by its name, but from its TypeScript: tests need no build, and share its modules with what they test. The other
 * conditions are Vite's own.
 */
const conditions = ['imprimatur-source', 'module', 'node', 'development|production']

export default defineConfig({
  test: {
    projects: [
      {
        ssr: { resolve: { conditions } },
        test: {
          alias,
          name: 'unit',
          ...together,
          pool: 'threads',
          // Patience for a slow machine; no test waits for it.
          testTimeout: 30_000,
          include: ['test/{unit,property,contracts,checks}/**/*.spec.ts'],
          environment: 'node',
          setupFiles: ['test/helpers/fixedSeed.ts'],
        },
      },
      {
        ssr: { resolve: { conditions } },
        test: {
          ...alone,
          ...together,
          // Vitest wants to know which comes first when both projects run.
          sequence: { groupOrder: 1 },
          alias,
          name: 'int',
          include: ['test/int/**/*.int.spec.ts'],
          env: {
            // Which database: `sqlite`, or `mongodb` or `postgres` with MONGODB_URI or POSTGRES_URI naming the server.
            TEST_DATABASE: process.env.TEST_DATABASE ?? 'sqlite',
            // Payload's drizzle adapters (3.90) make no tables for a schema that the last project of this process had, too.
            PAYLOAD_FORCE_DRIZZLE_PUSH: 'true',
          },
        },
      },
      {
        ssr: { resolve: { conditions } },
        test: {
          ...alone,
          alias,
          testTimeout: 24 * 3_600_000,
          name: 'campaign',
          include: ['test/campaign/**/*.campaign.spec.ts'],
          env: { TEST_DATABASE: process.env.TEST_DATABASE ?? 'sqlite' },
        },
      },
      {
        test: {
          ...alone,
          testTimeout: 180_000,
          // The project is installed and built first, which takes minutes.
          hookTimeout: 1_800_000,
          name: 'stranger',
          include: ['test/stranger/**/*.stranger.spec.ts'],
          env: { TEST_DATABASE: process.env.TEST_DATABASE ?? 'sqlite' },
        },
      },
      {
        // Without `module`: the ESM build of the AWS packages, which it chooses, imports files without an extension, as Node does not.
        ssr: { resolve: { conditions: conditions.filter((each) => each !== 'module') } },
        test: {
          ...alone,
          alias,
          name: 's3',
          include: ['test/s3/**/*.s3.spec.ts'],
          env: { TEST_DATABASE: process.env.TEST_DATABASE ?? 'sqlite', PAYLOAD_FORCE_DRIZZLE_PUSH: 'true' },
        },
      },
      { test: { ...alone, testTimeout: 300_000, name: 'e2e', include: ['test/e2e/**/*.e2e.spec.ts'] } },
    ],
  },
})
