import { createHash } from 'node:crypto'
import { escapeUTF8 } from 'entities'
import type { ApiDescription } from './describeApi.ts'

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
code { font: 0.9em/1.4 ui-monospace, monospace; }
summary { cursor: pointer; padding: 0.4rem 0; }
details { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem 1rem; }
dd { margin: 0; }
@media (max-width: 30rem) { dl { display: block; } }
`.trim()

/** The page runs nothing, and its one style is known by its hash. */
export const DOCS_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

type Operation = {
  readonly summary: string
  readonly operationId: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, unknown>>
}

/** The description as a page for people, without a script. */
export function docsPage(description: ApiDescription, address: string): string {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]) => ({ path, method, ...(each as unknown as Operation) })),
  )
  const tags = [...new Set(operations.flatMap(({ tags }) => tags))].sort()
  const sections = tags.map((tag) => {
    const own = operations.filter(({ tags }) => tags.includes(tag))
    return `<section aria-labelledby="tag-${text(tag)}"><h2 id="tag-${text(tag)}">${text(tag)}</h2>${own.map(entry).join('')}</section>`
  })
  const contents = tags.map((tag) => `<li><a href="#tag-${text(tag)}">${text(tag)}</a></li>`)
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>The API</title><style>${STYLE}</style></head><body><main><h1>The API</h1>`,
    `<p>For machines: <a href="${text(address)}">OpenAPI 3.1</a>. Refusals are <code>{"errors":[{"code","message"}]}</code>.</p>`,
    `<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>${sections.join('')}</main></body></html>`,
  ].join('\n')
}

function entry(operation: Operation & { readonly path: string; readonly method: string }): string {
  const { method, operationId, parameters, path, responses, security, summary } = operation
  const who = security.some((each) => Object.keys(each).length === 0) ? 'anybody' : 'staff'
  const names = (of: string) =>
    parameters.filter((each) => each.in === of).map(({ name }) => `<code>${text(name)}</code>`)
  const rows: readonly (readonly [string, string])[] = [
    ['For', who],
    ['In the address', names('path').join(', ')],
    ['Parameters', names('query').join(', ')],
    [
      'Answers',
      Object.keys(responses)
        .map((each) => `<code>${text(each)}</code>`)
        .join(', '),
    ],
  ]
  const list = rows.filter(([, value]) => value !== '').map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`)
  return `<details id="${text(operationId)}"><summary><code>${method.toUpperCase()} ${text(path)}</code> ${text(summary)}</summary><dl>${list.join('')}</dl></details>`
}

function text(plain: string): string {
  return escapeUTF8(plain)
}
