import { describe, expect, it } from 'vitest'

import { allowedMethods } from '../../../src/public-api/allowedMethods.ts'

// A shortened copy of the routes that Payload 3.90.2 documents for its REST API.
const routes = {
  endpoints: [
    { path: '/access', method: 'get' },
    { path: '/transitions', method: 'post' },
  ],
  collections: [
    {
      slug: 'articles',
      endpoints: [
        { path: '/', method: 'get' },
        { path: '/', method: 'post' },
        { path: '/:id', method: 'get' },
        { path: '/:id', method: 'patch' },
        { path: '/:id', method: 'delete' },
        { path: '/access/:id?', method: 'post' },
        { path: '/by-slug/:slug', method: 'get' },
        { path: '/odd/(.*)', method: 'get' },
      ],
    },
    { slug: 'closed', endpoints: false as const },
  ],
  globals: [
    {
      slug: 'front',
      endpoints: [
        { path: '/', method: 'get' },
        { path: '/', method: 'post' },
      ],
    },
  ],
}
const methods = (path: string) => allowedMethods(routes, path).join(' ')

describe('allowedMethods', () => {
  it.each([
    ['/articles', 'GET HEAD OPTIONS POST'],
    ['/articles/', 'GET HEAD OPTIONS POST'],
    ['/articles/7', 'DELETE GET HEAD OPTIONS PATCH'],
    ['/articles/%C3%A9', 'DELETE GET HEAD OPTIONS PATCH'],
    ['/articles/by-slug/hello', 'GET HEAD OPTIONS'],
    ['/articles/access/7', 'OPTIONS POST'],
    ['/articles/access', 'DELETE GET HEAD OPTIONS PATCH POST'],
    ['/globals/front', 'GET HEAD OPTIONS POST'],
    ['/transitions', 'OPTIONS POST'],
    ['/access', 'GET HEAD OPTIONS'],
  ])('knows %s', (path, expected) => {
    expect(methods(path)).toBe(expected)
  })

  it.each([
    '',
    '/',
    '/nothing',
    '/articles/7/nothing',
    '/articles/7/8/9',
    '/articles//by-slug',
    '/closed',
    '/globals',
    '/globals/nothing',
    '/globals/articles',
    '/front',
    '/articles/odd/x',
    '/Articles',
  ])('does not know %j', (path) => {
    expect(methods(path)).toBe('')
  })
})
