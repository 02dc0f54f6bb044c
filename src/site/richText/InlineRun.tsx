import { Fragment, type ReactNode } from 'react'
import { MARKS, type Run, type Words } from '../../bodies/index.ts'

/** A line of text. What is in one link stands in one `a`. */
export function InlineRun({ line }: { readonly line: readonly Run[] }): ReactNode {
  return line.map(({ words, link }, index) => {
    const content = words.map((each, at) => <Fragment key={at}>{formatted(each)}</Fragment>)
    return link ? (
      <a key={index} href={link.href}>
        {content}
      </a>
    ) : (
      <Fragment key={index}>{content}</Fragment>
    )
  })
}

function formatted(words: Words): ReactNode {
  if ('isBreak' in words) return <br />
  return MARKS.reduce<ReactNode>((inner, [bit, Tag]) => (words.format & bit ? <Tag>{inner}</Tag> : inner), words.text)
}
