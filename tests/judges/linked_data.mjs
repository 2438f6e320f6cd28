// Judges JSON-LD that the program wrote, without a network.
//
//   node linked_data.mjs shapes SHAPES.ttl FILE.jsonld   by SHACL shapes
//   node linked_data.mjs terms TYPES.csv FILE.jsonld     by the types and properties of schema.org (type, property,
//                                                        declared_on, expected_types)
//
// Says on standard output, one a line, what is wrong: a place that breaks a shape; a property that its type has not, or
// whose value is of another kind; a key that the file's own @context does not know, or an id that is no IRI. The last
// line is `judged N triples`, with how many limits in working days were read. Exits with 1 where something is wrong.
import {readFileSync} from 'node:fs'
import jsonld from 'jsonld'
import {Parser, Store} from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

const [by, rules, file] = process.argv.slice(2)
const schema = 'https://schema.org/'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const faults = []

// A file that needs another one from the network is of no use where there is none.
const documentLoader = url => {
  throw new Error(`asks the network for ${url}`)
}

async function graphOf(name) {
  const text = JSON.parse(readFileSync(name, 'utf8'))
  const options = {documentLoader, safe: true, format: 'application/n-quads'} // safe: what would be dropped is an error
  try {
    return new Store(new Parser({format: 'N-Quads'}).parse(await jsonld.toRDF(text, options)))
  } catch (error) {
    const event = error.details?.event
    faults.push(event ? `${event.message} ${JSON.stringify(event.details)}` : `${error.message} ${error.details?.cause ?? ''}`)
    return new Store()
  }
}

function ids(graph) {
  for (const node of [...graph.getSubjects(), ...graph.getObjects()]) {
    if (node.termType === 'NamedNode' && !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(node.value)) faults.push(`no IRI: ${node.value}`)
  }
}

async function byShapes(graph) {
  const shapes = new Store(new Parser({format: 'Turtle'}).parse(readFileSync(rules, 'utf8')))
  const report = await new SHACLValidator(shapes, {maxErrors: 50}).validate(graph)
  for (const one of report.results) {
    const what = one.sourceConstraintComponent?.value.split('#').pop()
    faults.push(`${one.focusNode?.value} ${one.path?.value}: ${what} ${one.value?.value ?? ''}`)
  }
}

function termsOf(csv) {
  const types = new Map()
  const thing = new Map()
  for (const line of csv.trim().split('\n').slice(1)) {
    const [name, property, on, expected, status] = line.trim().split(',')
    const own = types.get(name) ?? {properties: new Map(), above: new Set(['Thing', name])}
    types.set(name, own)
    own.properties.set(property, {expected: expected.split('|'), old: (status ?? '').startsWith('superseded')})
    own.above.add(on)
    if (on === 'Thing') thing.set(property, own.properties.get(property))
  }
  return types.set('Thing', {properties: thing, above: new Set(['Thing'])})
}

const plain = ['Text', 'URL', 'Duration', 'Number', 'Date', 'Integer']

function byTerms(graph) {
  const types = termsOf(readFileSync(rules, 'utf8'))
  const typeOf = node => graph.getObjects(node, type, null)[0]?.value.replace(schema, '')
  for (const quad of graph.getQuads(null, null, null, null)) {
    const of = typeOf(quad.subject)
    const own = types.get(of)
    if (quad.predicate.value === type) {
      if (!types.has(quad.object.value.replace(schema, ''))) faults.push(`no type: ${quad.object.value}`)
      continue
    }
    const name = quad.predicate.value.replace(schema, '')
    const property = own?.properties.get(name)
    if (!property || property.old) {
      faults.push(`${of} has no ${name}`)
      continue
    }
    const value = quad.object.termType === 'Literal' ? undefined : typeOf(quad.object)
    const good = value ? property.expected.some(one => types.get(value)?.above.has(one)) : property.expected.some(one => plain.includes(one))
    if (!good) faults.push(`${of} ${name} is no ${value ?? 'text'}, but ${property.expected.join(', ')}`)
    if (property.expected[0] === 'Duration' && !/^P(T0S|\d+[DMY])$/.test(quad.object.value)) faults.push(`no duration: ${quad.object.value}`)
  }
}

const graph = await graphOf(file)
ids(graph)
if (by === 'shapes') await byShapes(graph)
else byTerms(graph)
for (const fault of new Set(faults)) console.log(fault)
console.log(`judged ${graph.size} triples`)
process.exit(faults.length ? 1 : 0)
