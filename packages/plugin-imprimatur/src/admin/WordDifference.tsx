'use client'

import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import { useDocumentInfo } from '@payloadcms/ui'
import { diffWordsWithSpace } from 'diff'
import type { ClientField } from 'payload'
import { pieceText } from './pieceText.ts'
import { useFieldLabel } from './Reasons.tsx'
import { useWords } from './useWords.ts'

type EditorState = Parameters<typeof convertLexicalToPlaintext>[0]['data']

/** What differs between two values of one field of the open document, word by word; in words that it differs, where neither has text. */
export function WordDifference({ after, before, name }: { after: unknown; before: unknown; name: string }) {
  const { docConfig } = useDocumentInfo()
  const labelOf = useFieldLabel()
  const { say } = useWords()
  const [one, other] = [before, after].map((value) => textIn(docConfig?.fields ?? [], name, value)) as [string, string]
  return (
    <section className="imp-words">
      <h3>{labelOf(name)}</h3>
      {one === other ? (
        <p>{say('difference:not_in_words')}</p>
      ) : (
        <p className="imp-words__text" dir="auto">
          {diffWordsWithSpace(one, other).map(({ added, removed, value }, at) =>
            added ? <ins key={at}>{value}</ins> : removed ? <del key={at}>{value}</del> : value,
          )}
        </p>
      )}
    </section>
  )
}

/** The words of one field, without its label. */
export function textIn(fields: readonly ClientField[], name: string, value: unknown): string {
  return pieceText(
    fields,
    { [name]: value },
    (state) => convertLexicalToPlaintext({ data: state as EditorState }),
    () => '',
  )
    .split('\n\n')
    .map((part) => part.replace(/^\n/u, ''))
    .join('\n\n')
    .trim()
}
