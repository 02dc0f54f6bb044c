import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { configToSchema } from '@payloadcms/graphql'
import type { Endpoint, SanitizedConfig } from 'payload'

const PACKAGES = fileURLToPath(new URL('../../../node_modules/@payloadcms', import.meta.url))

/** Every address that the running application answers with REST, such as `PATCH /api/articles/:id`. */
export function runningRest(config: SanitizedConfig): readonly string[] {
  const api = config.routes.api
  const routes = [
    ...config.collections.flatMap(({ slug, endpoints }) => below(`${api}/${slug}`, endpoints || [])),
    ...config.globals.flatMap(({ slug, endpoints }) => below(`${api}/globals/${slug}`, endpoints || [])),
    ...below(api, config.endpoints),
  ]
  // An endpoint of ours stands before Payload's of the same name, and is the one that answers.
  return [...new Set(routes)].sort()
}

/** Collections that answer no address at all. */
export function withoutRoutes(config: SanitizedConfig): readonly string[] {
  return config.collections.filter(({ endpoints }) => endpoints === false).map(({ slug }) => slug)
}

/** Every field of the schema's two roots, such as `mutation updateArticle`. */
export function runningGraphql(config: SanitizedConfig): readonly string[] {
  const { schema } = configToSchema(config)
  const fields = (kind: string, type: { getFields: () => object } | null | undefined) =>
    Object.keys(type?.getFields() ?? {}).map((field) => `${kind} ${field}`)
  return [...fields('query', schema.getQueryType()), ...fields('mutation', schema.getMutationType())].sort()
}

/** The server functions that this version of Payload has, read from its source: it keeps the list to itself. */
export async function runningServerFunctions(): Promise<readonly string[]> {
  const source = await readFile(path.join(PACKAGES, 'next/dist/utilities/handleServerFunctions.js'), 'utf8')
  const table = /const baseServerFunctions = \{([^}]*)\}/.exec(source)?.[1] ?? ''
  return [...table.matchAll(/^\s*'?([\w-]+)'?:/gm)].map(([, name = '']) => name).sort()
}

/** Files of Payload's that Next can make server actions of. */
export async function runningServerActions(): Promise<readonly string[]> {
  const files = ['next', 'ui', 'richtext-lexical'].map(async (name) => {
    const found = await readdir(path.join(PACKAGES, name, 'dist'), { recursive: true })
    const scripts = found.filter((file) => file.endsWith('.js')).map((file) => path.join(name, 'dist', file))
    const marked = await Promise.all(
      scripts.map(async (file) => /['"]use server['"]/.test(await readFile(path.join(PACKAGES, file), 'utf8'))),
    )
    return scripts.filter((_, at) => marked[at])
  })
  return (await Promise.all(files)).flat().sort()
}

function below(base: string, endpoints: readonly Endpoint[]): string[] {
  return endpoints.map(({ method, path }) => `${method.toUpperCase()} ${base}${path === '/' ? '' : path}`)
}
