// Serves the pages as a host of static pages does, to look at them: redirects and what is gone stand in `_redirects`.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, normalize } from 'node:path'

const { OUT = 'out', PORT = '8080' } = process.env

const readOr = (name, otherwise) =>
  readFile(join(OUT, name), 'utf8').catch((error) => {
    if (['ENOENT', 'ENOTDIR'].includes(error.code)) return otherwise
    throw error
  })

async function answerTo(path) {
  const lines = (await readOr('_redirects', '')).split('\n').map((line) => line.split(' '))
  const [, to, status] = lines.find(([from]) => from === path) ?? []
  if (status === '308') return { status: 308, headers: { location: to }, body: '' }
  if (status === '410') return { status: 410, body: await readOr(to, '') }
  const body = await readOr(join(normalize(path), 'index.html'), null)
  return body === null ? { status: 404, body: 'Not found' } : { status: 200, body }
}

createServer(async (request, response) => {
  const { body, headers, status } = await answerTo(new URL(request.url, 'http://localhost').pathname)
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
}).listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/`))
