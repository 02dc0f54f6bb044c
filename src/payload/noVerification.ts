import type { Endpoint, GraphQLExtension } from 'payload'
import { coded } from './errors/index.ts'

/** In the place of Payload's (3.90), which looks for a field that logins without verification do not have, and fails. */
export const noVerification: Endpoint = {
  path: '/verify/:id',
  method: 'post',
  handler: () => {
    throw coded('not_found')
  },
}

/** The same for the mutation. */
export const noVerificationMutation: GraphQLExtension = ({ GraphQLBoolean, GraphQLString }) => ({
  verifyEmailUser: {
    type: GraphQLBoolean,
    args: { token: { type: GraphQLString } },
    resolve: () => {
      throw coded('not_found')
    },
  },
})
