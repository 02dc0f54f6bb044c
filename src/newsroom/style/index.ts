// The rules of this newsroom's house style: reading them, and making many of a list.
// Tests: test/int/style.int.spec.ts.
export { importRulesEndpoint, keepsRules } from './importRules.ts'
export { STYLE_RULES, readStyleRules } from './readStyleRules.ts'
export { refuseTooMany } from './refuseTooMany.ts'
