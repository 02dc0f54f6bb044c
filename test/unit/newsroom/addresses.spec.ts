import { describe, expect, it } from 'vitest'
import { parseEmbed, validEmbed } from '../../../src/newsroom/editor/embedUrl.ts'
import { isLinkTarget } from '../../../src/newsroom/editor/linkTarget.ts'
import { orcid } from '../../../src/newsroom/fields/orcid.ts'
import {
  parseWebAddress,
  requiredWebAddress,
  secureAddress,
  webAddress,
} from '../../../src/newsroom/fields/webAddress.ts'

const NEVER = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'https://user:password@example.org/',
  'https://user@example.org/',
  'https:\\\\example.org\\',
  'http://localhost/',
  'https://',
  '<iframe src="https://www.youtube.com/embed/x"></iframe>',
]

describe('web addresses', () => {
  it.each([
    'https://example.org',
    'http://example.org/a?b=c#d',
    'https://en.wikipedia.org/wiki/Foo_(bar)',
    'https://例え.jp/パス',
  ])('takes %s', (address) => {
    expect(parseWebAddress(address)).toBeInstanceOf(URL)
    expect(webAddress(address)).toBe(true)
  })

  it.each([...NEVER, 'example.org', '//example.org/', '/about', 'mailto:a@example.org', 7, {}])(
    'refuses %j',
    (address) => {
      expect(parseWebAddress(address)).toBeUndefined()
      expect(webAddress(address)).toMatch(/^Enter a whole address that starts with https:\/\//)
    },
  )

  it('may be left out only where it is not asked for', () => {
    expect(webAddress('')).toBe(true)
    expect(webAddress(null)).toBe(true)
    expect(requiredWebAddress('')).toMatch(/^Paste the address/)
  })

  it('can ask for an encrypted one', () => {
    expect(secureAddress('https://example.org/')).toBe(true)
    expect(secureAddress('http://example.org/')).toMatch(/https/)
  })
})

describe('links in running text', () => {
  it.each(['https://example.org/', 'mailto:desk@example.org', '/about', '/articles/a?b#c', '#notes'])(
    'lead to %s',
    (target) => {
      expect(isLinkTarget(target)).toBe(true)
    },
  )

  it.each([...NEVER, '//evil.example', '/\\evil.example', 'mailto:', 'mailto:a b@example.org', '', null])(
    'do not lead to %j',
    (target) => {
      expect(isLinkTarget(target)).toBe(false)
    },
  )
})

describe('embeds', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc', 'YouTube'],
    ['https://youtu.be/abc', 'YouTube'],
    ['https://vimeo.com/123', 'Vimeo'],
    ['https://datawrapper.dwcdn.net/abc/1/', 'Datawrapper'],
  ])('take %s from %s', (url, provider) => {
    expect(parseEmbed(url)).toEqual({ provider, url })
  })

  it.each([
    ...NEVER,
    'http://www.youtube.com/watch?v=abc',
    'https://www.youtube.com:8443/watch?v=abc',
    'https://www.youtube.com.evil.example/watch',
    'https://evil.example/?https://www.youtube.com/',
    'https://youtube.com@evil.example/',
    'https://example.org/',
    '',
  ])('refuse %j and say what to do', (url) => {
    expect(parseEmbed(url)).toBeUndefined()
    expect(validEmbed(url)).toMatch(/^Paste the https address of a page at YouTube, /)
  })
})

describe('ORCID iDs', () => {
  it.each([
    // The examples of ORCID's own page on the structure of the identifier.
    ['0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['https://orcid.org/0000-0001-5109-3700', 'https://orcid.org/0000-0001-5109-3700'],
    ['0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X'],
    ['http://orcid.org/0000-0002-1694-233x', 'https://orcid.org/0000-0002-1694-233X'],
    ['0000000218250097', 'https://orcid.org/0000-0002-1825-0097'],
  ])('%s is %s', (text, expected) => {
    expect(orcid(text)).toBe(expected)
  })

  it.each(['0000-0002-1825-0098', '0000-0002-1694-2330', '1825-0097', 'https://example.org/0000-0002-1825-0097', ''])(
    '%j is none',
    (text) => {
      expect(orcid(text)).toBeUndefined()
    },
  )
})
