import sharp from 'sharp'

const SIZE = { width: 1600, height: 1067 }

/** A landscape of ridges under a sun, as PNG. The same seed gives the same picture. */
export function drawPicture(seed: number): Promise<Buffer> {
  return sharp(Buffer.from(landscape(seed)))
    .png()
    .toBuffer()
}

function landscape(seed: number): string {
  const { height, width } = SIZE
  const random = randomOf(seed)
  const hue = (seed * 47) % 360
  const sun = { x: width * (0.2 + random() * 0.6), y: height * (0.2 + random() * 0.2), r: 70 + random() * 60 }
  const ridges = [0, 1, 2, 3].map((at) => {
    const base = height * (0.45 + at * 0.14)
    const points = Array.from({ length: 9 }, (_, step) => {
      const x = (width / 8) * step
      const y = base - random() * (120 - at * 20)
      return `${x.toFixed(0)},${y.toFixed(0)}`
    })
    const fill = `hsl(${String((hue + at * 12) % 360)} 35% ${String(58 - at * 13)}%)`
    return `<polygon fill="${fill}" points="0,${String(height)} ${points.join(' ')} ${String(width)},${String(height)}"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}">
<rect width="100%" height="100%" fill="hsl(${String((hue + 190) % 360)} 55% 82%)"/>
<circle cx="${sun.x.toFixed(0)}" cy="${sun.y.toFixed(0)}" r="${sun.r.toFixed(0)}" fill="hsl(42 90% 78%)"/>
${ridges.join('\n')}
</svg>`
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator with the constants of Numerical Recipes. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
