import type { Config, Field, Payload } from 'payload'
import { MACHINE_SLUGS, type ImprimaturOptions } from '../runtime/index.ts'

/**
 * Refuses a config with which the workflow could not keep its promise, each time with one sentence that says what to write.
 *
 * @throws Error
 */
export function requireSoundConfig(options: ImprimaturOptions, config: Config, users: string): void {
  const collections = config.collections ?? []
  const find = (slug: string) => collections.find((each) => each.slug === slug)
  for (const slug of [...Object.keys(options.collections), ...Object.keys(options.publicCollections ?? {})]) {
    if (!find(slug))
      throw refusal(`there is no collection “${slug}”. Known are: ${collections.map((each) => each.slug).join(', ')}.`)
  }
  if (!find(users)?.auth)
    throw refusal(
      find(users)
        ? `nobody logs in to “${users}”. Name the collection of your staff: imprimatur({ users: '…' }).`
        : `there is no collection “${users}” of people who log in. Add one: { slug: '${users}', auth: true, fields: [] }.`,
    )
  for (const [name, slug] of Object.entries({ ...MACHINE_SLUGS, ...options.slugs })) {
    if (find(slug))
      throw refusal(
        `there is a collection “${slug}” already. Give the plugin’s another slug: imprimatur({ slugs: { ${name}: '…' } }).`,
      )
  }
  for (const slug of Object.keys(options.collections)) {
    if (users === slug) throw refusal(`“${slug}” is the collection of the staff, and cannot be reviewed.`)
    const localized = config.localization ? localizedIn(find(slug)?.fields ?? []) : null
    if (localized !== null)
      throw refusal(
        `“${localized}” of “${slug}” is localized, and a sign-off is for one text. Take localized off the field, or give each language a document of its own.`,
      )
  }
}

/** The same for what shows only once Payload runs. */
export async function requireSoundDatabase(payload: Payload): Promise<void> {
  requireIndexes(payload)
  await requireTransactions(payload)
}

/** Without transactions nothing that the workflow promises would hold. */
async function requireTransactions(payload: Payload): Promise<void> {
  const id = await payload.db.beginTransaction()
  if (!id)
    throw refusal('the database has no transactions. Turn on transactionOptions; MongoDB has to be a replica set.')
  await payload.db.rollbackTransaction(id)
}

/**
 * On MongoDB the number of an event is unique by an index. Without `ensureIndexes` Payload's adapter leaves indexes to
 * the background (Mongoose's `autoIndex`), and writes that come before them are held to nothing.
 */
function requireIndexes(payload: Payload): void {
  const database: { readonly name: string; readonly ensureIndexes?: boolean } = payload.db
  if (database.name === 'mongoose' && !database.ensureIndexes)
    throw refusal(
      'the indexes of the database may come later than the first writes. Turn on ensureIndexes of mongooseAdapter().',
    )
}

/** The first field, by its name, that has a value for each language. */
function localizedIn(fields: readonly Field[]): string | null {
  for (const field of fields) {
    if ('localized' in field && field.localized && 'name' in field) return field.name
    const inner = [
      ...('fields' in field ? [field.fields] : []),
      ...(field.type === 'tabs' ? field.tabs.map((tab) => tab.fields) : []),
      ...(field.type === 'blocks' ? field.blocks.map((block) => block.fields) : []),
    ]
    for (const each of inner) {
      const found = localizedIn(each)
      if (found !== null) return found
    }
  }
  return null
}

function refusal(sentence: string): Error {
  return new Error(`imprimatur: ${sentence}`)
}
