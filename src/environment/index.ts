// TODO
export { EnvironmentError } from './EnvironmentError.ts'
export { type Environment, type LogLevel, parseEnvironment, readEnvironment } from './environment.ts'
