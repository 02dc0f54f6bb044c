import path from 'node:path'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { Articles } from '../collections/Articles.ts'
import { Authors } from '../collections/Authors.ts'
import { Media } from '../collections/Media.ts'
import { NewsTeasers } from '../collections/NewsTeasers.ts'
import { Places } from '../collections/Places.ts'
import { Sections } from '../collections/Sections.ts'
import { Topics } from '../collections/Topics.ts'
import { Users } from '../collections/Users.ts'
import { articleGates, authorGates, teaserGates } from './newsroom/gates/index.ts'
import { database } from './newsroom/database/index.ts'
import { bodyEditor } from './newsroom/editor/index.ts'
import { alphabetical, imprimatur, type Barrier } from 'payload-plugin-imprimatur'
import { frontDoor, mail, mendEndpoints, narrowDocumentLocks } from './accounts/index.ts'
import { Front, Newsroom, newsroomPolicy, readNewsroom } from './newsroom/globals/index.ts'
import { importEndpoint } from './newsroom/import/index.ts'
import { pictures } from './newsroom/media/index.ts'
import { readEnvironment, type Environment } from './environment/index.ts'

/**
 * This newsroom: its collections, its globals, and which of them are under the workflow.
 *
 * @param now tells the time; tests bring their own.
 * @param barrier holds requests at chosen points; tests of races bring one.
 */
export async function newsroomConfig(
  environment: Environment & { secret: string },
  now: () => Date = () => new Date(),
  barrier?: Barrier,
): Promise<SanitizedConfig> {
  const config = await buildConfig({
    secret: environment.secret,
    serverURL: environment.serverUrl,
    csrf: [environment.serverUrl],
    db: database(environment.database),
    editor: bodyEditor,
    email: mail(environment.mail),
    sharp,
    telemetry: false,
    collections: [Articles, NewsTeasers, Authors, Media, Sections, Topics, Places, Users],
    globals: [Front, Newsroom],
    endpoints: [importEndpoint],
    admin: {
      user: Users.slug,
      avatar: 'default',
      importMap: { baseDir: path.resolve(/*turbopackIgnore: true*/ process.cwd()) },
      components: {
        providers: ['/src/newsroom/admin/index.ts#UploadProgress'],
        afterLogin: ['/src/newsroom/admin/index.ts#PasswordNote'],
        beforeNavLinks: [
          {
            path: 'payload-plugin-imprimatur/client#DeskLink',
            clientProps: { label: 'Import a page', path: '/import', roles: ['contributor', 'editor'] },
          },
        ],
        views: {
          import: {
            Component: '/src/newsroom/admin/index.ts#ImportView',
            path: '/import',
            exact: true,
            meta: { title: 'Import a page' },
          },
        },
      },
      meta: { titleSuffix: ' · Imprimatur', defaultOGImageType: 'off' },
    },
    defaultDepth: 1,
    // Introspection is decided on per request, by `graphqlApi`.
    graphQL: {
      disablePlaygroundInProduction: true,
      disableIntrospectionInProduction: false,
      maxComplexity: 100_000,
    },
    typescript: { autoGenerate: false, declare: false },
    upload: { limits: { fileSize: 25 * 1024 * 1024 } },
    plugins: [
      imprimatur({
        now,
        ...(barrier ? { barrier } : {}),
        policy: newsroomPolicy,
        timeZone: async (req) => (await readNewsroom(req)).timeZone,
        person: 'author',
        media: [Media.slug],
        endpointPrefix: '',
        clock: 'host',
        readGuards: 'host',
        collections: {
          articles: {
            gates: articleGates,
            conditionalContent: { excerpt: 'excerptManual' },
            embargo: 'embargoUntil',
            attributes: { genre: 'genre', section: 'section' },
            limits: async (req) => ({ excerptWords: (await readNewsroom(req)).excerptWords.articles }),
            queryable: {
              id: 'id',
              slug: 'text',
              headline: 'text',
              section: 'id',
              genre: 'select',
              language: 'select',
              topics: 'id',
              places: 'id',
              'credits.author': 'id',
              publishedAt: 'date',
              firstPublishedAt: 'date',
              updatedAt: 'date',
              wordCount: 'number',
            },
          },
          authors: {
            gates: authorGates,
            queryable: {
              id: 'id',
              slug: 'text',
              displayName: 'text',
              sortName: 'text',
              publishedAt: 'date',
              updatedAt: 'date',
            },
          },
          'news-teasers': {
            gates: teaserGates,
            conditionalContent: { excerpt: 'excerptManual' },
            limits: async (req) => ({ excerptWords: (await readNewsroom(req)).excerptWords.newsTeasers }),
            publicRead: () => ({
              or: [{ expiresAt: { exists: false } }, { expiresAt: { greater_than: now().toISOString() } }],
            }),
            queryable: {
              id: 'id',
              slug: 'text',
              headline: 'text',
              language: 'select',
              'target.article': 'id',
              pinned: 'boolean',
              rank: 'number',
              publishedAt: 'date',
              updatedAt: 'date',
            },
          },
        },
        publicCollections: {
          sections: { id: 'id', slug: 'text', name: 'text' },
          topics: { id: 'id', slug: 'text', name: 'text', parent: 'id' },
          places: { id: 'id', slug: 'text', name: 'text' },
          media: { id: 'id' },
        },
      }),
      frontDoor({
        users: Users.slug,
        secureCookies: environment.serverUrl.startsWith('https:'),
        sendsMail: environment.mail !== undefined,
        now,
      }),
      pictures([Media.slug], environment.uploadsDir),
      // Last, so that what the guards of the write path see has no keys yet.
      alphabetical({
        articles: ['headline', 'kicker', 'byline'],
        'news-teasers': ['headline', 'kicker'],
        authors: ['displayName', 'sortName', 'fullName', 'jobTitle'],
        sections: ['name'],
        topics: ['name'],
        places: ['name'],
        media: ['alt', 'credit'],
        users: ['name'],
      }),
    ],
  })
  return mendEndpoints(narrowDocumentLocks(config))
}

export default newsroomConfig(readEnvironment())
