import { mongooseAdapter } from '@payloadcms/db-mongodb'

export const database = mongooseAdapter({ url: process.env.DATABASE_URI || '', ensureIndexes: true })
