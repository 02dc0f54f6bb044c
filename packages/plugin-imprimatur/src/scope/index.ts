export { Scope } from './Scope.ts'
