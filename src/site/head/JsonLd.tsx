import type { ReactNode } from 'react'
import { jsonForScript } from './newsArticle.ts'

/** A block of structured data. */
export function JsonLd({ data }: { readonly data: Readonly<Record<string, unknown>> }): ReactNode {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(data) }} />
}
