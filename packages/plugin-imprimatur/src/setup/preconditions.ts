import type { Block, Config, Field, Payload, SanitizedConfig } from 'payload'
import { hasOwnForm } from '../admin/index.ts'
import { lexicalBlocks } from '../collections/index.ts'
import { faultInOrder } from '../domain/workflow/index.ts'
import { QUEUE_PARAMETERS } from '../operations/index.ts'
import {
  MACHINE_SLUGS,
  ROLES,
  runtimeOf,
  type ImprimaturOptions,
  type WorkflowCollectionOptions,
} from '../runtime/index.ts'
import { fieldNamed, namesIn } from './fieldNames.ts'
import { fieldsNamedBy, unknownOption } from './knownOptions.ts'
import { machineFields } from './workflowCollection.ts'

/**
 * Refuses a config with which the workflow could not keep its promise, each time with one sentence that says what to write.
 *
 * @throws Error
 */
export function requireSoundConfig(options: ImprimaturOptions, config: Config, users: string): void {
  const unknown = unknownOption(options)
  if (unknown !== null) throw refusal(unknown)
  requireSoundOrder(options)
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
  if (!options.roles) requireRoles(users, find(users)?.fields ?? [])
  requireOwnSlugs(options, (slug) => find(slug) !== undefined)
  for (const [slug, own] of Object.entries(options.collections)) {
    const taken = Object.keys(own?.attributes ?? {}).find((name) => QUEUE_PARAMETERS.some((each) => each === name))
    if (taken !== undefined)
      throw refusal(
        `the queue has a parameter “${taken}” already. Give the attribute of “${slug}” another name: attributes: { …: '${taken}' }.`,
      )
    if (users === slug) throw refusal(`“${slug}” is the collection of the staff, and cannot be reviewed.`)
    if (find(slug)?.upload)
      throw refusal(
        `the documents of “${slug}” are files, which cannot be reviewed by themselves. Name a collection that refers to them.`,
      )
    if (hasOwnForm(find(slug)?.admin?.components?.views))
      throw refusal(
        `“${slug}” has a form of its own, and the moves stand in the plugin’s. Take root or default.Component out of admin.components.views.edit; tabs of your own may stay.`,
      )
    if (find(slug)?.endpoints === false)
      throw refusal(
        `the endpoints of “${slug}” are switched off, and its moves need some. Take endpoints: false out of it.`,
      )
    requireFields(slug, own ?? {}, find(slug)?.fields ?? [])
    const localized = config.localization ? localizedIn(find(slug)?.fields ?? [], config.blocks ?? []) : null
    if (localized !== null)
      throw refusal(
        `“${localized}” of “${slug}” is localized, and a sign-off is for one text. Take localized off the field, or give each language a document of its own.`,
      )
  }
}

/** What a piece takes from the document of a file that it shows ("store/revision.ts"). */
const TAKEN_FROM_MEDIA = ['alt', 'caption', 'credit']

/**
 * The same of the upload collections whose files pieces show.
 *
 * @throws Error
 */
export function requireSoundMedia(media: Iterable<string>, { collections = [], localization }: Config): void {
  if (!localization) return
  for (const slug of media) {
    const fields = collections.find((each) => each.slug === slug)?.fields ?? []
    const localized = TAKEN_FROM_MEDIA.find((name) => {
      const field = fieldNamed(fields, name)
      return field !== undefined && 'localized' in field && field.localized
    })
    if (localized !== undefined)
      throw refusal(
        `“${localized}” of “${slug}” is localized, and a sign-off is for one text, with those of its pictures. Take localized off the field, or give each language a document of its own.`,
      )
  }
}

/** Without these three nothing would ever go out. */
const NEEDED = ['editor', 'reviewer', 'publisher']

/** A field of the project's own that says something else would make everybody a member of the staff, or nobody. */
function requireRoles(users: string, fields: readonly Field[]): void {
  if (!namesIn(fields).includes('roles')) return
  const field = fieldNamed(fields, 'roles')
  const offered = field?.type === 'select' && field.hasMany ? field.options : []
  const values = offered.map((option) => (typeof option === 'string' ? option : option.value))
  if (!NEEDED.every((role) => values.includes(role)))
    throw refusal(
      `the field “roles” of “${users}” does not say what people may do here. Say it: imprimatur({ roles: (user) => […] }), or make it a select with hasMany and the options ${ROLES.join(', ')}.`,
    )
}

/** Two collections of one slug would be one table. */
function requireOwnSlugs(options: ImprimaturOptions, isThere: (slug: string) => boolean): void {
  const { searchLive, searchNewest, ...others } = { ...MACHINE_SLUGS, ...options.slugs }
  const searching = Object.entries({ searchLive, searchNewest })
  const taken = new Set<string>()
  for (const [name, slug] of [
    ...Object.entries(others),
    ...searching,
    ...searching.map(([name, slug]) => [name, `${slug}-words`] as const),
  ]) {
    if (isThere(slug) || taken.has(slug))
      throw refusal(
        `there is a collection “${slug}” already. Give the plugin’s another slug: imprimatur({ slugs: { ${name}: '…' } }).`,
      )
    taken.add(slug)
  }
}

/** A field that is not there would be passed over without a word: an embargo that nobody keeps. */
function requireFields(slug: string, own: WorkflowCollectionOptions, fields: readonly Field[]): void {
  const there = [...namesIn(fields), ...namesIn(machineFields(fields)), 'id', 'createdAt', 'updatedAt']
  const missing = fieldsNamedBy(own).find(([, field]) => !there.includes(field))
  if (missing)
    throw refusal(
      `“${slug}” has no field “${missing[1]}” at its top, which its option ${missing[0]} names. A plugin that adds it has to stand before this one.`,
    )
}

/** A review that waits for ever would hold every piece that needs it. A policy that is a function is the project's to judge when it is kept. */
function requireSoundOrder({ policy }: ImprimaturOptions): void {
  const fault = typeof policy === 'object' ? faultInOrder(policy.reviews) : null
  if (!fault) return
  const { after, review } = fault
  throw refusal(
    fault.fault === 'unknown'
      ? `the review “${review}” comes after “${after}”, which is not there.`
      : `the review “${review}” comes after “${after}”, and that comes after it. Take one of the two out of after: […].`,
  )
}

/** The same for what shows only once Payload runs. */
export async function requireSoundDatabase(payload: Payload): Promise<void> {
  requireIndexes(payload)
  requireOneLanguage(payload)
  await requireTransactions(payload)
}

/** Which blocks an editor of texts has is known only once the config is put together. */
function requireOneLanguage(payload: Payload): void {
  const { config } = payload
  if (!config.localization) return
  for (const slug of runtimeOf(payload).collections.keys()) {
    const fields = config.collections.find((each) => each.slug === slug)?.fields ?? []
    const localized = localizedInTexts(fields, config)
    if (localized !== null)
      throw refusal(
        `“${localized}” of a block in the texts of “${slug}” is localized, and a sign-off is for one text. Take localized off the field, or give each language a document of its own.`,
      )
  }
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

/**
 * The first field, by its name, that has a value for each language.
 *
 * @param shared blocks of the config that fields name by their slugs, and that were not looked into yet: one may hold itself
 */
function localizedIn(fields: readonly Field[], shared: readonly Block[]): string | null {
  for (const field of fields) {
    if ('localized' in field && field.localized && 'name' in field) return field.name
    const tab = field.type === 'tabs' ? field.tabs.find((each) => 'name' in each && each.localized) : undefined
    if (tab && 'name' in tab) return tab.name
    const named = shared.filter(
      ({ slug }) => field.type === 'blocks' && field.blockReferences?.some((each) => each === slug),
    )
    const others = shared.filter((each) => !named.includes(each))
    for (const each of [...fieldsWithin(field), ...named.map((block) => block.fields)]) {
      const found = localizedIn(each, others)
      if (found !== null) return found
    }
  }
  return null
}

/** The same in the blocks of rich texts. */
function localizedInTexts(
  fields: readonly Field[],
  config: SanitizedConfig,
  seen: ReadonlySet<string> = new Set(),
): string | null {
  for (const field of fields) {
    // One may hold itself.
    const blocks =
      field.type === 'richText' ? lexicalBlocks(field.editor, config).filter(({ slug }) => !seen.has(slug)) : []
    const known = new Set([...seen, ...blocks.map(({ slug }) => slug)])
    for (const block of blocks) {
      const found = localizedIn(block.fields, config.blocks ?? []) ?? localizedInTexts(block.fields, config, known)
      if (found !== null) return found
    }
    for (const within of fieldsWithin(field)) {
      const found = localizedInTexts(within, config, seen)
      if (found !== null) return found
    }
  }
  return null
}

function fieldsWithin(field: Field): readonly (readonly Field[])[] {
  if (field.type === 'tabs') return field.tabs.map((tab) => tab.fields)
  if (field.type === 'blocks')
    return [...field.blocks, ...(field.blockReferences ?? [])].flatMap((each) =>
      typeof each === 'string' ? [] : [each.fields],
    )
  return 'fields' in field ? [field.fields] : []
}

function refusal(sentence: string): Error {
  return new Error(`imprimatur: ${sentence}`)
}
