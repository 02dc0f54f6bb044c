'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useDocumentForm } from '@payloadcms/ui'
import { typeset } from 'payload-plugin-imprimatur/content'
import { useEffect } from 'react'
import type { TypographyProps } from '../editor/typographyFeature.ts'

/** The panel's half of `typographyFeature` (src/newsroom/editor). */
export const TypographyFeatureClient = createClientFeature<TypographyProps>(({ props }) => ({
  plugins: [{ Component: Typography, position: 'belowContainer' }],
  sanitizedClientFeatureProps: props,
}))

/** What was set in the place of what was typed, and where the caret is behind it. */
type Done = { readonly key: string; readonly caret: number; readonly typed: string; readonly put: string }

/** Sets what is typed; Backspace right after it, or Undo, brings back what was typed. */
function Typography({ clientProps: { languageField } }: { clientProps: TypographyProps }) {
  const [editor] = useLexicalComposerContext()
  const { getFields } = useDocumentForm()

  useEffect(() => {
    let typed: string | null = null
    let done: Done | null = null
    const onBeforeInput = (event: InputEvent): void => {
      done = null
      const isOne = event.inputType === 'insertText' && !event.isComposing && event.data?.length === 1
      typed = isOne ? event.data : null
    }
    return mergeRegister(
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('beforeinput', onBeforeInput, true)
        root?.addEventListener('beforeinput', onBeforeInput, true)
      }),
      // After the letter is in the text, so that Undo has a state to go back to.
      editor.registerUpdateListener(({ dirtyLeaves }) => {
        const letter = typed
        if (letter === null || dirtyLeaves.size === 0) return
        typed = null
        const language: unknown = getFields()[languageField]?.value
        editor.update(
          () => {
            done = $typeset(letter, typeof language === 'string' ? language : undefined)
          },
          { tag: HISTORY_PUSH_TAG },
        )
      }),
      editor.registerCommand(
        KEY_BACKSPACE_COMMAND,
        (event) => {
          const last = done
          done = null
          if (last === null || !$takeBack(last)) return false
          event.preventDefault()
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    )
  }, [editor, getFields, languageField])
  return null
}

/** Replaces the letter before the caret, if it is one that a keyboard has in the place of another. */
function $typeset(letter: string, language: string | undefined): Done | null {
  const caret = $caretInText()
  if (caret === null) return null
  const { node, offset } = caret
  const text = node.getTextContent()
  if (text[offset - 1] !== letter) return null
  const found = typeset($textBefore(node) + text.slice(0, offset - 1), letter, language)
  const from = offset - (found?.take ?? 0)
  if (!found || from < 0) return null
  node.spliceText(from, found.take, found.put, true)
  return { key: node.getKey(), caret: from + found.put.length, typed: text.slice(from, offset), put: found.put }
}

/** Whether what was typed could be brought back: the caret is still where it was left. */
function $takeBack({ caret, key, put, typed }: Done): boolean {
  const at = $caretInText()
  if (at?.node.getKey() !== key || at.offset !== caret) return false
  const from = caret - put.length
  if (at.node.getTextContent().slice(from, caret) !== put) return false
  at.node.spliceText(from, put.length, typed, true)
  return true
}

function $caretInText(): { readonly node: TextNode; readonly offset: number } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  return $isTextNode(node) ? { node, offset: selection.anchor.offset } : null
}

/** What stands before a node in its paragraph, such as words in italics. */
function $textBefore(node: TextNode): string {
  const block = node.getTopLevelElement()
  if (!block || block.is(node)) return ''
  let text = ''
  for (const each of block.getAllTextNodes()) {
    if (each.is(node)) return text
    text += each.getTextContent()
  }
  return ''
}
