// Drives `matter lsp` with the client library that VS Code uses.
//
//   node editor.mjs FOLDER STEPS [PROGRAM ARGUMENT…]
//
// FOLDER is what the editor has open. STEPS is a JSON file, a list of
//   {"open": FILE, "text"?}             the text of the file where none is given
//   {"change": FILE, "changes": […]}    as the protocol has them
//   {"options": {…}}                    first of all: the initializationOptions
//   {"save": FILE} {"close": FILE}
//   {"findings": FILE, "until"?: RULE, "without"?: RULE}  waits for them
//   {"ask": METHOD, "file"?: FILE, "params"?: {…}, "cancel"?: true}
// with files from FOLDER. Writes one JSON array to standard output: an answer for each "findings" and "ask", the result
// or {"error": …}; then {"exit": CODE} and what the server asked of the client. Exits with 1 where an answer is missing.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import path from 'node:path'
import protocol from 'vscode-languageserver-protocol/node'

const [folder, stepsFile, program = 'matter', ...given] = process.argv.slice(2)
const steps = JSON.parse(readFileSync(stepsFile, 'utf8'))
const server = spawn(program, given.length ? given : ['lsp'], {stdio: ['pipe', 'pipe', 'inherit']})
const ended = new Promise(done => server.on('exit', done))
const connection = protocol.createProtocolConnection(
  new protocol.StreamMessageReader(server.stdout), new protocol.StreamMessageWriter(server.stdin), console)
const limit = setTimeout(() => {
  console.error('the server does not answer')
  server.kill()
  process.exit(1)
}, 100_000)

const uriOf = file => pathToFileURL(path.join(folder, file)).href
const found = new Map()
let waiting = () => {}
connection.onNotification(protocol.PublishDiagnosticsNotification.type, ({uri, diagnostics}) => {
  found.set(uri, diagnostics)
  waiting()
})
const asked = []
connection.onRequest(protocol.RegistrationRequest.type, ({registrations}) => void asked.push(...registrations.map(one => one.method)))
connection.onNotification(protocol.LogMessageNotification.type, ({message}) => console.error(message))
connection.listen()

const initialized = await connection.sendRequest(protocol.InitializeRequest.type, {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: [{uri: pathToFileURL(folder).href, name: 'catalog'}],
  locale: 'zh-cn',
  initializationOptions: steps[0]?.options,
  capabilities: {
    workspace: {workspaceEdit: {documentChanges: true}, didChangeWatchedFiles: {dynamicRegistration: true}},
    textDocument: {
      publishDiagnostics: {relatedInformation: true, codeDescriptionSupport: true, versionSupport: true},
      documentSymbol: {hierarchicalDocumentSymbolSupport: true},
      codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix', 'source.fixAll']}}},
    },
  },
})
await connection.sendNotification(protocol.InitializedNotification.type, {})

async function findings({findings: file, until, without}) {
  for (;;) {
    const now = found.get(uriOf(file))
    const has = rule => now.some(one => one.code === rule)
    if (now && (!until || has(until)) && (!without || !has(without))) return now
    await new Promise(done => (waiting = done))
  }
}

async function ask({ask: method, file, params = {}, cancel}) {
  const source = new protocol.CancellationTokenSource()
  const answer = connection.sendRequest(method, file ? {textDocument: {uri: uriOf(file)}, ...params} : params, source.token)
  if (cancel) source.cancel()
  return answer.catch(({code, message}) => ({error: {code, message}}))
}

const versions = new Map()
const next = file => versions.set(file, (versions.get(file) ?? 0) + 1).get(file)
const answers = [initialized]
for (const step of steps.filter(one => !one.options)) {
  if (step.open) {
    const text = step.text ?? readFileSync(path.join(folder, step.open), 'utf8')
    found.delete(uriOf(step.open))
    const textDocument = {uri: uriOf(step.open), languageId: 'yaml', version: next(step.open), text}
    await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {textDocument})
  } else if (step.change) {
    const textDocument = {uri: uriOf(step.change), version: next(step.change)}
    await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {textDocument, contentChanges: step.changes})
  } else if (step.save) {
    await connection.sendNotification(protocol.DidSaveTextDocumentNotification.type, {textDocument: {uri: uriOf(step.save)}})
  } else if (step.close) {
    await connection.sendNotification(protocol.DidCloseTextDocumentNotification.type, {textDocument: {uri: uriOf(step.close)}})
  } else {
    answers.push(await (step.findings ? findings(step) : ask(step)))
  }
}
await connection.sendRequest(protocol.ShutdownRequest.type)
await connection.sendNotification(protocol.ExitNotification.type)
answers.push({exit: await ended, asked})
clearTimeout(limit)
console.log(JSON.stringify(answers))
connection.dispose()
