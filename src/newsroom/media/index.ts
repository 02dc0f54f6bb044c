// Pictures: what is taken in, how it is cleaned and rendered apart from the server, and how its files come and go.
// Tests: test/unit/newsroom/media*.spec.ts, test/int/media*.int.spec.ts.
export { LICENCES } from './licences.ts'
export { pictures, picturesOf } from './pictures.ts'
export { RENDITIONS } from './renditions.ts'
export { srcset, SRCSET_OF } from './srcset.ts'
export { startSweeping } from './startSweeping.ts'
export { storeFor } from './store/index.ts'
