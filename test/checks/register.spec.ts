import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { REGISTER, type Registered } from '../../packages/plugin-imprimatur/src/hardening/register.ts'
import { REPAIRS } from '../../src/repairs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CANARIES = readFileSync(join(ROOT, 'test/int/payload-faults.int.spec.ts'), 'utf8')

/** How comments name the version whose quirk they are about. */
const VERSION = /3\.90/g
const SOURCE = /\.(ts|tsx|css|mjs)$/

/** How often each file below a folder names the version, but for the lists themselves and what is generated. */
function namedBelow(folder: string): Record<string, number> {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const counted = files
    .filter((file) => SOURCE.test(file) && !/(^|\/)(migrations[^/]*\/|register\.ts$|repairs\.ts$)/.test(file))
    .map((file) => [file, readFileSync(join(ROOT, folder, file), 'utf8').match(VERSION)?.length ?? 0] as const)
  return Object.fromEntries(counted.filter(([, count]) => count > 0).sort())
}

function claimed(entries: readonly Registered[]): Record<string, number> {
  const sum = new Map<string, number>()
  for (const { where } of entries)
    for (const [file, count] of Object.entries(where)) sum.set(file, (sum.get(file) ?? 0) + count)
  return Object.fromEntries([...sum].sort())
}

describe.each([
  ['the plugin', 'packages/plugin-imprimatur/src', REGISTER],
  ['this newsroom', 'src', REPAIRS],
] as const)('the register of repairs of Payload in %s', (_, folder, entries) => {
  it('has every comment that names the version, and no other', () => {
    expect(claimed(entries)).toEqual(namedBelow(folder))
  })

  it('names each entry once', () => {
    const names = entries.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(entries.map((entry) => [entry.name, entry] as const))('“%s”: its tests are there', (__, entry) => {
    expect(entry.tests.filter((file) => !existsSync(join(ROOT, 'test', file)))).toEqual([])
    if (entry.kind === 'form' || typeof entry.canary === 'object') return
    expect(CANARIES).toContain(`it('${entry.canary}'`)
  })
})

describe('the tests of stock Payload', () => {
  it('belong to an entry each', () => {
    const titles = [...CANARIES.matchAll(/\bit\('([^']+)'/g)].map(([, title]) => title)
    const named = [...REGISTER, ...REPAIRS].map((entry) => (entry.kind === 'repair' ? entry.canary : null))
    expect(titles.filter((title) => !named.some((canary) => canary === title))).toEqual([])
    expect(titles.length).toBeGreaterThan(0)
  })
})
