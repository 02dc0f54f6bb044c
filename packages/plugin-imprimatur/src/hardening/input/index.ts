// Refuses values whose shape Payload would store misshapen.
export { refuseMisshapen, refuseMisshapenGlobal } from './refuseMisshapen.ts'
export { textHole } from './textHole.ts'
