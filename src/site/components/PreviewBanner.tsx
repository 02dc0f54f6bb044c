import type { ReactNode } from 'react'

/** Says on a preview that readers do not see this. `href`: where the piece is edited. */
export function PreviewBanner({ href }: { readonly href: string }): ReactNode {
  return (
    <section className="preview-banner" aria-label="Preview">
      <p>
        <strong>Preview.</strong> This is the newest draft; readers do not see it.
      </p>
      <a href={href}>Back to the editor</a>
    </section>
  )
}
