// What Payload's database adapters have in common that their types do not say.
export { WRITES } from './writes.ts'
