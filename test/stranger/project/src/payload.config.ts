import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { imprimatur } from 'payload-plugin-imprimatur'
import sharp from 'sharp'

import { Media } from './collections/Media'
import { Posts } from './collections/Posts'
import { Users } from './collections/Users'
import { database } from './database'

const dirname = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: { user: Users.slug, avatar: 'default', importMap: { baseDir: path.resolve(dirname) } },
  collections: [Users, Media, Posts],
  db: database,
  editor: lexicalEditor(),
  plugins: [imprimatur({ collections: { posts: {} } })],
  secret: process.env.PAYLOAD_SECRET || '',
  sharp,
  telemetry: false,
  typescript: { outputFile: path.resolve(dirname, 'payload-types.ts') },
})
