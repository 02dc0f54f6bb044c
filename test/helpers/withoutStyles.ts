import { register } from 'node:module'

// Parts of the panel import style sheets, which Node cannot read. Import this before them.
const LOADER = `export const load = (url, context, next) =>
  /\\.s?css$/.test(url) ? { format: 'module', source: '', shortCircuit: true } : next(url, context)`

register(`data:text/javascript,${encodeURIComponent(LOADER)}`)
