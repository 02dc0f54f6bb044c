const TAKE = 'src/newsroom/media/takePicture.ts'
const TAKEN = 'src/newsroom/media/takenPicture.ts'
const CLEAN = 'src/newsroom/media/cleanImage.ts'
const MAKER = 'src/newsroom/media/PictureMaker.ts'
const FILES = 'src/newsroom/media/pictureFiles.ts'
const LOAD_INT = ['test/int/media-load.int.spec.ts']
const PROCESS_UNIT = ['test/unit/payload-fields/media-process.spec.ts']
const MEDIA_INT = ['test/int/media.int.spec.ts']

/** What keeps pictures from holding up the newsroom, and files from getting lost or left behind. */
export const PICTURES = [
  {
    file: TAKE,
    find: `await refuseInvalid(asked, source.stored)`,
    put: '',
    holds: 'pictures',
    without: 'that fields are validated before a picture is decoded',
    tests: LOAD_INT,
    only: 'is not decoded first',
  },
  {
    file: TAKE,
    find: `if ((await req.transactionID) !== undefined) {`,
    put: 'if (false as boolean) {',
    holds: 'pictures',
    without: 'that no picture is made inside a transaction',
    tests: LOAD_INT,
    only: 'refused inside a transaction',
  },
  {
    file: TAKE,
    find: 'await removeFiles(req.payload, collection.slug, taken.files)',
    put: 'void removeFiles',
    holds: 'pictures',
    without: 'that a refused upload leaves no files',
    tests: LOAD_INT,
    only: 'leaves that one and no other',
  },
  {
    file: TAKEN,
    find: `if (operation === 'delete') return leavingFiles(args)`,
    put: '',
    holds: 'pictures',
    without: 'that files of a deleted picture stay until the commit',
    tests: LOAD_INT,
    only: 'stay when the deletion is rolled back',
  },
  {
    file: CLEAN,
    find: `if (saysThatItMoves(file)) throw new ImageRefused(MOVES)`,
    put: 'void saysThatItMoves',
    holds: 'pictures',
    without: 'that pictures which move are refused',
    tests: ['test/unit/payload-fields/media.spec.ts'],
    only: 'moving pictures|takes a PNG of 2 frames',
  },
  {
    file: MAKER,
    find: `const late = setTimeout(end, this.limits.pictureMs)`,
    put: 'const late = undefined',
    holds: 'pictures',
    without: 'that a picture has its time',
    tests: PROCESS_UNIT,
    only: 'takes more time',
  },
  {
    file: 'src/newsroom/media/pictureProcess.ts',
    find: `if (process.memoryUsage.rss() > MAX_MEMORY) end()`,
    put: 'void MAX_MEMORY',
    holds: 'pictures',
    without: 'that the picture process has its memory',
    tests: PROCESS_UNIT,
    only: 'takes more memory',
  },
  {
    file: 'src/newsroom/media/pictureProcess.ts',
    find: `for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined)`,
    put: '',
    holds: 'pictures',
    without: 'that the server answers for a picture when everybody is told to end',
    tests: PROCESS_UNIT,
    only: 'leaves it to the server',
  },
  {
    file: 'src/newsroom/media/pictures.ts',
    find: `if (reading + bytes > MAX_READING)`,
    put: 'if (false as boolean)',
    holds: 'pictures',
    without: 'the bound on uploads that are being read',
    tests: LOAD_INT,
    only: 'more uploads are being read',
  },
  {
    file: CLEAN,
    find: `if (Math.max(width, height) <= MAX_RATIO * Math.min(width, height)) return`,
    put: 'if (width > 0) return',
    holds: 'pictures',
    without: 'that absurd proportions are refused',
    tests: LOAD_INT,
    only: 'a picture that is refused',
  },
  {
    file: FILES,
    find: `if (!(await reserve(path.resolve(uploads, free)))) continue`,
    put: '',
    holds: 'pictures',
    without: 'that two documents never share a file',
    tests: [...LOAD_INT, ...MEDIA_INT],
    only: 'twice at the same moment|never overwrite',
  },
  {
    file: FILES,
    find: `if (!(await isOld(name))) continue`,
    put: '',
    holds: 'pictures',
    without: 'that the sweep leaves what is young',
    tests: LOAD_INT,
    only: 'older than a day',
  },
]
