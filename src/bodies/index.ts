// What readers see of a body, and the forms that it is given in: HTML, Markdown, plain text. Knows no framework; the reference site draws from it, too.
// Tests: test/unit/bodies, test/unit/site.
export { MARKS, type BodyPart, type Run, type Words } from './BodyPart.ts'
export { bodyAsHtml, figureAsHtml } from './bodyAsHtml.ts'
export { bodyAsMarkdown } from './bodyAsMarkdown.ts'
export { bodyAsText } from './bodyAsText.ts'
export { languageView, oursWithin, SITE_LANGUAGE, type LanguageView } from './language.ts'
export { asInstant, asNumber, asRecord, asRecords, asText, present, type Loose } from './looseFields.ts'
export { pictureView, type PictureView } from './pictureView.ts'
export { pieceHref } from './pieceHref.ts'
export { readBody } from './readBody.ts'
export { hostOf, safeHref } from './safeHref.ts'
export { withDocuments, type FindDocument } from './withDocuments.ts'
