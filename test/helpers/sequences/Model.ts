/*
 * What has to be true of pieces, written by hand from the workflow's table and fine print (DESIGN §5, docs/workflow.md) and
 * from nothing else: no line of the software is used here. A text is a number, and a revision is its text.
 */

export const COLLECTIONS = ['articles', 'authors', 'news-teasers'] as const
export type Collection = (typeof COLLECTIONS)[number]

/** How many reviewers have to sign off. */
export const NEEDED: Readonly<Record<Collection, number>> = { articles: 1, 'news-teasers': 1, authors: 2 }

export const PEOPLE = {
  contributor: ['contributor'],
  editor: ['editor'],
  editor2: ['editor', 'reviewer'],
  reviewer: ['reviewer'],
  reviewer2: ['reviewer'],
  publisher: ['publisher'],
  admin: ['admin'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Person = keyof typeof PEOPLE

/** Who is demoted to contributor and made a reviewer again while pieces are under way. */
export const DEMOTED: Person = 'reviewer2'

export const MOVES = [
  'submit',
  'recall',
  'request_changes',
  'sign_off',
  'schedule',
  'unschedule',
  'publish',
  'revise',
  'withdraw',
  'retract',
  'spike',
  'restore',
] as const
export type Move = (typeof MOVES)[number]

export type Stage =
  | 'draft'
  | 'in_review'
  | 'changes_requested'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'
  | 'retracted'
  | 'spiked'

export type Piece = {
  readonly collection: Collection
  readonly id: string
  readonly slug: string
  readonly owner: Person
  stage: Stage
  text: number
  /** What readers have. */
  live: number | null
  notice: boolean
  writers: Set<Person>
  signers: Person[]
  /** Milliseconds since 1970 of the publication that is set. */
  due: number | null
  trashed: boolean
  /** Texts of the versions that Payload keeps. */
  versions: number[]
}

const ON_LIVE: readonly Move[] = ['withdraw', 'retract']

const FROM: Readonly<Record<Exclude<Move, 'withdraw' | 'retract'>, readonly Stage[]>> = {
  submit: ['draft', 'changes_requested'],
  recall: ['in_review'],
  request_changes: ['in_review', 'approved', 'scheduled'],
  sign_off: ['in_review', 'approved', 'scheduled'],
  schedule: ['approved'],
  unschedule: ['scheduled'],
  publish: ['approved', 'scheduled'],
  revise: ['published', 'withdrawn'],
  spike: ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'],
  restore: ['spiked'],
}

const WHO: Readonly<Record<Move, 'writing' | 'editor' | 'reviewer' | 'publisher'>> = {
  submit: 'writing',
  recall: 'writing',
  request_changes: 'reviewer',
  sign_off: 'reviewer',
  schedule: 'publisher',
  unschedule: 'publisher',
  publish: 'publisher',
  revise: 'writing',
  withdraw: 'publisher',
  retract: 'publisher',
  spike: 'editor',
  restore: 'editor',
}

export class Model {
  readonly pieces: Piece[] = []
  demoted = false

  constructor(public now: number) {}

  rolesOf(person: Person): readonly string[] {
    return person === DEMOTED && this.demoted ? ['contributor'] : PEOPLE[person]
  }

  has(person: Person, role: string): boolean {
    return this.rolesOf(person).includes(role)
  }

  mayCreate(person: Person): boolean {
    return this.has(person, 'contributor') || this.has(person, 'editor')
  }

  mayWrite(person: Person, piece: Piece): boolean {
    return this.has(person, 'editor') || (this.has(person, 'contributor') && piece.owner === person)
  }

  create(piece: Pick<Piece, 'collection' | 'id' | 'slug' | 'owner' | 'text'>, writers: Iterable<Person> = []): Piece {
    const made: Piece = {
      ...piece,
      stage: 'draft',
      live: null,
      notice: false,
      writers: new Set([piece.owner, ...writers]),
      signers: [],
      due: null,
      trashed: false,
      versions: [piece.text],
    }
    this.pieces.push(made)
    return made
  }

  maySave(person: Person, piece: Piece, text: number): boolean {
    if (!this.mayWrite(person, piece) || piece.trashed) return false
    return text === piece.text || (piece.stage !== 'spiked' && piece.stage !== 'retracted')
  }

  save(person: Person, piece: Piece, text: number): void {
    piece.versions.push(text)
    if (text === piece.text) return
    piece.text = text
    piece.writers.add(person)
    if (piece.stage === 'published' || piece.stage === 'withdrawn') piece.stage = 'draft'
    if (piece.stage === 'approved' || piece.stage === 'scheduled') piece.stage = 'in_review'
    piece.signers = []
    piece.due = null
  }

  /** `at` is what `schedule` asks for. */
  mayMove(person: Person, piece: Piece, move: Move, at: number): boolean {
    const who = WHO[move]
    if (who === 'writing' ? !this.mayWrite(person, piece) : !this.has(person, who)) return false
    if (piece.trashed) return false
    if (move === 'withdraw' || move === 'retract') return piece.live !== null
    if (!FROM[move].includes(piece.stage)) return false
    if (move === 'sign_off') {
      const open = piece.stage === 'in_review' || !this.isSigned(piece)
      return open && !piece.writers.has(person) && !piece.signers.includes(person)
    }
    if (move === 'schedule') return at > this.now && this.isSigned(piece)
    return move !== 'publish' || this.isSigned(piece)
  }

  move(person: Person, piece: Piece, move: Move, at: number): void {
    switch (move) {
      case 'submit':
        this.to(piece, 'in_review')
        break
      case 'recall':
      case 'restore':
      case 'revise':
        this.to(piece, 'draft')
        break
      case 'request_changes':
        this.to(piece, 'changes_requested')
        break
      case 'spike':
        this.to(piece, 'spiked')
        break
      case 'sign_off':
        piece.signers.push(person)
        if (piece.stage === 'in_review' && this.isSigned(piece)) piece.stage = 'approved'
        break
      case 'schedule':
        piece.stage = 'scheduled'
        piece.due = at
        break
      case 'unschedule':
        piece.stage = 'approved'
        piece.due = null
        break
      case 'publish':
        piece.live = piece.text
        piece.notice = false
        piece.writers = new Set()
        this.to(piece, 'published')
        break
      case 'withdraw':
      case 'retract':
        piece.live = null
        if (move === 'retract') piece.notice = true
        if (piece.stage === 'published') piece.stage = move === 'retract' ? 'retracted' : 'withdrawn'
    }
  }

  /** Whether enough people have signed this text, who may still sign and have not written it. */
  isSigned(piece: Piece): boolean {
    const counted = piece.signers.filter((each) => this.has(each, 'reviewer') && !piece.writers.has(each))
    return counted.length >= NEEDED[piece.collection]
  }

  mayRemove(person: Person, piece: Piece): boolean {
    return this.mayWrite(person, piece) && !piece.trashed && piece.live === null && !piece.notice
  }

  mayTakeOut(person: Person, piece: Piece): boolean {
    return this.mayWrite(person, piece) && piece.trashed
  }

  /** What goes out by itself now. */
  due(): readonly Piece[] {
    return this.pieces.filter((piece) => piece.stage === 'scheduled' && piece.due !== null && piece.due <= this.now)
  }

  /** Every move that somebody may make now. */
  open(): readonly { piece: Piece; person: Person; move: Move }[] {
    const people = Object.keys(PEOPLE) as Person[]
    return this.pieces.flatMap((piece) =>
      MOVES.flatMap((move) =>
        people
          .filter((person) => this.mayMove(person, piece, move, this.now + 1))
          .map((person) => ({ piece, person, move })),
      ),
    )
  }

  private to(piece: Piece, stage: Stage): void {
    piece.stage = stage
    piece.signers = []
    piece.due = null
  }
}

export function actsOnLive(move: Move): boolean {
  return ON_LIVE.includes(move)
}
