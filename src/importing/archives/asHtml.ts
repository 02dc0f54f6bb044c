import { elementsOf, textOf, type XmlElement } from './readXml.ts'

/** In HTML there are no sections of CDATA, and only elements without an end may have the slash of XML. */
export function asHtml(xhtml: string): string {
  return xhtml
    .replace(/<!\[CDATA\[([^]*?)\]\]>/gu, (_, words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
    .replace(/<(\/?)[a-z][\w-]{0,20}:(?=[a-z])/giu, '<$1')
    .replace(/<([a-z][a-z\d]{0,20})((?:\s[^<>]*)?)\/>/giu, (all, name: string, rest: string) =>
      /^(?:br|hr|img|wbr|input|source|col|embed|area|track)$/iu.test(name) ? all : `<${name}${rest}></${name}>`,
    )
}

/** The HTML of an element: its text, or its elements where nobody escaped them. */
export function htmlIn(element: XmlElement): string {
  return elementsOf(element).length === 0 ? textOf(element) : asHtml(element.written)
}
