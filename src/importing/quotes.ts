/** What is wrong with the double quotation marks of a paragraph: one that opens and is not closed, or closes and was not opened. */
export type QuoteFault = 'not_closed' | 'not_opened'

/**
 * Checks the double quotation marks of one paragraph: “ ” „ « » and ". Single marks are left alone: most are apostrophes. A mark
 * that closes also ends a German quotation (“ after „), and » and « may stand either way round.
 */
export function quoteFault(text: string): QuoteFault | null {
  let open: string | null = null
  let straight = 0
  let fault: QuoteFault | null = null
  for (const mark of text.match(/[“”„«»"]/gu) ?? []) {
    if (mark === '"') straight += 1
    else if (open === null) {
      if (mark === '”') fault ??= 'not_opened'
      else open = mark
    } else if (closes(open, mark)) open = null
    else fault ??= 'not_closed'
  }
  if (open !== null || straight % 2 === 1) fault ??= 'not_closed'
  return fault
}

function closes(open: string, mark: string): boolean {
  switch (open) {
    case '“':
      return mark === '”'
    case '„':
      return mark === '“' || mark === '”'
    case '«':
      return mark === '»'
    default:
      return mark === '«'
  }
}
