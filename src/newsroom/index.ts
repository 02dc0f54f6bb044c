// What makes this newsroom: its demo, its imports, its pictures, previews for its staff.
// Tests: test/int/demo.int.spec.ts, test/int/import.int.spec.ts, test/int/media*.int.spec.ts.
export { fillDemo, isEmpty, type DemoResult } from './demo/index.ts'
export { importPorts } from './import/index.ts'
export { picturesOf, startSweeping } from './media/index.ts'
export { staffPreview, type PreviewedPiece, type StaffPreview } from './staffPreview.ts'
