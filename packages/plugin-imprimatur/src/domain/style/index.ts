// House style, decided purely: what a rule is, where the words of rules stand in a text, who may let a passage stand.
// May import domain/workflow, domain/comments. Tests: test/unit/style, test/property/style.spec.ts.
export { addressesLanguage, adviceFault, patternFault, STYLE_LIMITS, type StyleRule } from './StyleRule.ts'
export { findStyle, styleFindings, type StyleMatch } from './findStyle.ts'
export { exceptionFor, mayExcuse, type StyleException } from './exceptions.ts'
