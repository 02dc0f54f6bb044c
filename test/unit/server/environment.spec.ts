import { pathToFileURL } from 'node:url'

import { describe, expect, it } from 'vitest'

import { parseEnvironment } from '../../../src/environment/environment.ts'

const ROOT = '/srv/newsroom'
const parse = (variables: Record<string, string>) => parseEnvironment(variables, ROOT)
const MONGODB = { DATABASE_URI: 'mongodb://db.example/news?replicaSet=rs0', PAYLOAD_SECRET: 'x'.repeat(32) }

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
      demoPassword: undefined,
      logLevel: 'info',
      graphqlIntrospection: false,
      cacheBytes: 64 * 1024 * 1024,
      trustProxy: 0,
      mail: undefined,
      production: false,
    })
  })

  it.each([
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '-1'],
    ['SMTP_URL', 'http://mail.example'],
    ['SMTP_URL', 'mail.example'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    expect(() => parse({ MAIL_FROM: 'a@b.example', [name]: value })).toThrow(
      new RegExp(`^${name} must be .*\\.$|^${name} must be `),
    )
  })

  it('takes proxies by number or address, and mail with its sender', () => {
    expect(parse({ TRUST_PROXY: '2' }).trustProxy).toBe(2)
    expect(parse({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1'])
    expect(() => parse({ SMTP_URL: 'smtp://mail.example' })).toThrow(/^MAIL_FROM /)
  })

  it('takes a blank value, as Docker Compose passes it, for none', () => {
    expect(parse({ PORT: '', HOST: ' ', DATABASE_URI: '', PAYLOAD_SECRET: '', DEMO: '' })).toEqual(parse({}))
  })

  it('keeps a taken path absolute and takes a relative one from the root', () => {
    expect(parse({ DATA_DIR: '/var/lib/news', UPLOADS_DIR: '../files' })).toMatchObject({
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
