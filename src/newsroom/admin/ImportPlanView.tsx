'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { inNewsroomTime, rememberedZone } from 'payload-plugin-imprimatur/time'
import { localeOf, wordsIn } from 'payload-plugin-imprimatur/translations'
import type { ArchivePlan, ImportPlan, PlannedPiece } from '../../importing/index.ts'
import { useWords } from './useWords.ts'

const ACTIONS: Readonly<Record<PlannedPiece['action'], string>> = {
  make: 'A new draft',
  keep: 'There already, stays as it is',
  omit: 'Left out',
}

type Props = {
  readonly busy: boolean
  readonly kinds: Readonly<Record<string, string>>
  readonly plan: ImportPlan | ArchivePlan
  /** Called when somebody says whether a piece is another one than the existing piece of its title. */
  readonly onAsNew: (titleKey: string, isNew: boolean) => void
  /** Called when somebody accepts the mended form of a line, 1-based. */
  readonly onMend: (line: number, mended: string) => void
}

/** What an import read, what it is unsure of, and what it will make. */
export function ImportPlanView({ busy, kinds, plan, onAsNew, onMend }: Props) {
  const say = useWords()
  return (
    <>
      <section>
        <h3>{say('What will be made')}</h3>
        <table className="imp-table">
          <thead>
            <tr>
              <th scope="col">{say('Title')}</th>
              <th scope="col">{say('Kind')}</th>
              <th scope="col">{say('What happens')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.pieces.map((piece) => (
              <tr key={piece.source.key}>
                <th dir="auto" scope="row">
                  {piece.title}
                </th>
                <td data-label={say('Kind')}>{say(kinds[piece.collection] ?? piece.collection)}</td>
                <td data-label={say('What happens')}>
                  {say(ACTIONS[piece.action])}
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
                      {say('This is another piece of the same title: make it')}
                    </label>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>

      <section>
        <h3>{say('What it is unsure of')}</h3>
        {plan.doubts.length === 0 ? (
          <p>{say('Nothing.')}</p>
        ) : (
          <ul className="imp-reasons">
            {plan.doubts.map((doubt) => (
              <li key={`${doubt.code} ${doubt.line} ${doubt.message}`}>
                {say(doubt.message)} <span className="imp-quiet">{say(`(line ${String(doubt.line)})`)}</span>
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
                      {say('Use the mended text')}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>

      <section>
        <h3>{say('What was read')}</h3>
        {'archive' in plan ? <ArchiveFacts archive={plan.archive} /> : <ReadFacts plan={plan} />}
      </section>
    </>
  )
}

/** Whether there is one of this title and another text, and this one is not there by itself. */
function mayBeAnother({ action, otherText, source, titleKey }: PlannedPiece): boolean {
  return otherText && (action === 'make' || source.key === titleKey)
}

function ArchiveFacts({ archive: { articles, format, title } }: Pick<ArchivePlan, 'archive'>) {
  const say = useWords()
  const { i18n } = useTranslation()
  const time = (at: string): string => inNewsroomTime(at, rememberedZone(), localeOf(i18n.language))
  return (
    <dl className="imp-facts imp-facts--wide">
      <Fact name={say('Format')} value={format} />
      <Fact name={say('From')} value={title ?? say('None')} />
      {articles.map(({ headline, line, published, url }) => (
        <Fact
          key={`${String(line)} ${headline}`}
          name={say('Article')}
          value={[headline, published === null ? say('no date') : time(published), url]
            .filter((each) => each !== null)
            .join(', ')}
        />
      ))}
    </dl>
  )
}

function ReadFacts({ plan: { parsed } }: { plan: ImportPlan }) {
  const say = useWords()
  const { i18n } = useTranslation()
  const quoted = (text: string): string => wordsIn(i18n).say('general:quoted', { text })
  return (
    <dl className="imp-facts imp-facts--wide">
      <Fact name={say('Headline')} value={parsed.headline.text} />
      <Fact
        name={say('Text')}
        value={say(parsed.body.length === 1 ? '1 paragraph' : `${String(parsed.body.length)} paragraphs`)}
      />
      <Fact name={say('Language')} value={parsed.language} />
      <Fact name={say('Date line')} value={parsed.printedDate ?? say('None')} />
      <Fact name={say('Byline')} value={parsed.byline?.text ?? say('None')} />
      {parsed.authors.map((author) => (
        <Fact
          key={`${author.line} ${author.displayName}`}
          name={say('Author')}
          value={[
            author.displayName,
            author.role === 'author' ? null : author.role,
            author.fullName === null ? null : say(`full name ${author.fullName}`),
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
          name={say('Teaser')}
          value={`${teaser.headline}${teaser.excerpt === null ? '' : ` — ${quoted(teaser.excerpt)}`}${teaser.excerptTruncated ? ` ${say('(cut)')}` : ''}`}
        />
      ))}
      {parsed.unread.length > 0 && <Fact name={say('Not used')} value={say(`${String(parsed.unread.length)} lines`)} />}
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  )
}
