import { getTranslation } from '@payloadcms/translations'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { headerActions } from './payload3/headerActions.ts'
import { DefaultTemplate, notFound, redirect } from './payload3/serverRouter.ts'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { CodedError } from '../errors/index.ts'
import { reviewOf, type ReviewView as Review } from '../operations/index.ts'
import { inSnapshot } from '../transaction/index.ts'
import { isStaff } from '../store/index.ts'
import { wordsIn } from '../translations/index.ts'
import { loginAddress } from './loginAddress.ts'
import { reviewAddress } from './reviewAddress.ts'
import { ReviewScreen } from './ReviewScreen.tsx'

/** One piece as its reviewer decides about it: the text with its changes, and beside it all that the decision needs. */
export async function ReviewView(view: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = view.initPageResult
  const { payload } = req
  const [, collection = '', id = ''] = segmentsOf(view.params)
  const ofLive = view.searchParams?.['of'] === 'live'
  const admin = payload.config.routes.admin
  const address = reviewAddress(admin, { collection, id }, ofLive)
  if (!req.user || !permissions.canAccessAdmin) redirect(loginAddress(payload.config, address))
  if (!isStaff(req)) notFound()
  const review = await seen(req, collection, id, ofLive)
  const { say } = wordsIn(req.i18n)
  const title = review.dossier.title ?? say('general:untitled')
  const queue = formatAdminURL({ adminRoute: admin, path: '/review-queue' })
  const { next } = review
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      {...(view.params ? { params: view.params } : {})}
      payload={payload}
      permissions={permissions}
      req={req}
      {...(view.searchParams ? { searchParams: view.searchParams } : {})}
      user={req.user}
      viewActions={headerActions(payload.config)}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: say('queue:title'), url: queue }, { label: title }]} />
      <main>
        <Gutter className="imp-review">
          <ReviewScreen
            along={review.along.map((each) => ({
              ...each,
              kind: kindOf(req, each.collection),
              href: reviewAddress(admin, each, false),
            }))}
            changes={review.changes}
            compares={review.from !== null}
            digest={review.digest}
            dossier={review.dossier}
            edit={formatAdminURL({ adminRoute: admin, path: `/collections/${collection}/${id}` })}
            events={review.events}
            findings={review.findings.map((finding) => ({ ...finding, where: placeOf(review, finding.field) }))}
            key={address}
            kind={kindOf(req, collection)}
            labels={Object.fromEntries([...review.labels].filter(([path]) => !path.includes('.')))}
            moves={review.moves}
            next={
              next && {
                href: reviewAddress(admin, next, next.stage !== 'in_review' && next.unreviewedFor !== null),
                title: next.headline ?? say('general:untitled'),
              }
            }
            ofLive={ofLive}
            piece={{ collection, id }}
            queue={queue}
            reviews={review.reviews}
            text={review.text}
            unreviewed={ofLive ? null : liveToReview(review, reviewAddress(admin, { collection, id }, true))}
            waiting={review.waiting}
          />
        </Gutter>
      </main>
    </DefaultTemplate>
  )
}

async function seen(req: PayloadRequest, collection: string, id: string, ofLive: boolean): Promise<Review> {
  try {
    return await inSnapshot(req, (own) => reviewOf(own, collection, id, ofLive))
  } catch (error) {
    // Whoever may not know of it gets the same page as for what is not there; a contributor who may know only what readers have, too.
    if (error instanceof CodedError && (error.status === 404 || error.status === 403)) notFound()
    throw error
  }
}

/** Where what went out without a review is reviewed, unless that is the very text that is in review here. */
function liveToReview({ digest, dossier }: Review, address: string): string | null {
  const { fastTracked, live, stage } = dossier
  const waits = fastTracked?.reviewedAt === null && live?.event === fastTracked.event
  return waits && !(stage === 'in_review' && live.digest === digest) ? address : null
}

function placeOf({ labels }: Review, field: string | undefined): string | null {
  if (field === undefined) return null
  const steps = field.split('.').filter((step) => !/^\d+$/.test(step))
  return labels.get(steps.join('.')) ?? labels.get(steps[0] ?? '') ?? field
}

function kindOf({ i18n, payload }: PayloadRequest, slug: string): string {
  const label = payload.config.collections.find((each) => each.slug === slug)?.labels.singular
  return label === undefined ? slug : getTranslation(label, i18n)
}

function segmentsOf(params: AdminViewServerProps['params']): readonly string[] {
  const segments = params?.['segments']
  return Array.isArray(segments) ? segments.map((each) => decodeURIComponent(each)) : []
}
