/** What of a pasted text cannot stand here. */
export type LeftOut =
  | 'picture'
  | 'table'
  | 'frame'
  | 'recording'
  | 'formField'
  | 'underline'
  | 'look'
  | 'code'
  | 'footnote'
  | 'comment'
  | 'link'
  | 'heading'
  | 'quote'
  | 'quotedList'
  | 'countdown'
  | 'listNumber'
  | 'rule'

const SENTENCES: Readonly<Record<LeftOut, (count: number) => string>> = {
  picture: (count) =>
    count === 1
      ? 'A picture was left out. Upload the picture, then put it in.'
      : `${String(count)} pictures were left out. Upload the pictures, then put them in.`,
  table: (count) =>
    `${count === 1 ? 'A table is' : `${String(count)} tables are`} kept as lines, one for each row, with | between the cells.`,
  frame: (count) =>
    `${count === 1 ? 'An embedded page was' : `${String(count)} embedded pages were`} left out. The body of an article takes one as an embed, by its address.`,
  recording: (count) =>
    `${count === 1 ? 'A recording was' : `${String(count)} recordings were`} left out. The body of an article takes one as an embed, by its address.`,
  formField: () => 'Fields and boxes to fill in were left out.',
  underline: () => 'Underlining was left out, as readers would take it for a link. The words are there.',
  look: () => 'Highlighting and typewriter letters were left out. The words are there.',
  code: () => 'Preformatted text is kept line by line, in the letters of the text.',
  footnote: () => 'Footnotes are kept as text. Their numbers do not lead to them.',
  comment: (count) => `${count === 1 ? 'A comment was' : `${String(count)} comments were`} left out.`,
  link: (count) =>
    `${count === 1 ? 'A link was' : `${String(count)} links were`} left out, as the address leads nowhere from here. The words are there.`,
  heading: () => 'Headings are kept as paragraphs, as this text has none.',
  quote: () => 'Quotations are kept as paragraphs.',
  quotedList: () => 'Lists within quotations stand outside of them.',
  countdown: () => 'Lists that count down count up here.',
  listNumber: () => 'Numbers of lists beyond 900,000 were left out.',
  rule: () => 'Lines across the text were left out.',
}

/** What to tell the person who pasted, a sentence for each kind of thing. */
export function sentencesFor(left: ReadonlyMap<LeftOut, number>): readonly string[] {
  return (Object.keys(SENTENCES) as LeftOut[]).flatMap((what) => {
    const count = left.get(what) ?? 0
    return count === 0 ? [] : [SENTENCES[what](count)]
  })
}
