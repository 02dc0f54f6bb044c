import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CUTS, widthName, widthNamed, WIDTHS, widthsOf, type PictureFacts } from '../../../src/newsroom/media/widths.ts'

const picture = (width: number, height: number, x = 50, y = 50): PictureFacts => ({
  width,
  height,
  focal: { x, y },
  sha256: '0'.repeat(64),
})
const sizes = (facts: PictureFacts, cut: (typeof CUTS)[number]) =>
  widthsOf(facts, cut).map(({ to }) => [to.width, to.height])

describe('widthsOf', () => {
  it('has every width of a large picture, and each keeps its shape', () => {
    expect(sizes(picture(6000, 4000), 'whole')).toEqual([
      [320, 213],
      [480, 320],
      [640, 427],
      [960, 640],
      [1280, 853],
      [1920, 1280],
      [2400, 1600],
    ])
    expect(sizes(picture(6000, 4000), 'card').map(([width = 0, height = 0]) => width / height)).toEqual(
      WIDTHS.map(() => 16 / 9),
    )
    // 630 / 1200 is 0.525.
    expect(sizes(picture(6000, 4000), 'og').at(-1)).toEqual([2400, 1260])
  })

  it('makes nothing wider than what there is: the last width is that of the picture, or of the part that has the shape', () => {
    expect(sizes(picture(300, 200), 'whole')).toEqual([[300, 200]])
    expect(sizes(picture(300, 200), 'card')).toEqual([[300, 169]])
    expect(sizes(picture(300, 200), 'og')).toEqual([[300, 158]])
    expect(sizes(picture(320, 200), 'whole')).toEqual([[320, 200]])
    expect(sizes(picture(700, 1400), 'card')).toEqual([
      [320, 180],
      [480, 270],
      [640, 360],
      [700, 394],
    ])
    // As high as the picture: 540 × 16 / 9 is 960.
    expect(sizes(picture(4000, 540), 'card').at(-1)).toEqual([960, 540])
  })

  it('stays within the picture, with each side of one pixel at least', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    const share = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(side, side, share, share, fc.constantFrom(...CUTS), (width, height, x, y, cut) => {
        for (const { from, left, to, top } of widthsOf(picture(width, height, x, y), cut)) {
          expect(Math.min(left, top, to.width - 1, to.height - 1)).toBeGreaterThanOrEqual(0)
          expect(left + from.width).toBeLessThanOrEqual(width)
          expect(top + from.height).toBeLessThanOrEqual(height)
          expect(to.width).toBeLessThanOrEqual(Math.min(from.width, 2400))
        }
      }),
    )
  })
})

describe('the name of a width', () => {
  const nameOf = (facts: PictureFacts, cut: (typeof CUTS)[number], at = 0) => {
    const wanted = widthsOf(facts, cut)[at]
    if (!wanted) throw new Error('There is no such width.')
    return widthName(facts, cut, wanted, 'webp')
  }

  it('changes with the file, and with the focal point where that changes the cut', () => {
    const one = picture(4000, 3000)
    expect(nameOf(one, 'card')).toMatch(/^card-320-[0-9a-f]{8}\.webp$/)
    expect(nameOf({ ...one, sha256: '1'.repeat(64) }, 'card')).not.toBe(nameOf(one, 'card'))
    expect(nameOf(picture(4000, 3000, 50, 10), 'card')).not.toBe(nameOf(one, 'card'))
    expect(nameOf(picture(4000, 3000, 10, 50), 'card')).toBe(nameOf(one, 'card'))
    expect(nameOf(picture(4000, 3000, 10, 10), 'whole')).toBe(nameOf(one, 'whole'))
  })

  it('is read back, and nothing else is', () => {
    const one = picture(1000, 750, 30, 60)
    const name = nameOf(one, 'og', 1)
    expect(widthNamed(one, name)).toMatchObject({ extension: 'webp', cut: { to: { width: 480, height: 252 } } })
    for (const other of [
      name.replace('480', '481'),
      name.replace('480', '1280'),
      name.replace('480', '0480'),
      name.replace('.webp', '.jpg'),
      name.replace('.webp', ''),
      name.replace('og', 'card'),
      name.replace(/-[0-9a-f]{8}/, '-00000000'),
      name.replace(/-[0-9a-f]{8}/, ''),
      `../${name}`,
      '',
    ])
      expect(widthNamed(one, other), other).toBeUndefined()
    expect(widthNamed(picture(1000, 750, 30, 90), name)).toBeUndefined()
  })
})
