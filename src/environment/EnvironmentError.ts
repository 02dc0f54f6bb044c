/** Something about the machine or its variables that stops the start. The message is one sentence for the operator; it quotes no secret. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}
