import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HERE = fileURLToPath(new URL('.', import.meta.url))

/** What a new Payload project has in its package.json, beside the adapter of its database. */
const PACKAGES = {
  dependencies: [
    '@payloadcms/next',
    '@payloadcms/richtext-lexical',
    '@payloadcms/ui',
    'graphql',
    'next',
    'payload',
    'react',
    'react-dom',
    'sharp',
  ],
  devDependencies: ['@types/node', '@types/react', '@types/react-dom', 'typescript'],
}

/**
 * Writes a stock Payload project with the plugin into `folder`, from published packages and the tarball alone: the files of
 * test/stranger/project, a database, and a package.json with the versions that this repository has.
 *
 * @param {string} folder
 * @param {'sqlite' | 'mongodb' | 'postgres'} database the only one whose adapter it gets
 * @param {string} tarball of `npm run package`
 */
export function makeProject(folder, database, tarball) {
  mkdirSync(folder, { recursive: true })
  cpSync(join(HERE, 'project'), folder, { recursive: true })
  copyFileSync(join(HERE, 'databases', `${database}.ts`), join(folder, 'src', 'database.ts'))
  copyFileSync(tarball, join(folder, basename(tarball)))
  const versions = versionsHere()
  const pick = (names) => Object.fromEntries(names.map((name) => [name, versions[name]]))
  const description = {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: {
      ...pick(PACKAGES.dependencies),
      // Every package of Payload has the same version.
      [`@payloadcms/db-${database}`]: versions.payload,
      'payload-plugin-imprimatur': `file:./${basename(tarball)}`,
    },
    devDependencies: pick(PACKAGES.devDependencies),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`)
}

function versionsHere() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return { ...dependencies, ...devDependencies }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, database = 'sqlite', tarball] = process.argv.slice(2)
  makeProject(resolve(folder), database, resolve(tarball))
}
