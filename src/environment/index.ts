// The variables that a server is started with: read, checked, and the secret and the folders that they lead to.
// Tests: test/unit/server.
export { EnvironmentError } from './EnvironmentError.ts'
export {
  type BucketSetting,
  type Environment,
  type LogLevel,
  parseEnvironment,
  type PurgeSetting,
  readEnvironment,
} from './environment.ts'
