// Drives yaml-language-server over its protocol with the schemas of what people write.
//
//   node language_server.mjs SCHEMA STEPS
//
// STEPS is a JSON file: [{"text": YAML, "ask": "completion"|"hover"|"diagnostics", "line"?, "character"?}] with places
// that count from 0. Writes one JSON array to standard output, an answer for each step: names that are offered, the
// words of the hover, or [line, message] of the diagnostics. Exits with 1 where the server does not answer.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import rpc from 'vscode-jsonrpc/node'

const [schemaFile, stepsFile] = process.argv.slice(2)
const steps = JSON.parse(readFileSync(stepsFile, 'utf8'))
const program = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url))
const server = spawn(process.execPath, [program, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']})
const connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin))
const limit = setTimeout(() => {
  console.error('the server does not answer')
  server.kill()
  process.exit(1)
}, 100_000)

const yaml = {validate: true, completion: true, hover: true, schemaStore: {enable: false}, schemas: {[pathToFileURL(schemaFile)]: '*.yaml'}}
connection.onRequest('workspace/configuration', ({items}) => items.map(({section}) => (section === 'yaml' ? yaml : section === '[yaml]' ? {} : null)))
connection.onRequest('client/registerCapability', () => null)
const waiting = new Map()
connection.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}) => waiting.get(uri)?.(diagnostics))
connection.listen()
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: {configuration: true, didChangeConfiguration: {dynamicRegistration: true}},
    textDocument: {completion: {completionItem: {snippetSupport: true}}, hover: {contentFormat: ['markdown', 'plaintext']}, publishDiagnostics: {}},
  },
})
connection.sendNotification('initialized', {})
connection.sendNotification('workspace/didChangeConfiguration', {settings: {yaml}})
await new Promise(done => setTimeout(done, 500))

const answers = []
for (const [number, {text, ask, line = 0, character = 0}] of steps.entries()) {
  const uri = `file:///tmp/matter-${number}.yaml`
  const published = new Promise(done => waiting.set(uri, done))
  connection.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId: 'yaml', version: 1, text}})
  const at = {textDocument: {uri}, position: {line, character}}
  if (ask === 'completion') {
    const list = await connection.sendRequest('textDocument/completion', at)
    answers.push((list.items ?? list).map(item => item.label))
  } else if (ask === 'hover') {
    const hover = await connection.sendRequest('textDocument/hover', at)
    answers.push(hover ? (hover.contents.value ?? hover.contents) : '')
  } else {
    answers.push((await published).map(one => [one.range.start.line, one.message]))
  }
}
console.log(JSON.stringify(answers))
clearTimeout(limit)
await connection.sendRequest('shutdown')
await connection.sendNotification('exit')
connection.dispose()
server.kill()
