// Pictures: what is taken in, how it is cleaned and rendered apart from the server, and how its files come and go.
// May import payload, sharp, packages/plugin-imprimatur/src/domain/content, packages/plugin-imprimatur/src/errors, src/newsroom/fields, src/payload/plugin.
// Tests: test/unit/payload-fields/media*.spec.ts, test/int/media*.int.spec.ts.
export { MAX_FILE_BYTES, MAX_PIXELS } from './cleanImage.ts'
export { LICENCES } from './licences.ts'
export { pictures, picturesOf, type Pictures } from './pictures.ts'
export { RENDITIONS } from './renditions.ts'
export { startSweeping } from './startSweeping.ts'
