import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inStep, stateDiagram, transitionTable } from '../../../scripts/docs/workflowTable.ts'
import { STAGE_LABELS, STAGES, TRANSITIONS } from '../../../packages/plugin-imprimatur/src/domain/workflow/index.ts'

const page = readFileSync(new URL('../../../docs/workflow.md', import.meta.url), 'utf8')

describe('docs/workflow.md', () => {
  it('is in step with the transition table', () => {
    expect(inStep(page)).toBe(page)
  })

  it('explains every stage under its label and the name that is stored', () => {
    const rows = [...page.matchAll(/^\| (.+?) +\| `(\w+)` +\| [A-Z]/gm)].map(([, label, stage]) => [stage, label])
    expect(rows).toEqual(STAGES.map((stage) => [stage, STAGE_LABELS[stage]]))
  })

  it.each([
    ['a changed right', '| a publisher; the clock, when it is due |', '| an editor |'],
    ['a changed stage', '  approved --> published : Publish', '  draft --> published : Publish'],
    ['a row that was left out', /^\| \*\*Retract\*\*.*\n/m, ''],
    ['a row that was made up', /^(\| \*\*Retract\*\*.*\n)/m, '$1$1'],
    ['a word in the diagram', '[*] --> draft', '[*] --> in_review'],
  ])('with %s is out of step and mended', (_, from, to) => {
    const changed = page.replace(from, to)
    expect(changed).not.toBe(page)
    expect(inStep(changed)).toBe(page)
  })

  it.each([
    '<!-- transition table: start -->',
    '<!-- transition table: end -->',
    '<!-- state diagram: start -->',
    '<!-- state diagram: end -->',
  ])('without the line %s cannot be brought into step', (marker) => {
    expect(() => inStep(page.replace(marker, ''))).toThrow(/needs the lines/)
  })
})

describe('the generated parts', () => {
  it('have a row for each transition, with the rights of the hand-written table', () => {
    const rows = transitionTable()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
    expect(rows).toHaveLength(TRANSITIONS.length)
    // From DESIGN §5, by hand.
    expect(rows.find(([name]) => name?.includes('`publish`'))).toEqual([
      '**Publish** `publish`',
      'Approved, Scheduled',
      'Published',
      'a publisher; the clock, when it is due',
      'all sign-offs are there, for exactly this text; no comment is open, where the policy asks for it; the embargo has passed; the quality gates are passed',
    ])
    expect(rows.find(([name]) => name?.includes('`withdraw`'))).toEqual([
      '**Withdraw** `withdraw`',
      'anything live',
      'Withdrawn; a next revision stays',
      'a publisher',
      'a reason is given',
    ])
  })

  it('draw a way to and from the stages', () => {
    const lines = stateDiagram().split('\n')
    expect(lines.slice(0, 2)).toEqual(['```mermaid', 'stateDiagram-v2'])
    expect(lines).toContain('  in_review --> in_review : Sign off')
    expect(lines).toContain('  in_review --> approved : Sign off')
    expect(lines).not.toContain('  draft --> published : Publish')
    for (const stage of STAGES) expect(lines.some((line) => line.includes(`--> ${stage}`))).toBe(true)
  })
})
