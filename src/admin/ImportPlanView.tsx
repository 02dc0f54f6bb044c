'use client'

import type { ImportPlan, PlannedPiece } from '../importing/index.ts'

const ACTIONS: Readonly<Record<PlannedPiece['action'], string>> = {
  make: 'A new draft',
  keep: 'There already, stays as it is',
  omit: 'Left out',
}

/** What an import read, what it is unsure of, and what it will make. */
export function ImportPlanView({ kinds, plan }: { kinds: Readonly<Record<string, string>>; plan: ImportPlan }) {
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
                <td data-label="What happens">{ACTIONS[piece.action]}</td>
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
          key={author.line}
          name="Author"
          value={[
            author.displayName,
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
