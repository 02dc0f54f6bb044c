import { Fragment, type ReactNode } from 'react'
import { readBody, type BodyPart } from '../../bodies/index.ts'
import { Figure } from '../components/Figure.tsx'
import { FactBox } from './FactBox.tsx'
import { InlineRun } from './InlineRun.tsx'
import { LinkCard } from './LinkCard.tsx'
import { PullQuote } from './PullQuote.tsx'

/** A Lexical editor state as HTML elements: what `readBody` finds in it, and nothing else. */
export function RichText({ state }: { readonly state: unknown }): ReactNode {
  return <Parts parts={readBody(state)} />
}

function Parts({ parts }: { readonly parts: readonly BodyPart[] }): ReactNode {
  return parts.map((part, index) => <Fragment key={index}>{drawn(part)}</Fragment>)
}

function drawn(part: BodyPart): ReactNode {
  switch (part.kind) {
    case 'line':
      return <InlineRun line={part.line} />
    case 'paragraph':
      return (
        <p className={alignment(part)}>
          <InlineRun line={part.line} />
        </p>
      )
    case 'heading': {
      const Heading = `h${part.level}` as const
      return (
        <Heading id={part.id} className={alignment(part)}>
          <InlineRun line={part.line} />
        </Heading>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <Parts parts={part.parts} />
        </blockquote>
      )
    case 'list': {
      const items = part.items.map((item, index) => (
        <li key={index}>
          <Parts parts={item} />
        </li>
      ))
      return part.isNumbered ? <ol start={part.start === 1 ? undefined : part.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'rule':
      return <hr />
    case 'figure':
      return <Figure picture={part.picture} place="body" />
    case 'pullQuote':
      return <PullQuote quote={part.quote} attribution={part.attribution} />
    case 'card': {
      const label = part.of === 'embed' ? `At ${String(part.host)}` : 'Read also'
      return <LinkCard label={label} title={part.title} href={part.link.href} note={part.note} />
    }
    case 'factBox':
      return (
        <FactBox title={part.title}>
          <Parts parts={part.parts} />
        </FactBox>
      )
  }
}

function alignment({ aligned }: { readonly aligned?: string }): string | undefined {
  return aligned === undefined ? undefined : `aligned-${aligned}`
}
