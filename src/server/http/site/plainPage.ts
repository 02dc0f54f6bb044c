const WORDS: Readonly<Record<string, readonly [title: string, text: string]>> = {
  first: [
    'Nobody works here yet',
    'The first administrator is made at the console of the server, with: npm run admin -- your@address.example',
  ],
  308: ['Moved', 'This page has another address now.'],
  400: ['Not understood', 'The address is not one that this site can read.'],
  404: ['Not found', 'There is nothing at this address.'],
  405: ['Not possible', 'Pages can only be read.'],
  429: [
    'Too many attempts',
    'Too many addresses that lead to nothing were tried from here. Wait a little, then open your link again.',
  ],
  500: ['Something went wrong', 'The page could not be made. It is not your fault; please try again in a moment.'],
}

/** A page that needs nothing but itself, for when the site's own pages cannot be made. */
export function plainPage(status: number | 'first'): string {
  const [title, text] = WORDS[status] ?? WORDS[Number(status) < 500 ? 404 : 500] ?? ['', '']
  return [
    '<!DOCTYPE html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title></head>`,
    `<body><main><h1>${title}</h1><p>${text}</p><p><a href="/">Front page</a></p></main></body></html>`,
    '',
  ].join('\n')
}
