import type { ReactNode } from 'react'

/** What became of a comment, for whoever sent it. */
const SAID: Readonly<Record<string, string>> = {
  sent: 'Thank you. The newsroom has your comment.',
  empty: 'Nothing was sent: there were no words in it.',
  too_long: 'Nothing was sent: a comment has 5,000 characters at most. Send it in parts.',
  full: 'Nothing was sent: there are as many comments here as are kept.',
}

/** A comment on the whole text, in the name of whom the link is for; without scripts. */
export function ReviewForm({ name, said }: { readonly name: string; readonly said: unknown }): ReactNode {
  const words = typeof said === 'string' && Object.hasOwn(SAID, said) ? SAID[said] : undefined
  return (
    <section className="review-part" id="comment" aria-labelledby="comment-title">
      <h2 className="label" id="comment-title">
        Comment on the text
      </h2>
      {words === undefined ? null : <p role="status">{words}</p>}
      <form method="post" action="?">
        <label htmlFor="comment-text">
          Your comment goes to the newsroom, in the name of <bdi>{name}</bdi>. Readers do not see it.
        </label>
        <textarea id="comment-text" name="text" rows={6} maxLength={5000} dir="auto" required />
        <button type="submit">Send</button>
      </form>
    </section>
  )
}
