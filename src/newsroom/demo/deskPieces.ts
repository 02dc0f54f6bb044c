import type { Login } from './staff.ts'

/** A picture that is drawn for the demo; the seed decides how it looks. */
export type DemoPicture = {
  readonly name: string
  readonly seed: number
  readonly alt: string
  readonly caption: string
}

export type DemoAuthor = {
  readonly displayName: string
  readonly jobTitle: string
  readonly shortBio: string
  readonly biography: readonly string[]
}

type Move =
  | { readonly move: 'submit' | 'revise' | 'spike' | 'publish' | 'sign_off'; readonly by: Login }
  | { readonly move: 'request_changes' | 'withdraw'; readonly by: Login; readonly reason: string }
  | { readonly move: 'retract'; readonly by: Login; readonly notice: string }
  /** Days from now, and the hour of that day in UTC. */
  | { readonly move: 'schedule'; readonly by: Login; readonly inDays: number; readonly hour: number }
  | { readonly save: Readonly<Record<string, unknown>>; readonly by: Login }
  | {
      readonly assign: readonly Login[]
      readonly by: Login
      readonly dueInDays: number
      readonly priority: 'normal' | 'high' | 'urgent'
    }

export type DemoArticle = {
  readonly headline: string
  readonly standfirst: string
  readonly section: string
  readonly genre: string
  readonly author: string
  readonly picture?: string
  readonly body: readonly string[]
  readonly by: Login
  /** What becomes of it, in this order. */
  readonly moves: readonly Move[]
}

const submitted = (by: Login): Move => ({ move: 'submit', by })
const signed: Move = { move: 'sign_off', by: 'reviewer' }
const out: Move = { move: 'publish', by: 'publisher' }

export const SECTIONS = ['City', 'Culture', 'Science', 'Opinion'] as const

export const PICTURES: readonly DemoPicture[] = [
  {
    name: 'ferry',
    seed: 11,
    alt: 'A low evening sun over dark water, with hills behind it.',
    caption: 'The bay at the hour of the last boat.',
  },
  {
    name: 'market',
    seed: 23,
    alt: 'Rolling fields in stripes of green under a pale sky.',
    caption: 'Fields behind the old market road.',
  },
  {
    name: 'dunes',
    seed: 37,
    alt: 'A row of dunes in warm light, with a large sun above.',
    caption: 'The dunes, which move two metres a year.',
  },
  {
    name: 'night',
    seed: 52,
    alt: 'A dark blue sky with a pale moon above three ridges.',
    caption: 'Above the town after the lamps went out.',
  },
]

export const AUTHORS: readonly DemoAuthor[] = [
  {
    displayName: 'Mara Lindqvist',
    jobTitle: 'City reporter',
    shortBio: 'Mara Lindqvist writes about how a town gets from one side to the other.',
    biography: ['Mara Lindqvist drove a delivery van before she wrote about traffic. She still knows every short cut.'],
  },
  {
    displayName: 'Tomás Ferreira',
    jobTitle: 'Culture editor',
    shortBio: 'Tomás Ferreira listens to bad recordings of good choirs.',
    biography: ['Tomás Ferreira sang bass for eleven years. He reviews what he would have liked to sing in.'],
  },
  {
    displayName: 'Aiko Brandt',
    jobTitle: 'Science writer',
    shortBio: 'Aiko Brandt writes about measuring things that will not hold still.',
    biography: ['Aiko Brandt studied geology and left the field for the desk, where the rocks are lighter.'],
  },
  {
    displayName: 'Joseph Okello',
    jobTitle: 'Columnist',
    shortBio: 'Joseph Okello writes a column on small rules with large effects.',
    biography: ['Joseph Okello was a clerk of the court. He reads the footnotes first.'],
  },
]

export const ARTICLES: readonly DemoArticle[] = [
  {
    headline: 'The night ferry keeps its last stop',
    standfirst: 'Nine people a night use the pier at Sandhook. The council asked each of them where they go.',
    section: 'City',
    genre: 'report',
    author: 'Mara Lindqvist',
    picture: 'ferry',
    by: 'editor',
    body: [
      'The boat that leaves the city at ten past midnight will go on calling at Sandhook. The council decided so on Monday, eight votes to five, after a clerk had spent two weeks on the pier with a notebook.',
      'Nine people a night get off there. Four are nurses, two bake bread, one repairs lifts. The other two did not want to say, and the clerk wrote that down as well.',
      'A bus would cost a third of what the stop costs. It would also take fifty minutes, and the bakers would have to leave before the ovens are hot.',
    ],
    moves: [submitted('editor'), signed, out],
  },
  {
    headline: 'Forty voices and one working lamp',
    standfirst: 'The harbour choir rehearsed in the dark and sang better for it.',
    section: 'Culture',
    genre: 'analysis',
    author: 'Tomás Ferreira',
    picture: 'night',
    by: 'editor2',
    body: [
      'The fuse went in the second bar. What followed was the best quarter of an hour that this choir has given in years: nobody could see the conductor, so everybody listened to the altos.',
      'When the caretaker came with a lamp, half of the tenors asked him to take it away again.',
      'The concert on Friday will be lit. A pity, and worth a ticket all the same.',
    ],
    moves: [
      submitted('editor2'),
      signed,
      out,
      {
        save: {
          corrections: [
            {
              kind: 'correction',
              at: '2026-01-12T09:00:00.000Z',
              text: 'An earlier version said that the concert is on Saturday; it is on Friday.',
            },
          ],
        },
        by: 'editor2',
      },
      submitted('editor2'),
      { move: 'sign_off', by: 'reviewer2' },
      out,
    ],
  },
  {
    headline: 'A tide gauge that measured the wrong sea',
    standfirst: 'Four years of readings turned out to be those of the basin behind the lock.',
    section: 'Science',
    genre: 'report',
    author: 'Aiko Brandt',
    by: 'editor',
    body: [
      'The instrument stood where the drawings said that it should stand. The drawings were of the year before the lock was built.',
      'So for four years it recorded, to the millimetre, how a lock-keeper lets water in and out. The curve is beautiful. It says nothing of the sea.',
    ],
    moves: [
      submitted('editor'),
      signed,
      out,
      {
        move: 'retract',
        by: 'publisher',
        notice:
          'We have retracted this piece. The readings that it was about were never taken at the place that it names. We are sorry that we did not ask to see the log.',
      },
    ],
  },
  {
    headline: 'The market that moves uphill every year',
    standfirst: 'Traders follow the shade, and the shade follows the new roofs.',
    section: 'City',
    genre: 'report',
    author: 'Mara Lindqvist',
    picture: 'market',
    by: 'editor',
    body: [
      'In the first photograph the stalls stand by the river. In the latest they stand a hundred steps above it, where an awning of solar panels keeps the fish cold until noon.',
      'Nobody ordered the move. Each spring the first trader to arrive puts up a table where the ground stays cool the longest, and the others do the same beside it.',
    ],
    moves: [
      submitted('editor'),
      signed,
      out,
      {
        save: {
          standfirst:
            'Traders follow the shade, and the shade follows the new roofs. Now the council wants to draw a line.',
        },
        by: 'editor2',
      },
      submitted('editor2'),
      { assign: ['reviewer'], by: 'editor2', dueInDays: 1, priority: 'high' },
    ],
  },
  {
    headline: 'Who paints the numbers on the boats',
    standfirst: 'One man has lettered every hull in the harbour since the year of the storm.',
    section: 'Culture',
    genre: 'report',
    author: 'Tomás Ferreira',
    by: 'contributor',
    body: [
      'He uses one brush and no ruler. A seven takes him four strokes, an eight takes two, and the letter S takes as long as it takes.',
      'There are two hundred and twelve boats. He says that he has never made the same three twice.',
    ],
    moves: [
      submitted('contributor'),
      {
        move: 'request_changes',
        by: 'reviewer',
        reason:
          'A lovely piece. Two things before it can go: who says that it is every hull, and since which year? Please name the source in the second paragraph.',
      },
    ],
  },
  {
    headline: 'The dunes have an appointment with the road',
    standfirst: 'At two metres a year they will meet in nine years. The road was there second.',
    section: 'Science',
    genre: 'analysis',
    author: 'Aiko Brandt',
    picture: 'dunes',
    by: 'editor2',
    body: [
      'Sand walks. Where the wind comes from one side, a dune gives up grains on that side and finds them again on the other, and so it gets on, a grain at a time.',
      'Aerial photographs put the pace at two metres a year. The coast road lies eighteen metres away.',
      'There are three plans: to plant grass, to move the road, and to wait. The first has been tried twice. The third is the cheapest until the last year.',
    ],
    moves: [submitted('editor2'), signed, { move: 'schedule', by: 'publisher', inDays: 1, hour: 7 }],
  },
  {
    headline: 'Let the form ask one question less',
    standfirst: 'A permit for a street party takes nineteen answers. Eighteen of them are known already.',
    section: 'Opinion',
    genre: 'opinion',
    author: 'Joseph Okello',
    by: 'editor',
    body: [
      'I filled in the form with a stopwatch beside me. Nineteen boxes, forty minutes, and at the end the office could have told me eighteen of the answers itself.',
      'The nineteenth is whether there will be cake. I should like to live in a town whose form asks that, and nothing else.',
    ],
    moves: [submitted('editor'), { move: 'sign_off', by: 'reviewer2' }],
  },
  {
    headline: 'In praise of the slow lift',
    standfirst:
      'The one in the town hall takes a minute. It is the only minute in which anybody there talks to a stranger.',
    section: 'Opinion',
    genre: 'opinion',
    author: 'Joseph Okello',
    by: 'contributor',
    body: [
      'It will be replaced in the autumn by two that take nine seconds. I have ridden in it all week, up and down, and kept a list of what I was told.',
      'A divorce, a recipe, the result of an examination. In nine seconds there is time for the weather.',
    ],
    moves: [submitted('contributor')],
  },
  {
    headline: 'What the street lamps know about moths',
    standfirst: 'A year of counting under two kinds of light.',
    section: 'Science',
    genre: 'report',
    author: 'Aiko Brandt',
    by: 'editor',
    body: [
      'Under the old yellow lamps there were forty moths a night. Under the new white ones there were three hundred in the first week, and nine in the fiftieth.',
      'Where the others have gone is what the second year is for.',
    ],
    moves: [{ assign: ['editor'], by: 'editor2', dueInDays: 3, priority: 'normal' }],
  },
  {
    headline: 'A timetable for the old tram shed',
    standfirst: 'The plan for the shed, as it was before the council changed it.',
    section: 'City',
    genre: 'report',
    author: 'Mara Lindqvist',
    by: 'editor2',
    body: [
      'The shed was to open in spring, with a hall for two hundred and a workshop for bicycles. The hall has no roof yet.',
    ],
    moves: [
      submitted('editor2'),
      signed,
      out,
      {
        move: 'withdraw',
        by: 'publisher',
        reason: 'The council changed the plan an hour after we published. A new piece follows.',
      },
    ],
  },
  {
    headline: 'Ten benches, ranked',
    standfirst: 'A list that nobody had asked for.',
    section: 'City',
    genre: 'report',
    author: 'Mara Lindqvist',
    by: 'editor',
    body: ['Number ten is the one behind the fire station, which has no view and no back.'],
    moves: [{ move: 'spike', by: 'editor' }],
  },
]
