import { wholeNumber } from './wholeNumber.ts'

/** Documents on one page, at most. */
const MOST = 100

/**
 * Which page of a list an address asks for.
 *
 * @param usual how many documents are on a page where it does not say
 * @param mostPages number of the last page that it may ask for
 * @throws CodedError `invalid_value`, naming `limit` or `page`
 */
export function pageAsked(
  asked: { readonly limit?: string | undefined; readonly page?: string | undefined },
  { mostPages, usual }: { readonly usual: number; readonly mostPages: number },
): { readonly limit: number; readonly page: number } {
  return {
    limit: wholeNumber('limit', asked.limit, { usual, most: MOST }),
    page: wholeNumber('page', asked.page, { usual: 1, most: mostPages }),
  }
}
