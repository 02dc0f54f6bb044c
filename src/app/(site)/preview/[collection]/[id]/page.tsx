import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { NoticePage } from '../../../../../site/components/NoticePage.tsx'
import { PreviewBanner } from '../../../../../site/components/PreviewBanner.tsx'
import { PreviewedPiece } from '../../../../../site/components/PreviewedPiece.tsx'
import { SiteShell } from '../../../../../site/components/SiteShell.tsx'
import { currentExchange } from '../../../../../site/exchange.ts'
import { PageHead } from '../../../../../site/head/PageHead.tsx'
import { decodedSegment } from '../../../../../site/loading/decodedSegment.ts'
import { loadSite } from '../../../../../site/loading/loadSite.ts'
import { missingPage } from '../../../../../site/loading/missingPage.tsx'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly collection: string; readonly id: string }>
}

/** The newest draft of a piece as readers would see it, for whoever is logged in and may read it. */
export default async function Preview({ params }: Props): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  const segments = await params
  const collection = decodedSegment(segments.collection)
  const id = decodedSegment(segments.id)
  const site = await loadSite(exchange)
  const piece =
    collection === undefined || id === undefined
      ? ({ kind: 'missing' } as const)
      : await exchange.preview({ collection, id, headers: new Headers(await headers()) })
  if (piece.kind === 'no_session') {
    exchange.verdict = { status: 401, private: true }
    return (
      <SiteShell site={site}>
        <PageHead site={site} title="For the staff" noindex />
        <NoticePage label="Preview" title="This page is for the staff">
          <p>Drafts are shown to people who are logged in.</p>
          <p>
            <a href={`/admin/login?redirect=${encodeURIComponent(`/preview/${segments.collection}/${segments.id}`)}`}>
              Log in
            </a>
          </p>
        </NoticePage>
      </SiteShell>
    )
  }
  if (piece.kind === 'missing' || collection === undefined || id === undefined) {
    const page = await missingPage(exchange)
    exchange.verdict = { status: 404, private: true }
    return page
  }
  exchange.verdict = { status: 200, private: true }
  return (
    <SiteShell
      site={site}
      banner={<PreviewBanner href={`/admin/collections/${encodeURIComponent(collection)}/${encodeURIComponent(id)}`} />}
    >
      <PageHead site={site} title="Preview" noindex />
      <PreviewedPiece collection={collection} doc={piece.doc} site={site} />
    </SiteShell>
  )
}
