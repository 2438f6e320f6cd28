'use strict'
const {execFile} = require('node:child_process')
const vscode = require('vscode')
const {LanguageClient} = require('vscode-languageclient/node')
const {ruleScheme, commandLine, initializationOptions, explainLine} = require('./server')

const zh = () => vscode.env.language.toLowerCase().startsWith('zh')
const said = (chinese, english) => (zh() ? chinese : english)
let client

function settings() {
  const {path, language} = vscode.workspace.getConfiguration('matter')
  return {path, language: language || (zh() ? 'zh' : 'en')}
}

async function start() {
  client = new LanguageClient('matter', 'matter', commandLine(settings()), {
    documentSelector: [{scheme: 'file', language: 'yaml'}, {scheme: 'untitled', language: 'yaml'}],
    initializationOptions: initializationOptions(),
  })
  try {
    await client.start()
  } catch (fault) {
    vscode.window.showErrorMessage(
      said('启动不了 matter，请在设置 matter.path 里写明它在哪里：', 'matter could not be started; set matter.path to where it is: ') +
        fault.message,
    )
  }
}

async function restart() {
  await client?.stop().catch(() => {})
  await start()
}

/** Asks why a finding is ignored; the server writes the comment. */
async function suppress(wish) {
  const reason = await vscode.window.showInputBox({
    title: said(`忽略 ${wish.rule}`, `Ignore ${wish.rule}`),
    prompt: said('写明理由；可在末尾写期限，如 至 2027-01-01', 'Say why; a day may end it, such as until 2027-01-01'),
    validateInput: text => (text.trim() ? undefined : said('要有理由', 'there must be a reason')),
  })
  if (!reason) return
  const params = {command: 'matter.writeSuppression', arguments: [{...wish, reason}]}
  const edit = await client.sendRequest('workspace/executeCommand', params)
  await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))
}

/** The page on a rule, as `matter explain` prints it. */
const rulePages = {
  provideTextDocumentContent: ({path}) =>
    new Promise((done, failed) => {
      const {command, args} = explainLine(settings(), path)
      execFile(command, args, (fault, page) => (fault ? failed(fault) : done(page)))
    }),
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('matter.suppress', suppress),
    vscode.commands.registerCommand('matter.restart', restart),
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, rulePages),
    vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('matter') && restart()),
  )
  await start()
}

const deactivate = () => client?.stop()

module.exports = {activate, deactivate}
