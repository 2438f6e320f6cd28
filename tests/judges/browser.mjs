// What the judges of pages share: a browser that opens a page and tells of every error, message, dialog and request
// that is not allowed, what every page is held against, and what is told at the end.
import {readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {chromium} from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browser = await chromium.launch({executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox']})
const faults = []
let looked = 0

export const fault = (...words) => faults.push(words.join(' '))

// `allowed` says whether an address may be asked for; `pictures` is the folder for them, or undefined: none are taken.
export function eyes(allowed, pictures) {
  const kept = (name, kind) => join(pictures, name.replace(/[/ ]/g, '-') + kind)

  async function picture(page, name, options = {}) {
    if (pictures) await page.screenshot({path: kept(name, '.png'), caret: 'initial', ...options})
  }

  async function look(address, name, {width = 1280, scheme = 'light', script = true}, ...judges) {
    const context = await browser.newContext({viewport: {width, height: 900}, colorScheme: scheme, javaScriptEnabled: script})
    const page = await context.newPage()
    page.on('console', message => fault(name, 'console:', message.text()))
    page.on('pageerror', error => fault(name, 'error:', error.message))
    page.on('dialog', dialog => (fault(name, 'dialog:', dialog.message()), dialog.dismiss()))
    page.on('request', request => allowed(request.url()) || fault(name, 'request:', request.url()))
    page.on('requestfailed', request => fault(name, 'not loaded:', request.url()))
    await page.goto(address)
    await picture(page, name, {fullPage: true})
    for (const judge of judges) await judge(page, name)
    await context.close()
    ++looked
  }

  async function pdf(page, name) {
    const bytes = await page.pdf({preferCSSPageSize: true, format: 'A4'})
    if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) fault(name, 'is no PDF')
    if (pictures) writeFileSync(kept(name, '.pdf'), bytes)
    return bytes
  }

  return {look, picture, pdf}
}

// axe runs in an isolated world, which the page's own policy against scripts does not reach.
export async function accessible(page, name) {
  const session = await page.context().newCDPSession(page)
  const {frameTree} = await session.send('Page.getFrameTree')
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id})
  await session.send('Runtime.evaluate', {expression: axe, contextId: executionContextId})
  const {result, exceptionDetails} = await session.send('Runtime.evaluate', {
    expression: 'axe.run(document,{resultTypes:["violations"],preload:false}).then(r=>JSON.stringify(r.violations))',
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
  })
  if (exceptionDetails) return fault(name, 'axe:', exceptionDetails.exception?.description ?? exceptionDetails.text)
  for (const {id, help, nodes} of JSON.parse(result.value)) fault(name, `axe: ${id}: ${help}:`, nodes[0].html.slice(0, 160))
}

export async function fits(page, name) {
  const {wide, window} = await page.evaluate(() => ({wide: document.documentElement.scrollWidth, window: innerWidth}))
  if (wide > window) fault(name, `is ${wide} wide in a window of ${window}`)
}

// The last word: what is wrong, one a line, and how often a page was looked at.
export async function tell() {
  await browser.close()
  for (const one of faults) console.log(one)
  console.log(`looked ${looked} times`)
  process.exitCode = faults.length ? 1 : 0
}
