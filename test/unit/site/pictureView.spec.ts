import { describe, expect, it } from 'vitest'
import { pictureView } from '../../../src/bodies/index.ts'
import { aPicture } from './builders.ts'

describe('a picture', () => {
  it('offers AVIF before WebP, in the cut that is asked for', () => {
    expect(pictureView(aPicture(), 'card')).toMatchObject({
      src: '/api/media/file/sea-card.webp',
      width: 768,
      height: 432,
      sources: [
        { type: 'image/avif', srcSet: '/api/media/file/sea-cardAvif.avif 768w' },
        { type: 'image/webp', srcSet: '/api/media/file/sea-card.webp 768w' },
      ],
    })
  })

  it('offers every width of the cut that is asked for', () => {
    const listed = (cut: string) => ({ width: 2400, height: 1, avif: `/${cut}.avif 320w`, webp: `/${cut}.webp 320w` })
    const srcset = { whole: listed('whole'), card: listed('card'), og: listed('og') }
    const offered = (cut: 'whole' | 'hero' | 'card' | 'og' | 'thumbnail') =>
      pictureView(aPicture({ srcset }), cut)?.sources.map(({ srcSet }) => srcSet)
    expect(offered('whole')).toEqual(['/whole.avif 320w', '/whole.webp 320w'])
    expect(offered('hero')).toEqual(offered('whole'))
    expect(offered('card')).toEqual(['/card.avif 320w', '/card.webp 320w'])
    expect(offered('og')).toEqual(['/og.avif 320w', '/og.webp 320w'])
    expect(offered('thumbnail')?.join()).not.toContain('320w')
  })

  it('never mixes cuts: the uncropped one has the proportion of the original', () => {
    const view = pictureView(aPicture())
    expect(view?.src).toBe('/api/media/file/sea.jpg')
    expect(view?.sources.map(({ srcSet }) => srcSet).join()).not.toMatch(/card|og|thumbnail/)
    expect(view?.sources).toHaveLength(2)
  })

  it('falls back to the original where the cut was not made', () => {
    expect(pictureView(aPicture({ sizes: {} }), 'card')).toMatchObject({ src: '/api/media/file/sea.jpg', sources: [] })
    expect(pictureView(aPicture({ sizes: null }), 'hero')).toMatchObject({
      src: '/api/media/file/sea.jpg',
      sources: [],
    })
    expect(pictureView(aPicture(), 'thumbnail')?.src).toBe('/api/media/file/sea.jpg')
  })

  it('does without the original where only renditions have an address', () => {
    expect(pictureView(aPicture({ url: null }))?.src).toBe('/api/media/file/sea-hero.webp')
  })

  it('keeps commas and spaces of file names out of the candidate list', () => {
    const card = { url: '/api/media/file/a, b.webp', width: 768, height: 432, mimeType: 'image/webp' }
    expect(pictureView(aPicture({ sizes: { card } }), 'card')?.sources).toEqual([
      { type: 'image/webp', srcSet: '/api/media/file/a%2C%20b.webp 768w' },
    ])
  })

  it.each([
    ['an id that was not populated', 'm1'],
    ['nothing', null],
    ['no address', aPicture({ url: null, sizes: {} })],
    ['an address that runs code', aPicture({ url: 'javascript:alert(1)', sizes: {} })],
    ['a file that is no picture', aPicture({ mimeType: 'application/pdf' })],
  ])('is none for %s', (_, media) => {
    expect(pictureView(media)).toBeUndefined()
  })
})
