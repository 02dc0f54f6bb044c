import { Scope } from 'payload-plugin-imprimatur/scope'

/** The request that whatever runs now is for, so that a line in the log names it wherever it is written. */
export const requestScope = new Scope<{ readonly requestId: string }>('request')
