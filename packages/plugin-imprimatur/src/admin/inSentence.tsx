import { Fragment, type ReactNode } from 'react'
import type { Say, TranslationKey, Values } from '../translations/index.ts'

/**
 * A sentence in which elements stand, such as a time: what order they come in is for the language to say.
 *
 * @param elements by the names of their places in the text
 * @param values what else stands in it
 */
export function inSentence(
  say: Say,
  key: TranslationKey,
  elements: Readonly<Record<string, ReactNode>>,
  values: Values = {},
): ReactNode {
  const marked = Object.fromEntries(Object.keys(elements).map((name) => [name, `${OPEN}${name}${CLOSE}`]))
  return say(key, { ...values, ...marked })
    .split(PLACES)
    .map((part, at) => <Fragment key={at}>{at % 2 === 1 ? elements[part] : part}</Fragment>)
}

/** Signs that are in no text: Unicode keeps them free for use within a program. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1']
const PLACES = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'u')
