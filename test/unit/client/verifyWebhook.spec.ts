import { generateKeyPairSync, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, WebhookVerificationError } from '../../../packages/client/src/index.ts'

/** Messages that the library of Standard Webhooks signs, and the vector of its specification. */

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const OTHER = `whsec_${Buffer.from('another secret of 24 by').toString('base64')}`
const now = new Date('2026-11-24T12:00:00.000Z')
const body = '{"type":"piece.published","timestamp":"2026-11-24T11:59:59.000Z","data":{"id":"a","slug":"communiqué"}}'

const headersOf = (signature: string, at = now) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': signature,
})
const signedBy = (secret: string, at = now) => new Webhook(secret).sign('msg_1', at, body)
const verified = (headers: object, keys: string | readonly string[] = SECRET, text = body) =>
  verifyWebhook(text, headers as Record<string, string>, keys, { now })

describe('verifyWebhook', () => {
  it('takes what the specification has signed', async () => {
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, as its libraries test it.
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    }
    const at = { now: new Date(1_614_265_330_000) }
    expect(await verifyWebhook('{"test": 2432232314}', headers, SECRET, at)).toEqual({ test: 2_432_232_314 })
  })

  it('takes a message by any of its signatures and any of the keys, as headers of any kind', async () => {
    const headers = headersOf(`v2,abc ${signedBy(OTHER)} ${signedBy(SECRET)}`)
    expect(await verified(headers)).toMatchObject({ type: 'piece.published', data: { slug: 'communiqué' } })
    expect(await verified(new Headers(headers), [OTHER])).toMatchObject({ type: 'piece.published' })
  })

  it('takes ed25519 by the public key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
    const at = String(Math.floor(now.getTime() / 1000))
    const signature = sign(null, Buffer.from(`msg_1.${at}.${body}`), privateKey).toString('base64')
    const headers = headersOf(`${signedBy(OTHER)} v1a,${signature}`)
    expect(await verified(headers, `whpk_${raw}`)).toMatchObject({ data: { id: 'a' } })
    await expect(verified(headers, `whpk_${raw}`, `${body} `)).rejects.toThrow(WebhookVerificationError)
    // The public key is known to everybody: nothing may be signed with it as a secret.
    const forged = headersOf(signedBy(`whsec_${raw}`))
    await expect(verified(forged, `whpk_${raw}`)).rejects.toThrow('No signature')
  })

  it.each([
    ['another body', headersOf(signedBy(SECRET)), `${body} `],
    ['another secret', headersOf(signedBy(OTHER)), body],
    ['another time', headersOf(signedBy(SECRET), new Date(now.getTime() + 1000)), body],
    ['another id', { ...headersOf(signedBy(SECRET)), 'webhook-id': 'msg_2' }, body],
    ['no signature', headersOf(''), body],
    ['a signature of another kind', headersOf(signedBy(SECRET).replace('v1,', 'v1a,')), body],
    ['no base64', headersOf('v1,%%%'), body],
    ['half a signature', headersOf(signedBy(SECRET).slice(0, 24)), body],
    ['no id', { ...headersOf(signedBy(SECRET)), 'webhook-id': undefined }, body],
    ['a time that is none', { ...headersOf(signedBy(SECRET)), 'webhook-timestamp': 'NaN' }, body],
  ])('refuses a message with %s', async (_, headers, text) => {
    await expect(verified(headers, SECRET, text)).rejects.toThrow(WebhookVerificationError)
  })

  it.each([-301, 301])('refuses what was signed %s seconds from now, and takes what is nearer', async (seconds) => {
    const at = (difference: number) => new Date(now.getTime() + difference * 1000)
    await expect(verified(headersOf(signedBy(SECRET, at(seconds)), at(seconds)))).rejects.toThrow('clocks differ')
    const near = at(seconds - Math.sign(seconds))
    expect(await verified(headersOf(signedBy(SECRET, near), near))).toMatchObject({ type: 'piece.published' })
  })

  it('refuses without a key', async () => {
    await expect(verified(headersOf(signedBy(SECRET)), [])).rejects.toThrow(WebhookVerificationError)
  })
})
