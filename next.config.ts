import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` checks the types; the build of a clone that only runs should not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Media have their renditions already, and an open image optimizer is work for strangers.
  images: { unoptimized: true },
  experimental: {
    // A piece of a megabyte, which is what the API takes, comes to the admin panel's form with labels and permissions around it.
    serverActions: { bodySizeLimit: '4mb' },
    // Both cost a first start a third of its build, and nobody debugs a build: that is what `npm run dev` is for.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: false,
  },
  // The pages share these with the server around them, instead of bundling copies: one Payload in the process, and less to build.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    '@aws-sdk/client-s3',
  ],
  turbopack: {
    root: process.cwd(),
    // Dates of Payload’s own views by the newsroom’s clock.
    resolveAlias: { '@payloadcms/ui/shared': './src/newsroom/admin/payloadUiShared.ts' },
  },
}

export default withPayload(config)
