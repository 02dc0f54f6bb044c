const ROOM = 'packages/client/src'
const PROOF = ['test/property/clientProof.spec.ts']
const WEBHOOK = ['test/unit/client/verifyWebhook.spec.ts']
const INT = ['test/int/client.int.spec.ts']

/** What a front end takes the client's word for. */
export const CLIENT = [
  {
    file: `${ROOM}/verifyProof.ts`,
    find: "if ((await digestOf(canonical)) !== digest) return { ok: false, fault: 'digest' }",
    put: 'await digestOf(digest)',
    holds: 'client',
    without: 'that a proof is of the text that it holds',
    tests: PROOF,
  },
  {
    file: `${ROOM}/verifyProof.ts`,
    find: 'if (content === null || canonicalOf(content) !== canonical)',
    put: 'if (content === null)',
    holds: 'client',
    without: 'that the text of a proof has one form',
    tests: PROOF,
  },
  {
    file: `${ROOM}/verifyProof.ts`,
    find: 'if (isRecord(signed.root) && wordsOf(signed) !== wordsOf(shown)) return false',
    put: '',
    holds: 'client',
    without: 'that a document has no words in its text that nobody signed',
    tests: PROOF,
  },
  {
    file: `${ROOM}/verifyProof.ts`,
    find: 'return left.length === rows.length && left.every(',
    put: 'return left.every(',
    holds: 'client',
    without: 'that a document has no rows that nobody signed',
    tests: PROOF,
  },
  {
    file: `${ROOM}/verifyWebhook.ts`,
    find: 'if (!(Math.abs(now.getTime() / 1000 - seconds) <= toleranceSeconds))',
    put: 'if (Math.abs(now.getTime() / 1000 - seconds) > Infinity)',
    holds: 'client',
    without: 'that old messages are not taken again',
    tests: WEBHOOK,
  },
  {
    file: `${ROOM}/verifyWebhook.ts`,
    find: 'if (!scheme || !key.startsWith(scheme.prefix)) return false',
    put: 'if (!scheme) return false',
    holds: 'client',
    without: 'that a public key is not taken for a secret',
    tests: WEBHOOK,
  },
  {
    file: `${ROOM}/follow.ts`,
    find: `        yield step
        if (step.kind === 'changes') await store.write(step.cursor)`,
    put: `        if (step.kind === 'changes') await store.write(step.cursor)
        yield step`,
    holds: 'client',
    without: 'that what was not applied is told again',
    tests: INT,
    only: 'not applied',
  },
  {
    file: `${ROOM}/follow.ts`,
    find: "if (event === 'reset') yield { kind: 'reset' }",
    put: "if (event === 'reset') continue",
    holds: 'client',
    without: 'that who listens forgets what is of another log',
    tests: INT,
    only: 'forget everything',
  },
  {
    file: `${ROOM}/follow.ts`,
    find: "if (!onError || signal?.aborted || mode === 'once' || isRefusal(error)) throw error\n      onError(error)",
    put: "if (signal?.aborted || mode === 'once' || isRefusal(error)) throw error\n      onError?.(error)",
    holds: 'client',
    without: 'that somebody hears of a line that broke',
    tests: INT,
    only: 'first fault',
  },
  {
    file: `${ROOM}/ask.ts`,
    find: 'if (response.status === 503 && seconds !== undefined && seconds <= LONGEST_WAIT && tries < retries)',
    put: 'if (response.status >= 429 && seconds !== undefined && tries < retries)',
    holds: 'client',
    without: 'that nothing is asked again but of a newsroom that says when it is there',
    tests: ['test/unit/client/ask.spec.ts'],
  },
]
