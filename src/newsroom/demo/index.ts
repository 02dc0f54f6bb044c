// The demo newsroom: staff, and a page that goes through the importer and the real workflow.
// May import payload, src/importing, src/newsroom/import, src/payload/plugin.
// Tests: test/int/demo.int.spec.ts.
export { fillDemo, isEmpty, type DemoResult } from './fillDemo.ts'
