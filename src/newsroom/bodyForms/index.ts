// Texts in the form that a reader asks for.
// Tests: test/unit/bodies, test/int/public-reads.int.spec.ts.
export { BODY_FORMS, bodyForms, inForm, textFieldOf, withBodyForm, type BodyForm } from './bodyForms.ts'
