// Codes of errors and what is known of a status, without Payload.
export { codeOfStatus } from '../errors/index.ts'
