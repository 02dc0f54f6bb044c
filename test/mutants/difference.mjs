const ROOM = 'packages/plugin-imprimatur/src/domain/difference'
const UNIT = ['test/unit/difference/markedDifference.spec.ts']
const PROPERTY = ['test/property/difference.spec.ts']

/** What is different between two texts, so that a reviewer signs nothing that they were not shown. */
export const DIFFERENCE = [
  {
    file: `${ROOM}/line.ts`,
    find: 'return tokens && dequal(nodesOf(tokens), children) ? tokens : null',
    put: 'return tokens',
    holds: 'difference',
    without: 'that only a line is compared as words from which its nodes can be made again',
    tests: PROPERTY,
  },
  {
    file: `${ROOM}/markedDifference.ts`,
    find: 'for (const name of namesOf(one.node, other.node)) {',
    put: "for (const name of namesOf(one.node, other.node).filter((each) => each === 'format')) {",
    holds: 'difference',
    without: 'that a property of words that is no look is a change',
    tests: PROPERTY,
  },
  {
    file: `${ROOM}/markedDifference.ts`,
    find: 'if (kept.has(next) || value === undefined) continue',
    put: 'if (kept.has(next) || value === undefined || Array.isArray(value)) continue',
    holds: 'difference',
    without: 'that whatever is gone from a list is a change',
    tests: PROPERTY,
  },
  {
    file: `${ROOM}/drawDifference.ts`,
    find: 'visible: marks.drawn.has(change)',
    put: 'visible: true',
    holds: 'difference',
    without: 'that what is not drawn is listed',
    tests: UNIT,
  },
  {
    file: `${ROOM}/drawDifference.ts`,
    find: '...carried.changes.map((change) => ({ ...change, visible: false }))',
    put: '',
    holds: 'difference',
    without: 'that what is not seen of a new node is listed',
    tests: UNIT,
  },
  {
    file: `${ROOM}/signs.ts`,
    find: 'for (const match of text.matchAll(UNSEEN)) {',
    put: "for (const match of ''.matchAll(UNSEEN)) {",
    holds: 'difference',
    without: 'that characters which print nothing are named',
    tests: UNIT,
  },
  {
    file: `${ROOM}/signs.ts`,
    find: 'return text.replace(/[&<>"\']/g, (sign) => `&#${String(sign.codePointAt(0))};`)',
    put: 'return text',
    holds: 'difference',
    without: 'that the marked text has no code of its writer',
    tests: UNIT,
  },
  {
    file: 'packages/plugin-imprimatur/src/operations/difference.ts',
    find: 'const { revision: newest, row } = await wholePiece(req, slug, id)',
    put: "const { revision: newest, row } = await (await import('./transitionsOf.ts')).knownPiece(req, slug, id)",
    holds: 'I6',
    without: 'that a contributor gets no difference to the next revision of a piece of somebody else',
    tests: ['test/int/difference.int.spec.ts'],
    only: 'a contributor',
  },
  {
    file: 'packages/plugin-imprimatur/src/admin/keys.ts',
    find: 'if (hasClosest(target) && target.closest(TYPED_IN) !== null) return null',
    put: 'if (hasClosest(target) && target.closest(TYPED_IN) === undefined) return null',
    holds: 'review',
    without: 'that keys are letters where somebody types',
    tests: ['test/unit/admin/keys.spec.ts'],
  },
]
