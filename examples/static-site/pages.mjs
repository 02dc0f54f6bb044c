/** Pages as HTML. Texts of the newsroom are escaped; bodies come as HTML that is safe to inline. */

export const articlePage = (article) =>
  page(
    article.headline,
    `<article lang="${escaped(article.language)}">
<h1>${escaped(article.headline)}</h1>
${article.standfirst ? `<p class="standfirst">${escaped(article.standfirst)}</p>` : ''}
<p class="byline">${escaped(article.byline ?? '')} <time datetime="${article.publishedAt}">${day(article.publishedAt)}</time></p>
${article.body}
${article.credits.map(({ author }) => (author ? `<p><a href="/authors/${author.slug}">${escaped(author.displayName)}</a></p>` : '')).join('')}
${corrections(article.corrections ?? [])}
</article>`,
  )

/** What was changed after publication, the newest first. */
const corrections = (list) =>
  list.length === 0
    ? ''
    : `<section class="corrections"><h2>Corrections</h2>${list
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map(({ at, kind, text }) => `<p><strong>${kind}, ${day(at)}:</strong> ${escaped(text)}</p>`)
        .join('')}</section>`

export const authorPage = (author, articles) =>
  page(
    author.displayName,
    `<h1>${escaped(author.displayName)}</h1>${author.biography ?? ''}<ul>${articles.map(card).join('')}</ul>`,
  )

export const frontPage = (articles, teasers) =>
  page(
    'Newest',
    `<h1>Newest</h1><ul>${articles.map(card).join('')}</ul><aside>${teasers
      .map(({ excerpt, headline }) => `<h3>${escaped(headline)}</h3><p>${escaped(excerpt ?? '')}</p>`)
      .join('')}</aside>`,
  )

/** Stands at the address of a piece that was wrong, with the status 410. */
export const retractedPage = (notice) => page('Retracted', `<h1>Retracted</h1><p class="notice">${escaped(notice)}</p>`)

const card = ({ excerpt, headline, slug }) =>
  `<li><a href="/articles/${slug}">${escaped(headline)}</a> ${escaped(excerpt ?? '')}</li>`

const page = (title, content) => `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body><nav><a href="/">Newest</a></nav><main>${content}</main></body></html>
`

const day = (at) => at?.slice(0, 10) ?? ''

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
