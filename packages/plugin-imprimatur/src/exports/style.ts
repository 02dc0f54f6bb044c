// Rules of the house style without Payload: what one is, what is wrong with one, where its words are.
export {
  adviceFault,
  findStyle,
  patternFault,
  STYLE_LIMITS,
  type StyleMatch,
  type StyleRule,
} from '../domain/style/index.ts'
