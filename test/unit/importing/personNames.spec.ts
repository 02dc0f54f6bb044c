import { describe, expect, it } from 'vitest'
import { hasNameShape, sortName } from '../../../src/importing/personNames.ts'

describe('names', () => {
  it.each([
    ['Paul Wang', 'Wang Li', 'Wang, Paul'],
    ['Wang Li', 'Paul Wang', 'Wang, Li'],
    ['Ida Holm', null, 'Holm, Ida'],
    ['Ida Maria Holm', null, 'Holm, Ida Maria'],
    ['Ida Holm', 'Ida Berg', 'Holm, Ida'],
    ['Dr. Ida Holm', null, 'Holm, Ida'],
    ['Martin Lie, Jr.', null, 'Lie, Martin, Jr.'],
    ['Ludwig van Beethoven', null, 'Beethoven, Ludwig van'],
    ['Plato', null, 'Plato'],
    ['O’Neill, Seán', null, 'O’Neill, Seán'],
    ['The Editors', null, 'The Editors'],
    ['王芳', null, '王芳'],
  ])('%s (%s) is filed as %s', (printed, full, filed) => {
    expect(sortName(printed, full)).toBe(filed)
  })

  it.each([
    'Paul Wang',
    'J. R. R. Holm',
    'Jean-Luc O’Neill',
    'Valéry Giscard d’Estaing',
    'Ana de la Cruz',
    'Zoe\u0308 Lie',
    '王芳',
    'Иван Петров',
  ])('%s has the shape of one', (text) => {
    expect(hasNameShape(text)).toBe(true)
  })

  it.each([
    '',
    'paul wang',
    'Paul',
    'Paul Wang.',
    'Paul Wang said',
    'The End',
    'Nothing Has Changed',
    'Paul 2',
    'van der',
    'A B C D E F G H',
    'What Next',
  ])('%j has not', (text) => {
    expect(hasNameShape(text)).toBe(false)
  })
})
