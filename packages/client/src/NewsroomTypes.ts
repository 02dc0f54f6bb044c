// What readers get of this newsroom, written by scripts/docs/clientTypes.ts. Do not edit it here.

/** Which collection a document is of; for types alone, no document has it. */
export declare const collection: unique symbol

/** A text as Lexical keeps it. https://payloadcms.com/docs/rich-text/overview */
export type RichText = { root: { children: unknown[] } & Record<string, unknown> }

export interface NewsroomConfig {
  collections: {
    articles: Article
    authors: Author
    'news-teasers': NewsTeaser
    media: Media
    sections: Section
    topics: Topic
    places: Place
  }
  globals: {
    front: Front
    newsroom: Newsroom
  }
}

export interface Article {
  readonly [collection]?: 'articles'
  id: string
  headline: string
  standfirst?: string | null
  body: RichText
  credits?:
    | {
        author: string | Author
        role: 'author' | 'contributor' | 'editor' | 'translator' | 'photographer' | 'illustrator'
        creditedAs?: string | null
        affiliationAtPublication?: string | null
        id?: string | null
      }[]
    | null
  byline?: string | null
  dateline?: string | null
  leadImage?: (string | null) | Media
  leadImageCaption?: string | null
  leadImageCredit?: string | null
  kicker?: string | null
  excerpt?: string | null
  topics?: (string | Topic)[] | null
  places?: (string | Place)[] | null
  related?: (string | Article)[] | null
  seo?: {
    title?: string | null
    description?: string | null
    image?: (string | null) | Media
  }
  canonicalUrl?: string | null
  corrections?:
    | {
        kind: 'correction' | 'clarification' | 'update'
        at: string
        text: string
        id?: string | null
      }[]
    | null
  wordCount?: number | null
  readingMinutes?: number | null
  firstPublishedAt?: string | null
  publishedAt?: string | null
  excerptTruncated?: boolean | null
  slug: string
  section?: (string | null) | Section
  genre?: ('analysis' | 'opinion' | 'report' | 'interview' | 'communique' | 'editorial') | null
  language: string
  embargoUntil?: string | null
  updatedAt: string
  createdAt: string
}

export interface Author {
  readonly [collection]?: 'authors'
  id: string
  displayName: string
  fullName?: string | null
  sortName?: string | null
  honorificPrefix?: string | null
  jobTitle?: string | null
  affiliations?:
    | {
        organization: string
        department?: string | null
        country?: string | null
        id?: string | null
      }[]
    | null
  biography?: RichText | null
  shortBio?: string | null
  portrait?: (string | null) | Media
  sameAs?: string[] | null
  slug: string
  publishedAt?: string | null
  firstPublishedAt?: string | null
  updatedAt: string
  createdAt: string
}

export interface Media {
  readonly [collection]?: 'media'
  id: string
  alt: string
  caption?: string | null
  credit?: string | null
  licence?:
    | (
        | 'own'
        | 'agency'
        | 'permission'
        | 'press'
        | 'CC-BY-4.0'
        | 'CC-BY-SA-4.0'
        | 'CC-BY-ND-4.0'
        | 'CC-BY-NC-4.0'
        | 'CC0-1.0'
        | 'public-domain'
      )
    | null
  sha256?: string | null
  placeholder?: string | null
  srcset?: {
    whole?: {
      width?: number | null
      height?: number | null
      webp?: string | null
      avif?: string | null
    }
    card?: {
      width?: number | null
      height?: number | null
      webp?: string | null
      avif?: string | null
    }
    og?: {
      width?: number | null
      height?: number | null
      webp?: string | null
      avif?: string | null
    }
  }
  updatedAt: string
  createdAt: string
  url?: string | null
  thumbnailURL?: string | null
  filename?: string | null
  mimeType?: string | null
  filesize?: number | null
  width?: number | null
  height?: number | null
  focalX?: number | null
  focalY?: number | null
  sizes?: {
    thumbnail?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    thumbnailAvif?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    card?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    cardAvif?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    hero?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    heroAvif?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    og?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
    ogAvif?: {
      url?: string | null
      width?: number | null
      height?: number | null
      mimeType?: string | null
      filesize?: number | null
      filename?: string | null
    }
  }
}

export interface Topic {
  readonly [collection]?: 'topics'
  id: string
  name: string
  description?: string | null
  parent?: (string | null) | Topic
  slug: string
  updatedAt: string
  createdAt: string
}

export interface Place {
  readonly [collection]?: 'places'
  id: string
  name: string
  kind: 'region' | 'country' | 'place'
  countryCode?: string | null
  m49?: string | null
  parent?: (string | null) | Place
  slug: string
  updatedAt: string
  createdAt: string
}

export interface Section {
  readonly [collection]?: 'sections'
  id: string
  name: string
  description?: string | null
  parent?: (string | null) | Section
  slug: string
  updatedAt: string
  createdAt: string
}

export interface NewsTeaser {
  readonly [collection]?: 'news-teasers'
  id: string
  headline: string
  excerpt?: string | null
  target?: {
    kind?: ('article' | 'external') | null
    article?: (string | null) | Article
    url?: string | null
    sourceName?: string | null
  }
  kicker?: string | null
  image?: (string | null) | Media
  excerptTruncated?: boolean | null
  publishedAt?: string | null
  slug: string
  language: string
  pinned?: boolean | null
  rank?: number | null
  expiresAt?: string | null
  firstPublishedAt?: string | null
  updatedAt: string
  createdAt: string
}

export interface Front {
  id: string
  lead?: (string | null) | Article
  list?: (string | Article)[] | null
  rail?: (string | NewsTeaser)[] | null
  listLength: number
  railLength: number
  updatedAt?: string | null
  createdAt?: string | null
}

export interface Newsroom {
  id: string
  name: string
  languages: string[]
  timeZone: string
  excerptWords: {
    articles: number
    newsTeasers: number
  }
  updatedAt?: string | null
  createdAt?: string | null
}
