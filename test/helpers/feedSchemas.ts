import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { validateXML } from 'xmllint-wasm'

/** The schemas of the formats, beside the repository; see its README there. */
const FOLDER = path.resolve('../../shared/schemas')
const BESIDE = path.resolve('../shared/schemas')
const SCHEMAS = existsSync(BESIDE) ? BESIDE : FOLDER

export const HAS_SCHEMAS = existsSync(path.join(SCHEMAS, 'atom.rng'))
if (!HAS_SCHEMAS) console.info('Feeds were not held against the official schemas: there is no ../shared/schemas.')

const read = (name: string): string => readFileSync(path.join(SCHEMAS, name), 'utf8')
const file = (name: string) => ({ fileName: name, contents: read(name) })

type Kind = 'atom' | 'sitemap' | 'siteindex'

/** What libxml2 finds wrong with an XML document by the schema of its kind; with what stands in other namespaces, too. */
export async function xmlFaults(kind: Kind, xml: string): Promise<readonly string[]> {
  const document = { fileName: 'document.xml', contents: xml }
  const asked =
    kind === 'atom'
      ? { xml: document, schema: file('atom.rng'), extension: 'relaxng' as const }
      : kind === 'siteindex'
        ? { xml: document, schema: file('siteindex.xsd') }
        : {
            xml: document,
            schema: { fileName: 'all.xsd', contents: ALL },
            preload: [file('sitemap.xsd'), file('news.xsd'), file('image.xsd')],
          }
  const { errors } = await validateXML(asked)
  return errors.map(({ message }) => message)
}

/** The sitemap's schema takes what it does not know as it comes (`lax`), and these it then knows. */
const ALL = `<?xml version="1.0"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-news/0.9" schemaLocation="news.xsd"/>
  <xsd:import namespace="http://www.google.com/schemas/sitemap-image/1.1" schemaLocation="image.xsd"/>
</xsd:schema>`

let ninjs: ReturnType<Ajv2020['compile']> | undefined

/** What is wrong with a ninjs document by its schema. Formats are checked for what ours can get wrong: addresses and instants. */
export function ninjsFaults(document: unknown): readonly string[] {
  ninjs ??= compiled()
  return ninjs(document) ? [] : (ninjs.errors ?? []).map((each) => `${each.instancePath} ${String(each.message)}`)
}

function compiled() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addFormat('uri', (value: string) => URL.canParse(value))
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
  return ajv.compile(JSON.parse(read('ninjs-schema_3.1.json')) as object)
}
