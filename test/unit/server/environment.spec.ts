import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { parseEnvironment } from '../../../src/environment/environment.ts'

const ROOT = '/srv/newsroom'
const parse = (variables: Record<string, string>) => parseEnvironment(variables, ROOT)
const MONGODB = { DATABASE_URI: 'mongodb://db.example/news?replicaSet=rs0', PAYLOAD_SECRET: 'x'.repeat(32) }

const page = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
/** What docker-compose.yml hands on from its own environment. */
const handedOn = [...page('docker-compose.yml').matchAll(/^ {6}([A-Z_]+): \$\{\1:/gm)].map(([, name = '']) => name)

describe('parseEnvironment', () => {
  it('fills in the defaults of the contract', () => {
    expect(parse({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      serverUrl: 'http://127.0.0.1:3000',
      database: { kind: 'sqlite', uri: 'file:///srv/newsroom/data/imprimatur.db', embedded: true },
      dataDir: '/srv/newsroom/data',
      uploadsDir: '/srv/newsroom/uploads',
      givenSecret: undefined,
      demo: true,
      demoPage: '/srv/newsroom/demo/page.txt',
      demoWhole: true,
      demoPassword: undefined,
      logLevel: 'info',
      graphqlIntrospection: false,
      graphqlDocuments: undefined,
      webhooksInternal: false,
      purge: undefined,
      cacheBytes: 64 * 1024 * 1024,
      changesKeptDays: 30,
      trustProxy: 0,
      corsOrigins: new Set(),
      mail: undefined,
      feeds: { texts: 'full', items: 30, hub: undefined },
      production: false,
    })
  })

  it.each([
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '-1'],
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'mail.example'],
    ['CORS_ORIGINS', 'www.example.org'],
    ['CORS_ORIGINS', 'https://www.example.org/'],
    ['CORS_ORIGINS', 'https://www.example.org,*'],
    ['CORS_ORIGINS', 'https://Example.org'],
    ['CORS_ORIGINS', 'https://example.org:443'],
    ['CORS_ORIGINS', 'null'],
    ['UPLOADS_URI', 'https://bucket.example/prefix'],
    ['UPLOADS_URI', 's3:bucket'],
    ['UPLOADS_URI', 's3://'],
    ['UPLOADS_URI', 's3://Pictures'],
    ['UPLOADS_URI', 's3://key:secret@pictures'],
    ['UPLOADS_URI', 's3://pictures/a b'],
    ['UPLOADS_URI', 's3://pictures?endpoint=s3.example.org'],
    ['UPLOADS_URI', 's3://pictures?endpoint=https://s3.example.org/path'],
    ['UPLOADS_URI', 's3://pictures?endpoint=https://a.example&endpoint=https://b.example'],
    ['UPLOADS_URI', 's3://pictures?acl=public-read'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(() => parse({ MAIL_FROM: 'a@b.example', [name]: value })).toThrow(
      new RegExp(`^${name} must be .*\\.$|^${name} must be `),
    )
  })

  it('takes proxies by number or address, origins by list, and mail with its sender', () => {
    expect(parse({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
    expect(parse({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1'])
    expect(parse({ CORS_ORIGINS: 'https://a.example, http://localhost:5173' }).corsOrigins).toEqual(
      new Set(['https://a.example', 'http://localhost:5173']),
    )
    expect(parse({ CORS_ORIGINS: '*' }).corsOrigins).toBe('*')
    expect(() => parse({ SMTP_URL: 'smtp://mail.example' })).toThrow(/^MAIL_FROM /)
  })

  it('takes a bucket with or without prefix and endpoint, and quotes no key that somebody wrote into it', () => {
    const bucket = (uri: string, more = {}) => parse({ UPLOADS_URI: uri, ...more }).uploadsBucket
    expect(bucket('s3://pictures')).toEqual({
      bucket: 'pictures',
      prefix: '',
      endpoint: undefined,
      region: 'us-east-1',
    })
    expect(
      bucket('s3://pictures.example/news/room/?endpoint=http://127.0.0.1:9000', { AWS_REGION: 'eu-west-1' }),
    ).toEqual({
      bucket: 'pictures.example',
      prefix: 'news/room/',
      endpoint: 'http://127.0.0.1:9000',
      region: 'eu-west-1',
    })
    expect(() => parse({ UPLOADS_URI: 's3://key:secret@pictures' })).not.toThrow(/secret/)
    expect(parse({}).uploadsBucket).toBeUndefined()
  })

  it('takes a blank value, as Docker Compose passes it, for none', () => {
    expect(parse({ PORT: '', HOST: ' ', DATABASE_URI: '', PAYLOAD_SECRET: '', DEMO: '' })).toEqual(parse({}))
    expect(parse(Object.fromEntries(handedOn.map((name) => [name, ''])))).toEqual(parse({}))
  })

  it('is given by docker-compose.yml all of .env.example but what the image sets itself', () => {
    const names = [...page('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
    const ofImage = ['PORT', 'HOST', 'DATABASE_URI', 'DATA_DIR', 'UPLOADS_DIR']
    const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION', 'AWS_DEFAULT_REGION']
    expect([...handedOn].sort()).toEqual(
      [...new Set(names), ...keys].filter((name) => !ofImage.includes(String(name))).sort(),
    )
  })

  it('keeps a taken path absolute and takes a relative one from the root', () => {
    expect(parse({ DATA_DIR: '/var/lib/news', UPLOADS_DIR: '../files', GRAPHQL_DOCUMENTS: 'q' })).toMatchObject({
      graphqlDocuments: '/srv/newsroom/q',
      dataDir: '/var/lib/news',
      uploadsDir: '/srv/files',
      database: { uri: 'file:///var/lib/news/imprimatur.db' },
    })
  })

  it.each([
    ['file:./news.db', '/srv/newsroom/news.db'],
    ['file:news.db', '/srv/newsroom/news.db'],
    ['file:/var/news.db', '/var/news.db'],
    ['file:///var/news.db', '/var/news.db'],
    ['file:///var/my%20news.db', '/var/my news.db'],
  ])('reads %s as the SQLite file %s', (uri, path) => {
    expect(parse({ DATABASE_URI: uri }).database).toEqual({
      kind: 'sqlite',
      uri: pathToFileURL(path).href,
      embedded: false,
    })
  })

  it.each(['postgres://news@db.example:5432/news', 'postgresql://db.example/news'])(
    'takes %s for a Postgres',
    (uri) => {
      const secret = 'x'.repeat(32)
      expect(parse({ DATABASE_URI: uri, PAYLOAD_SECRET: secret }).database).toEqual({
        kind: 'postgres',
        uri,
        embedded: false,
      })
      expect(() => parse({ DATABASE_URI: uri })).toThrow('names a Postgres: several servers')
    },
  )

  it('fills in the demo newsroom by default only where the database is embedded', () => {
    expect(parse({ DATABASE_URI: 'file:./news.db' }).demo).toBe(false)
    expect(parse(MONGODB).demo).toBe(false)
    expect(parse({ ...MONGODB, DEMO: '1' }).demo).toBe(true)
    expect(parse({ DEMO: '0' }).demo).toBe(false)
  })

  it.each([
    ['0.0.0.0', 'http://localhost:3000'],
    ['::', 'http://localhost:3000'],
    ['::1', 'http://[::1]:3000'],
    ['news.example.org', 'http://news.example.org:3000'],
  ])('on HOST %s is reached at %s', (host, serverUrl) => {
    expect(parse({ HOST: host }).serverUrl).toBe(serverUrl)
  })

  it('takes SERVER_URL without its trailing slash and default port', () => {
    expect(parse({ SERVER_URL: 'https://news.example.org:443/' }).serverUrl).toBe('https://news.example.org')
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['PORT', '0x50'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['HOST', 'http://localhost'],
    ['HOST', '999.1.1.1'],
    ['HOST', '-news'],
    ['SERVER_URL', 'news.example.org'],
    ['SERVER_URL', 'ftp://news.example.org'],
    ['SERVER_URL', 'https://news.example.org/cms'],
    ['SERVER_URL', 'https://me:secret@news.example.org'],
    ['DATABASE_URI', 'mysql://db/news'],
    ['DATABASE_URI', 'mongodb://'],
    ['DATABASE_URI', 'postgres://'],
    ['DATABASE_URI', './news.db'],
    ['DATABASE_URI', 'file:'],
    ['DATABASE_URI', 'file:./folder/'],
    ['DATABASE_URI', 'file://host/news.db'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['GRAPHQL_INTROSPECTION', 'true'],
  ])('refuses %s=%s in one sentence that names the variable', (name, value) => {
    expect(() => parse({ [name]: value })).toThrow(new RegExp(`^${name} [^\\n]+\\.$`))
  })

  it('asks for a secret with MongoDB and makes none up', () => {
    expect(() => parse({ DATABASE_URI: MONGODB.DATABASE_URI })).toThrow(/^PAYLOAD_SECRET must be set/)
    expect(parse(MONGODB).givenSecret).toBe(MONGODB.PAYLOAD_SECRET)
  })

  it('quotes no password of a value that it refuses', () => {
    const refused = (variables: Record<string, string>) => {
      try {
        parse(variables)
      } catch (error) {
        return String(error)
      }
      return 'accepted'
    }
    expect(refused({ DATABASE_URI: 'mysql://root:hunter2@db/news' })).not.toMatch(/hunter2|accepted/)
    expect(refused({ SERVER_URL: 'https://root:hunter2@news.example.org' })).not.toMatch(/hunter2|accepted/)
  })
})

describe('a cache in front', () => {
  it('is told as PURGE_URL says', () => {
    expect(parse({ PURGE_URL: 'http://10.0.0.5:6081/, http://10.0.0.6:6081/', PURGE_KIND: 'varnish' }).purge).toEqual({
      kind: 'varnish',
      urls: ['http://10.0.0.5:6081/', 'http://10.0.0.6:6081/'],
      token: undefined,
    })
    expect(parse({ PURGE_URL: 'https://purge.example.org/', PURGE_TOKEN: 't' }).purge?.kind).toBe('http')
  })

  it.each([
    [{ PURGE_KIND: 'varnish' }, /^PURGE_URL /],
    [{ PURGE_TOKEN: 'a-secret' }, /^PURGE_URL /],
    [{ PURGE_URL: 'varnish' }, /^PURGE_URL /],
    [{ PURGE_URL: 'https://user:a-secret@cache.example.org/' }, /^PURGE_URL /],
    [{ PURGE_URL: 'https://cache.example.org/', PURGE_KIND: 'akamai' }, /^PURGE_KIND /],
    [{ PURGE_URL: 'https://api.fastly.com/service/x/purge', PURGE_KIND: 'fastly' }, /^PURGE_TOKEN /],
    [{ PURGE_URL: 'https://cache.example.org/', PURGE_TOKEN: 'a-secret\n with a line' }, /^PURGE_TOKEN /],
  ])('is refused where it cannot be told, without a word of secrets: %j', (variables, sentence) => {
    let said = ''
    try {
      parse(variables)
    } catch (error) {
      said = (error as Error).message
    }
    expect(said).toMatch(sentence)
    expect(said).not.toContain('a-secret')
  })
})
