import type { ReactNode } from 'react'
import type { PictureView } from '../../bodies/index.ts'

/** An image in the best format that the browser takes. `sizes` as HTML has it; `eager` for what is on the first screen. */
export function Picture({
  picture,
  sizes,
  eager = false,
  alt,
}: {
  readonly picture: PictureView
  readonly sizes: string
  readonly eager?: boolean
  /** Replaces the image's own text, `''` where the picture only repeats what stands beside it. */
  readonly alt?: string
}): ReactNode {
  return (
    <picture>
      {picture.sources.map((source) => (
        <source key={source.type} type={source.type} srcSet={source.srcSet} sizes={sizes} />
      ))}
      <img
        src={picture.src}
        alt={alt ?? picture.alt}
        {...(alt === '' ? {} : picture.language)}
        width={picture.width}
        height={picture.height}
        decoding="async"
        loading={eager ? undefined : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
      />
    </picture>
  )
}
