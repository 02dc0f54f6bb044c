import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { GraphQLError, Kind, OperationTypeNode } from 'graphql'
import { parseBounded } from 'payload-plugin-imprimatur/server'
import { EnvironmentError } from '../environment/index.ts'

/** Texts of GraphQL documents by what names them: `sha256:` with the hash of the file in hex, and the name of the file without its end. */
export type GraphqlDocuments = ReadonlyMap<string, string>

const FILE = /^([\w-]{1,64})\.(?:graphql|gql)$/

/**
 * The documents of a folder, one in each `.graphql` or `.gql` file.
 *
 * @throws EnvironmentError with a sentence for the operator: the folder cannot be read, a file is no GraphQL or more than queries, or two have one name
 */
export function readDocuments(folder: string): GraphqlDocuments {
  const documents = new Map<string, string>()
  for (const file of filesOf(folder)) {
    const [, name] = FILE.exec(file) ?? []
    if (name === undefined) continue
    const text = readFileSync(path.join(folder, file), 'utf8')
    requireQueries(text, path.join(folder, file))
    if (documents.has(name)) throw new EnvironmentError(`GRAPHQL_DOCUMENTS has two documents called ${name}.`)
    documents.set(name, text)
    documents.set(`sha256:${createHash('sha256').update(text).digest('hex')}`, text)
  }
  return documents
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw new EnvironmentError(`GRAPHQL_DOCUMENTS must name a folder that can be read, and ${folder} cannot.`)
  }
}

function requireQueries(text: string, file: string): void {
  try {
    const { definitions } = parseBounded(text)
    const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
    if (operations.length > 0 && operations.every(({ operation }) => operation === OperationTypeNode.QUERY)) return
  } catch (error) {
    if (error instanceof GraphQLError) throw new EnvironmentError(`${file} is no GraphQL document: ${error.message}`)
    throw error
  }
  throw new EnvironmentError(`${file} has to hold queries, and nothing but queries and their fragments.`)
}
