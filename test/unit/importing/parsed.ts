import { parsePage } from '../../../src/importing/index.ts'
import type { Doubt, DoubtCode, ParsedPage } from '../../../src/importing/index.ts'
import { aPage, utf8 } from './aPage.ts'
import type { PageText } from './aPage.ts'

/** Too long for a teaser, so it can only be a part of the article. */
export const LONG = `The first ferry left on Monday, and ${'nobody had expected that it would be full of people, '.repeat(9)}least of all they.`

/** A page with a long paragraph, parsed. */
export function parse(changes: Partial<PageText>): ParsedPage {
  return parsePage(utf8(aPage({ paragraphs: [LONG, 'The company will decide in the spring.'], ...changes })))
}

/** The codes of what a page left in doubt. */
export function codes(page: ParsedPage): DoubtCode[] {
  return page.doubts.map((doubt) => doubt.code)
}

/** The first doubt of a code. */
export function doubt(page: ParsedPage, code: DoubtCode): Doubt | undefined {
  return page.doubts.find((each) => each.code === code)
}

/** Whom a page credits, with the roles of those who did not write it. */
export function credits(page: ParsedPage): string[] {
  return page.authors.map(({ creditedAs, role }) => (role === 'author' ? creditedAs : `${creditedAs} (${role})`))
}

/** A headline with a line under it. */
export const under = (byline: string): string => `Ferries return to the strait\n\n${byline}`
