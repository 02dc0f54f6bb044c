import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { folderFailure, requireWritableFolder } from '../../../src/environment/writableFolder.ts'

describe('requireWritableFolder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'folder-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('makes a missing folder and leaves nothing in it', () => {
    requireWritableFolder('DATA_DIR', join(folder, 'a', 'b'))
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual([])
  })

  it('refuses a file, and a folder below a file', () => {
    writeFileSync(join(folder, 'file'), '')
    const sentence = /^DATA_DIR \(.*\) must be a folder, and something else has that name\.$/
    expect(() => {
      requireWritableFolder('DATA_DIR', join(folder, 'file'))
    }).toThrow(sentence)
    expect(() => {
      requireWritableFolder('DATA_DIR', join(folder, 'file', 'below'))
    }).toThrow(sentence)
  })

  // Guard: folders are made one by one; with `recursive`, Node never comes back from here.
  it.runIf(existsSync('/proc/self'))('refuses a place where no folder can be made', () => {
    expect(() => {
      requireWritableFolder('DATA_DIR', '/proc/nothing/below')
    }).toThrow(/^DATA_DIR \(\/proc\/nothing\/below\) cannot be used: ENOENT/)
  })

  it.each([
    ['ENOSPC', 'The disk that holds UPLOADS_DIR (/u) is full.'],
    ['EACCES', 'UPLOADS_DIR (/u) cannot be written by this user.'],
    ['EROFS', 'UPLOADS_DIR (/u) cannot be written by this user.'],
  ])('says what %s means', (code, sentence) => {
    expect(folderFailure('UPLOADS_DIR', '/u', Object.assign(new Error('raw'), { code })).message).toBe(sentence)
  })
})
