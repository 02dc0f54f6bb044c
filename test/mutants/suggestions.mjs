const P = 'packages/plugin-imprimatur/src'
const OPERATIONS = `${P}/operations/suggestions.ts`
const SUGGESTIONS = ['test/int/suggestions.int.spec.ts']
const WORDS = ['test/unit/comments/suggestion.spec.ts']

/** Suggested wording: that whoever suggested it counts as a writer, and that it goes where it was meant to, once. */
export const SUGGESTED = [
  {
    file: `${P}/hooks/saving.ts`,
    find: 'wordsOf: wordsOf.get(row.state.piece) ?? []',
    put: 'wordsOf: []',
    holds: 'I2',
    without: 'that whoever suggested words that were taken is one of their writers',
    tests: SUGGESTIONS,
    only: 'once it is taken',
  },
  {
    file: OPERATIONS,
    find: `wordsOf.set(piece, [by, ...((await peopleOf(req, [by])).get(by)?.accounts ?? [])])`,
    put: `wordsOf.set(piece, [by])`,
    holds: 'I2',
    without: 'that the other accounts of whoever suggested words are writers too',
    tests: SUGGESTIONS,
    only: 'other account',
  },
  {
    file: `${P}/domain/workflow/recordChange.ts`,
    find: `...(wordsOf.length > 0 ? { writers } : {}),`,
    put: ``,
    holds: 'I2',
    without: 'that an event names those whose words it takes',
    tests: ['test/unit/workflow/recordChange.spec.ts'],
  },
  {
    file: OPERATIONS,
    find: `if (suggestion.decision) throw coded('suggestion_decided')`,
    put: ``,
    holds: 'suggestions',
    without: 'that a suggestion is decided once',
    tests: SUGGESTIONS,
    only: 'a second time',
  },
  {
    file: OPERATIONS,
    find: `if (basesOf(req, baseDigest).length === 0)`,
    put: `if (baseDigest === 'none')`,
    holds: 'I5',
    without: 'that suggested words are taken on a text that was looked at',
    tests: SUGGESTIONS,
    only: 'on another base',
  },
  {
    file: `${P}/domain/comments/rights.ts`,
    find: `piece_writer: writes,`,
    put: `piece_writer: true,`,
    holds: 'I7',
    without: 'that only those who may write the piece decide about suggested words',
    tests: SUGGESTIONS,
    only: 'without the right to write',
  },
  {
    file: `${P}/domain/comments/suggestion.ts`,
    find: `if (!passage || passage.text.slice(place.start, place.end) !== exact) return null`,
    put: `if (!passage) return null`,
    holds: 'anchors',
    without: 'that no other words are replaced than were meant',
    tests: WORDS,
    only: 'read otherwise',
  },
  {
    file: `${P}/domain/comments/suggestion.ts`,
    find: `return placesOf(passages, before + exact + after).length > 1 ? null : { ...place, passage }`,
    put: `return { ...place, passage }`,
    holds: 'anchors',
    without: 'that words which stand twice are not replaced',
    tests: WORDS,
    only: 'stand twice',
  },
]
