import path from 'node:path'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { ApiKeys } from '../collections/ApiKeys.ts'
import { Articles } from '../collections/Articles.ts'
import { Authors } from '../collections/Authors.ts'
import { Media } from '../collections/Media.ts'
import { NewsTeasers } from '../collections/NewsTeasers.ts'
import { Places } from '../collections/Places.ts'
import { PreviewTokens } from '../collections/PreviewTokens.ts'
import { Sections } from '../collections/Sections.ts'
import { StyleRules } from '../collections/StyleRules.ts'
import { Topics } from '../collections/Topics.ts'
import { Users } from '../collections/Users.ts'
import { WebhookDeliveries } from '../collections/WebhookDeliveries.ts'
import { Webhooks } from '../collections/Webhooks.ts'
import { articleGates, authorGates, teaserGates } from './newsroom/gates/index.ts'
import { database } from './newsroom/database/index.ts'
import { bodyForms } from './newsroom/bodyForms/index.ts'
import { bodyEditor } from './newsroom/editor/index.ts'
import { alphabetical, imprimatur, type Barrier } from 'payload-plugin-imprimatur'
import { frontDoor, mail, mailWish, mendEndpoints, narrowDocumentLocks, networkOf } from './accounts/index.ts'
import { Front, mailLanguage, Newsroom, newsroomPolicy, readNewsroom } from './newsroom/globals/index.ts'
import { importEndpoint } from './newsroom/import/index.ts'
import { pictures, storeFor } from './newsroom/media/index.ts'
import { readStyleRules } from './newsroom/style/index.ts'
import { formsInEveryLanguage, i18n, IMPORT } from './newsroom/translations/index.ts'
import { apiDescriptionEndpoints } from './openapi/index.ts'
import { previewTokens } from './previews/index.ts'
import { readEnvironment, type Environment } from './environment/index.ts'
import { enqueueWebhooks, purgePieces, purging } from './webhooks/index.ts'

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
    i18n,
    sharp,
    telemetry: false,
    collections: [
      Articles,
      NewsTeasers,
      Authors,
      Media,
      Sections,
      Topics,
      Places,
      Users,
      StyleRules,
      ApiKeys,
      PreviewTokens,
      Webhooks,
      WebhookDeliveries,
    ],
    globals: [Front, Newsroom],
    endpoints: [importEndpoint, ...apiDescriptionEndpoints],
    admin: {
      user: Users.slug,
      avatar: 'default',
      importMap: { baseDir: path.resolve(/*turbopackIgnore: true*/ process.cwd()) },
      components: {
        graphics: {
          Icon: '/src/newsroom/admin/index.ts#Icon',
          Logo: '/src/newsroom/admin/index.ts#Logo',
        },
        providers: ['/src/newsroom/admin/index.ts#UploadProgress'],
        afterLogin: ['/src/newsroom/admin/index.ts#PasswordNote'],
        beforeDashboard: ['/src/newsroom/admin/index.ts#AdminCards'],
        beforeNavLinks: [
          {
            path: 'payload-plugin-imprimatur/client#DeskLink',
            clientProps: { labelKey: `newsroom:${IMPORT}`, path: '/import', roles: ['contributor', 'editor'] },
          },
        ],
        views: {
          import: {
            Component: '/src/newsroom/admin/index.ts#ImportView',
            path: '/import',
            exact: true,
            meta: { title: IMPORT },
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
        changesKeptDays: environment.changesKeptDays,
        networkOf,
        onPublicChange: async (req, changes) => {
          await enqueueWebhooks(req, changes)
          if (environment.purge) await purgePieces(req, changes)
        },
        policy: newsroomPolicy,
        reviewPage: '/review',
        styleRules: readStyleRules,
        timeZone: async (req) => (await readNewsroom(req)).timeZone,
        person: 'author',
        media: [Media.slug],
        endpointPrefix: '',
        clock: 'host',
        ...(environment.mail ? { mail: mailWish } : {}),
        mailLanguage,
        readGuards: 'host',
        collections: {
          articles: {
            gates: articleGates,
            conditionalContent: { excerpt: 'excerptManual' },
            embargo: 'embargoUntil',
            attributes: { genre: 'genre', section: 'section' },
            words: 'wordCount',
            search: { lead: ['kicker', 'standfirst', 'byline', 'topics'], text: ['body'] },
            style: {
              fields: ['headline', 'kicker', 'standfirst', 'body', 'excerpt', 'leadImageCaption', 'corrections'],
              language: 'language',
            },
            limits: async (req) => ({ excerptWords: (await readNewsroom(req)).excerptWords.articles }),
            queryable: {
              id: 'id',
              slug: 'text',
              headline: 'text',
              section: 'id',
              'section.slug': 'slug',
              genre: 'select',
              language: 'select',
              topics: 'id',
              'topics.slug': 'slug',
              places: 'id',
              'places.slug': 'slug',
              'credits.author': 'id',
              'credits.author.slug': 'slug',
              publishedAt: 'date',
              firstPublishedAt: 'date',
              updatedAt: 'date',
              wordCount: 'number',
            },
          },
          authors: {
            gates: authorGates,
            search: { lead: ['fullName', 'jobTitle', 'shortBio'], text: ['biography'] },
            style: { fields: ['jobTitle', 'biography', 'shortBio'] },
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
            search: { lead: ['kicker', 'excerpt'] },
            style: { fields: ['headline', 'kicker', 'excerpt'], language: 'language' },
            conditionalContent: { excerpt: 'excerptManual' },
            limits: async (req) => ({ excerptWords: (await readNewsroom(req)).excerptWords.newsTeasers }),
            expires: 'expiresAt',
            queryable: {
              id: 'id',
              slug: 'text',
              headline: 'text',
              language: 'select',
              'target.article': 'id',
              'target.article.slug': 'slug',
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
      previewTokens(['articles', 'authors', 'news-teasers']),
      formsInEveryLanguage,
      pictures([Media.slug], environment.uploadsDir, await storeFor(environment.uploadsDir, environment.uploadsBucket)),
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
      bodyForms,
      ...(environment.purge ? [purging] : []),
    ],
  })
  return mendEndpoints(narrowDocumentLocks(config))
}

export default newsroomConfig(readEnvironment())
