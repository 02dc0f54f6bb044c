// Pictures: what is taken in and how it is cleaned, and their renditions.
// May import payload, sharp, src/content, src/payload/fields.
// Tests: test/unit/payload-fields/media.spec.ts, test/int/media*.int.spec.ts.
export { cleanImage, ImageRefused, MAX_FILE_BYTES, MAX_PIXELS, type CleanImage } from './cleanImage.ts'
export { LICENCES } from './licences.ts'
export { RENDITIONS } from './renditions.ts'
export { hashFile, sha256, storedName, takeInFile } from './takeInFile.ts'
