import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_WAITING, PictureMaker } from '../../../src/newsroom/media/PictureMaker.ts'

let folder: string
let large: string
let small: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'making-'))
  large = path.join(folder, 'large.png')
  small = path.join(folder, 'small.png')
  const flat = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c00' } })
  await flat(7000, 7000).png({ compressionLevel: 1 }).toFile(large)
  await flat(40, 30).png().toFile(small)
}, 60_000)

afterAll(async () => {
  await rm(folder, { recursive: true })
})

const job = async (source: string) => ({
  source,
  folder: await mkdtemp(path.join(folder, 'job-')),
  focal: { x: 50, y: 50 },
  isClean: false,
})

/** Processes that this one has started to make pictures. */
function processes(): readonly string[] {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  return children.split('\n').filter((line) => line.includes('pictureProcess'))
}

/** Waits until the process is there; it goes on with the picture long after. */
async function begun(): Promise<void> {
  while (processes().length === 0) await new Promise((resolve) => setImmediate(resolve))
}

async function ended(): Promise<void> {
  while (processes().length > 0) await new Promise((resolve) => setImmediate(resolve))
}

describe('the picture process', () => {
  it('is one, whoever asks', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const both = [maker.make(await job(small)), maker.make(await job(small))]
    await begun()
    expect(processes()).toHaveLength(1)
    for (const made of await Promise.all(both)) expect(Object.keys(made.sizes)).toHaveLength(8)
    expect(processes()).toHaveLength(1)
    maker.stop()
    await ended()
  })

  it(
    'ends in the middle of a picture when the server stops, and nothing waits for it',
    { timeout: 60_000 },
    async () => {
      const maker = new PictureMaker()
      const made = Promise.allSettled([maker.make(await job(large)), maker.make(await job(small))])
      await begun()
      maker.stop()
      for (const each of await made) expect(each).toMatchObject({ status: 'rejected', reason: { status: 503 } })
      await ended()
      await expect(maker.make(await job(small))).rejects.toMatchObject({ status: 503 })
      expect(processes()).toEqual([])
    },
  )

  // systemd's KillMode=control-group tells each process of a service, and Ctrl+C each of a terminal.
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'leaves it to the server what %s means',
    { timeout: 60_000 },
    async (signal) => {
      const maker = new PictureMaker()
      const own = await job(large)
      const made = maker.make(own)
      while ((await readdir(own.folder)).length === 0) await new Promise((resolve) => setImmediate(resolve))
      process.kill(Number.parseInt(processes()[0] ?? '', 10), signal)
      expect(Object.keys((await made).sizes)).toHaveLength(8)
      maker.stop()
      await ended()
    },
  )

  it('ends when whoever sent the picture hangs up, and the next one is made', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const caller = new AbortController()
    const given = maker.make(await job(large), caller.signal)
    const next = job(small).then((each) => maker.make(each))
    await begun()
    caller.abort()
    await expect(given).rejects.toMatchObject({ status: 503 })
    expect(Object.keys((await next).sizes)).toHaveLength(8)
    maker.stop()
  })

  it('says in words that a file is damaged, and goes on', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const cut = path.join(folder, 'cut.jpg')
    await writeFile(cut, Buffer.from('\xff\xd8\xff\xe0', 'latin1'))
    await expect(maker.make(await job(cut))).rejects.toThrow(/damaged/)
    expect(Object.keys((await maker.make(await job(small))).sizes)).toHaveLength(8)
    maker.stop()
  })

  const UNBOUND = { pictureMs: 600_000, widthMs: 600_000, memory: Number.MAX_SAFE_INTEGER }
  it.each([
    ['time', { ...UNBOUND, pictureMs: 50 }],
    ['memory', { ...UNBOUND, memory: 1 }],
  ])(
    'is ended by a picture that takes more %s than it may, which is said in words',
    { timeout: 60_000 },
    async (_, limits) => {
      const maker = new PictureMaker(limits)
      await expect(maker.make(await job(large))).rejects.toThrow(/takes too much time or memory to open/)
      await ended()
      // Not for ever: the next one has a process of its own.
      const next = maker.make(await job(small)).catch(String)
      await begun()
      expect(await next).toMatch(/takes too much time or memory/)
      maker.stop()
      await ended()
    },
  )

  it('makes what was uploaded before the widths that wait', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const done: string[] = []
    const cut = { left: 0, top: 0, from: { width: 40, height: 30 }, to: { width: 20, height: 15 } }
    const width = async (name: string) => {
      await maker.makeWidth({ source: small, to: path.join(folder, name), cut, extension: 'webp' })
      done.push(name)
    }
    const given = await job(small)
    const widths = ['first', 'second', 'third'].map(width)
    const picture = maker.make(given).then(() => done.push('picture'))
    await Promise.all([...widths, picture])
    expect(done).toEqual(['first', 'picture', 'second', 'third'])
    expect(await sharp(path.join(folder, 'third')).metadata()).toMatchObject({ format: 'webp', width: 20, height: 15 })
    maker.stop()
  })

  it('refuses a width that too many others wait before, and no picture for that', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const cut = { left: 0, top: 0, from: { width: 40, height: 30 }, to: { width: 20, height: 15 } }
    const own = await job(small)
    const waiting = Array.from({ length: MAX_WAITING.widths + 2 }, (_, at) =>
      maker.makeWidth({ source: small, to: path.join(folder, `width-${String(at)}`), cut, extension: 'webp' }),
    )
    const picture = maker.make(own)
    await expect(waiting.at(-1)).rejects.toMatchObject({
      data: { entries: [{ code: 'busy', message: 'The server is busy with other pictures.' }] },
    })
    expect(Object.keys((await picture).sizes)).toHaveLength(8)
    maker.stop()
    await Promise.allSettled(waiting)
  })

  it('is not waited for by more than there is patience for', { timeout: 60_000 }, async () => {
    const maker = new PictureMaker()
    const waiting = []
    for (let at = 0; at < MAX_WAITING.pictures; at++) waiting.push(maker.make(await job(large)))
    const all = Promise.allSettled([...waiting, maker.make(await job(small))])
    maker.stop()
    const last = (await all).at(-1)
    expect(last).toMatchObject({
      status: 'rejected',
      reason: { data: { entries: [{ code: 'busy', retryAfter: 30 }] } },
    })
  })
})
