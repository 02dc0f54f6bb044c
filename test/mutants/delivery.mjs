const CACHE = 'src/delivery/AnswerCache.ts'
const TAGS = 'src/delivery/tags.ts'
const CACHE_UNIT = ['test/unit/delivery/AnswerCache.spec.ts']
const TAGS_UNIT = ['test/unit/delivery/tags.spec.ts']
const FRESHNESS_INT = ['test/int/delivery-freshness.int.spec.ts']
const FEEDS_UNIT = ['test/unit/feeds/formats.spec.ts']
const FEEDS_INT = ['test/int/feeds.int.spec.ts']
const READS_INT = ['test/int/public-reads.int.spec.ts']
const HTTP_INT = ['test/int/delivery-http.int.spec.ts']

/** What keeps answers from memory true, and for everybody. */
export const DELIVERY = [
  {
    file: CACHE,
    find: 'const isChanged = flight.spoiled || [...flight.changed].some((tag) => tags.has(tag))',
    put: 'const isChanged = flight.spoiled',
    holds: 'no stale read',
    without: 'that what was made from an older state is not kept',
    tests: CACHE_UNIT,
  },
  {
    file: CACHE,
    find: 'changed: new Set([...this.beingCommitted].flat()),',
    put: 'changed: new Set(),',
    holds: 'no stale read',
    without: 'that what began during a commit is not kept before it is over',
    tests: CACHE_UNIT,
    only: 'while a commit',
    also: [
      {
        file: CACHE,
        find: `      this.beingCommitted.delete(tags)
      this.drop(tags)`,
        put: '      this.beingCommitted.delete(tags)',
      },
    ],
  },
  {
    file: CACHE,
    find: 'flight?.generation === this.generation && this.beingCommitted.size === 0',
    put: 'flight !== undefined',
    holds: 'no stale read',
    without: 'that nobody joins what was begun before a change',
    tests: CACHE_UNIT,
  },
  {
    file: CACHE,
    find: 'if (entry === undefined || this.parts.isInStep?.() === false) return undefined',
    put: 'if (entry === undefined) return undefined',
    holds: 'no stale read',
    without: 'that nothing is answered from memory while it is not known what others changed',
    tests: CACHE_UNIT,
  },
  {
    file: CACHE,
    find: 'return tags.size > 0 && [...tags].every(isOfReaders)',
    put: 'return tags.size > 0 || [...tags].every(isOfReaders)',
    holds: 'I6',
    without: 'that the clock does not tell of work on what readers do not see',
    tests: CACHE_UNIT,
  },
  {
    file: CACHE,
    find: 'if (isPrivate || !SHARED_STATUSES.has(made.status)) return { single: made }',
    put: 'if (!SHARED_STATUSES.has(made.status)) return { single: made }',
    holds: 'I6',
    without: 'that what is for one person is shared with nobody',
    tests: CACHE_UNIT,
  },
  {
    file: TAGS,
    find: "return kind === 'documents' && isOfReaders(of, where, terms)",
    put: "return kind === 'documents' && (isOfReaders(of, where, terms) || true)",
    holds: 'I6',
    without: 'that names for caches tell of no draft',
    tests: TAGS_UNIT,
  },
  {
    file: 'src/delivery/deliver.ts',
    find: 'headers.authorization === undefined &&',
    put: '',
    holds: 'I6',
    without: 'that whoever says who they are gets an answer of their own',
    tests: HTTP_INT,
    only: 'is private',
  },
  {
    file: 'packages/plugin-imprimatur/src/hardening/watch/watchDatabase.ts',
    find: 'const done = watcher.committing(changes)',
    put: 'const done = () => changes',
    holds: 'no stale read',
    without: 'that a commit is told',
    tests: FRESHNESS_INT,
    only: 'a transition is seen by the first',
  },
  {
    file: 'src/delivery/AnswerCache.ts',
    find: 'await this.nextChange(tags, startedAt)',
    put: 'await Promise.resolve(Infinity)',
    holds: 'no stale read',
    without: 'that what goes by time alone is gone then',
    tests: FRESHNESS_INT,
    only: 'whose time is over',
  },
  {
    file: TAGS,
    find: 'if (!terms || !demands(where, terms.mark)) return undefined',
    put: 'if (!terms) return undefined',
    holds: 'no stale read',
    without: 'that only a read of nothing but retractions hangs on the documents alone',
    tests: TAGS_UNIT,
  },
  {
    file: 'src/feeds/loadFeed.ts',
    find: '...(scoped ? [scoped.where] : []), ...(after ? [afterPlace(after)] : [])',
    put: '...(after ? [afterPlace(after)] : [])',
    holds: 'feeds',
    without: 'that a feed of a section has what is filed there alone',
    tests: FEEDS_INT,
    only: 'of a section',
  },
  {
    file: 'src/feeds/loadFeed.ts',
    find: "reads.retractions('articles', scoped ? { where: scoped.where } : {})",
    put: "reads.retractions('articles')",
    holds: 'feeds',
    without: 'that a retraction is told where the piece was filed',
    tests: FEEDS_INT,
  },
  {
    file: 'src/feeds/xml.ts',
    find: ".replace(UNWRITABLE, '\\uFFFD')",
    put: '',
    holds: 'feeds',
    without: 'that what XML cannot write is replaced',
    tests: FEEDS_UNIT,
  },
  {
    file: 'packages/plugin-imprimatur/src/api/slugFilters.ts',
    find: '    overrideAccess: false,',
    put: '    overrideAccess: true,',
    holds: 'nothing hidden',
    without: 'that slugs are looked up with the rights of a reader',
    tests: READS_INT,
    only: 'not public any more',
  },
  {
    file: 'packages/plugin-imprimatur/src/domain/public-query/parsePublicQuery.ts',
    find: "fields[path] === 'slug' ||",
    put: '',
    holds: 'public queries',
    without: 'that readers do not sort through relations',
    tests: READS_INT,
    only: 'sort=',
  },
  {
    file: 'packages/plugin-imprimatur/src/domain/public-query/cursor.ts',
    find: 'of !== order || ',
    put: '',
    holds: 'public queries',
    without: 'that a place belongs to the order of its list',
    tests: ['test/unit/public-query/cursor.spec.ts'],
  },
  {
    file: 'src/newsroom/bodyForms/bodyForms.ts',
    find: '      overrideAccess: false,',
    put: '      overrideAccess: true,',
    holds: 'nothing hidden',
    without: 'that what a text refers to is read with the rights of the asker',
    tests: READS_INT,
    only: 'leads to no piece that is not public any more',
  },
]
