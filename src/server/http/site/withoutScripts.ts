/**
 * A page that React rendered, without its scripts and the preloading of them; data blocks (`application/ld+json`) stay.
 *
 * Next 16.4 sends its router, React and a second copy of the page's content with every page, also when no component of the page runs in the browser. React escapes `<` in
 * text and attributes, and Next and this site escape it inside scripts, so `<script` and `</script` are elements wherever they stand.
 */
export function withoutScripts(html: string): string {
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/gi, (element, attributes: string) =>
      /\btype="application\/ld\+json"/.test(attributes) ? element : '',
    )
    .replace(/<link\b[^>]*\bas="script"[^>]*>/gi, '')
}
