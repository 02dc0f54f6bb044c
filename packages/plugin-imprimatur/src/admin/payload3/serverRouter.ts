// What the panel takes of the framework beneath Payload on the server; browserRouter.ts has the rest.
export { DefaultTemplate } from '@payloadcms/next/templates'
export { notFound, redirect } from 'next/navigation.js'
