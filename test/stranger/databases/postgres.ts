import { postgresAdapter } from '@payloadcms/db-postgres'

export const database = postgresAdapter({ pool: { connectionString: process.env.DATABASE_URI || '' } })
