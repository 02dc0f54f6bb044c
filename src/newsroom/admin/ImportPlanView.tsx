'use client'

import { Button } from '@payloadcms/ui'
import type { ImportPlan, PlannedPiece } from '../../importing/index.ts'

const ACTIONS: Readonly<Record<PlannedPiece['action'], string>> = {
  make: 'A new draft',
  keep: 'There already, stays as it is',
  omit: 'Left out',
}

type Props = {
  readonly busy: boolean
  readonly kinds: Readonly<Record<string, string>>
  readonly plan: ImportPlan
  /** Called when somebody says whether a piece is another one than the existing piece of its title. */
  readonly onAsNew: (titleKey: string, isNew: boolean) => void
  /** Called when somebody accepts the mended form of a line, 1-based. */
  readonly onMend: (line: number, mended: string) => void
}

/** What an import read, what it is unsure of, and what it will make. */
export function ImportPlanView({ busy, kinds, plan, onAsNew, onMend }: Props) {
  return (
    <>
      <section>
        <h3>What will be made</h3>
        <table className="imp-table">
          <thead>
            <tr>
              <th scope="col">Title</th>
              <th scope="col">Kind</th>
              <th scope="col">What happens</th>
            </tr>
          </thead>
          <tbody>
            {plan.pieces.map((piece) => (
              <tr key={piece.source.key}>
                <th scope="row">{piece.title}</th>
                <td data-label="Kind">{kinds[piece.collection]}</td>
                <td data-label="What happens">
                  {ACTIONS[piece.action]}
                  {mayBeAnother(piece) && (
                    <label className="imp-choice">
                      <input
                        checked={piece.action === 'make'}
                        disabled={busy}
                        onChange={(event) => {
                          onAsNew(piece.titleKey, event.target.checked)
                        }}
                        type="checkbox"
                      />{' '}
                      This is another piece of the same title: make it
                    </label>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>

      <section>
        <h3>What it is unsure of</h3>
        {plan.doubts.length === 0 ? (
          <p>Nothing.</p>
        ) : (
          <ul className="imp-reasons">
            {plan.doubts.map((doubt) => (
              <li key={`${doubt.code} ${doubt.line} ${doubt.message}`}>
                {doubt.message} <span className="imp-quiet">(line {doubt.line})</span>
                {doubt.mended !== undefined && (
                  <>
                    {' '}
                    <Button
                      buttonStyle="secondary"
                      disabled={busy}
                      margin={false}
                      onClick={() => {
                        onMend(doubt.line, doubt.mended ?? '')
                      }}
                      size="small"
                    >
                      Use the mended text
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>

      <section>
        <h3>What was read</h3>
        <ReadFacts plan={plan} />
      </section>
    </>
  )
}

/** Whether there is one of this title and another text, and this one is not there by itself. */
function mayBeAnother({ action, otherText, source, titleKey }: PlannedPiece): boolean {
  return otherText && (action === 'make' || source.key === titleKey)
}

function ReadFacts({ plan: { parsed } }: { plan: ImportPlan }) {
  return (
    <dl className="imp-facts imp-facts--wide">
      <Fact name="Headline" value={parsed.headline.text} />
      <Fact name="Text" value={parsed.body.length === 1 ? '1 paragraph' : `${parsed.body.length} paragraphs`} />
      <Fact name="Language" value={parsed.language} />
      <Fact name="Date line" value={parsed.printedDate ?? 'None'} />
      <Fact name="Byline" value={parsed.byline?.text ?? 'None'} />
      {parsed.authors.map((author) => (
        <Fact
          key={`${author.line} ${author.displayName}`}
          name="Author"
          value={[
            author.displayName,
            author.role === 'author' ? null : author.role,
            author.fullName === null ? null : `full name ${author.fullName}`,
            author.jobTitle,
            author.affiliation?.department,
            author.affiliation?.organization,
            author.affiliation?.country?.name,
          ]
            .filter(Boolean)
            .join(', ')}
        />
      ))}
      {parsed.teasers.map((teaser) => (
        <Fact
          key={teaser.line}
          name="Teaser"
          value={`${teaser.headline}${teaser.excerpt === null ? '' : ` — “${teaser.excerpt}”`}${teaser.excerptTruncated ? ' (cut)' : ''}`}
        />
      ))}
      {parsed.unread.length > 0 && <Fact name="Not used" value={`${parsed.unread.length} lines`} />}
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
