import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A sound little project: every part has a door, and imports go inward. */
const SOUND = {
  'packages/plugin-imprimatur/src/domain/workflow/index.ts':
    "export { stage } from './stage.ts'\nexport type { Stage } from './stage.ts'",
  'packages/plugin-imprimatur/src/domain/workflow/stage.ts':
    "import canonicalize from 'canonicalize'\nexport type Stage = 'draft'\nexport const stage = canonicalize",
  'packages/plugin-imprimatur/src/domain/content/index.ts':
    "import type { Stage } from '../workflow/index.ts'\nexport const words = (stage: Stage) => stage",
  'packages/plugin-imprimatur/src/domain/public-query/index.ts': "export { stage } from '../workflow/index.ts'",
  'src/importing/index.ts': "export { words } from '../content/index.ts'",
  'src/newsroom/index.ts':
    "import { getPayload } from 'payload'\nexport { stage } from '../workflow/index.ts'\nexport { getPayload }",
  'src/payload.config.ts': "export { Articles as default } from '../collections/Articles.ts'",
  'src/server/process/main.ts': "import config from '../payload.config.ts'\nexport { config }",
  'src/app/(site)/page.tsx': "import { getPayload } from 'payload'\nexport default () => <p>{String(getPayload)}</p>",
  'collections/Articles.ts': "export { words as Articles } from '../src/content/index.ts'",
}

/** Each rule with a file that breaks it. */
const PLANTED: [rule: string, file: string, source: string][] = [
  [
    'inward-workflow',
    'packages/plugin-imprimatur/src/domain/workflow/a.ts',
    "export { words } from '../content/index.ts'",
  ],
  [
    'inward-workflow',
    'packages/plugin-imprimatur/src/domain/workflow/b.ts',
    "import type { getPayload } from '../payload/index.ts'\nexport type A = typeof getPayload",
  ],
  [
    'inward-content',
    'packages/plugin-imprimatur/src/domain/content/a.ts',
    "export { stage } from '../delivery/index.ts'",
  ],
  [
    'inward-delivery',
    'packages/plugin-imprimatur/src/domain/public-query/a.ts',
    "export { getPayload } from '../payload/index.ts'",
  ],
  ['inward-importing', 'src/importing/a.ts', "export { getPayload } from '../payload/index.ts'"],
  ['inward-payload', 'src/payload/a.ts', "export { config } from '../server/main.ts'"],
  ['inward-payload', 'src/payload/b.ts', "export { default } from '../payload.config.ts'"],
  ['inward-admin', 'packages/plugin-imprimatur/src/admin/a.tsx', "export { config } from '../server/main.ts'"],
  ['inward-server', 'src/server/a.ts', "export { default } from '../app/(site)/page.tsx'"],
  ['inward-app', 'src/app/(site)/a.ts', "export { config } from '../../server/main.ts'"],
  ['workflow-alone', 'packages/plugin-imprimatur/src/domain/workflow/c.ts', "export { parse } from 'qs-esm'"],
  [
    'workflow-types-only',
    'packages/plugin-imprimatur/src/domain/content/b.ts',
    "export { stage } from '../workflow/index.ts'",
  ],
  ['framework-free', 'packages/plugin-imprimatur/src/domain/public-query/b.ts', "export { default } from 'express'"],
  ['framework-free', 'src/importing/b.ts', "import type { Payload } from 'payload'\nexport type B = Payload"],
  [
    'payload-in-its-place',
    'packages/plugin-imprimatur/src/domain/content/c.ts',
    "export { getPayload } from 'payload'",
  ],
  ['collections-from-config-only', 'src/payload/c.ts', "export { Articles } from '../../collections/Articles.ts'"],
  ['collections-declare', 'collections/a.ts', "export { config } from '../src/server/main.ts'"],
  [
    'by-the-door',
    'packages/plugin-imprimatur/src/domain/public-query/c.ts',
    "export { stage } from '../workflow/stage.ts'",
  ],
  [
    'no-circles',
    'packages/plugin-imprimatur/src/domain/workflow/d.ts',
    "import { further } from './further.ts'\nexport const d = () => further",
  ],
  ['no-dead-ends', 'packages/plugin-imprimatur/src/domain/workflow/f.ts', "export { nothing } from './nothing.ts'"],
  ['no-test-code', 'src/payload/d.ts', "export { describe } from 'vitest'"],
]

describe('the check of imports', () => {
  let project: string
  const write = (files: Record<string, string>) => {
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(project, file)), { recursive: true })
      writeFileSync(join(project, file), `${source}\n`)
    }
  }
  const check = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/checkImports.mjs')], {
      cwd: project,
      encoding: 'utf8',
    })
    return { status, stdout, broken: stderr.split('\n').filter((line) => line !== '') }
  }

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'imports-'))
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(join(ROOT, file), join(project, file))
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
    for (const folder of ['src', 'collections']) mkdirSync(join(project, folder))
  })
  afterEach(() => {
    rmSync(project, { recursive: true, force: true })
  })

  it('passes a sound project and says how much it looked at', () => {
    write(SOUND)
    const { status, stdout, broken } = check()
    expect(broken).toEqual([])
    expect(Number(/^(\d+) modules/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(Object.keys(SOUND).length)
    expect(status).toBe(0)
  }, 30_000)

  it('fails when it looked at nothing', () => {
    write({ 'scripts/a.ts': 'export const a = 1' })
    const { status, broken } = check()
    expect(status).toBe(1)
    expect(broken).toEqual(['no module was looked at'])
  }, 30_000)

  it('finds each planted violation', () => {
    write({
      'packages/plugin-imprimatur/src/domain/workflow/further.ts':
        "import { d } from './d.ts'\nexport const further = () => d",
    })
    write({ ...SOUND, ...Object.fromEntries(PLANTED.map(([, file, source]) => [file, source])) })
    const { status, broken } = check()
    expect(status).toBe(1)
    for (const [rule, file] of PLANTED) {
      expect(
        broken.some((line) => line.startsWith(`${rule}: ${file} imports `)),
        `${rule} in ${file}\n${broken.join('\n')}`,
      ).toBe(true)
    }
  }, 30_000)
})
