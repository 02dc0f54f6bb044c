// What makes this newsroom: its demo, its imports, its pictures, previews for its staff.
// Tests: test/int/demo.int.spec.ts, test/int/import.int.spec.ts, test/int/media*.int.spec.ts.
export { fillDemo, isEmpty, type DemoResult } from './demo/index.ts'
export { forgetOldNotifications } from './forgetOldNotifications.ts'
export { IMPORT_FORMATS, importPorts, planFile, type ImportFormat } from './import/index.ts'
export { keepAudit, lastAudit, type LastAudit } from './lastAudit.ts'
export { newsroomHealth, type NewsroomHealth } from './newsroomHealth.ts'
export { picturesOf, startSweeping } from './media/index.ts'
export { reviewLinks, type ReviewLinks } from './reviewLinks.ts'
export { staffPreview, type PreviewedPiece, type StaffPreview } from './staffPreview.ts'
