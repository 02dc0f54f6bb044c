import { describe, expect, it } from 'vitest'
import { codeOfMalformed } from '../../../packages/plugin-imprimatur/src/errors/malformedRequest.ts'

const failedAt = (error: Error, ...lines: readonly string[]) =>
  Object.assign(error, {
    stack: [`${error.name}: ${error.message}`, ...lines.map((line) => `    at ${line}`)].join('\n'),
  })

describe('an error of Payload’s own parsers', () => {
  it.each([
    ['as it is installed', 'dist', 'js'],
    ['with stacks mapped to its sources (node --enable-source-maps)', 'src', 'ts'],
  ])('is what a client sent, %s', (_, folder, ending) => {
    const at = (file: string) => `read (file:///app/node_modules/payload/${folder}/${file}.${ending}:46:12)`
    const form = failedAt(new Error('Malformed form'), at('uploads/fetchAPI-multipart/processMultipart'))
    const json = failedAt(new SyntaxError('Unexpected token'), 'JSON.parse (<anonymous>)', at('globals/endpoints/x'))
    expect([form, json].map(codeOfMalformed)).toEqual(['invalid_value', 'invalid_value'])
  })

  it('is not what a project that is called payload gets wrong in its own sources', () => {
    const own = 'read (file:///home/me/payload/src/hooks/prices.ts:3:9)'
    expect(codeOfMalformed(failedAt(new SyntaxError('Unexpected token'), 'JSON.parse (<anonymous>)', own))).toBeNull()
  })
})
