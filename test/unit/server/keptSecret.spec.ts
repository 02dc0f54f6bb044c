import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { keptSecret } from '../../../src/environment/keptSecret.ts'

const MODULE = fileURLToPath(new URL('../../../src/environment/keptSecret.ts', import.meta.url))

describe('keptSecret', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secret-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('makes 32 random bytes once and keeps them for the owner only', () => {
    const secret = keptSecret(folder)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(keptSecret(folder)).toBe(secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['secret'])
  })

  it('makes another one elsewhere', () => {
    const other = mkdtempSync(join(tmpdir(), 'secret-'))
    expect(keptSecret(other)).not.toBe(keptSecret(folder))
    rmSync(other, { recursive: true })
  })

  it('takes back rights that somebody gave to others', () => {
    keptSecret(folder)
    chmodSync(join(folder, 'secret'), 0o644)
    keptSecret(folder)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })

  it.each(['', '   \n', 'short'])('refuses a damaged file (%j) in one sentence', (content) => {
    writeFileSync(join(folder, 'secret'), content)
    expect(() => keptSecret(folder)).toThrow(/^DATA_DIR .* is damaged; .*\.$/)
  })

  it('is one and the same for processes that start at once', async () => {
    const script = `import { keptSecret } from ${JSON.stringify(MODULE)}; process.stdout.write(keptSecret(${JSON.stringify(folder)}))`
    const secrets = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
        const [printed] = await Promise.all([text(child.stdout), once(child, 'close')])
        return printed
      }),
    )
    expect(new Set(secrets)).toEqual(new Set([keptSecret(folder)]))
  }, 30_000)
})
