import type { PaginatedDocs } from 'payload'

/** What Payload's lists say of a page, of so many documents that are known already. With a limit of 0 all of them are on one page. */
export function pageOf(
  totalDocs: number,
  limit: number,
  page: number,
): Omit<PaginatedDocs, 'docs' | 'page'> & { readonly page: number } {
  const totalPages = limit === 0 ? 1 : Math.max(1, Math.ceil(totalDocs / limit))
  return {
    totalDocs,
    limit,
    page,
    totalPages,
    pagingCounter: (page - 1) * limit + 1,
    hasPrevPage: page > 1,
    hasNextPage: page < totalPages,
    prevPage: page > 1 ? page - 1 : null,
    nextPage: page < totalPages ? page + 1 : null,
  }
}
