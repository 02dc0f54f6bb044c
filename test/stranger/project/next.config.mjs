import { withPayload } from '@payloadcms/next/withPayload'

export default withPayload({
  // The folder that the project is made in may lie below another one with packages.
  turbopack: { root: import.meta.dirname },
})
