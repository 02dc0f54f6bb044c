'use client'

import { useEffect } from 'react'
import { useWords } from './useWords.ts'

/**
 * Payload's screens (3.90) show what the browser says of a request that did not arrive, such as “Failed to fetch”. Here it says so in the
 * language of the panel. It is still a TypeError, as `fetch` throws it.
 */
export function usePlainNetworkErrors(): void {
  const { say } = useWords()
  useEffect(() => {
    const plain = window.fetch.bind(window)
    window.fetch = async (...request) => {
      try {
        return await plain(...request)
      } catch (error) {
        throw error instanceof TypeError ? new TypeError(say('refusals:unreachable'), { cause: error }) : error
      }
    }
    return () => {
      window.fetch = plain
    }
  }, [say])
}
