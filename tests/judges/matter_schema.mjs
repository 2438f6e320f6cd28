// Holds the schemas of what people write against what `matter validate` says.
//
//   node matter_schema.mjs SCHEMAS ROOT FINDINGS
//
// SCHEMAS is schemas/json, ROOT a folder of YAML files, FINDINGS the JSON of `matter validate ROOT`, with paths from
// the folder above or in it. Says on standard output, one a line:
// - a schema that is no JSON Schema 2020-12, by ajv in strict mode or by @sourcemeta/jsonschema;
// - an example in a schema that the schema itself refuses;
// - a file whose values and keys a schema refuses where validate has none of field-type, field-value (infos apart) and
//   field-unknown, or the other way round;
// - a file of which validate says nothing worse than a warning and that a schema refuses for any reason;
// - a file that lacks something by the schema and of which validate says nothing.
// The last line is `judged N files, N refused`. Exits with 1 where something is wrong.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import Ajv from 'ajv/dist/2020.js'
import {parseAllDocuments} from 'yaml'

const [schemaFolder, root, findingsFile] = process.argv.slice(2)
const faults = []
const fault = (...words) => faults.push(words.join(' '))

// Unions of types and names demanded in one place and declared in another are meant; all else is strict.
const ajv = new Ajv({strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true, verbose: true})
const second = fileURLToPath(new URL('node_modules/.bin/jsonschema', import.meta.url))
const schemas = {}
for (const file of readdirSync(schemaFolder).filter(name => name.endsWith('.schema.json'))) {
  const schema = JSON.parse(readFileSync(join(schemaFolder, file), 'utf8'))
  try {
    schemas[file.replace('.schema.json', '')] = {schema, accepts: ajv.compile(schema), file: join(schemaFolder, file)}
  } catch (error) {
    fault(file, error.message)
    continue
  }
  const judged = spawnSync(second, ['metaschema', join(schemaFolder, file)], {encoding: 'utf8'})
  if (judged.status !== 0) fault(file, judged.stdout, judged.stderr)
  examples(file, schema)
}

if (faults.length) {
  for (const one of faults) console.log(one)
  process.exit(1)
}

// Each property alone, with the definitions beside it.
function examples(file, schema) {
  const look = (node, path) => {
    if (node === null || typeof node !== 'object') return
    for (const example of Array.isArray(node.examples) ? node.examples : []) {
      const alone = ajv.compile({...node, $defs: schema.$defs})
      if (!alone(example)) fault(file, path, 'refuses its own example', JSON.stringify(example))
    }
    for (const [key, child] of Object.entries(node)) look(child, `${path}/${key}`)
  }
  for (const [key, definition] of Object.entries(schema.$defs)) look(definition, key)
}

const speaks = new Set(['field-type', 'field-value', 'field-unknown'])
const said = new Map()
for (const finding of JSON.parse(readFileSync(findingsFile, 'utf8')).findings) {
  const list = said.get(finding.file) ?? []
  list.push(finding)
  said.set(finding.file, list)
}

// The schema of codes and what must be there answers to other rules.
const codeSchemas = new Set(
  Object.values(schemas).flatMap(({schema}) => Object.entries(schema.$defs).filter(([name]) => name.startsWith('format_')).map(([, one]) => JSON.stringify(one))),
)
const ofCodes = error => codeSchemas.has(JSON.stringify(error.parentSchema))
const ofAbsence = error =>
  error.keyword === 'required' || error.keyword === 'anyOf' && error.schema.every(one => one.required && !one.properties)

// JSON has no infinity; for the reader it is a text like any other.
function plain(value) {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (value === null || typeof value !== 'object') return value
  return Array.isArray(value) ? value.map(plain) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]))
}

function standardFolder(file) {
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder)) {
    try {
      return /^(role|目录类型): *标准/m.test(readFileSync(join(folder, 'catalog.yaml'), 'utf8'))
    } catch {
      continue
    }
  }
  return false
}

const yamls = readdirSync(root, {recursive: true, withFileTypes: true})
  // Lists of tasks have a schema of their own.
  .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name) && !entry.name.endsWith('.tasks.yaml'))
  .map(entry => join(entry.parentPath ?? entry.path, entry.name))
  .sort()

let judgedFiles = 0
let refusedFiles = 0
const scratch = mkdtempSync(join(tmpdir(), 'matter-schema-'))
const forSecond = {matter: [], standard: []}
for (const file of yamls) {
  const own = said.get(file.slice(root.length + 1)) ?? []
  // What is no sound YAML is not for a schema.
  if (own.some(finding => finding.rule.startsWith('yaml-'))) continue
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), {version: '1.2', uniqueKeys: false})
  if (documents.some(document => document.errors.length > 0)) continue
  const name = basename(file) === 'catalog.yaml' ? 'catalog' : standardFolder(file) ? 'standard' : 'matter'
  const errors = []
  for (const document of documents) {
    const value = plain(document.toJS())
    const {accepts} = schemas[name]
    const accepted = accepts(value)
    if (!accepted) errors.push(...accepts.errors)
    if (name === 'catalog') continue
    const text = join(scratch, `${forSecond[name].length}-${accepted}-${name}.json`)
    writeFileSync(text, JSON.stringify(value))
    forSecond[name].push([text, accepted])
  }
  ++judgedFiles
  const values = errors.filter(error => !ofCodes(error) && !ofAbsence(error) && error.keyword !== 'if')
  const codes = errors.filter(ofCodes)
  // An info says that a value is understood and written in another than its canonical form.
  const told = own.filter(finding => speaks.has(finding.rule) && finding.severity !== 'info')
  const short = file.slice(root.length + 1)
  const shown = list => list.slice(0, 3).map(e => `${e.instancePath} ${e.schemaPath} ${JSON.stringify(e.params)} ${String(e.data).slice(0, 40)}`).join('; ')
  if (errors.length) ++refusedFiles
  if (values.length && !told.length) fault(short, 'is refused by', name, 'and sound to validate:', shown(values))
  if (!values.length && told.length) fault(short, 'is taken by', name, 'and validate says', told[0].rule, told[0].message)
  if (errors.length && !own.some(finding => finding.severity === 'error')) {
    if (codes.length < errors.length || own.length === 0) fault(short, 'has no error and is refused by', name, shown(errors))
  }
}

for (const [name, texts] of Object.entries(forSecond)) {
  for (const wanted of [true, false]) {
    const files = texts.filter(([, accepted]) => accepted === wanted).map(([file]) => file)
    if (files.length === 0) continue
    const judged = spawnSync(second, ['validate', schemas[name].file, ...files, '--json'], {encoding: 'utf8', maxBuffer: 1 << 28})
    if (wanted ? judged.status !== 0 : judged.status === 0)
      fault(name, 'is judged otherwise by @sourcemeta/jsonschema', wanted ? judged.stdout.slice(0, 2000) + judged.stderr : 'which takes all that ajv refuses')
  }
}
rmSync(scratch, {recursive: true})

for (const one of faults) console.log(one)
console.log(`judged ${judgedFiles} files, ${refusedFiles} refused`)
process.exitCode = faults.length ? 1 : 0
