// For a project that has something of its own hold for one request, or for part of it.
export { Scope } from '../scope/index.ts'
