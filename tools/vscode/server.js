'use strict'
// How the extension starts the server and what it tells it; knows nothing of VS Code, so that a test can call it.

const ruleScheme = 'matter-rule'

/** The command line; a language that was chosen in the settings is asked for. */
function commandLine({path = 'matter', language = ''} = {}) {
  return {command: path || 'matter', args: language ? ['lsp', '--lang', language] : ['lsp']}
}

/** `matter explain` shows the page on a rule; a command of ours asks for the reason why a finding is ignored. */
function initializationOptions() {
  return {ruleHelp: `${ruleScheme}:/{rule}.txt`, asksReason: true}
}

/** The command line for the page that an address of a rule means. */
function explainLine({path = 'matter', language = ''} = {}, address) {
  const rule = /^\/?([a-z0-9-]+)\.txt$/.exec(address)?.[1]
  if (!rule) throw new Error(`no rule: ${address}`)
  return {command: path || 'matter', args: ['explain', rule, ...(language ? ['--lang', language] : [])]}
}

module.exports = {ruleScheme, commandLine, initializationOptions, explainLine}
