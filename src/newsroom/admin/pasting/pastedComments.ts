import { attribute, childrenOf, nameOf, styleOf, textWithin, wordsOf, type PastedNode } from './pastedDom.ts'

/**
 * Whether an element is a remark of colleagues, which is for no reader: the text of a comment, or the mark in the text that leads to it, as
 * Word and Google Docs write them.
 */
export function isComment(node: PastedNode): boolean {
  return isMark(node) || isBody(node)
}

/** How many comments are within a pasted page; of some only the mark or only the text was copied. */
export function countComments(page: PastedNode): number {
  let [marks, bodies] = [0, 0]
  const count = (node: PastedNode): void => {
    for (const child of childrenOf(node)) {
      if (isBody(child) && !isListOfWord(child)) bodies++
      else if (isMark(child)) marks++
      else count(child)
    }
  }
  count(page)
  return Math.max(marks, bodies)
}

const isListOfWord = (node: PastedNode): boolean => styleOf(node)['mso-element'] === 'comment-list'

function isMark(node: PastedNode): boolean {
  const classes = attribute(node, 'class')
  return (
    /(?:^|\s)(?:MsoCommentReference|msocomanchor)(?:\s|$)/i.test(classes) ||
    styleOf(node)['mso-special-character'] === 'comment' ||
    (nameOf(node) === 'a' && /#(?:_msocom|cmnt)_?\d/i.test(attribute(node, 'href')))
  )
}

function isBody(node: PastedNode): boolean {
  return (
    /^comment(?:-list)?$/.test(styleOf(node)['mso-element'] ?? '') ||
    /(?:^|\s)(?:msocomtxt|MsoCommentText|MsoCommentSubject)(?:\s|$)/i.test(attribute(node, 'class')) ||
    isGoogles(node)
  )
}

/** Google Docs has a box for each comment, which begins with the way back to the text. */
function isGoogles(node: PastedNode): boolean {
  if (nameOf(node) !== 'div' && nameOf(node) !== 'p') return false
  const first = childrenOf(node).find((child) => textWithin(child).trim() !== '')
  if (!first || wordsOf(first) !== undefined) return false
  return nameOf(first) === 'a'
    ? /#cmnt_ref\d/.test(attribute(first, 'href'))
    : nameOf(first) === 'p' && isGoogles(first)
}
