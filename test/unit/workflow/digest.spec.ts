import { describe, expect, it } from 'vitest'
import {
  canonicalForm,
  digestOf,
  isDigest,
  MEDIA_KEY,
  type ShownMedia,
} from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

/** The canonical form of any JSON value, through a field of a piece. */
function canonical(value: unknown): string {
  const form = canonicalForm({ v: value }, [])
  expect(form.startsWith('{"v":')).toBe(true)
  return form.slice(5, -1)
}

describe('canonicalForm()', () => {
  const content = { headline: 'Communiqué', tags: ['b', 'a'], seo: { title: 'T', description: null } }
  const media: ShownMedia[] = [
    { id: '2', hash: '22', alt: 'Two', caption: '', credit: 'B' },
    { id: '10', hash: '10', alt: 'Ten', caption: '', credit: 'A' },
  ]

  it('does not depend on the order of names, at any depth', () => {
    const shuffled = { seo: { description: null, title: 'T' }, tags: ['b', 'a'], headline: 'Communiqué' }
    expect(canonicalForm(shuffled, [])).toBe(canonicalForm(content, []))
    expect(canonicalForm(content, [])).toBe(
      '{"headline":"Communiqué","seo":{"description":null,"title":"T"},"tags":["b","a"]}',
    )
  })

  it('depends on the order in a list', () => {
    expect(canonicalForm({ ...content, tags: ['a', 'b'] }, [])).not.toBe(canonicalForm(content, []))
  })

  it('tells null from absent, and a number from its text', () => {
    expect(canonicalForm({ a: null }, [])).not.toBe(canonicalForm({}, []))
    expect(canonicalForm({ a: 1 }, [])).not.toBe(canonicalForm({ a: '1' }, []))
  })

  it('takes undefined for absent', () => {
    expect(canonicalForm({ a: undefined }, [])).toBe('{}')
  })

  it('does not fold what only looks alike: é in one code point and in two', () => {
    expect(canonicalForm({ a: 'Communiqu\u00e9' }, [])).not.toBe(canonicalForm({ a: 'Communique\u0301' }, []))
  })

  it('does not confuse a lone surrogate with another', () => {
    expect(digestOf(canonical('\ud800'))).not.toBe(digestOf(canonical('\udfff')))
  })

  it('keeps a member named __proto__', () => {
    expect(canonical(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}')
  })

  it('adds the media shown, in the order of their ids, whatever order they came in', () => {
    const form = canonicalForm({ headline: 'H' }, media)
    expect(form).toBe(
      '{"_media":[{"alt":"Ten","caption":"","credit":"A","hash":"10","id":"10"},' +
        '{"alt":"Two","caption":"","credit":"B","hash":"22","id":"2"}],"headline":"H"}',
    )
    expect(canonicalForm({ headline: 'H' }, media.toReversed())).toBe(form)
    expect(media.map(({ id }) => id)).toEqual(['2', '10'])
  })

  it.each(['hash', 'alt', 'caption', 'credit', 'id'] as const)('a changed %s of a shown file is a change', (field) => {
    const changed = media.map((each, at) => (at === 0 ? { ...each, [field]: 'x' } : each))
    expect(canonicalForm(content, changed)).not.toBe(canonicalForm(content, media))
  })

  it('refuses content that would pass for the media shown', () => {
    expect(() => canonicalForm({ [MEDIA_KEY]: [] }, [])).toThrow(TypeError)
    expect(() => canonicalForm({ [MEDIA_KEY]: null }, media)).toThrow(TypeError)
  })

  it('refuses what is not JSON', () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    expect(() => canonicalForm(circular, [])).toThrow()
    expect(() => canonicalForm({ n: 1n }, [])).toThrow()
  })
})

describe('digestOf()', () => {
  it.each([
    // FIPS 180-4 examples; the last by `printf 'é' | sha256sum` on UTF-8.
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ])('of %j', (text, hex) => {
    expect(digestOf(text)).toBe(`sha256:${hex}`)
  })

  it('of a piece with a picture', () => {
    // The canonical form written by hand, hashed by sha256sum.
    const form = canonicalForm({ headline: 'Communiqué' }, [
      { id: '1', hash: '00', alt: 'a', caption: 'c', credit: 'd' },
    ])
    expect(digestOf(form)).toBe('sha256:9852cbe50e5f45ef429087d9b656dee91caf3a094757a21d46fa51ee91073d31')
  })
})

describe('isDigest()', () => {
  const hex = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

  it('takes sha256: and 64 lower-case hex digits', () => {
    expect(isDigest(`sha256:${hex}`)).toBe(true)
  })

  it.each([
    hex,
    `sha256:${hex.toUpperCase()}`,
    `SHA256:${hex}`,
    `sha256:${hex.slice(1)}`,
    `sha256:${hex}0`,
    `sha256:${hex}\n`,
    ` sha256:${hex}`,
    `sha256:${hex.slice(0, 63)}g`,
    `sha512:${hex}`,
    `"sha256:${hex}"`,
    'sha256:',
    '',
    '*',
    null,
    undefined,
    0,
    {},
    [`sha256:${hex}`],
  ])('refuses %j', (value) => {
    expect(isDigest(value)).toBe(false)
  })
})
