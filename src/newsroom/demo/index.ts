// The demo newsroom: staff, and a page that goes through the importer and the real workflow.
// Tests: test/int/demo.int.spec.ts.
export { fillDemo, isEmpty, type DemoResult } from './fillDemo.ts'
