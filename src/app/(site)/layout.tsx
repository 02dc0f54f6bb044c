import type { ReactNode } from 'react'
import { SITE_LANGUAGE } from '../../bodies/index.ts'
import './site.css'

/** The document around every page of the site. Texts in other languages say so themselves. */
export default function SiteLayout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang={SITE_LANGUAGE}>
      <body>{children}</body>
    </html>
  )
}
