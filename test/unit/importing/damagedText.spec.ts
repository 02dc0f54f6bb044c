import { describe, expect, it } from 'vitest'
import { codes, doubt, LONG, parse, under } from './parsed.ts'

describe('damaged text', () => {
  it.each([
    ['Q&amp;A at the harbour', 'Q&amp;A', 'Q&A at the harbour'],
    ['It&#8217;s late', 'It&#8217;s', 'It’s late'],
    ['It&rsquo;s &lt;late&gt;', 'It&rsquo;s', 'It’s <late>'],
    ['&amp;amp;', '&amp;amp;', '&'],
    ['the islandsâ€™ ferry', 'islandsâ€™', 'the islands’ ferry'],
    ['Ã©tÃ© et Ã§a', 'Ã©tÃ©', 'été et ça'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['Ïàðîìû âåðíóëèñü â ïðîëèâ', 'Ïàðîìû', 'Паромы вернулись в пролив'],
    ['Ferry (¸ëêà, Ïðèâåò) 2', '(¸ëêà,', 'Ferry (ёлка, Привет) 2'],
    ['Caf=C3=A9 am Hafen', 'Caf=C3=A9', 'Café am Hafen'],
    ['=E2=80=9CIce=E2=80=9D', '=E2=80=9CIce=E2=80=9D', '“Ice”'],
    // One letter of two bytes alone.
    ['ErdoÄŸan and DuÅ¡an', 'ErdoÄŸan', 'Erdoğan and Dušan'],
    ['Å‚Ã³dÅº', 'Å‚Ã³dÅº', 'łódź'],
    // Twice.
    ['CafÃƒÂ©', 'CafÃƒÂ©', 'Café'],
    // Mac OS Roman.
    ['It‚Äôs a caf√©', 'It‚Äôs', 'It’s a café'],
    ['‚ÄúIce‚Äù', '‚ÄúIce‚Äù', '“Ice”'],
    // Windows-1251.
    ['itвЂ™s late', 'itвЂ™s', 'it’s late'],
    ['вЂњHelloвЂќ', 'вЂњHelloвЂќ', '“Hello”'],
    ['РџСЂРёРІРµС‚! РЇ Рё С‚С‹', 'РџСЂРёРІРµС‚!', 'Привет! Я и ты'],
    ['cafГ© in ЕЃГіdЕє', 'cafГ©', 'café in Łódź'],
    // Windows-1250.
    ['a cafĂ©', 'cafĂ©', 'a café'],
    ['ĹĽĂłĹ‚ta', 'ĹĽĂłĹ‚ta', 'żółta'],
    ['â€śHelloâ€ť', 'â€śHelloâ€ť', '“Hello”'],
    // Bytes of one character each.
    ['a caf=E9, d=E9j=E0 vu', 'caf=E9,', 'a café, déjà vu'],
    ['It=92s late', 'It=92s', 'It’s late'],
    ['Wait\u0085', 'Wait\u0085', 'Wait…'],
    ['\u0093Ice\u0094', '\u0093Ice\u0094', '“Ice”'],
    // References without their semicolon.
    ['It&rsquos late', 'It&rsquos', 'It’s late'],
    ['Fish &amp chips', '&amp', 'Fish & chips'],
    ['9&nbspo’clock', '9&nbspo’clock', '9\u00A0o’clock'],
    ['It&#8217s late', 'It&#8217s', 'It’s late'],
    ['a caf\\u00e9', 'caf\\u00e9', 'a café'],
    // In two ways.
    ['caf&Atilde;&copy;', 'caf&Atilde;&copy;', 'café'],
    // What belongs to the page that it comes from.
    ['Harbour <em>delayed</em>', '<em>delayed</em>', 'Harbour delayed'],
    ['Harbour<br>delayed', 'Harbour<br>delayed', 'Harbour delayed'],
    ['[caption id="a1"]The ice[/caption]', '[caption', 'The ice'],
    ['Harbour <!-- wp:more --> delayed', '<!--', 'Harbour delayed'],
    ['\uF0B7 The ice', '\uF0B7', '• The ice'],
    ['The \uFFFC ice', '\uFFFC', 'The ice'],
    ['The of\uFB01ce', 'of\uFB01ce', 'The office'],
  ])('is a doubt that offers what was meant: %s', (damaged, broken, mended) => {
    const page = parse({ headline: damaged, paragraphs: [LONG] })
    expect(page.headline.text).toBe(damaged)
    expect(doubt(page, 'text_damaged')).toMatchObject({ line: 1, mended })
    expect(doubt(page, 'text_damaged')?.message).toContain(`“${broken}”`)
  })

  it('is a line to leave out where no words are left', () => {
    const page = parse({ headline: under('<!-- wp:paragraph -->') })
    expect(doubt(page, 'text_damaged')).toMatchObject({
      line: 3,
      mended: '',
      message: expect.stringContaining('no words') as string,
    })
  })

  it.each([
    'Caf\uFFFD',
    'the end â€ of it',
    'Itï¿½s late',
    'the end вЂ of it',
    // The byte 0x81 or 0x98 is none of these code pages.
    'ĹĂłdĹş',
    'РРІР°РЅРѕРІ',
    'a sign \uE123 of one font',
    'a \u0081 byte',
  ])('is a doubt where something is lost: %s', (damaged) => {
    const found = doubt(parse({ headline: damaged, paragraphs: [LONG] }), 'text_damaged')
    expect(found?.line).toBe(1)
    expect(found).not.toHaveProperty('mended')
  })

  it.each([
    'AT&T',
    'a &foo; b',
    '«CAFÉ»',
    '“É”…',
    'Ärzte',
    'IRMÃO',
    'âge',
    'Zürich — ja',
    'R&D; and more',
    'äöüß und ÄÖÜ',
    'à é î ô ù ç æ œ ñ',
    'E=MC2 and x=FF',
    'a=C3=28',
    'The root √2, and √ of x',
    '‚Ähnlich‘ sagte er',
    'Äpfel auf Åland',
    'СІРІ, МОЈОЈ, НИЈЕ, ВІРІ',
    'Різдво',
    'CASĂ”, Ăştia, OCHIĂŞI',
    'n=90 people, size=92, x=FF, id=E5',
    'https://norvik.example/?a=E9&b=1',
    'The &amplifier, R&nb and “&”',
    'If a < b and b > c, the <ferry> wins',
    '[1] Ice, [Video] ferries, [sic]',
    'C:\\users, and \\u of it',
    '👨‍👩‍👧 in ❤️',
  ])('is none of it: %s', (text) => {
    expect(codes(parse({ headline: text, paragraphs: [LONG] }))).not.toContain('text_damaged')
  })
})
