// Judges JSON that the program wrote by the schemas it publishes.
//
//   node schemas.mjs SCHEMAS JSON
//
// SCHEMAS is a folder of *.schema.json, JSON one of *.json. Says on standard output, one a line, what is wrong:
// - a schema that is no strict JSON Schema 2020-12, or a property in it that is not described in both languages;
// - a text that its schema refuses, by ajv or by @sourcemeta/jsonschema;
// - an object that takes a member that it does not declare, so that a new one would go unseen;
// - a declared member that no text has, so that nobody knows whether it is right.
// The last line is `judged N texts by N schemas`. Exits with 1 where something is wrong.
import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import Ajv from 'ajv/dist/2020.js'

const [schemaFolder, textFolder] = process.argv.slice(2)
const faults = []
const fault = (...words) => faults.push(words.join(' '))
const read = (folder, ending) =>
  readdirSync(folder).filter(name => name.endsWith(ending)).sort().map(name => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))])

const ajv = new Ajv({strict: true, allErrors: true})
const schemas = new Map()
for (const [file, schema] of read(schemaFolder, '.schema.json')) {
  const name = schema.properties?.schema?.const
  if (`${file}` !== `${name?.split(/[./]/)[1]}.schema.json`) fault(file, 'does not name its form')
  try {
    schemas.set(name, {file, schema, accepts: ajv.compile(schema), seen: new Set()})
  } catch (error) {
    fault(file, error.message)
  }
  described(file, schema, '#', schema)
}

function resolved(root, schema) {
  return schema.$ref ? {...root.$defs[schema.$ref.split('/').pop()], ...schema} : schema
}

// Chinese and English, for whatever a reader of the schema looks up.
function described(file, root, path, schema) {
  const both = text => /\p{Script=Han}/u.test(text ?? '') && /[a-z]{2}/i.test(text ?? '')
  if (path === '#' && !both(schema.title)) fault(file, 'has no title in both languages')
  const {description} = resolved(root, schema)
  if (!both(description)) fault(file, path, 'is not described in both languages')
  const inner = node => {
    for (const [key, child] of Object.entries(node.properties ?? {})) described(file, root, `${path}/${key}`, child)
    for (const one of [node.items, ...(node.anyOf ?? []), ...(node.oneOf ?? [])]) if (one) inner(one)
  }
  inner(schema)
  if (path !== '#') return
  for (const [key, child] of Object.entries(root.$defs ?? {})) described(file, root, `#/$defs/${key}`, child)
}

// Calls each(node, schema, where) for every object of a text whose members a schema names.
function walk(entry, schema, node, where, each) {
  const root = entry.schema
  const own = resolved(root, schema)
  if (Array.isArray(node)) return node.forEach((one, i) => own.items && walk(entry, own.items, one, `${where}/${i}`, each))
  if (node === null || typeof node !== 'object') return
  const inner = [own, ...(own.oneOf ?? [])].find(one => one.properties && Object.keys(node).every(key => one.properties[key]))
  if (own.propertyNames) each(node, own, where)
  if (!inner) return
  if (schema.$ref) entry.seen.add(schema.$ref)
  each(node, inner, where)
  for (const [key, child] of Object.entries(inner.properties)) {
    if (!(key in node)) continue
    entry.seen.add(child)
    walk(entry, child, node[key], `${where}/${key}`, each)
  }
}

const texts = read(textFolder, '.json')
for (const [file, text] of texts) {
  const entry = schemas.get(text.schema)
  if (!entry) {
    fault(file, 'has no schema:', text.schema)
    continue
  }
  if (!entry.accepts(text)) {
    for (const error of entry.accepts.errors) fault(file, error.instancePath, error.message, JSON.stringify(error.params))
    continue
  }
  walk(entry, entry.schema, text, '', (node, schema, where) => {
    node.unheard_of = 1
    if (entry.accepts(text)) fault(file, where, 'takes a member that is not declared')
    delete node.unheard_of
    for (const key of schema.required ?? []) {
      const kept = node[key]
      delete node[key]
      if (entry.accepts(text)) fault(file, `${where}/${key}`, 'is required, and may be missing')
      node[key] = kept
    }
  })
}

const second = fileURLToPath(new URL('node_modules/.bin/jsonschema', import.meta.url))
for (const [name, entry] of schemas) {
  const files = texts.filter(([, text]) => text.schema === name).map(([file]) => join(textFolder, file))
  const judged = spawnSync(second, ['validate', join(schemaFolder, entry.file), ...files], {encoding: 'utf8'})
  if (judged.status !== 0) fault(entry.file, judged.stdout, judged.stderr)
}

function unseen(entry, path, schema, done) {
  const root = entry.schema
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    if (!entry.seen.has(child)) fault(entry.file, `${path}/${key}`, 'is in no sample')
    if (!done.has(child)) unseen(entry, `${path}/${key}`, done.add(child) && child, done)
  }
  for (const one of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) if (one) unseen(entry, path, one, done)
  if (path === '#') for (const [key, child] of Object.entries(root.$defs ?? {})) unseen(entry, key, child, done)
}
for (const entry of schemas.values()) unseen(entry, '#', entry.schema, new Set())

for (const one of faults) console.log(one)
console.log(`judged ${texts.length} texts by ${schemas.size} schemas`)
process.exitCode = faults.length ? 1 : 0
