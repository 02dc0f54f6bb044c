/**
 * Every route that the running newsroom has, and what was decided about it. `routes-register.int.spec.ts` compares it
 * with the application: a route that a new version of Payload or a plugin brings stays red until somebody has decided
 * about it here, and until `attacks.ts` says how it is attacked if it writes pieces.
 *
 * Decisions:
 *
 * - `reads`    changes nothing
 * - `drafts`   writes the newest revision of a piece, which readers do not see; or, for those who may, throws unseen pieces away
 * - `moves`    moves pieces by a transition, the only way in which what readers see changes
 * - `filing`   writes what pieces refer to: pictures, sections, topics, places; never what a piece shows of them
 * - `settings` writes the order of the front page or the newsroom's settings, for those who may
 * - `people`   logins, by administrators and by their owners
 * - `desk`     an own thing of whoever is logged in: a preference, a lock on a form; who works on a piece
 * - `closed`   refused for everybody
 */
export type Decision = 'reads' | 'drafts' | 'moves' | 'filing' | 'settings' | 'people' | 'desk' | 'closed'

/** What each kind of owner in the tables stands for. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  pieces: ['articles', 'authors', 'news-teasers'],
  media: ['media'],
  filing: ['sections', 'topics', 'places'],
  users: ['users'],
  machine: [
    'dossiers',
    'workflow-events',
    'moved-slugs',
    'leases',
    'review-links',
    'change-log',
    'change-batches',
    'preview-tokens',
    'release-pieces',
    'search-live',
    'search-live-words',
    'search-newest',
    'search-newest-words',
    'style-exceptions',
    'payload-kv',
  ],
  comments: ['comments'],
  notifications: ['notifications'],
  releases: ['releases'],
  access: ['access-events', 'webhook-deliveries'],
  keys: ['api-keys'],
  outbox: ['webhook-deliveries'],
  webhooks: ['webhooks'],
  rules: ['style-rules'],
  locks: ['payload-locked-documents'],
  preferences: ['payload-preferences'],
  globals: ['globals/front', 'globals/newsroom'],
  newsroom: [''],
}

/** Collections whose `endpoints` are `false`: they have no address at all. */
export const WITHOUT_ROUTES = ['payload-migrations']

/** Owner, method, path below the owner's, decision. */
export const REST = `
  pieces       GET     /                     reads
  pieces       GET     /:id                  reads
  pieces       GET     /count                reads
  pieces       GET     /by-slug/:slug        reads
  pieces       GET     /counts               reads
  pieces       GET     /versions             reads
  pieces       GET     /versions/:id         reads
  pieces       POST    /access/:id           reads
  pieces       GET     /:id/transitions      reads
  pieces       GET     /:id/dossier          reads
  pieces       GET     /:id/events           reads
  pieces       GET     /:id/imprimatur       reads
  pieces       GET     /:id/diff             reads
  pieces       GET     /:id/companions       reads
  pieces       PATCH   /:id/assignment       desk
  pieces       GET     /:id/comments         reads
  pieces       POST    /:id/comments         desk
  pieces       GET     /:id/review-links     reads
  pieces       POST    /:id/review-links     desk
  pieces       DELETE  /:id/review-links/:link desk
  pieces       GET     /:id/style            reads
  pieces       POST    /:id/style/exceptions desk
  pieces       DELETE  /:id/style/exceptions/:exception desk
  pieces       GET     /:id/lease            reads
  pieces       PUT     /:id/lease            desk
  pieces       DELETE  /:id/lease            desk
  pieces       POST    /:id/preview-token    desk
  pieces       DELETE  /:id/preview-token    desk
  pieces       POST    /access/:id?          reads
  pieces       POST    /                     drafts
  pieces       PATCH   /                     drafts
  pieces       PATCH   /:id                  drafts
  pieces       DELETE  /                     drafts
  pieces       DELETE  /:id                  drafts
  pieces       POST    /:id/duplicate        drafts
  pieces       POST    /versions/:id         drafts
  pieces       POST    /:id/transitions      moves

  newsroom     POST    /transitions          moves
  newsroom     POST    /import               drafts
  newsroom     GET     /review-queue         reads
  newsroom     GET     /search               reads
  newsroom     GET     /changes              reads
  newsroom     GET     /changes/stream       reads
  newsroom     GET     /changes/export       reads
  newsroom     GET     /desk                 reads
  newsroom     GET     /reports/desk         reads
  newsroom     GET     /openapi.json         reads
  newsroom     GET     /docs                 reads
  newsroom     GET     /stages               reads
  newsroom     GET     /newer-revision       reads
  newsroom     GET     /access               reads

  media        GET     /                     reads
  media        GET     /:id                  reads
  media        GET     /count                reads
  media        GET     /file/:filename       reads
  media        GET     /file/:stem/:width    reads
  media        GET     /paste-url/:id?       closed
  media        POST    /access/:id?          reads
  media        POST    /                     filing
  media        PATCH   /                     filing
  media        PATCH   /:id                  filing
  media        DELETE  /                     filing
  media        DELETE  /:id                  filing

  filing       GET     /                     reads
  filing       GET     /:id                  reads
  filing       GET     /count                reads
  filing       GET     /by-slug/:slug        reads
  filing       POST    /access/:id?          reads
  filing       POST    /                     filing
  filing       PATCH   /                     filing
  filing       PATCH   /:id                  filing
  filing       DELETE  /                     filing
  filing       DELETE  /:id                  filing
  filing       POST    /:id/duplicate        filing

  globals      GET     /                     reads
  globals      POST    /access               reads
  globals      POST    /                     settings

  users        GET     /                     reads
  users        GET     /:id                  reads
  users        GET     /count                reads
  users        GET     /init                 closed
  users        GET     /me                   reads
  users        POST    /access/:id?          reads
  users        POST    /                     people
  users        PATCH   /                     people
  users        PATCH   /:id                  people
  users        DELETE  /                     people
  users        DELETE  /:id                  people
  users        POST    /login                people
  users        POST    /logout               people
  users        POST    /refresh-token        people
  users        POST    /forgot-password      people
  users        POST    /reset-password       people
  users        POST    /unlock               people
  users        POST    /verify/:id           closed
  users        POST    /first-register       closed

  machine      GET     /                     closed
  machine      GET     /:id                  closed
  machine      GET     /count                closed
  machine      POST    /access/:id?          reads
  machine      POST    /                     closed
  machine      PATCH   /                     closed
  machine      PATCH   /:id                  closed
  machine      DELETE  /                     closed
  machine      DELETE  /:id                  closed
  machine      POST    /:id/duplicate        closed

  comments       GET     /                    closed
  comments       GET     /:id                 closed
  comments       GET     /count               closed
  comments       POST    /access/:id?         reads
  comments       POST    /                    closed
  comments       PATCH   /                    closed
  comments       PATCH   /:id                 desk
  comments       DELETE  /                    closed
  comments       DELETE  /:id                 desk
  comments       POST    /:id/duplicate       closed
  comments       POST    /:id/take            drafts
  comments       POST    /:id/leave           desk

  notifications  GET     /                    reads
  notifications  POST    /read                desk
  notifications  GET     /:id                 closed
  notifications  GET     /count               closed
  notifications  POST    /access/:id?         reads
  notifications  POST    /                    closed
  notifications  PATCH   /                    closed
  notifications  PATCH   /:id                 closed
  notifications  DELETE  /                    closed
  notifications  DELETE  /:id                 closed
  notifications  POST    /:id/duplicate       closed

  releases       GET     /                    reads
  releases       GET     /:id                 reads
  releases       POST    /                    desk
  releases       POST    /:id/add             desk
  releases       POST    /:id/remove          desk
  releases       POST    /:id/schedule        moves
  releases       POST    /:id/publish         moves
  releases       GET     /count               closed
  releases       POST    /access/:id?         reads
  releases       PATCH   /                    closed
  releases       PATCH   /:id                 closed
  releases       DELETE  /                    closed
  releases       DELETE  /:id                 closed
  releases       POST    /:id/duplicate       closed

  access       GET     /                     reads
  access       GET     /:id                  reads
  access       GET     /count                reads
  access       POST    /access/:id?          reads
  access       POST    /                     closed
  access       PATCH   /                     closed
  access       PATCH   /:id                  closed
  access       DELETE  /                     closed
  access       DELETE  /:id                  closed

  outbox       POST    /:id/replay           settings

  keys         GET     /                     reads
  keys         GET     /:id                  reads
  keys         GET     /count                reads
  keys         POST    /access/:id?          reads
  keys         POST    /                     settings
  keys         PATCH   /                     settings
  keys         PATCH   /:id                  settings
  keys         DELETE  /                     settings
  keys         DELETE  /:id                  settings
  keys         POST    /:id/key              settings
  keys         POST    /:id/revoke           settings

  webhooks     GET     /                     reads
  webhooks     GET     /:id                  reads
  webhooks     GET     /count                reads
  webhooks     POST    /access/:id?          reads
  webhooks     POST    /                     settings
  webhooks     PATCH   /                     settings
  webhooks     PATCH   /:id                  settings
  webhooks     DELETE  /                     settings
  webhooks     DELETE  /:id                  settings
  webhooks     GET     /:id/secret           reads
  webhooks     POST    /:id/secret           settings
  webhooks     POST    /:id/test             settings

  rules        GET     /                     reads
  rules        GET     /:id                  reads
  rules        GET     /count                reads
  rules        POST    /access/:id?          reads
  rules        POST    /                     settings
  rules        POST    /import               settings
  rules        PATCH   /                     settings
  rules        PATCH   /:id                  settings
  rules        DELETE  /                     settings
  rules        DELETE  /:id                  settings

  locks        GET     /                     reads
  locks        GET     /:id                  reads
  locks        GET     /count                reads
  locks        POST    /access/:id?          reads
  locks        POST    /                     desk
  locks        PATCH   /                     desk
  locks        PATCH   /:id                  desk
  locks        DELETE  /                     desk
  locks        DELETE  /:id                  desk
  locks        POST    /:id/duplicate        desk

  preferences  GET     /:key                 reads
  preferences  POST    /:key                 desk
  preferences  DELETE  /:key                 desk
  preferences  GET     /                     reads
  preferences  GET     /:id                  reads
  preferences  GET     /count                reads
  preferences  POST    /access/:id?          reads
  preferences  POST    /                     desk
  preferences  PATCH   /                     desk
  preferences  PATCH   /:id                  desk
  preferences  DELETE  /                     desk
  preferences  DELETE  /:id                  desk
  preferences  POST    /:id/duplicate        desk
`

/** Names of the piece collections in GraphQL, for the `*` of the table: single, plural, and with a small letter. */
export const GRAPHQL_NAMES = [
  { one: 'Article', many: 'Articles', small: 'article' },
  { one: 'Author', many: 'Authors', small: 'author' },
  { one: 'NewsTeaser', many: 'NewsTeasers', small: 'newsTeaser' },
]

/** Query or mutation, field, decision. `One`, `Many` and `small` stand for the names of each kind of piece. */
export const GRAPHQL = `
  query     <One>                              reads
  query     <Many>                             reads
  query     count<Many>                        reads
  query     docAccess<One>                     reads
  query     version<One>                       reads
  query     versions<Many>                     reads
  query     <small>Transitions                 reads
  query     <small>Dossier                     reads
  query     reviewQueue                        reads
  query     Access                             reads
  query     meUser                             reads
  query     initializedUser                    reads
  query     Media                              reads
  query     allMedia                           reads
  query     countallMedia                      reads
  query     docAccessMedia                     reads
  query     Section                            reads
  query     Sections                           reads
  query     countSections                      reads
  query     docAccessSection                   reads
  query     Topic                              reads
  query     Topics                             reads
  query     countTopics                        reads
  query     docAccessTopic                     reads
  query     Place                              reads
  query     Places                             reads
  query     countPlaces                        reads
  query     docAccessPlace                     reads
  query     User                               reads
  query     Users                              reads
  query     countUsers                         reads
  query     docAccessUser                      reads
  query     Front                              reads
  query     docAccessFront                     reads
  query     Newsroom                           reads
  query     docAccessNewsroom                  reads
  query     PayloadKv                          closed
  query     PayloadKvs                         closed
  query     countPayloadKvs                    closed
  query     docAccessPayloadKv                 reads
  query     PayloadLockedDocument              reads
  query     PayloadLockedDocuments             reads
  query     countPayloadLockedDocuments        reads
  query     docAccessPayloadLockedDocument     reads
  query     PayloadPreference                  reads
  query     PayloadPreferences                 reads
  query     countPayloadPreferences            reads
  query     docAccessPayloadPreference         reads

  mutation  create<One>                        drafts
  mutation  update<One>                        drafts
  mutation  delete<One>                        drafts
  mutation  duplicate<One>                     drafts
  mutation  restoreVersion<One>                drafts
  mutation  transition<One>                    moves
  mutation  createMedia                        filing
  mutation  updateMedia                        filing
  mutation  deleteMedia                        filing
  mutation  createSection                      filing
  mutation  updateSection                      filing
  mutation  deleteSection                      filing
  mutation  duplicateSection                   filing
  mutation  createTopic                        filing
  mutation  updateTopic                        filing
  mutation  deleteTopic                        filing
  mutation  duplicateTopic                     filing
  mutation  createPlace                        filing
  mutation  updatePlace                        filing
  mutation  deletePlace                        filing
  mutation  duplicatePlace                     filing
  mutation  updateFront                        settings
  mutation  updateNewsroom                     settings
  mutation  createUser                         people
  mutation  updateUser                         people
  mutation  deleteUser                         people
  mutation  loginUser                          people
  mutation  logoutUser                         people
  mutation  refreshTokenUser                   people
  mutation  forgotPasswordUser                 people
  mutation  resetPasswordUser                  people
  mutation  unlockUser                         people
  mutation  verifyEmailUser                    closed
  mutation  createPayloadKv                    closed
  mutation  updatePayloadKv                    closed
  mutation  deletePayloadKv                    closed
  mutation  duplicatePayloadKv                 closed
  mutation  createPayloadLockedDocument        desk
  mutation  updatePayloadLockedDocument        desk
  mutation  deletePayloadLockedDocument        desk
  mutation  duplicatePayloadLockedDocument     desk
  mutation  createPayloadPreference            desk
  mutation  updatePayloadPreference            desk
  mutation  deletePayloadPreference            desk
  mutation  duplicatePayloadPreference         desk
`

/** What the admin panel calls on the server beside REST: Payload's server functions, and files of server actions. */
export const SERVER_FUNCTIONS = `
  copy-data-from-locale                     drafts
  form-state                                desk
  get-default-layout                        reads
  get-folder-results-component-and-data     reads
  get-upcoming-scheduled-publish            reads
  render-document                           reads
  render-document-slots                     reads
  render-field                              reads
  render-list                               reads
  render-widget                             reads
  schedule-publish                          closed
  slugify                                   reads
  table-state                               reads
`

export const SERVER_ACTIONS = `
  next/dist/auth/login.js                   people
  next/dist/auth/logout.js                  people
  next/dist/auth/refresh.js                 people
  next/dist/layouts/Root/index.js           desk
`
