// What the collections are made of: access by role, shared fields, validations, and the hooks that keep derived values in step.
// Tests: test/unit/newsroom, test/int/content-model*.int.spec.ts.
export { canonicalLanguage } from './bcp47.ts'
export {
  canonicalUrlField,
  excerptFlags,
  languageField,
  publicationDates,
  seoField,
  sideBySide,
  sourceField,
} from './commonFields.ts'
export { derived } from './derived.ts'
export { GENRES } from './genres.ts'
export { keepAuthorNames } from './keepAuthorNames.ts'
export { keepByline } from './keepByline.ts'
export { keepExcerpt, keepWrittenExcerpt } from './keepExcerpt.ts'
export { keepOnRestore } from './keepOnRestore.ts'
export { keepTarget } from './keepTarget.ts'
export { measureText } from './measureText.ts'
export { asked, isBlank } from './messages.ts'
export { sameAsField } from './sameAs.ts'
export { nameOfCopy } from './nameOfCopy.ts'
export { refuseMisshapen } from 'payload-plugin-imprimatur'
export { keepSlug, slugOf } from './slug.ts'
export { anyone, anyOfRoles, anyStaff, nobody, RIGHTS, ROLES, staffMember, type Role } from '../../accounts/index.ts'
export { breadcrumbField, notItself, parentField } from './tree.ts'
export { guardRemoval, guardRights, refuseClosedAccount, refuseUngranted } from '../../accounts/index.ts'
export { countryField, keepPlaceCode, m49Field, placeCountryField } from './placeCodes.ts'
export { previewPane } from './previewPane.ts'
export { written } from './written.ts'
export { requiredWebAddress } from './webAddress.ts'
