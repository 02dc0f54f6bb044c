import { createHmac } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { Payload } from 'payload'

/** What a token is for: a piece such as `articles:1`, and its row in the database, without which it is of no use. */
export type PreviewClaims = { readonly piece: string; readonly row: string }

const FORM = { alg: 'HS256', typ: 'JWT' } as const
const AUDIENCE = 'preview'

/** A JWT (RFC 7519) with a key of its own: none of these is ever a session. */
export async function signPreviewToken(payload: Payload, claims: PreviewClaims, expiresAt: Date): Promise<string> {
  return new SignJWT()
    .setProtectedHeader(FORM)
    .setSubject(claims.piece)
    .setJti(claims.row)
    .setAudience(AUDIENCE)
    .setExpirationTime(expiresAt)
    .sign(keyOf(payload))
}

/** What a token is for at a moment; null for one that is not ours, was changed, or has expired. */
export async function readPreviewToken(payload: Payload, token: string, now: Date): Promise<PreviewClaims | null> {
  try {
    const { payload: claims } = await jwtVerify(token, keyOf(payload), {
      algorithms: [FORM.alg],
      audience: AUDIENCE,
      currentDate: now,
      requiredClaims: ['exp', 'jti', 'sub'],
    })
    return { piece: String(claims.sub), row: String(claims.jti) }
  } catch {
    // Whatever is wrong with it, nobody is told what.
    return null
  }
}

function keyOf({ secret }: Payload): Uint8Array {
  return createHmac('sha256', secret).update('preview tokens of pieces').digest()
}
