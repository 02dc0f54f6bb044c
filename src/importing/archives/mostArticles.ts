import { ImportError } from '../ImportError.ts'

/** Articles of a file at most, and authors: people have to look through their plan, and there is a draft for each. */
export const MAX_ARTICLES = 500

/** Throws ImportError `import_too_large` for a file of more than can be imported at once. */
export function refuseTooMany(what: 'articles' | 'authors', count: number): void {
  if (count <= MAX_ARTICLES) return
  throw new ImportError(
    'import_too_large',
    `The file has ${String(count)} ${what}; ${String(MAX_ARTICLES)} can be imported at once.`,
    'Export fewer articles at a time, such as those of one year.',
  )
}
