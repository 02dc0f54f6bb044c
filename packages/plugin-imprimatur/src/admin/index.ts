// What the plugin adds to a config for the panel: components by their path, never the components themselves.
// Tests: test/unit/admin, test/e2e.
export { hasOwnForm, withDeskParts, withOpenForm, withOpenGlobal, withPieceParts } from './adminParts.ts'
export { withNewsroomDates } from './dateParts.ts'
