import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutFor, SHAPES } from '../../../src/newsroom/media/renditions.ts'

const shape = (name: string) => {
  const found = SHAPES.find((each) => each.name === name)
  if (!found) throw new Error(name)
  return found
}
const centre = { x: 50, y: 50 }

describe('cutFor', () => {
  // Worked out by hand: 630 / 1200 is 0.525, 240 / 320 is 0.75, 432 / 768 is 0.5625.
  it.each([
    ['og of 1 × 100', 'og', [1, 100], centre, [0, 50, 1, 1], [1200, 630]],
    ['og of 3 × 5000', 'og', [3, 5000], centre, [0, 2499, 3, 2], [1200, 630]],
    ['og of 9000 × 2', 'og', [9000, 2], centre, [4498, 0, 4, 2], [1200, 630]],
    ['og of 2400 × 1200', 'og', [2400, 1200], centre, [57, 0, 2286, 1200], [1200, 630]],
    ['card of 300 × 200', 'card', [300, 200], centre, [0, 16, 300, 169], [300, 169]],
    ['card at the left', 'card', [4000, 1080], { x: 0, y: 50 }, [0, 0, 1920, 1080], [768, 432]],
    ['card at the right', 'card', [4000, 1080], { x: 100, y: 50 }, [2080, 0, 1920, 1080], [768, 432]],
    ['card near the left', 'card', [4000, 1080], { x: 30, y: 50 }, [240, 0, 1920, 1080], [768, 432]],
    [
      'thumbnail of a tall one, at its foot',
      'thumbnail',
      [900, 3000],
      { x: 50, y: 100 },
      [0, 2325, 900, 675],
      [320, 240],
    ],
    ['hero of 3200 × 1000', 'hero', [3200, 1000], centre, [0, 0, 3200, 1000], [1600, 500]],
    ['hero of a small one', 'hero', [300, 200], centre, [0, 0, 300, 200], [300, 200]],
  ] as const)('%s', (_, name, [width, height], focal, [left, top, w, h], [toWidth, toHeight]) => {
    expect(cutFor(shape(name), { width, height }, focal)).toEqual({
      left,
      top,
      from: { width: w, height: h },
      to: { width: toWidth, height: toHeight },
    })
  })

  it('stays within the picture, and makes nothing larger than the shape', () => {
    const side = fc.integer({ min: 1, max: 60_000 })
    const share = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(side, side, share, share, fc.constantFrom(...SHAPES), (width, height, x, y, each) => {
        const { left, top, from, to } = cutFor(each, { width, height }, { x, y })
        expect(
          Math.min(left, top, from.width - 1, from.height - 1, to.width - 1, to.height - 1),
        ).toBeGreaterThanOrEqual(0)
        expect(left + from.width).toBeLessThanOrEqual(width)
        expect(top + from.height).toBeLessThanOrEqual(height)
        expect(to.width).toBeLessThanOrEqual(each.width)
        if (each.height !== undefined) expect(to.height).toBeLessThanOrEqual(each.height)
      }),
    )
  })
})
