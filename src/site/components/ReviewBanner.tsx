import type { ReactNode } from 'react'
import type { DateView } from '../views/printedDate.ts'

/** Says to somebody with a review link what they see, and what not to do with it. */
export function ReviewBanner({ name, until }: { readonly name: string; readonly until: DateView }): ReactNode {
  return (
    <section className="preview-banner" aria-label="For review">
      <p>
        <strong>
          For <bdi>{name}</bdi>.
        </strong>{' '}
        You see one version of this text, which need not be the one that is published. Please do not pass the address
        on.
      </p>
      <p>
        It ends on <time dateTime={until.instant}>{until.printed}</time>. <a href="#comment">Comment on the text</a>
      </p>
    </section>
  )
}
