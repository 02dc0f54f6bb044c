import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { EnvironmentError } from './EnvironmentError.ts'
import { keptSecret } from './keptSecret.ts'
import { requireWritableFolder } from './writableFolder.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

export type DatabaseSetting =
  /** `uri` is an absolute `file:` URL; `embedded` when DATABASE_URI was left unset. */
  { kind: 'sqlite'; uri: string; embedded: boolean } | { kind: 'mongodb' | 'postgres'; uri: string; embedded: false }

/** A bucket of S3 or what speaks its protocol. Who may use it says the environment of the AWS tools (`AWS_ACCESS_KEY_ID` and others). */
export type BucketSetting = {
  readonly bucket: string
  /** Before each name: empty, or with a slash at its end. */
  readonly prefix: string
  /** Undefined for that of AWS. */
  readonly endpoint: string | undefined
  readonly region: string
}

/** Which caches in front are told what to drop, and how. */
export type PurgeSetting = {
  readonly kind: (typeof PURGE_KINDS)[number]
  readonly urls: readonly string[]
  readonly token: string | undefined
}

const PURGE_KINDS = ['fastly', 'cloudflare', 'varnish', 'http'] as const

/** What the environment variables say, checked, with every default filled in. Paths are absolute. */
export type Environment = {
  port: number
  host: string
  /** Scheme, host and port as browsers reach the server; no trailing slash. */
  serverUrl: string
  database: DatabaseSetting
  dataDir: string
  uploadsDir: string
  /** Where pictures are kept instead; they are made in `uploadsDir`. Undefined for that folder itself. */
  uploadsBucket: BucketSetting | undefined
  /** As given in PAYLOAD_SECRET; undefined when the kept one is to be used. */
  givenSecret: string | undefined
  /** May the demo newsroom be filled in, if the database is empty? */
  demo: boolean
  demoPage: string
  /** Is the demo more than that page, as nobody has named one? */
  demoWhole: boolean
  demoPassword: string | undefined
  logLevel: LogLevel
  graphqlIntrospection: boolean
  /** Folder of the GraphQL documents that readers ask for by name; undefined without any. */
  graphqlDocuments: string | undefined
  /** Bytes of memory for answers to anonymous reads; 0 makes each of them anew. */
  cacheBytes: number
  /** For how many days followers are told of removals. */
  changesKeptDays: number
  /** Origins whose pages may read the API by script: any, or these. */
  corsOrigins: '*' | ReadonlySet<string>
  /** May webhooks call addresses of this machine and its network, and without TLS? */
  webhooksInternal: boolean
  /** The caches in front that are told what to drop; undefined for none. */
  purge: PurgeSetting | undefined
  /** What stands between clients and the server and may say where a request came from, as Express's "trust proxy" has it; 0 is nothing. */
  trustProxy: number | string[]
  /** How mail goes out; undefined when it does not. */
  mail: { smtpUrl: string; from: string } | undefined
  feeds: {
    /** Whether feeds have whole texts, or excerpts only. */
    texts: 'full' | 'excerpt'
    /** Articles on a page of a feed. */
    items: number
    /** Address of the WebSub hub that feeds name; undefined for none. */
    hub: string | undefined
  }
  production: boolean
}

const TITLES = { mongodb: 'MongoDB', postgres: 'Postgres' } as const

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads the variables of the contract from a record. Pure: touches no file. An empty or blank value counts as unset, which is what Docker
 * Compose passes for a variable that nobody gave.
 *
 * @param variables such as `process.env`
 * @param root folder that relative paths start from
 * @throws EnvironmentError for the first value that cannot be used
 */
export function parseEnvironment(variables: Variables, root: string): Environment {
  const given = (name: string): string | undefined => variables[name]?.trim() || undefined

  const port = wholeNumber('PORT', given('PORT') ?? '3000', 1, 65_535)
  const host = hostName(given('HOST') ?? '127.0.0.1')
  const dataDir = resolve(root, given('DATA_DIR') ?? 'data')
  const database = databaseSetting(given('DATABASE_URI'), dataDir, root)
  const givenSecret = given('PAYLOAD_SECRET')

  if (database.kind !== 'sqlite' && givenSecret === undefined) {
    throw new EnvironmentError(
      `PAYLOAD_SECRET must be set when DATABASE_URI names a ${TITLES[database.kind]}: several servers have to share one secret, so none is made up.`,
    )
  }

  return {
    port,
    host,
    serverUrl: origin(given('SERVER_URL') ?? `http://${reachableHost(host)}:${String(port)}`),
    database,
    dataDir,
    uploadsDir: resolve(root, given('UPLOADS_DIR') ?? 'uploads'),
    uploadsBucket: bucketSetting(given('UPLOADS_URI'), given('AWS_REGION') ?? given('AWS_DEFAULT_REGION')),
    givenSecret,
    demo: flag('DEMO', given('DEMO')) ?? database.embedded,
    demoPage: resolve(root, given('DEMO_PAGE') ?? 'demo/page.txt'),
    demoWhole: given('DEMO_PAGE') === undefined,
    demoPassword: demoPassword(given('DEMO_PASSWORD')),
    logLevel: oneOf('LOG_LEVEL', given('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    trustProxy: proxies(given('TRUST_PROXY') ?? '0'),
    corsOrigins: otherOrigins(given('CORS_ORIGINS')),
    mail: mailSettings(given('SMTP_URL'), given('MAIL_FROM')),
    cacheBytes: wholeNumber('CACHE_MB', given('CACHE_MB') ?? '64', 0, 65_536) * 1024 * 1024,
    changesKeptDays: wholeNumber('CHANGES_KEPT_DAYS', given('CHANGES_KEPT_DAYS') ?? '30', 1, 3_650),
    webhooksInternal: flag('WEBHOOKS_INTERNAL', given('WEBHOOKS_INTERNAL')) ?? false,
    purge: purgeSetting(given('PURGE_URL'), given('PURGE_KIND'), given('PURGE_TOKEN')),
    graphqlIntrospection: flag('GRAPHQL_INTROSPECTION', given('GRAPHQL_INTROSPECTION')) ?? false,
    graphqlDocuments: folder(given('GRAPHQL_DOCUMENTS'), root),
    feeds: {
      texts: oneOf('FEED_TEXT', given('FEED_TEXT') ?? 'full', ['full', 'excerpt'] as const),
      items: wholeNumber('FEED_ITEMS', given('FEED_ITEMS') ?? '30', 1, 100),
      hub: hub(given('WEBSUB_HUB')),
    },
    production: given('NODE_ENV') === 'production',
  }
}

/**
 * The environment of this process, with `.env` of the working folder read first (variables that are set already win), DATA_DIR (where it
 * is used: with SQLite) and UPLOADS_DIR made and proven writable, and the secret given or kept. While Next builds the pages, all
 * this is left alone, and the defaults stand in with an empty secret: a build must not depend on where it is made.
 *
 * @throws EnvironmentError with a sentence for the operator
 */
export function readEnvironment(): Environment & { secret: string } {
  const root = process.cwd()
  if (process.env.NEXT_PHASE === 'phase-production-build') return { ...parseEnvironment({}, root), secret: '' }

  if (existsSync(resolve(root, '.env'))) process.loadEnvFile(resolve(root, '.env'))
  const environment = parseEnvironment(process.env, root)
  if (environment.database.kind === 'sqlite') {
    requireWritableFolder('DATA_DIR', environment.dataDir)
    requireWritableFolder('The folder of DATABASE_URI', dirname(fileURLToPath(environment.database.uri)))
  }
  requireWritableFolder('UPLOADS_DIR', environment.uploadsDir)
  if (process.env.DEMO_PAGE?.trim()) requireReadableFile('DEMO_PAGE', environment.demoPage)

  return { ...environment, secret: environment.givenSecret ?? keptSecret(environment.dataDir) }
}

function requireReadableFile(name: string, file: string): void {
  try {
    readFileSync(file)
  } catch {
    throw new EnvironmentError(`${name} must name a file that can be read, and ${file} cannot.`)
  }
}

function wholeNumber(name: string, value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN
  if (number >= least && number <= most) return number
  throw new EnvironmentError(`${name} must be a whole number from ${String(least)} to ${String(most)}, not "${value}".`)
}

/** RFC 1123 §2.1 host names, and IP addresses of both kinds. */
function hostName(value: string): string {
  const name = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i
  if (isIP(value) !== 0 || (name.test(value) && value.length <= 253 && !/^[\d.]+$/.test(value))) return value
  throw new EnvironmentError(`HOST must be an IP address or a host name, not "${value}".`)
}

/** "Every address" is nothing that a browser can open, so those two stand for this machine. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}

function origin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const bare =
    url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (url && bare && (url.protocol === 'http:' || url.protocol === 'https:')) return url.origin
  throw new EnvironmentError(
    'SERVER_URL must be the address that browsers use, such as https://news.example.org, without path, query or password.',
  )
}

function otherOrigins(value: string | undefined): Environment['corsOrigins'] {
  if (value === '*') return '*'
  const given = value?.split(',').map((each) => each.trim()) ?? []
  if (given.every(isOrigin)) return new Set(given)
  throw new EnvironmentError(
    `CORS_ORIGINS must be * or origins such as https://www.example.org, parted by commas, not "${value ?? ''}".`,
  )
}

/** As browsers write it (RFC 6454 §6.2): in small letters, without the port that the scheme has anyway. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value && /^https?:/.test(value)
}

function databaseSetting(uri: string | undefined, dataDir: string, root: string): DatabaseSetting {
  if (uri === undefined) {
    return { kind: 'sqlite', uri: pathToFileURL(resolve(dataDir, 'imprimatur.db')).href, embedded: true }
  }
  if (/^mongodb(\+srv)?:\/\/[^/\s]/i.test(uri)) return { kind: 'mongodb', uri, embedded: false }
  if (/^postgres(ql)?:\/\/[^/\s]/i.test(uri)) return { kind: 'postgres', uri, embedded: false }
  const path = /^file:(?:\/\/(?=\/))?([^?#]+)$/i.exec(uri)?.[1]
  if (path !== undefined && !path.endsWith('/') && !path.startsWith('//')) {
    return { kind: 'sqlite', uri: pathToFileURL(resolve(root, decoded(path))).href, embedded: false }
  }
  throw new EnvironmentError(
    'DATABASE_URI must start with postgres://, mongodb:// or mongodb+srv://, or be file: and the path of a SQLite file.',
  )
}

/** A number of proxies, or the addresses and networks that they have. */
function proxies(value: string): number | string[] {
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const addresses = value.split(',').map((each) => each.trim())
  if (addresses.every(isNetwork)) return addresses
  throw new EnvironmentError(
    `TRUST_PROXY must be the number of proxies in front, or their addresses such as 10.0.0.0/8, not "${value}".`,
  )
}

/** An IP address, alone or with the length of its prefix (RFC 4632 §3.1). */
function isNetwork(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (prefix === undefined) return longest !== -1
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= longest
}

/** The demo is a toy, so its password may be shorter than others; NIST SP 800-63B-4 §3.1.1.2 knows none of fewer than 8 characters. */
function demoPassword(value: string | undefined): string | undefined {
  if (value === undefined || Array.from(value.normalize('NFKC')).length >= 8) return value
  throw new EnvironmentError('DEMO_PASSWORD must have 8 characters or more.')
}

/** Names of buckets as https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html has them. */
function bucketSetting(uri: string | undefined, region: string | undefined): BucketSetting | undefined {
  if (uri === undefined) return undefined
  const url = uri.startsWith('s3://') && URL.canParse(uri) ? new URL(uri) : undefined
  const { hostname = '', pathname = '', searchParams } = url ?? {}
  const [endpoint, ...others] = searchParams?.getAll('endpoint') ?? []
  const known = [...(searchParams?.keys() ?? [])].every((each) => each === 'endpoint') && others.length === 0
  const parts = pathname.split('/').filter(Boolean)
  const isPlain = parts.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part))
  const isBare = url?.username === '' && url.password === '' && url.port === '' && url.hash === ''
  const isName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname)
  if (isName && isBare && known && isPlain && (endpoint === undefined || isOrigin(endpoint.replace(/\/$/, '')))) {
    const prefix = parts.map((part) => `${part}/`).join('')
    return { bucket: hostname, prefix, endpoint, region: region ?? 'us-east-1' }
  }
  throw new EnvironmentError(
    'UPLOADS_URI must be s3:// with a bucket and a prefix, and may name an endpoint, without keys: s3://pictures/newsroom?endpoint=https://s3.example.org.',
  )
}

function mailSettings(smtpUrl: string | undefined, from: string | undefined): Environment['mail'] {
  if (smtpUrl === undefined) return undefined
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined
  if (url?.hostname === undefined || url.hostname === '' || !['smtp:', 'smtps:'].includes(url.protocol)) {
    throw new EnvironmentError('SMTP_URL must be smtp:// or smtps:// with user, password and host of the mail server.')
  }
  if (from === undefined || !/^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    throw new EnvironmentError('MAIL_FROM must be the e-mail address that mail is sent from, as SMTP_URL is set.')
  }
  return { smtpUrl, from }
}

function purgeSetting(
  given: string | undefined,
  kind: string | undefined,
  token: string | undefined,
): PurgeSetting | undefined {
  if (given === undefined) {
    if (kind === undefined && token === undefined) return undefined
    throw new EnvironmentError('PURGE_URL must be set as well, as PURGE_KIND or PURGE_TOKEN is.')
  }
  const known = oneOf('PURGE_KIND', kind ?? 'http', PURGE_KINDS)
  const urls = given.split(',').map((each) => each.trim())
  if (!urls.every(isPlainAddress)) {
    throw new EnvironmentError(
      'PURGE_URL must be the address of a cache, or several parted by commas, each with http:// or https:// and without a password.',
    )
  }
  if (token === undefined && (known === 'fastly' || known === 'cloudflare')) {
    throw new EnvironmentError(`PURGE_TOKEN must be set, as PURGE_KIND is ${known}.`)
  }
  // Not repeated: it is a secret.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw new EnvironmentError('PURGE_TOKEN must be of letters, digits and signs without spaces.')
  }
  return { kind: known, urls, token }
}

function isPlainAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isBare = url?.username === '' && url.password === '' && url.hash === ''
  return isBare && (url.protocol === 'http:' || url.protocol === 'https:')
}

function folder(value: string | undefined, root: string): string | undefined {
  return value === undefined ? undefined : resolve(root, value)
}

function hub(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '') return url.href
  throw new EnvironmentError('WEBSUB_HUB must be the address of a WebSub hub, such as https://hub.example.org/.')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function flag(name: string, value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined
  return oneOf(name, value, ['0', '1'] as const) === '1'
}

function oneOf<const Value extends string>(name: string, value: string, values: readonly Value[]): Value {
  const found = values.find((each) => each === value)
  if (found !== undefined) return found
  throw new EnvironmentError(`${name} must be ${values.join(' or ')}, not "${value}".`)
}
