import { describe, expect, it } from 'vitest'
import { pictureView } from '../../../src/site/views/pictureView.ts'
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
