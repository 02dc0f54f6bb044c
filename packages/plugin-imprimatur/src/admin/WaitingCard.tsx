import { Link } from '@payloadcms/ui'
import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { reviewQueue } from '../operations/index.ts'

/** On the dashboard: how much waits for a review, and the way there. */
export async function WaitingCard({ payload, user }: { payload: Payload; user?: TypedUser }) {
  if (!user) return null
  const { totalDocs } = await reviewQueue(await createLocalReq({ user }, payload), { limit: '1' })
  return (
    <nav aria-label="Work that waits">
      <Link
        className="imp-card"
        href={formatAdminURL({ adminRoute: payload.config.routes.admin, path: '/review-queue' })}
        prefetch={false}
      >
        <span className="imp-card__count">{totalDocs}</span>
        <span className="imp-card__text">
          <strong>Review queue</strong>
          {waiting(totalDocs)}
        </span>
      </Link>
    </nav>
  )
}

function waiting(count: number): string {
  if (count === 0) return 'Nothing waits for a review'
  return count === 1 ? '1 piece waits for a review' : `${count} pieces wait for a review`
}
