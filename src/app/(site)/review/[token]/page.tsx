import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { PreviewedPiece } from '../../../../site/components/PreviewedPiece.tsx'
import { ReviewBanner } from '../../../../site/components/ReviewBanner.tsx'
import { ReviewForm } from '../../../../site/components/ReviewForm.tsx'
import { ReviewPictures } from '../../../../site/components/ReviewPictures.tsx'
import { SiteShell } from '../../../../site/components/SiteShell.tsx'
import { currentExchange } from '../../../../site/exchange.ts'
import { PageHead } from '../../../../site/head/PageHead.tsx'
import { decodedSegment } from '../../../../site/loading/decodedSegment.ts'
import { loadSite } from '../../../../site/loading/loadSite.ts'
import { missingPage } from '../../../../site/loading/missingPage.tsx'
import { printedDate } from '../../../../site/views/printedDate.ts'

export const dynamic = 'force-dynamic'

type Props = {
  readonly params: Promise<{ readonly token: string }>
  readonly searchParams: Promise<{ readonly said?: string | string[] }>
}

/** One revision of a piece as readers would see it, for whoever has its link. A link that has ended and none at all look the same. */
export default async function Review({ params, searchParams }: Props): Promise<ReactNode> {
  const exchange = currentExchange() ?? notFound()
  const token = decodedSegment((await params).token)
  const shown = token === undefined ? null : await exchange.review(token)
  if (!shown) {
    const page = await missingPage(exchange)
    exchange.verdict = { status: 404, private: true }
    return page
  }
  const site = await loadSite(exchange)
  const { said } = await searchParams
  exchange.verdict = { status: 200, private: true, form: true }
  return (
    <SiteShell
      site={site}
      banner={<ReviewBanner name={shown.name} until={printedDate(shown.expiresAt, site.timeZone)} />}
    >
      <PageHead site={site} title="For review" noindex />
      <PreviewedPiece collection={shown.collection} doc={shown.doc} site={site} />
      <ReviewPictures pictures={shown.pictures} />
      <ReviewForm name={shown.name} said={said} />
    </SiteShell>
  )
}
