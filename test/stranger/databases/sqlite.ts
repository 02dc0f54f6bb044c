import { sqliteAdapter } from '@payloadcms/db-sqlite'

export const database = sqliteAdapter({ client: { url: process.env.DATABASE_URI || '' } })
