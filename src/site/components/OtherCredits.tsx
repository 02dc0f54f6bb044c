import type { ReactNode } from 'react'
import type { CreditView } from '../views/articleView.ts'

const DID: Readonly<Record<string, string>> = {
  contributor: 'With contributions by',
  editor: 'Edited by',
  translator: 'Translated by',
  photographer: 'Photographs by',
  illustrator: 'Illustrations by',
}

/** Those who made the piece without writing it; the ones who wrote it are in the byline. */
export function OtherCredits({ credits }: { readonly credits: readonly CreditView[] }): ReactNode {
  const others = credits.flatMap((credit) =>
    DID[credit.role] === undefined ? [] : [{ ...credit, did: DID[credit.role] }],
  )
  if (others.length === 0) return null
  return (
    <ul className="plain other-credits">
      {others.map(({ did, name, author }, index) => (
        <li key={index}>
          {did} {author ? <a href={author.href}>{name}</a> : name}
        </li>
      ))}
    </ul>
  )
}
