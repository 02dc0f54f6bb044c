import type { ReactNode } from 'react'

/** The small line above a headline: genre, section, kicker. */
export function Eyebrow({ texts }: { readonly texts: readonly string[] }): ReactNode {
  if (texts.length === 0) return null
  return (
    <p className="kicker">
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  )
}
