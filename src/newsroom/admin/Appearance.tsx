'use client'

import { useAllFormFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { ask } from 'payload-plugin-imprimatur/client'
import { countWords, idOf, lexicalToText, record, textOf } from 'payload-plugin-imprimatur/content'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { excerptFrom } from '../fields/excerptFrom.ts'
import { useWords } from './useWords.ts'

/** What is shown of the article elsewhere, as far as it can be known from the form. */
type Shown = {
  readonly headline: string
  readonly kicker: string
  readonly summary: string
  readonly byline: string
  readonly title: string
  readonly description: string
  readonly address: readonly string[]
  readonly publication: string
  /** Addresses; empty: there is none. */
  readonly picture: string
  readonly shared: string
}

const VIEWS = ['Card', 'Search', 'Shared'] as const

/**
 * Beside the form of an article: its card on the site, a search result and a shared link, as they will look; and the excerpt that
 * readers get. All of it follows what is typed.
 */
export function Appearance() {
  const say = useWords()
  const { config } = useConfig()
  const { data } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const form = useDeferredValue(fields)
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<(typeof VIEWS)[number]>('Card')
  const settings = useFetched(`${config.routes.api}/globals/newsroom?depth=0`)

  const valueOf = (path: string): unknown => form[path]?.value
  const textAt = (path: string): string => textOf({ value: valueOf(path) }, 'value')
  const mediaAt = (path: string) => {
    const media = idOf(valueOf(path))
    return media === undefined ? null : `${config.routes.api}/media/${media}?depth=0`
  }
  const picture = textOf(useFetched(mediaAt('leadImage')), 'url')
  const own = textOf(useFetched(mediaAt('seo.image')), 'url')
  const limit = record(settings?.['excerptWords'])['articles']
  if (typeof limit !== 'number') return null

  const language = textAt('language') || undefined
  const { excerpt, excerptManual } = excerptFrom({
    body: lexicalToText(valueOf('body')),
    incoming: textAt('excerpt'),
    language,
    original: data,
    words: limit,
  })
  const headline = textAt('headline') || say('Headline')
  const summary = textAt('standfirst') || excerpt
  const { host } = new URL(config.serverURL || window.location.origin)
  const shown: Shown = {
    headline,
    kicker: textAt('kicker'),
    summary,
    byline: textAt('byline'),
    title: textAt('seo.title') || headline,
    description: textAt('seo.description') || summary,
    address: [host, 'articles', textAt('slug')].filter((part) => part !== ''),
    publication: textOf(settings, 'name') || host,
    picture,
    shared: own || picture,
  }
  const choose = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length] ?? 'Card'
    setView(next)
    tabs.current?.querySelector<HTMLElement>(`[data-view=${next}]`)?.focus()
  }
  const words = countWords(excerpt, language)

  return (
    <section aria-labelledby={`${id}-title`} className="imp-appearance">
      <h3 id={`${id}-title`}>{say('How it will appear')}</h3>
      <div
        aria-labelledby={`${id}-title`}
        className="imp-appearance__tabs"
        onKeyDown={choose}
        ref={tabs}
        role="tablist"
      >
        {VIEWS.map((each) => (
          <button
            aria-controls={`${id}-view`}
            aria-selected={each === view}
            data-view={each}
            id={`${id}-${each}`}
            key={each}
            onClick={() => {
              setView(each)
            }}
            role="tab"
            tabIndex={each === view ? 0 : -1}
            type="button"
          >
            {say(each)}
          </button>
        ))}
      </div>
      <div
        aria-labelledby={`${id}-${view}`}
        className={`imp-appearance__view imp-appearance__view--${view.toLowerCase()}`}
        dir="auto"
        id={`${id}-view`}
        lang={language}
        role="tabpanel"
      >
        {view === 'Card' && <Card shown={shown} />}
        {view === 'Search' && <Search shown={shown} />}
        {view === 'Shared' && <Shared shown={shown} />}
      </div>
      <h4>{say('Excerpt')}</h4>
      <p className="imp-appearance__excerpt" dir="auto" lang={language}>
        {excerpt || say('It is made from the text.')}
      </p>
      <p className={words > limit ? 'imp-count imp-count__near' : 'imp-count'}>
        {say(`${String(words)} of ${String(limit)} words`)} ·{' '}
        {say(excerptManual ? 'written by somebody' : 'cut from the text')}
      </p>
    </section>
  )
}

function Card({ shown }: { readonly shown: Shown }) {
  return (
    <>
      {shown.picture && <img alt="" src={shown.picture} />}
      {shown.kicker && <p className="imp-appearance__kicker">{shown.kicker}</p>}
      <p className="imp-appearance__headline">{shown.headline}</p>
      {shown.summary && <p>{shown.summary}</p>}
      {shown.byline && <p className="imp-appearance__small">{shown.byline}</p>}
    </>
  )
}

/** Search engines cut long lines; so does this, after as many as they show. */
function Search({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <p className="imp-appearance__small">{shown.address.join(' › ')}</p>
      <p className="imp-appearance__result">
        {shown.title} – {shown.publication}
      </p>
      {shown.description && <p className="imp-appearance__snippet">{shown.description}</p>}
    </>
  )
}

function Shared({ shown }: { readonly shown: Shown }) {
  return (
    <>
      {shown.shared && <img alt="" className="imp-appearance__wide" src={shown.shared} />}
      <p className="imp-appearance__small">{shown.address[0]}</p>
      <p className="imp-appearance__result">{shown.title}</p>
      {shown.description && <p className="imp-appearance__snippet">{shown.description}</p>}
    </>
  )
}

type Answer = Readonly<Record<string, unknown>>

/** What the API answers at an address; null until then, where there is no address, and where it refuses: then it is left out of sight. */
function useFetched(address: string | null): Answer | null {
  const [found, setFound] = useState<{ readonly at: string; readonly answer: Answer } | null>(null)
  useEffect(() => {
    if (address === null) return undefined
    let here = true
    ask<Answer>(address).then(
      (answer) => {
        if (here) setFound({ at: address, answer })
      },
      () => {
        if (here) setFound(null)
      },
    )
    return () => {
      here = false
    }
  }, [address])
  return found !== null && found.at === address ? found.answer : null
}
