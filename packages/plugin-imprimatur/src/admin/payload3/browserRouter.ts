// What the panel takes of the router of the framework beneath Payload, in the browser; serverRouter.ts has what runs on the server, where Next
// refuses to build a file that names the hooks. Links are those of @payloadcms/ui.
export { usePathname, useRouter } from 'next/navigation.js'
