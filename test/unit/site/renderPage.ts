import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { withExchange, type Exchange, type Verdict } from '../../../src/site/exchange.ts'
import type { PublicReads } from '../../../packages/plugin-imprimatur/src/domain/public-query/index.ts'

export const SERVER_URL = 'https://review.example.org'

/** A page with what it says of its answer, made as Next makes it: by calling the page, which awaits its data, and rendering what comes back. */
export async function renderPage(
  make: () => Promise<ReactNode>,
  reads: PublicReads,
  more: Partial<Exchange> = {},
): Promise<{ readonly html: string; readonly verdict: Verdict | undefined }> {
  const exchange: Exchange = {
    reads,
    preview: async () => ({ kind: 'no_session' }),
    review: async () => null,
    serverUrl: SERVER_URL,
    now: () => new Date('2026-03-01T12:00:00Z'),
    ...more,
  }
  const html = renderToStaticMarkup(await withExchange(exchange, make))
  return { html, verdict: exchange.verdict }
}

/** The words of some HTML, in the order in which they stand there. */
export function wordsOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html
    .replace(/<script\b[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&([a-z]+|#x27);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
