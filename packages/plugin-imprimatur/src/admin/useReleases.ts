'use client'

import { useConfig } from '@payloadcms/ui'
import { useMemo } from 'react'
import { useDesk } from './DeskContext.tsx'
import { releaseApi, type ReleaseApi } from './releaseApi.ts'

/** The releases of the newsroom. */
export function useReleases(): ReleaseApi {
  const { config } = useConfig()
  const { endpointPrefix, releases } = useDesk()
  const { api } = config.routes
  return useMemo(() => releaseApi(api, endpointPrefix, releases), [api, endpointPrefix, releases])
}
