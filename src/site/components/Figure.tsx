import type { ReactNode } from 'react'
import type { PictureView } from '../../bodies/index.ts'
import { Picture } from './Picture.tsx'

const SIZES = {
  lead: '(min-width: 64rem) 50rem, 100vw',
  body: '(min-width: 44rem) 40rem, 100vw',
} as const

/** An image with its caption and credit. */
export function Figure({
  picture,
  place,
}: {
  readonly picture: PictureView
  readonly place: keyof typeof SIZES
}): ReactNode {
  return (
    <figure className={`figure figure-${place}`}>
      <Picture picture={picture} sizes={SIZES[place]} eager={place === 'lead'} />
      {picture.caption === undefined && picture.credit === undefined ? null : (
        <figcaption {...picture.language}>
          {picture.caption === undefined ? null : <span className="caption">{picture.caption}</span>}{' '}
          {picture.credit === undefined ? null : <span className="credit">{picture.credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
