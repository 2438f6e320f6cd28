// Judges reports of findings in the forms of others.
//
//   node reports.mjs gitlab FILE   by formats/gitlab.schema.json (ajv, strict); fingerprints are unique
//   node reports.mjs sarif FILE    by Microsoft's sarif-multitool: its schema and its rules. What it only recommends is
//                                  told too, but for the recommendations named below
//
// Says on standard output, one a line, what is wrong. Exits with 1 where something is.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import Ajv from 'ajv/dist/2020.js'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const [form, file] = process.argv.slice(2)
const faults = []

// A project without a page of its own has no address to give (2005); snippets repeat what the repository has (2010,
// 2011); where a repository lies is nobody's business (2007); ids say what is wrong and need no second name (2012).
const not_asked = ['SARIF2005', 'SARIF2007', 'SARIF2010', 'SARIF2011', 'SARIF2012', 'SARIF2001', 'SARIF2014', 'SARIF2015']

function gitlab() {
  const issues = JSON.parse(readFileSync(file, 'utf8'))
  const accepts = new Ajv({strict: true, allErrors: true}).compile(JSON.parse(readFileSync(here('formats/gitlab.schema.json'), 'utf8')))
  if (!accepts(issues)) for (const error of accepts.errors) faults.push(`${error.instancePath} ${error.message}`)
  if (new Set(issues.map(one => one.fingerprint)).size !== issues.length) faults.push('fingerprints are not unique')
}

function sarif() {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'))
  const out = join(folder, 'judged.sarif')
  const run = spawnSync(process.execPath, [here('node_modules/@microsoft/sarif-multitool/bin.js'), 'validate', file, '--output', out], {
    encoding: 'utf8', env: {...process.env, HOME: folder, DOTNET_CLI_TELEMETRY_OPTOUT: '1'}})
  try {
    for (const {ruleId, message, level, locations} of JSON.parse(readFileSync(out, 'utf8')).runs[0].results) {
      if (not_asked.includes(ruleId)) continue
      const at = locations?.[0]?.physicalLocation?.region?.startLine
      faults.push(`${level ?? 'warning'} ${ruleId} line ${at}: ${message.text ?? message.arguments?.join(' ')}`)
    }
  } catch (error) {
    faults.push(`the judge said nothing: ${error.message} ${run.stdout} ${run.stderr}`)
  }
  rmSync(folder, {recursive: true, force: true})
}

;({gitlab, sarif})[form]()
for (const one of faults) console.log(one)
process.exitCode = faults.length ? 1 : 0
