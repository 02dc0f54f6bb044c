'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $isSelectionCapturedInDecoratorInput,
  $parseSerializedNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  isDOMNode,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $isHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useRef, useState } from 'react'
import type { PasteVocabulary } from '../editor/pasteFeature.ts'
import { sentencesFor } from './pasting/leftOut.ts'
import { readPaste } from './pasting/readPaste.ts'
import { inlineNodes, toNodes } from './pasting/toNodes.ts'
import { useWords } from './useWords.ts'

/** The panel's half of `pasteFeature` (src/newsroom/editor). */
export const PasteFeatureClient = createClientFeature<PasteVocabulary>(({ props }) => ({
  plugins: [{ Component: Pasting, position: 'belowContainer' }],
  sanitizedClientFeatureProps: props,
}))

/**
 * Handles what is pasted or dropped from elsewhere. A note below the text says what could not be kept, until it is
 * closed.
 */
function Pasting({ clientProps: has }: { clientProps: PasteVocabulary }) {
  const [editor] = useLexicalComposerContext()
  const say = useWords()
  const [told, setTold] = useState<readonly string[]>([])
  const note = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const take = (data: DataTransfer | null): boolean => {
      const sentences = $take(editor, data, has)
      if (sentences === undefined) return false
      if (sentences.length > 0) setTold(sentences)
      return true
    }
    return mergeRegister(
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          // Boxes within a text have fields of their own, which take the words alone.
          if (isDOMNode(event.target) && $isSelectionCapturedInDecoratorInput(event.target)) return false
          if (!('clipboardData' in event) || !take(event.clipboardData)) return false
          event.preventDefault()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        CONTROLLED_TEXT_INSERTION_COMMAND,
        (event) => typeof event !== 'string' && event.inputType === 'insertFromDrop' && take(event.dataTransfer),
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, has])

  // The note stands over the end of what was pasted, where the caret is.
  useEffect(() => {
    const caret = editor.read(() => $focusedElement(editor))?.getBoundingClientRect()
    const over = note.current?.getBoundingClientRect()
    if (told.length > 0 && caret && over && caret.top < over.bottom && caret.bottom > over.top)
      window.scrollBy(0, caret.bottom - over.top + 16)
  }, [editor, told])

  return (
    <div className="imp-pasted" ref={note}>
      <div role="status">
        {told.length > 0 && (
          <div className="imp-note imp-note--warning">
            <button
              className="imp-pasted__close"
              type="button"
              onClick={() => {
                setTold([])
                editor.focus()
              }}
            >
              {say('Close')}
            </button>
            <p>{say('Of what you pasted:')}</p>
            <ul>
              {told.map((sentence) => (
                <li key={sentence}>{say(sentence)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}

/**
 * Puts what was copied elsewhere where the caret is.
 *
 * @returns what to tell the person; undefined if this is for Lexical to take: words alone, files, and what was copied in an editor here
 */
function $take(editor: LexicalEditor, data: DataTransfer | null, has: PasteVocabulary): readonly string[] | undefined {
  const html = data?.getData('text/html') ?? ''
  const words = data?.getData('text/plain') ?? ''
  const selection = $getSelection()
  // Safari sends words alone as HTML too.
  if (!data || selection === null || html.trim() === '' || html === words) return undefined
  if (isOwn(editor, data.getData('application/x-lexical-editor'))) return undefined
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const { blocks, isInline, left } = readPaste(body, has, $headingAbove())
  const [first] = blocks
  const sentences = sentencesFor(left)
  $addUpdateTag(PASTE_TAG)
  if (first === undefined) {
    if (sentences.length === 0) selection.insertRawText(words)
    return sentences
  }
  const nodes = isInline && first.kind === 'paragraph' ? inlineNodes(first.line, makeId) : toNodes(blocks, makeId)
  selection.insertNodes(nodes.map((node) => $parseSerializedNode(node)))
  return sentences
}

/** Whether this was copied in an editor that has nothing that this one lacks. */
function isOwn(editor: LexicalEditor, copied: string): boolean {
  const { namespace, nodes } = parsed(copied)
  const isKnown = ({ children = [], pending, type }: CopiedNode): boolean =>
    editor._nodes.has(type) && pending === undefined && children.every(isKnown)
  return namespace === editor._config.namespace && nodes?.every(isKnown) === true
}

type Copied = { readonly namespace?: unknown; readonly nodes?: readonly CopiedNode[] }
type CopiedNode = { readonly type: string; readonly pending?: unknown; readonly children?: readonly CopiedNode[] }

function parsed(copied: string): Copied {
  try {
    return copied === '' ? {} : (JSON.parse(copied) as Copied)
  } catch {
    return {}
  }
}

/** The level of the heading that the caret is below, or in. */
function $headingAbove(): number | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return undefined
  const { anchor, focus } = selection
  let block: LexicalNode | null = (selection.isBackward() ? focus : anchor).getNode().getTopLevelElement()
  while (block && !$isHeadingNode(block)) block = block.getPreviousSibling()
  return block ? Number(block.getTag().slice(1)) : undefined
}

/** The element of the block that the caret is in. */
function $focusedElement(editor: LexicalEditor): HTMLElement | null {
  const selection = $getSelection()
  const block = $isRangeSelection(selection) ? selection.focus.getNode().getTopLevelElement() : null
  return block && editor.getElementByKey(block.getKey())
}

/** As Payload makes the ids of links: 24 hexadecimal digits. */
function makeId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
