import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePage, readPage } from '../../../src/importing/index.ts'
import { aPage } from './aPage.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'importing-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('reading a file', () => {
  it('gives its bytes', async () => {
    const file = join(folder, 'page.txt')
    writeFileSync(file, aPage())
    expect(new TextDecoder().decode(await readPage(file))).toBe(aPage())
  })

  it.each([
    ['that is not there', 'missing.txt', 'does not exist'],
    ['that is a folder', '.', 'is a folder'],
    ['under a file', 'page.txt/page.txt', 'does not exist'],
  ])('%s is import_not_found', async (_name, path, why) => {
    await expect(readPage(join(folder, path))).rejects.toMatchObject({
      name: 'ImportError',
      code: 'import_not_found',
      message: expect.stringContaining(why) as string,
    })
  })

  it('that may not be read is import_not_found as well', async () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    await expect(readPage('/page.txt', () => Promise.reject(denied))).rejects.toMatchObject({
      code: 'import_not_found',
      message: 'The file /page.txt may not be read.',
      cause: denied,
    })
  })

  it('reads a file of 3 GB no further than is needed to refuse it', async () => {
    const file = join(folder, 'huge.txt')
    writeFileSync(file, 'Headline')
    truncateSync(file, 3 * 1024 ** 3)
    const bytes = await readPage(file)
    expect(bytes.byteLength).toBe(2 * 1024 * 1024 + 1)
    expect(() => parsePage(bytes)).toThrow(expect.objectContaining({ code: 'import_too_large' }))
  })
})
