import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ImprimaturError } from 'imprimatur/client'
import { articlePage, authorPage, frontPage, retractedPage } from './pages.mjs'

const NOTHING = { cursor: null, pieces: {}, former: {} }

/** How each collection is read: what its pages show, and no more. */
const READS = {
  articles: { body: 'html', populate: { authors: { displayName: true, slug: true } } },
  authors: { body: 'html' },
  'news-teasers': { depth: 0 },
}

/**
 * A copy of what is public as a folder of pages. What it knows is kept beside them in one file, together with the cursor: whoever is broken off
 * goes on from where the file stands.
 */
export class Site {
  /**
   * @param newsroom the client
   * @param folder of the pages
   * @param state the file
   */
  constructor(newsroom, folder, state) {
    Object.assign(this, { newsroom, folder, file: state, known: structuredClone(NOTHING) })
  }

  async open() {
    const text = await readFile(this.file, 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (text !== null) this.known = JSON.parse(text)
    return this
  }

  /** For `follow`: the cursor is kept with what was built up to it. */
  get cursor() {
    return { read: () => this.known.cursor, write: (cursor) => this.save({ ...this.known, cursor }) }
  }

  /** Applies a step, and writes the pages that hang on it. */
  async apply(step) {
    if (step.kind === 'reset') {
      this.known = structuredClone(NOTHING)
      await rm(this.folder, { recursive: true, force: true })
      return
    }
    for (const change of step.changes) await (change.op === 'upsert' ? this.put(change) : this.remove(change))
    await this.makeAnew(new Set(step.changes.flatMap(({ keys }) => keys)))
    await this.writeLists()
  }

  async put({ collection, id, slug }) {
    const document = await this.newsroom.byId(collection, id, READS[collection]).catch((error) => {
      // It has gone again, which a later change says.
      if (error instanceof ImprimaturError && (error.status === 404 || error.status === 410)) return null
      throw error
    })
    if (document === null) return
    const shows = (document.credits ?? []).flatMap(({ author }) => (author ? [`authors:${author.id}`] : []))
    this.known.pieces[`${collection}:${id}`] = { collection, slug, document, shows }
    delete this.known.former[`/${collection}/${slug}`]
    if (collection === 'articles') await this.write(`articles/${slug}/index.html`, articlePage(document))
  }

  async remove({ collection, id, reason, slug }) {
    const key = `${collection}:${id}`
    const address = `/${collection}/${slug}`
    await rm(join(this.folder, collection, slug), { recursive: true, force: true })
    if (reason === 'moved') {
      this.known.former[address] = { piece: key }
      return
    }
    delete this.known.pieces[key]
    const found = reason === 'retracted' ? await this.newsroom.bySlug(collection, slug) : null
    if (found?.kind !== 'retracted') return
    const notice = `/${collection}/${slug}/index.html`
    for (const each of [address, ...this.formerOf(key)]) this.known.former[each] = { piece: key, notice }
    await this.write(notice, retractedPage(found.notice))
  }

  /** Articles that show one of what changed, such as the name of a person. */
  async makeAnew(keys) {
    for (const [key, { collection, shows, slug }] of Object.entries(this.known.pieces)) {
      if (shows.some((each) => keys.has(each))) await this.put({ collection, id: key.split(':')[1], slug })
    }
  }

  async writeLists() {
    const of = (collection) =>
      Object.values(this.known.pieces).flatMap((piece) => (piece.collection === collection ? [piece.document] : []))
    const articles = of('articles').sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    await this.write('index.html', frontPage(articles.slice(0, 12), of('news-teasers').slice(0, 6)))
    for (const author of of('authors')) {
      const own = articles.filter(({ credits }) => credits.some((credit) => credit.author?.id === author.id))
      await this.write(`authors/${author.slug}/index.html`, authorPage(author, own))
    }
    await this.write('_redirects', this.redirects())
  }

  /** In the form that hosts of static pages read: from, to, status. */
  redirects() {
    return Object.entries(this.known.former)
      .flatMap(([from, { notice, piece }]) => {
        const now = this.known.pieces[piece]
        if (notice !== undefined) return [`${from} ${notice} 410`]
        return now ? [`${from} /${now.collection}/${now.slug} 308`] : []
      })
      .map((line) => `${line}\n`)
      .join('')
  }

  formerOf(piece) {
    return Object.keys(this.known.former).filter((address) => this.known.former[address].piece === piece)
  }

  async write(name, text) {
    await mkdir(dirname(join(this.folder, name)), { recursive: true })
    await writeFile(join(this.folder, name), text)
  }

  async save(known) {
    this.known = known
    await writeFile(`${this.file}.new`, JSON.stringify(known))
    await rename(`${this.file}.new`, this.file)
  }
}
