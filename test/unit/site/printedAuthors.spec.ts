import { describe, expect, it } from 'vitest'
import { printedAuthors } from '../../../src/site/views/printedAuthors.ts'

const known = (...names: string[]) => names.map((name) => ({ name }))

describe('printedAuthors', () => {
  it.each<[string, string, string[], number, string | undefined, string[]]>([
    ['one who is not public', 'Ana Sousa', [], 1, undefined, ['Ana Sousa']],
    ['the second of two', 'Ana Sousa and Bo Birch', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'Bo Birch']],
    [
      'the one in the middle',
      'Ana Sousa, Bo Birch and Cem Cedar',
      ['Ana Sousa', 'Cem Cedar'],
      1,
      undefined,
      ['Ana Sousa', 'Cem Cedar', 'Bo Birch'],
    ],
    [
      'two of three',
      'Ana Sousa, Bo Birch and Cem Cedar',
      ['Cem Cedar'],
      2,
      undefined,
      ['Cem Cedar', 'Ana Sousa', 'Bo Birch'],
    ],
    ['both of two', 'Ana Sousa and Bo Birch', [], 2, undefined, ['Ana Sousa', 'Bo Birch']],
    [
      'one beside another in Spanish',
      'Ana Duarte y Luis Ortega',
      ['Ana Duarte'],
      1,
      'es',
      ['Ana Duarte', 'Luis Ortega'],
    ],
    ['one beside another in Chinese', '王力和李明', ['王力'], 1, 'zh', ['王力', '李明']],
    ['an English byline under a German text', 'Ada Ash and Bo Birch', ['Ada Ash'], 1, 'de', ['Ada Ash', 'Bo Birch']],
    [
      'nobody whose name the byline does not part off',
      'Ana Sousa in Lisbon, for the Tribune',
      ['Ana Sousa'],
      1,
      undefined,
      ['Ana Sousa'],
    ],
    ['nobody beside a person who is public', 'Ana Sousa, Lisbon', ['Ana Sousa'], 0, undefined, ['Ana Sousa']],
    ['one behind “with”', 'Ana Sousa, with Bob Ray', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'Bob Ray']],
    ['one behind a sign', 'Ana Sousa & Bob Ray', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'Bob Ray']],
    ['one before a sign', 'Bob Ray & Ana Sousa', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'Bob Ray']],
    [
      'two behind a sign',
      'Ana Sousa, Bob Ray & Cy Dee',
      ['Ana Sousa'],
      2,
      undefined,
      ['Ana Sousa', 'Bob Ray', 'Cy Dee'],
    ],
    ['a German byline', 'Ana Sousa und Lars Dahl', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'Lars Dahl']],
    ['one with a particle', 'Ana Sousa and van der Berg', ['Ana Sousa'], 1, undefined, ['Ana Sousa', 'van der Berg']],
    [
      'one that begins like such a word',
      'Ana Sousa and Cono Wynn',
      ['Ana Sousa'],
      1,
      undefined,
      ['Ana Sousa', 'Cono Wynn'],
    ],
    [
      'a name with a comma behind another',
      'Ana Sousa and Martin King, Jr.',
      ['Ana Sousa'],
      1,
      undefined,
      ['Ana Sousa', 'Martin King, Jr.'],
    ],
    [
      'a name with a comma before another',
      'Martin King, Jr., and Ana Sousa',
      ['Ana Sousa'],
      1,
      undefined,
      ['Ana Sousa', 'Martin King, Jr.'],
    ],
    ['nobody without a byline', '', [], 1, undefined, []],
  ])('knows %s', (_what, byline, names, unnamed, language, expected) => {
    const authors = printedAuthors(byline, known(...names), unnamed, language)
    expect(authors.map(({ name }) => name)).toEqual(expected)
    expect(authors.every(({ kind }) => kind === 'person')).toBe(true)
  })

  it('takes a byline that names no credited person as it is', () => {
    expect(printedAuthors('Staff and agencies', [], 0, undefined)).toEqual([
      { kind: 'unknown', name: 'Staff and agencies' },
    ])
    expect(printedAuthors('Ana Sousa in Lisbon, for the Tribune', [], 1, undefined)).toEqual([
      { kind: 'person', name: 'Ana Sousa in Lisbon, for the Tribune' },
    ])
  })
})
