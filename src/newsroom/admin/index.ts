// What the panel of this newsroom has beside the plugin's parts: importing, passwords, progress of uploads.
// Tests: test/e2e/import.e2e.spec.ts, test/e2e/accounts.e2e.spec.ts.
export { ImportView } from './ImportView.tsx'
export { PasswordNote } from './PasswordNote.tsx'
export { PasswordRule } from './PasswordRule.tsx'
export { PasteFeatureClient } from './PasteFeature.tsx'
export { UploadProgress } from './UploadProgress.tsx'
