import type { Instrumentation } from 'next'

/** Next calls this for whatever fails while it makes a page or carries out an action of the panel. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportPageError } = await import('./server/http/pageErrors.ts')
    const id = headers['x-request-id']
    reportPageError(error, typeof id === 'string' ? id : undefined)
  }
}
