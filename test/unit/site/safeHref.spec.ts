import { describe, expect, it } from 'vitest'
import { hostOf, safeHref } from '../../../src/bodies/index.ts'

describe('addresses that may stand in a link', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'mailto:desk@example.org',
    'tel:+4930123456',
    '/articles/a',
    '/',
    '#notes',
  ])('keeps %s', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  it('takes off white space around an address', () => {
    expect(safeHref('  https://example.org/ \n')).toBe('https://example.org/')
  })
})

describe('addresses that may not', () => {
  // The disguises are those that the URL standard takes off before it looks at the scheme (WHATWG URL, basic URL parser, 1 to 3).
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    '\u0000\u001Fjavascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'view-source:https://example.org',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '\\\\evil.example',
    'evil.example/path',
    'https://',
    '',
    '   ',
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeUndefined()
  })

  it.each([[null], [undefined], [1], [{}], [['https://example.org']]])('refuses what is no text: %j', (value) => {
    expect(safeHref(value)).toBeUndefined()
  })
})

describe('hostOf', () => {
  it('names a source by its host', () => {
    expect(hostOf('https://www.example.org:8443/a')).toBe('example.org:8443')
  })

  it.each(['mailto:desk@example.org', '/articles/a', 'no address'])('has no name for %s', (href) => {
    expect(hostOf(href)).toBeUndefined()
  })
})
