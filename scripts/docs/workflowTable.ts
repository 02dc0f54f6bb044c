import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  ruleOf,
  STAGE_LABELS,
  STAGES,
  TRANSITIONS,
  type Rule,
  type Stage,
} from '../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

/*
 * Writes the transition table and its diagram into docs/workflow.md, between their markers.
 *
 *   npx tsx scripts/docs/workflowTable.ts            brings the page into step
 *   npx tsx scripts/docs/workflowTable.ts --check    exits with 1 when it is out of step
 */

const PAGE = new URL('../../docs/workflow.md', import.meta.url)

const WHO: Readonly<Record<Rule['parties'][number], string>> = {
  writer: 'its writer',
  editor: 'an editor',
  reviewer: 'a reviewer',
  publisher: 'a publisher',
  breaking_publisher: 'a publisher with the right `breaking`',
  review_giver: 'whoever may give one of its reviews',
  clock: 'the clock, when it is due',
}

const HOLDS: Readonly<Record<Rule['needs'][number], string>> = {
  gates: 'the quality gates are passed',
  review_gates: 'the gates of the review are passed, the house style with them',
  reason: 'a reason is given',
  notice: 'a public notice is given',
  time_ahead: 'the time is ahead and not before the embargo',
  four_eyes: 'they did not touch this text, have not given this review, and no other review comes first',
  quorum: 'all sign-offs are there, for exactly this text',
  comments: 'no comment is open, where the policy asks for it',
  embargo: 'the embargo has passed',
  no_retraction: 'readers were not told that the piece is retracted',
}

/** The transition table as Markdown. */
export function transitionTable(): string {
  const rows = TRANSITIONS.map((name) => {
    const rule = ruleOf(name)
    return [
      `**${rule.label}** \`${name}\``,
      rule.actsOn === 'live' ? 'anything live' : rule.from.map((stage) => STAGE_LABELS[stage]).join(', '),
      rule.actsOn === 'live'
        ? `${STAGE_LABELS[rule.to]}; a next revision stays`
        : [...new Set(rule.from.flatMap((from) => destinations(rule, from)))]
            .map((stage) => STAGE_LABELS[stage])
            .join(' or '),
      rule.parties.map((party) => WHO[party]).join('; '),
      rule.needs.map((need) => HOLDS[need]).join('; '),
    ]
  })
  const table = [['Transition', 'From', 'To', 'Who', 'Holds only if'], ...rows]
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const [head = '', ...body] = table.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  )
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')
}

/** The stages and the moves between them as a Mermaid state diagram. */
export function stateDiagram(): string {
  const moves = new Map<string, string[]>()
  for (const name of TRANSITIONS) {
    const rule = ruleOf(name)
    for (const from of rule.from) {
      for (const to of destinations(rule, from)) {
        const arrow = `${from} --> ${to}`
        moves.set(arrow, [...(moves.get(arrow) ?? []), rule.label])
      }
    }
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...STAGES.map((stage) => `  state "${STAGE_LABELS[stage]}" as ${stage}`),
    '  [*] --> draft',
    ...[...moves].map(([arrow, labels]) => `  ${arrow} : ${labels.join(' / ')}`),
    '```',
  ].join('\n')
}

/** `page` with its generated parts as the table says. @throws Error when a marker is missing. */
export function inStep(page: string): string {
  return Object.entries({ 'transition table': transitionTable(), 'state diagram': stateDiagram() }).reduce(
    (text, [part, content]) => {
      const [start, end] = [`<!-- ${part}: start -->`, `<!-- ${part}: end -->`]
      const [from, to] = [text.indexOf(start), text.indexOf(end)]
      if (from === -1 || to < from)
        throw new Error(`The page has no place for the ${part}: it needs the lines ${start} and ${end}.`)
      return `${text.slice(0, from)}${start}\n\n${content}\n\n${text.slice(to)}`
    },
    page,
  )
}

/** A sign-off leaves the piece where it is, unless it completes the quorum in the round of review. */
function destinations(rule: Rule, from: Stage): readonly Stage[] {
  if (!rule.needs.includes('four_eyes')) return [rule.to]
  return from === 'in_review' ? [from, rule.to] : [from]
}

function main(check: boolean): void {
  const before = readFileSync(PAGE, 'utf8')
  const after = inStep(before)
  if (before === after) return
  if (check) {
    process.stderr.write('docs/workflow.md is out of step. Run: npx tsx scripts/docs/workflowTable.ts\n')
    process.exitCode = 1
    return
  }
  writeFileSync(PAGE, after)
  process.stdout.write('docs/workflow.md was brought into step.\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'))
