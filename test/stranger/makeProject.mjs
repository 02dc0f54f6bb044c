import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { packPlugin } from '../../scripts/package.mjs'
import { runStep } from '../../scripts/runStep.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HERE = fileURLToPath(new URL('.', import.meta.url))

const DATABASES = ['sqlite', 'mongodb', 'postgres']

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

/** As a new Payload project has them, with the condition that docs/plugin.md adds for Node 20. */
const SCRIPTS = {
  build: 'cross-env NODE_OPTIONS=--no-deprecation next build',
  'generate:importmap': 'npm run payload generate:importmap',
  'generate:types': 'npm run payload generate:types',
  payload: 'cross-env NODE_OPTIONS="--no-deprecation --conditions=development" payload',
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
    scripts: SCRIPTS,
    dependencies: {
      ...pick(PACKAGES.dependencies),
      'cross-env': '7.0.3',
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

/**
 * Installs and builds the project with its own tools, in the order of docs/plugin.md. SQL needs a schema, which production does not write by
 * itself. `next build` checks the types too, and fails on a wrong one.
 *
 * @param {Record<string, string>} env at least DATABASE_URI and PAYLOAD_SECRET
 * @throws {Error} that names the command that failed, or that did nothing
 */
export async function buildProject(folder, database, env) {
  const run = (command, says) => runIn(folder, command, env, says)
  await run('npm install --no-fund --no-audit --prefer-offline', /^added \d+ packages/m)
  await Promise.all([
    run('npm run generate:importmap', /Writing import map to/),
    run('npm run generate:types', /Types written to/),
    ...(database === 'mongodb' ? [] : [run('npm run payload migrate:create initial', /Migration created at/)]),
  ])
  await run('npm run build', /Finished TypeScript/)
}

/** Readies the database that `env` names for `next start`. */
export async function migrateProject(folder, database, env) {
  if (database !== 'mongodb') await runIn(folder, 'npm run payload migrate', env, /Migrated:/)
}

/** @param {RegExp} says what the command prints once it has done its work: Payload's end with 0 too when they never came to it. */
async function runIn(folder, command, env, says) {
  const [program, ...args] = command.split(' ')
  // Vitest says `test`, which a stranger does not, and for which Payload writes nothing.
  const { NODE_ENV: _, ...own } = process.env
  const { ok, output } = await runStep(command, program, args, { cwd: folder, env: { ...own, ...QUIET, ...env } })
  if (!ok) throw new Error(`${command} failed in ${folder}.`)
  if (!says.test(output)) throw new Error(`${command} ended in ${folder} without its work:\n${output}`)
}

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CI: '1' }

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, database = 'sqlite'] = process.argv.slice(2)
  if (!folder || !DATABASES.includes(database)) {
    console.error(`node test/stranger/makeProject.mjs FOLDER [${DATABASES.join('|')}]`)
    process.exit(1)
  }
  const env = { DATABASE_URI: process.env.DATABASE_URI ?? 'file:./stranger.db', PAYLOAD_SECRET: 'not for production' }
  makeProject(resolve(folder), database, packPlugin(ROOT).tarball)
  await buildProject(resolve(folder), database, env)
  await migrateProject(resolve(folder), database, env)
  const settings = Object.entries(env).map(([name, value]) => `${name}='${value}'`)
  console.log(`cd ${folder} && ${settings.join(' ')} npx next start`)
}
