import type { ArchivePlan } from './archives/planArchive.ts'
import type { Doubt } from './doubts.ts'
import type { ImportError } from './ImportError.ts'
import type { ImportPlan, PlannedPiece } from './planImport.ts'
import type { PlannedAction } from './planPiece.ts'
import { noun } from './runImport.ts'
import type { ImportedPiece, ImportResult, OnProgress } from './runImport.ts'

const MARK: Readonly<Record<PlannedAction, string>> = { make: '+', keep: '=', omit: '-' }

/** The plan as plain text for a terminal: what was read, what is unsure, what will be made and what is there already. */
export function formatPlan(plan: ImportPlan | ArchivePlan): string {
  return [
    `Plan for ${plan.file}`,
    '',
    'Read',
    ...('archive' in plan ? archiveFacts(plan.archive) : pageFacts(plan.parsed)).map(
      ([label = '', value = '']) => `  ${label.padEnd(11)}${value}`,
    ),
    '',
    ...doubtLines(plan.doubts),
    'To do',
    ...plan.pieces.map(planLine),
    plan.pieces.some((piece) => piece.action === 'make')
      ? ''
      : '\nEverything is there already; nothing will be made.\n',
  ].join('\n')
}

function archiveFacts({ articles, format, skipped, title }: ArchivePlan['archive']): string[][] {
  return [
    ['format', format],
    ['from', title ?? 'no name'],
    ...articles.flatMap(({ headline, published, url }) => [
      ['article', headline],
      ['  date', published ?? 'none'],
      ...(url === null ? [] : [['  address', url]]),
    ]),
    ...skipped.map(({ what, count }) => ['left out', `${what} (${String(count)})`]),
  ]
}

function pageFacts(parsed: ImportPlan['parsed']): string[][] {
  return [
    ['headline', parsed.headline.text],
    ['body', plural(parsed.body.length, 'paragraph')],
    ['language', parsed.language],
    ['date line', parsed.printedDate ?? 'none'],
    [
      'byline',
      parsed.byline === null ? 'none' : `${parsed.byline.text} (printed ${times(parsed.byline.timesPrinted)})`,
    ],
    ...parsed.authors.flatMap((author) => [
      [
        author.role,
        [author.displayName, author.fullName === null ? '' : `full name ${author.fullName}`].filter(Boolean).join(', '),
      ],
      ...(author.jobTitle === null ? [] : [['  post', author.jobTitle]]),
      ...(author.affiliation === null ? [] : [['  at', affiliation(author.affiliation)]]),
    ]),
    ...parsed.teasers.flatMap((teaser) => [
      ['teaser', teaser.headline],
      ...(teaser.excerpt === null
        ? []
        : [['  excerpt', `${teaser.excerpt}${teaser.excerptTruncated ? ' (cut)' : ''}`]]),
    ]),
    ...(parsed.unread.length === 0 ? [] : [['not used', plural(parsed.unread.length, 'line')]]),
  ]
}

/** What an import did, as plain text for a terminal. */
export function formatResult(result: ImportResult): string {
  return [
    `Imported ${result.file}: ${String(result.made)} made, ${String(result.kept)} there already${result.refused === 0 ? '' : `, ${String(result.refused)} refused`}`,
    ...result.pieces.map((piece) => `  ${importedLine(piece)}`),
    '',
  ].join('\n')
}

/** One line of progress: `2/4 made article “…”`. */
export function formatProgress({ done, total, piece }: Parameters<OnProgress>[0]): string {
  return `${String(done)}/${String(total)} ${importedLine(piece)}`
}

/** An error as two lines: what was wrong, and what to do. */
export function formatImportError(error: ImportError): string {
  const where = error.line === undefined ? '' : ` (line ${String(error.line)})`
  return `${error.code}: ${error.message}${where}\n${error.hint}\n`
}

function doubtLines(doubts: readonly Doubt[]): string[] {
  if (doubts.length === 0) return ['Unsure of nothing', '']
  const width = Math.max(...doubts.map((doubt) => String(doubt.line).length))
  return [
    `Unsure of ${plural(doubts.length, 'thing')}; please look at ${doubts.length === 1 ? 'it' : 'them'}`,
    ...doubts.map((doubt) => `  line ${String(doubt.line).padStart(width)}  ${doubt.message} [${doubt.code}]`),
    '',
  ]
}

function planLine(piece: PlannedPiece): string {
  const note = {
    make: 'a new draft',
    keep: `there already${piece.existingId === null ? '' : ` (${piece.existingId})`}${asksAgain(piece) ? '; --as-new makes it as another piece' : ''}`,
    omit: 'not made again',
  }[piece.action]
  return `  ${MARK[piece.action]} ${noun(piece.collection).padEnd(8)}${piece.title}: ${note}`
}

/** Whether the plan keeps what is there and somebody may know better. */
function asksAgain({ action, otherText, source, titleKey }: PlannedPiece): boolean {
  return action === 'keep' && otherText && source.key === titleKey
}

function importedLine(piece: ImportedPiece): string {
  const id = piece.id === null ? '' : ` (${piece.id})`
  const note = piece.note === undefined ? '' : `: ${piece.note}`
  return `${piece.outcome} ${noun(piece.collection)} “${piece.title}”${id}${note}`
}

function affiliation({
  department,
  organization,
  country,
}: NonNullable<ImportPlan['parsed']['authors'][number]['affiliation']>): string {
  return [department, organization, country === null ? null : `${country.name} (${country.code})`]
    .filter((part) => part !== null)
    .join(', ')
}

function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`
}

function times(count: number): string {
  if (count === 1) return 'once'
  return count === 2 ? 'twice' : `${String(count)} times`
}
